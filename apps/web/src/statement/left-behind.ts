/** Words that stand in one copy of a text and that the server does not have: what is offered back to who typed them. */
import { PASSAGE_KINDS, type PassageKind } from '@draagvlak/domain/passage'
import { kindOfSecondHalf } from '@draagvlak/editor/kinds'
import { fragmentOf } from '@draagvlak/editor/ydoc'
import * as Y from 'yjs'

export interface LeftBehind {
  readonly passageId: string
  readonly kind: PassageKind
  /** What was typed, stretch by stretch. */
  readonly typed: string
  /** All that the passage held. */
  readonly text: string
  /** The passages before and after it, nearest first, by id. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/**
 * The stretches of words that came after a state vector, per passage, in the order of the text. White space alone is no word.
 * @param known what the server has.
 */
export function leftBehind(ydoc: Y.Doc, known: Uint8Array): LeftBehind[] {
  const clocks = Y.decodeStateVector(known)
  const passages = fragmentOf(ydoc).toArray().flatMap((child) => (child instanceof Y.XmlElement ? [{ id: child.getAttribute('id') ?? '', kind: kindOf(child), ...wordsIn(child, clocks) }] : []))
  return passages.flatMap(({ id, kind, typed, text }, at) => (typed.some((words) => words.trim() !== '') ? [{
    passageId: id, kind, typed: typed.join('\n'), text,
    before: passages.slice(0, at).map((passage) => passage.id).reverse(), after: passages.slice(at + 1).map((passage) => passage.id),
  }] : []))
}

/** In a copy of an older schema there may stand a kind that is none any more. */
const kindOf = (element: Y.XmlElement): PassageKind => PASSAGE_KINDS.find((kind) => kind === element.getAttribute('kind')) ?? 'paragraph'

/** What they come back as: what they were, but where their own passage still stands no second title or heading. Kept by an older version, a paragraph. */
export const kindBack = ({ kind }: { readonly kind?: PassageKind }, ownStands: boolean): PassageKind => (kind === undefined ? 'paragraph' : ownStands ? kindOfSecondHalf(kind) : kind)

/** Those of which a stretch stands nowhere in these texts. */
export function notIn(words: readonly LeftBehind[], texts: readonly string[]): LeftBehind[] {
  return words.filter(({ typed }) => !typed.split('\n').every((stretch) => stretch.trim() === '' || texts.some((text) => text.includes(stretch))))
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
