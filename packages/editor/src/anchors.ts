/** Anchors: where in the text a conversation stands. The server writes them; no version and no export holds one. */
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { FRAGMENT, schema } from './schema.ts'
import { findPassage, passageElements } from './ydoc.ts'

/** The part of a passage that an anchor covers, counted in its words as `textOf` gives them; a footnote counts for nothing. */
export interface AnchorPlace { readonly passageId: string; readonly from: number; readonly to: number; readonly quote: string }

/**
 * Puts an anchor on words; false where the passage is gone or no longer has these words at that place.
 * @param from, to places in the passage's text, as in `AnchorPlace`.
 */
export function setAnchor(ydoc: Y.Doc, anchorId: string, place: AnchorPlace, origin?: unknown): boolean {
  const element = findPassage(ydoc, place.passageId)?.element
  if (element === undefined || place.to <= place.from || textBetween(element, place.from, place.to) !== place.quote) return false
  const key = anchorKey(anchorId)
  ydoc.transact(() => {
    for (const { text, start, end } of textsIn(element)) {
      const from = Math.max(place.from, start)
      const length = Math.min(place.to, end) - from
      if (length > 0) text.format(from - start, length, { [key]: { id: anchorId } })
    }
  }, origin)
  return true
}

/** Takes an anchor away wherever it stands. */
export function removeAnchor(ydoc: Y.Doc, anchorId: string, origin?: unknown): void {
  const key = anchorKey(anchorId)
  ydoc.transact(() => {
    for (const element of passageElements(ydoc)) for (const { text } of textsIn(element)) {
      if ((text.toDelta() as Run[]).some(run => run.attributes?.[key] !== undefined)) text.format(0, text.length, { [key]: null })
    }
  }, origin)
}

/** Every anchor and the places it covers: several after a split, none once its words are gone. */
export function anchorPlaces(ydoc: Y.Doc): Map<string, AnchorPlace[]> {
  const places = new Map<string, AnchorPlace[]>()
  for (const element of passageElements(ydoc)) {
    const passageId = element.getAttribute('id') ?? ''
    for (const { text, start } of textsIn(element)) {
      let at = start
      for (const { insert, attributes = {} } of text.toDelta() as Run[]) {
        for (const [key, attrs] of Object.entries(attributes)) if (key.startsWith('anchor--')) add(places, attrs.id ?? '', { passageId, from: at, to: at + insert.length, quote: insert })
        at += insert.length
      }
    }
  }
  return places
}

interface Run { readonly insert: string; readonly attributes?: Readonly<Record<string, { readonly id?: string }>> }

function add(places: Map<string, AnchorPlace[]>, id: string, place: AnchorPlace): void {
  const known = places.get(id) ?? []
  const last = known.at(-1)
  // Bold inside the words cuts them in runs; it is still one place.
  if (last?.passageId === place.passageId && last.to === place.from) known[known.length - 1] = { ...last, to: place.to, quote: last.quote + place.quote }
  else known.push(place)
  places.set(id, known)
}

function textsIn(element: Y.XmlElement): { readonly text: Y.XmlText; readonly start: number; readonly end: number }[] {
  let at = 0
  return element.toArray().flatMap(part => {
    const start = at
    if (part instanceof Y.XmlText) at += part.length
    else if (part instanceof Y.XmlElement && part.nodeName === 'hardBreak') at += 1
    return part instanceof Y.XmlText ? [{ text: part, start, end: at }] : []
  })
}

function textBetween(element: Y.XmlElement, from: number, to: number): string {
  const whole = element.toArray().map(part => part instanceof Y.XmlText ? (part.toDelta() as Run[]).map(run => run.insert).join('') : part instanceof Y.XmlElement && part.nodeName === 'hardBreak' ? '\n' : '').join('')
  return whole.slice(from, to)
}

/** The name under which the editor's binding stores this anchor: asked of the binding itself, so that both write the same. */
export function anchorKey(anchorId: string): string {
  const fragment = new Y.Doc().getXmlFragment(FRAGMENT)
  const word = schema.text('x', [schema.mark('anchor', { id: anchorId })])
  prosemirrorToYXmlFragment(schema.node('doc', null, [schema.node('passage', null, [word])]), fragment)
  const passage = fragment.get(0)
  const text = passage instanceof Y.XmlElement ? passage.get(0) : undefined
  const key = text instanceof Y.XmlText ? Object.keys((text.toDelta() as Run[])[0]?.attributes ?? {})[0] : undefined
  if (key === undefined) throw new Error('the binding stored no anchor')
  return key
}
