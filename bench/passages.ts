/** Documents in the shape that the product keeps: a flat list of passages, each with one text. */
import * as Y from 'yjs'
import type { Place } from './letters.ts'

const FIRST_WORDS = 'Geachte leden van de commissie, '
const WORDS = ['wonen', 'samen', 'gemeente', 'steun', 'bereikbaar', 'plan', 'beleid', 'ruimte', 'jaar', 'bewoners', 'kosten', 'regio']

export const listOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('default')
export const elementsOf = (doc: Y.Doc): Y.XmlElement[] => listOf(doc).toArray().filter((child) => child instanceof Y.XmlElement)

/** Ten letters or digits, always the same for the same number. */
export const passageId = (number: number): string => `p${number.toString(36).padStart(9, '0')}`

export function newPassage(id: string, text: string, name = 'passage'): Y.XmlElement {
  const element = new Y.XmlElement<{ id: string; kind: string; indent: number }>(name)
  element.setAttribute('id', id)
  element.setAttribute('kind', 'paragraph')
  element.setAttribute('indent', 0)
  element.insert(0, [new Y.XmlText(text)])
  return element as unknown as Y.XmlElement
}

export const textsOf = (doc: Y.Doc): Y.XmlText[] => elementsOf(doc).flatMap((element) => element.toArray().filter((child) => child instanceof Y.XmlText))
/** What a reader sees of the passages that this client made, and not of a title that the server began with; between two lies one newline. */
export const readText = (doc: Y.Doc, client: number): string =>
  elementsOf(doc).filter(({ _item }) => _item?.id.client === client).map((element) => element.toArray().filter((child) => child instanceof Y.XmlText).map(plain).join('')).join('\n')
const plain = (text: Y.XmlText): string => (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')

/** What a change adds to a document, as the bytes that are sent. */
export function changeOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.transact(change)
  return Y.encodeStateAsUpdate(doc, before)
}

export interface Begun { readonly update: Uint8Array; readonly words: string; readonly end: Place }

/** A first passage with words in it, and the place of its last letter. */
export function begin(client: number, words = FIRST_WORDS): Begun {
  const doc = new Y.Doc()
  doc.clientID = client
  const update = changeOf(doc, () => listOf(doc).insert(0, [newPassage(passageId(client), words)]))
  // The attributes of the passage come behind its letters.
  const { lastId } = textsOf(doc)[0]!._start!
  return { update, words, end: { client, clock: lastId.clock } }
}

/** A document of about so many bytes, and its state. */
export function longDocument(client: number, bytes: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  const sentence = Array.from({ length: 130 }, (_, at) => WORDS[(at * 5 + client) % WORDS.length]).join(' ')
  doc.transact(() => { for (let at = 0; at * sentence.length < bytes; at += 1) listOf(doc).insert(at, [newPassage(passageId(at), sentence)]) })
  return doc
}
