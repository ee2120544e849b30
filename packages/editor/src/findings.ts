/** What a reader should know about a text before a round opens: codes with a place, never prose, never a reason to refuse bytes. */
import type { PassageKind, StatementType } from '@draagvlak/domain/passage'
import { keyMessages } from './messages.ts'
import { isEmptyPassage, textOf, type Passage } from './passage.ts'
import { brokenWord, placeholdersIn, typedCount } from './suspects.ts'
import { wordsOf } from './word-count.ts'

export const LONGEST_TITLE = 200

/** What each finding tells besides its place. */
export interface FindingParams {
  'no-text': null
  'no-title': null
  'second-title': null
  'title-too-long': { readonly length: number; readonly limit: number }
  'empty-passage': { readonly kind: PassageKind }
  'no-message': null
  'message-without-evidence': null
  'message-without-ask': null
  'evidence-before-message': null
  'ask-before-message': null
  'no-addressee': null
  'no-salutation': null
  'no-closing': null
  'second-ask': null
  'over-budget': { readonly words: number; readonly budget: number }
  'hyphen-at-line-end': { readonly text: string }
  'typed-count': { readonly text: string }
  'placeholder-left': { readonly text: string }
}
export type FindingCode = keyof FindingParams

/** `must` makes a round impossible, `warn` is for the editor to weigh. A finding about the whole text has no passage. */
export type Finding = { [Code in FindingCode]: {
  readonly code: Code
  readonly severity: 'must' | 'warn'
  readonly passageId: string | null
  readonly params: FindingParams[Code]
} }[FindingCode]

/**
 * The findings about a text: those about the whole first, then by passage in the order of the text.
 * @param budget the most words that the destination takes, where it set a limit.
 */
export function findings(passages: readonly Passage[], type: StatementType, { budget }: { readonly budget?: number } = {}): Finding[] {
  const order = new Map(passages.map((passage, index) => [passage.id, index]))
  const place = (finding: Finding): number => finding.passageId === null ? -1 : order.get(finding.passageId) ?? -1
  return [...aboutTheWhole(passages, budget), ...aboutTheType(passages, type), ...passages.flatMap(aboutThePassage)]
    .toSorted((one, other) => place(one) - place(other))
}

function aboutTheWhole(passages: readonly Passage[], budget: number | undefined): Finding[] {
  if (passages.every(isEmptyPassage)) return [{ code: 'no-text', severity: 'must', passageId: null, params: null }]
  const found: Finding[] = []
  const titles = passages.filter(passage => passage.kind === 'title')
  const written = titles.filter(passage => !isEmptyPassage(passage))
  if (written.length === 0) found.push({ code: 'no-title', severity: 'must', passageId: titles[0]?.id ?? null, params: null })
  for (const { id } of written.slice(1)) found.push({ code: 'second-title', severity: 'warn', passageId: id, params: null })
  const words = wordsOf(passages)
  if (budget !== undefined && words > budget) found.push({ code: 'over-budget', severity: 'warn', passageId: null, params: { words, budget } })
  return found
}

function aboutTheType(passages: readonly Passage[], type: StatementType): Finding[] {
  if (type === 'open-letter') return aboutALetter(passages)
  const incomplete = keyMessages(passages).flatMap(({ id, evidence, asks }): Finding[] => [
    ...evidence.some(isWritten) ? [] : [{ code: 'message-without-evidence', severity: 'warn', passageId: id, params: null } as const],
    ...asks.some(isWritten) ? [] : [{ code: 'message-without-ask', severity: 'warn', passageId: id, params: null } as const],
  ])
  return type === 'key-messages' ? [...incomplete, ...aboutKeyMessages(passages)] : incomplete
}

function aboutKeyMessages(passages: readonly Passage[]): Finding[] {
  const first = passages.findIndex(passage => passage.kind === 'message')
  const before = first === -1 ? passages : passages.slice(0, first)
  const early = before.flatMap(({ id, kind }): Finding[] => {
    if (kind === 'evidence') return [{ code: 'evidence-before-message', severity: 'warn', passageId: id, params: null }]
    return kind === 'ask' ? [{ code: 'ask-before-message', severity: 'warn', passageId: id, params: null }] : []
  })
  return first === -1 ? [{ code: 'no-message', severity: 'warn', passageId: null, params: null }, ...early] : early
}

const LETTER_PARTS = [['addressee', 'no-addressee'], ['salutation', 'no-salutation'], ['closing', 'no-closing']] as const

function aboutALetter(passages: readonly Passage[]): Finding[] {
  const missing = LETTER_PARTS.flatMap(([kind, code]): Finding[] => {
    const parts = passages.filter(passage => passage.kind === kind)
    return parts.some(isWritten) ? [] : [{ code, severity: 'warn', passageId: parts[0]?.id ?? null, params: null }]
  })
  const asks = passages.filter(passage => passage.kind === 'ask' && isWritten(passage))
  return [...missing, ...asks.slice(1).map(({ id }): Finding => ({ code: 'second-ask', severity: 'warn', passageId: id, params: null }))]
}

function aboutThePassage(passage: Passage): Finding[] {
  const { id: passageId, kind } = passage
  if (isEmptyPassage(passage)) return [{ code: 'empty-passage', severity: 'warn', passageId, params: { kind } }]
  const text = textOf(passage)
  const found: Finding[] = []
  const { length } = text
  if (kind === 'title' && length > LONGEST_TITLE) found.push({ code: 'title-too-long', severity: 'warn', passageId, params: { length, limit: LONGEST_TITLE } })
  for (const placeholder of placeholdersIn(text)) found.push({ code: 'placeholder-left', severity: 'warn', passageId, params: { text: placeholder } })
  const broken = brokenWord(text)
  if (broken !== null) found.push({ code: 'hyphen-at-line-end', severity: 'warn', passageId, params: { text: broken } })
  const count = typedCount(text)
  if (count !== null) found.push({ code: 'typed-count', severity: 'warn', passageId, params: { text: count } })
  return found
}

function isWritten(passage: Passage): boolean {
  return !isEmptyPassage(passage)
}
