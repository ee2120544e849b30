/** What the bytes of an update tell before anything is applied. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Claims } from './claims.ts'

const noor = { owner: 'noor', actingFor: 'horizon' }
const samira = { owner: 'samira', actingFor: null }

function typed(doc: Y.Doc, words: string): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getText('default').insert(0, words)
  return Y.encodeStateAsUpdate(doc, before)
}

test('[R11] a first use is a claim, a second is none', () => {
  const [claims, doc] = [new Claims(new Map(), new Y.Doc()), new Y.Doc()]
  expect(claims.check(typed(doc, 'a'), noor)).toEqual({ ok: true, adds: true, claims: [{ clientId: doc.clientID, owner: 'noor', actingFor: 'horizon' }] })
  expect(claims.check(typed(doc, 'b'), noor)).toEqual({ ok: true, adds: true, claims: [] })
  expect(claims.check(typed(doc, 'c'), samira)).toEqual({ ok: false, because: 'client-of-another' })
})
test('[R8] a gap is seen in the bytes, and nothing of it is counted', () => {
  const [claims, doc] = [new Claims(new Map(), new Y.Doc()), new Y.Doc()]
  const first = typed(doc, 'a')
  const second = typed(doc, 'b')
  expect(claims.check(second, noor)).toEqual({ ok: false, because: 'parts-are-missing' })
  expect(claims.check(first, noor)).toMatchObject({ ok: true })
  expect(claims.check(second, noor)).toMatchObject({ ok: true, adds: true })
  expect(claims.check(second, samira)).toMatchObject({ ok: true, adds: false })
})
test('what another node wrote is counted, and tells of an id that is new here', () => {
  const [claims, doc] = [new Claims(new Map(), new Y.Doc()), new Y.Doc()]
  expect(claims.heard(typed(doc, 'a'))).toBe(true)
  expect(claims.heard(typed(doc, 'b'))).toBe(false)
  expect(claims.check(typed(doc, 'c'), noor)).toMatchObject({ ok: true, adds: true })
})
test('bytes that are no update are told apart', () => {
  expect(new Claims(new Map(), new Y.Doc()).check(new Uint8Array([255, 255]), noor)).toEqual({ ok: false, because: 'not-an-update' })
})
