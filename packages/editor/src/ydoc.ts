/** A text as it lives in Yjs: writing the first passages, finding one, and reading them without repairing anything. */
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { passagesOf } from './canonical.ts'
import { normalisedContent, type JsonNode } from './inline.ts'
import type { Inline, Passage } from './passage.ts'
import { FRAGMENT } from './schema.ts'

export function fragmentOf(ydoc: Y.Doc): Y.XmlFragment {
  return ydoc.getXmlFragment(FRAGMENT)
}

/** The passages as Yjs elements, in order; anything else that stands in the root is left out here and refused by the gate. */
export function passageElements(ydoc: Y.Doc): Y.XmlElement[] {
  return fragmentOf(ydoc).toArray().filter(child => child instanceof Y.XmlElement)
}

/** The first passage with this id and where it stands; two may share an id until the server has healed them. */
export function findPassage(ydoc: Y.Doc, id: string): { readonly element: Y.XmlElement; readonly index: number } | null {
  const children = fragmentOf(ydoc).toArray()
  const index = children.findIndex(child => child instanceof Y.XmlElement && child.getAttribute('id') === id)
  const element = children[index]
  return element instanceof Y.XmlElement ? { element, index } : null
}

/** A passage as a Yjs element, in the form in which the editor's binding writes it. */
export function elementOf(passage: Passage): Y.XmlElement {
  const element = new Y.XmlElement('passage')
  const attributes: Record<string, unknown> = { id: passage.id === '' ? null : passage.id, kind: passage.kind, indent: passage.indent }
  setAttributes(element, attributes)
  element.insert(0, childrenOf(passage.content))
  return element
}

// Yjs types attributes as strings; the editor's binding stores numbers as they are, and so do we.
function setAttributes(element: Y.XmlElement, attributes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value as string)
}

function childrenOf(content: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = []
  let runs: { insert: string; attributes: Record<string, object> }[] = []
  const flush = (): void => {
    if (runs.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(runs)
    children.push(text)
    runs = []
  }
  for (const part of normalisedContent(content)) {
    if (part.type === 'text') {
      runs.push({ insert: part.text, attributes: Object.fromEntries((part.marks ?? []).map(mark => [mark.type, mark.type === 'link' ? mark.attrs : {}])) })
      continue
    }
    flush()
    const atom = new Y.XmlElement(part.type)
    if (part.type === 'source') setAttributes(atom, { ...part.attrs })
    children.push(atom)
  }
  flush()
  return children
}

/** Writes the first passages of a text. Only the server does this, once per text: two seeds would stand behind each other. */
export function seedPassages(ydoc: Y.Doc, passages: readonly Passage[], origin?: unknown): void {
  ydoc.transact(() => fragmentOf(ydoc).insert(0, passages.map(elementOf)), origin)
}

/** The document as ProseMirror JSON. Reads only: the binding's other readers delete what they cannot represent. */
export function docJson(ydoc: Y.Doc): JsonNode {
  return yXmlFragmentToProsemirrorJSON(fragmentOf(ydoc)) as JsonNode
}

/**
 * The passages of a text, without anchors.
 * @throws TypeError where the text holds what the gate refuses.
 */
export function readPassages(ydoc: Y.Doc): Passage[] {
  return passagesOf(docJson(ydoc))
}
