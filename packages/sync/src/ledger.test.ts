/** What the bytes of an update tell before anything is applied. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from './decoded.ts'
import { Ledger, MOST_IDS } from './ledger.ts'

const noor = { owner: 'noor', actingFor: 'horizon' }
const samira = { owner: 'samira', actingFor: null }
const empty = () => new Ledger(new Map(), new Map())

function typed(doc: Y.Doc, words: string, at = 0) {
  const before = Y.encodeStateVector(doc)
  doc.getText('default').insert(at, words)
  return decodeUpdate(Y.encodeStateAsUpdate(doc, before))!
}

test('[R11] a first use is a claim, a second is none', () => {
  const [ledger, doc] = [empty(), new Y.Doc()]
  expect(ledger.check(typed(doc, 'a'), noor)).toEqual({ ok: true, ends: new Map([[doc.clientID, 1]]), claims: [{ clientId: doc.clientID, owner: 'noor', actingFor: 'horizon' }] })
  expect(ledger.check(typed(doc, 'b'), noor)).toMatchObject({ ok: true, claims: [] })
  expect(ledger.check(typed(doc, 'c'), samira)).toEqual({ ok: false, because: 'client-of-another' })
})
test('[R11] parts that nobody is known to own, those of the server, are carried on by nobody', () => {
  const doc = new Y.Doc()
  typed(doc, 'a')
  expect(new Ledger(new Map(), new Map([[doc.clientID, 1]])).check(typed(doc, 'b'), noor)).toEqual({ ok: false, because: 'client-of-nobody-known' })
})
test('[R8] a gap is seen in the bytes, and nothing of it is counted', () => {
  const [ledger, doc] = [empty(), new Y.Doc()]
  const [first, second] = [typed(doc, 'a'), typed(doc, 'b')]
  expect(ledger.check(second, noor)).toEqual({ ok: false, because: 'parts-are-missing' })
  expect(ledger.check(first, noor)).toMatchObject({ ok: true })
  expect(ledger.check(second, noor)).toMatchObject({ ok: true, ends: new Map([[doc.clientID, 2]]) })
  expect(ledger.check(second, samira)).toMatchObject({ ok: true, ends: new Map() })
})
test('[R8] letters beside letters that were never seen, or deletions of them, have parts missing', () => {
  const [mine, other] = [new Y.Doc(), new Y.Doc()]
  typed(other, 'onbekend')
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(other))
  const beside = typed(mine, 'x', 3)
  expect(empty().check(beside, noor)).toEqual({ ok: false, because: 'parts-are-missing' })
  const before = Y.encodeStateVector(other)
  other.getText('default').delete(0, 2)
  expect(empty().check(decodeUpdate(Y.encodeStateAsUpdate(other, before))!, noor)).toEqual({ ok: false, because: 'parts-are-missing' })
  expect(new Ledger(new Map(), new Map([[other.clientID, 8]])).check(beside, noor)).toMatchObject({ ok: true })
})
test('[R8] letters before letters that were never seen, and what stands in something that was never seen, have parts missing', () => {
  const [mine, other] = [new Y.Doc(), new Y.Doc()]
  typed(other, 'onbekend')
  other.getXmlFragment('list').insert(0, [new Y.XmlElement('passage')])
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(other))
  const before = typed(mine, 'x', 0)
  const state = Y.encodeStateVector(mine)
  ;(mine.getXmlFragment('list').get(0) as Y.XmlElement).insert(0, [new Y.XmlText()])
  const inside = decodeUpdate(Y.encodeStateAsUpdate(mine, state))!
  const after = (...clocks: [number, number][]) => new Ledger(new Map([[mine.clientID, 'noor']]), new Map(clocks))
  for (const update of [before, inside]) {
    const own: [number, number] = [mine.clientID, update.structs[0]!.id.clock]
    expect(after(own).check(update, noor)).toEqual({ ok: false, because: 'parts-are-missing' })
    expect(after(own, [other.clientID, 9]).check(update, noor)).toMatchObject({ ok: true })
  }
})
test('[R8] a gap in the middle of a message is a gap', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of 'abc') doc.getText('default').insert(0, letter)
  const [first, , third] = updates as [Uint8Array, Uint8Array, Uint8Array]
  expect(empty().check(decodeUpdate(Y.mergeUpdates([first, third]))!, noor)).toEqual({ ok: false, because: 'parts-are-missing' })
})
test('parts that hang on each other in one message are whole, in whatever order they stand', () => {
  const [mine, other] = [new Y.Doc(), new Y.Doc()]
  typed(other, 'a')
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(other))
  typed(mine, 'b', 1)
  expect(empty().check(decodeUpdate(Y.encodeStateAsUpdate(mine))!, noor)).toMatchObject({ ok: true, ends: new Map([[mine.clientID, 1], [other.clientID, 1]]) })
})
test('what another node wrote is counted; where something is missing before it, it is not', () => {
  const [ledger, doc] = [new Ledger(new Map(), new Map()), new Y.Doc()]
  const [first, second] = [typed(doc, 'a'), typed(doc, 'b')]
  expect(ledger.heard(second)).toBe(null)
  expect(ledger.heard(first)).toEqual(new Map([[doc.clientID, 1]]))
  ledger.own(new Map([[doc.clientID, 'noor']]))
  expect(ledger.check(second, noor)).toMatchObject({ ok: true, claims: [] })
})
test('bytes that are no update are told apart', () => {
  expect(decodeUpdate(new Uint8Array([255, 255]))).toBe(null)
})
test('[R11] one person can not fill a text with client ids, which everybody who comes in would have to name', () => {
  const byMany = (from: number, count: number) => decodeUpdate(Y.mergeUpdates(Array.from({ length: count }, (_, at) => {
    const doc = new Y.Doc()
    doc.clientID = from + at
    doc.getText('default').insert(0, 'x')
    return Y.encodeStateAsUpdate(doc)
  })))!
  const filled = new Ledger(new Map(Array.from({ length: MOST_IDS - 1 }, (_, at) => [at + 1_000_000, 'noor'])), new Map())
  expect(filled.check(byMany(1, 2), noor)).toEqual({ ok: false, because: 'too-many-clients' })
  expect(filled.check(byMany(1, 1), noor)).toMatchObject({ ok: true })
  expect(filled.check(byMany(3, 2), samira)).toMatchObject({ ok: true })
})
