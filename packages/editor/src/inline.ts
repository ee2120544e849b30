/** What stands inside a passage, brought to one form: however it was typed, cut in runs or marked, equal words are equal. */
import type { Inline, SourceAttributes, TextMark, TextRun } from './passage.ts'

/** A node of a ProseMirror document as JSON. */
export interface JsonNode {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
  readonly content?: readonly JsonNode[]
}

/** Marks that point at the text and are no part of it. */
const EPHEMERAL_MARKS: ReadonlySet<string> = new Set(['anchor'])

/** Text in which half a surrogate pair, left by a cut through a character, has become U+FFFD: only such text has bytes. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd')
}

/** No keyboard types U+0000 and no database keeps it: a text that held it could never be frozen. */
export const isStorable = (text: string): boolean => !text.includes('\u0000')

/**
 * The inline content of a passage from ProseMirror JSON, normalised.
 * @throws TypeError for a node or mark that no passage may hold.
 */
export function inlineOf(nodes: readonly JsonNode[]): Inline[] {
  return normalisedContent(nodes.map(node => {
    if (node.type === 'text') return { type: 'text', text: node.text ?? '', marks: (node.marks ?? []).filter(mark => !EPHEMERAL_MARKS.has(mark.type)).map(markOf) }
    if (node.type === 'hardBreak') return { type: 'hardBreak' }
    if (node.type === 'source') return { type: 'source', attrs: sourceOf(node.attrs ?? {}) }
    throw new TypeError(`a passage holds no ${node.type}`)
  }))
}

function markOf({ type, attrs }: { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }): TextMark {
  if (type === 'bold' || type === 'italic') return { type }
  if (type === 'link' && typeof attrs?.href === 'string') return { type, attrs: { href: attrs.href } }
  throw new TypeError(`text holds no mark ${type}`)
}

function sourceOf(attrs: Readonly<Record<string, unknown>>): SourceAttributes {
  const word = (value: unknown): string => typeof value === 'string' ? value : ''
  return { label: word(attrs.label), address: word(attrs.address), date: word(attrs.date) }
}

const words = (text: string): string => wellFormed(text).normalize('NFC')

/** Runs with equal marks merged, empty runs dropped, marks sorted by name, text in NFC. */
export function normalisedContent(content: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const part of content) {
    const last = merged.at(-1)
    if (part.type !== 'text') merged.push(part.type === 'source' ? normalisedSource(part.attrs) : { type: 'hardBreak' })
    else if (part.text === '') continue
    else if (last?.type === 'text' && sameMarks(last, part)) merged[merged.length - 1] = run(last.text + part.text, last.marks)
    else merged.push(run(part.text, part.marks))
  }
  return merged.map(part => part.type === 'text' ? { ...part, text: words(part.text) } : part)
}

function normalisedSource({ label, address, date }: SourceAttributes): Inline {
  return { type: 'source', attrs: { label: words(label), address: words(address), date: words(date) } }
}

function run(text: string, marks: readonly TextMark[] | undefined): TextRun {
  const sorted = [...marks ?? []].sort((one, other) => one.type < other.type ? -1 : 1).map(plainMark)
  return sorted.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: sorted }
}

function plainMark(mark: TextMark): TextMark {
  return mark.type === 'link' ? { type: 'link', attrs: { href: words(mark.attrs.href) } } : { type: mark.type }
}

function sameMarks(one: TextRun, other: TextRun): boolean {
  return markKey(one) === markKey(other)
}

function markKey(text: TextRun): string {
  return (text.marks ?? []).map(mark => mark.type === 'link' ? `link ${mark.attrs.href}` : mark.type).sort().join('\n')
}
