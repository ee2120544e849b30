/** Words that stand in one copy of a text and that the server does not have: what is offered back to who typed them. */
import { PASSAGE_KINDS, type PassageKind } from '@draagvlak/domain/passage'
import { kindOfSecondHalf } from '@draagvlak/editor/kinds'
import { fragmentOf } from '@draagvlak/editor/ydoc'
import * as Y from 'yjs'

export interface LeftPassage {
  readonly passageId: string
  readonly kind: PassageKind
  /** What was typed, stretch by stretch. */
  readonly typed: string
  /** All that the passage held. */
  readonly text: string
}
export interface LeftBehind extends LeftPassage {
  /** The passages behind it that were new as well, in their order: they belong together and go back together. */
  readonly following?: readonly LeftPassage[]
  /** The passages before and after it, nearest first, by id. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/**
 * The stretches of words that came after a state vector, per passage, in the order of the text; new passages go with what stands
 * before them. White space alone is no word.
 * @param known what the server has.
 */
export function leftBehind(ydoc: Y.Doc, known: Uint8Array): LeftBehind[] {
  const clocks = Y.decodeStateVector(known)
  const passages = fragmentOf(ydoc).toArray().flatMap((child) => (child instanceof Y.XmlElement ? [{ passageId: child.getAttribute('id') ?? '', kind: kindOf(child), isNew: isNew(child, clocks), ...wordsIn(child, clocks) }] : []))
  const groups: { readonly from: number; to: number; readonly parts: LeftPassage[] }[] = []
  let open = false
  passages.forEach(({ passageId, kind, typed, text, isNew: begun }, at) => {
    const group = open && begun ? groups.at(-1) : undefined
    if (typed.some((words) => words.trim() !== '')) {
      const part = { passageId, kind, typed: typed.join('\n'), text }
      if (group) { group.parts.push(part); group.to = at } else groups.push({ from: at, to: at, parts: [part] })
      open = true
    } else if (!begun) open = false
  })
  const ids = passages.map(({ passageId }) => passageId)
  return groups.flatMap(({ from, to, parts }) => inOne(parts, { before: ids.slice(0, from).reverse(), after: ids.slice(to + 1) }))
}

/** The same of a copy of a text that nobody has open. */
export function leftBehindIn(updates: readonly Uint8Array[], known: Uint8Array): LeftBehind[] {
  const ydoc = new Y.Doc()
  ydoc.transact(() => { for (const update of updates) Y.applyUpdate(ydoc, update) })
  const words = leftBehind(ydoc, known)
  ydoc.destroy()
  return words
}

const isNew = ({ _item }: Y.XmlElement, clocks: ReadonlyMap<number, number>): boolean => _item !== null && _item.id.clock >= (clocks.get(_item.id.client) ?? 0)

export const partsOfWords = ({ passageId, kind, typed, text, following = [] }: LeftBehind): readonly LeftPassage[] => [{ passageId, kind, typed, text }, ...following]

function inOne([first, ...following]: readonly LeftPassage[], place: Pick<LeftBehind, 'before' | 'after'>): LeftBehind[] {
  return first ? [{ ...first, ...(following.length > 0 ? { following } : {}), ...place }] : []
}

/** Those parts that are wanted, where the first of all stood. */
function only(words: LeftBehind, isWanted: (part: LeftPassage) => boolean): LeftBehind[] {
  const { passageId, before, after } = words
  const parts = partsOfWords(words)
  const wanted = parts.filter(isWanted)
  return wanted.length === parts.length ? [words] : inOne(wanted, { before: wanted[0]?.passageId === passageId ? before : [passageId, ...before], after })
}

/** In a copy of an older schema there may stand a kind that is none any more. */
const kindOf = (element: Y.XmlElement): PassageKind => PASSAGE_KINDS.find((kind) => kind === element.getAttribute('kind')) ?? 'paragraph'

/** What they come back as: what they were, but where their own passage still stands no second title or heading. Kept by an older version, a paragraph. */
export const kindBack = ({ kind }: { readonly kind?: PassageKind }, ownStands: boolean): PassageKind => (kind === undefined ? 'paragraph' : ownStands ? kindOfSecondHalf(kind) : kind)

/** Those of which a stretch stands nowhere in these texts. */
export function notIn(words: readonly LeftBehind[], texts: readonly string[]): LeftBehind[] {
  return words.flatMap((one) => only(one, ({ typed }) => !typed.split('\n').every((stretch) => stretch.trim() === '' || texts.some((text) => text.includes(stretch)))))
}

/** The same words from the copy in the tab and the one in the store are offered once. */
export function once(words: readonly LeftBehind[]): LeftBehind[] {
  const seen = new Set<string>()
  return words.flatMap((one) => only(one, ({ passageId, typed }) => {
    const before = seen.size
    return seen.add(`${passageId} ${typed}`).size > before
  }))
}

function wordsIn(element: Y.XmlElement, clocks: ReadonlyMap<number, number>): { typed: string[]; text: string } {
  const typed: string[] = []
  let text = ''
  let open = false
  const walk = (node: Y.XmlElement | Y.XmlText): void => {
    for (let item = node._start; item !== null; item = item.right) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentType) {
        open = false
        if (item.content.type instanceof Y.XmlText || item.content.type instanceof Y.XmlElement) walk(item.content.type)
        if (item.content.type instanceof Y.XmlElement && item.content.type.nodeName === 'hardBreak') text += '\n'
      }
      if (!(item.content instanceof Y.ContentString)) continue
      const words = item.content.str
      text += words
      const fresh = words.slice(Math.max(0, (clocks.get(item.id.client) ?? 0) - item.id.clock))
      if (fresh === '') open = false
      else if (open && fresh.length === words.length) typed[typed.length - 1] += fresh
      else typed.push(fresh)
      open = fresh !== ''
    }
  }
  walk(element)
  return { typed, text }
}
