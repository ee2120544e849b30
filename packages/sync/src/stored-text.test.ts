/** Whoever comes in gets the bytes that lie there, and nothing more than is lacking. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Deletions } from './deletions.ts'
import { holds, patience } from './kept-seeds.ts'
import { StoredText } from './stored-text.ts'
import { textOf } from './testing.ts'

/** A text of so many updates, as they came. */
function typed(count: number, erase = 0.2): { doc: Y.Doc; updates: Uint8Array[] } {
  const [doc, updates] = [new Y.Doc(), [] as Uint8Array[]]
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let letter = 0; letter < count; letter += 1) {
    const { length } = textOf(doc)
    if (length > 0 && letter % 10 < erase * 10) doc.getText('default').delete(letter % length, 1)
    else doc.getText('default').insert(length === 0 ? 0 : letter % length, String(letter))
  }
  return { doc, updates }
}
/** With the state vector of the first, as the log has it of what was put together. */
const stored = (updates: readonly Uint8Array[]) => new StoredText(updates.map((update, at) => ({ update, vector: at > 0 ? null : Y.encodeStateVectorFromUpdate(update) })))
const lacked = (text: StoredText, doc: Y.Doc): readonly Uint8Array[] => text.lackedBy(Y.encodeStateVector(doc))

describe('what is sent to whoever comes in', () => {
  test('[R12] all of it, in whatever shape it lies: a long row, many loose updates, or both', () => {
    const { doc, updates } = typed(700)
    for (const cut of [0, 1, 300, 699]) {
      const text = stored([...(cut > 0 ? [Y.mergeUpdates(updates.slice(0, cut))] : []), ...updates.slice(cut)])
      const fresh = new Y.Doc()
      const sent = lacked(text, fresh)
      for (const update of sent) Y.applyUpdate(fresh, update)
      expect(textOf(fresh)).toBe(textOf(doc))
      expect(fresh.store.pendingStructs).toBe(null)
      expect(sent.length).toBeLessThan(12)
      expect(Y.decodeStateVector(text.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)))
    }
  })
  test('[R12] whoever has the beginning gets the rest and the deletions, not the whole again', () => {
    const { doc, updates } = typed(3_000)
    const text = stored([Y.mergeUpdates(updates.slice(0, 2_000)), ...updates.slice(2_000)])
    const has = new Y.Doc()
    for (const update of updates.slice(0, 1_900)) Y.applyUpdate(has, update)
    const sent = lacked(text, has)
    expect(sent.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(Y.encodeStateAsUpdate(doc).length)
    for (const update of sent) Y.applyUpdate(has, update)
    expect(textOf(has)).toBe(textOf(doc))
    const answer = lacked(text, has)
    expect(lacked(text, has)).toBe(answer) // for a crowd that asks the same it is made once
    const more = new Y.Doc()
    more.getText('default').insert(0, 'meer')
    const update = Y.encodeStateAsUpdate(more)
    text.add(update, Y.parseUpdateMeta(update).to)
    expect(lacked(text, has)).toEqual([...answer, update])
  })
  test('whoever has everything, where nothing was deleted, gets nothing', () => {
    const { doc, updates } = typed(50, 0)
    expect(lacked(stored(updates), doc)).toEqual([])
  })
  test('[R12] who asks ever other questions of a long text makes nothing grow, and is sent it whole when working out what is lacking took too long', () => {
    const doc = new Y.Doc()
    for (let piece = 0; piece < 4; piece += 1) doc.getText('default').insert(0, 'woord '.repeat(100_000))
    const whole = Y.encodeStateAsUpdate(doc)
    const asked = (text: StoredText, clock: number) => text.lackedBy(Y.encodeStateVector(new Map([[doc.clientID, clock]])))
    const quick = new StoredText([{ update: whole, vector: null }], () => 0)
    for (let clock = 1; clock < 40; clock += 1) {
      const fresh = new Y.Doc()
      for (const update of [Y.encodeStateAsUpdate(doc), ...asked(quick, clock)]) Y.applyUpdate(fresh, update)
      expect(textOf(fresh)).toBe(textOf(doc))
      expect(quick.kept).toBeLessThan(8 * 1024 * 1024)
    }
    let moment = 0
    const slow = new StoredText([{ update: whole, vector: null }], () => { moment += 150; return moment })
    const sent = [1, 2, 3, 4].map((clock) => asked(slow, clock)[0] === whole)
    expect(sent).toEqual([false, false, true, true])
    moment += 60_000
    expect([asked(slow, 5)[0] === whole, asked(slow, 1)[0] === whole]).toEqual([false, false])
  })
  test('bytes that are no state vector are an error', () => {
    expect(() => new StoredText([]).lackedBy(new Uint8Array([255]))).toThrow()
  })
})

test('[R8] what was deleted is known whole and piece by piece, however it was told', async () => {
  await holds(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 20, size: 'max' }), fc.nat(19), (ranges, at) => {
    const said = (list: typeof ranges) => ({ structs: [], ds: { clients: new Map([[7, list.map(([clock, len]) => ({ clock, len }))]]) } }) as unknown as ReturnType<typeof Y.decodeUpdate>
    const known = new Deletions([said(ranges.slice(0, at))])
    for (const range of ranges.slice(at)) known.add(said([range]))
    const deleted = new Set(ranges.flatMap(([clock, len]) => Array.from({ length: len }, (_, step) => clock + step)))
    for (let clock = 0; clock < 36; clock += 1) expect(known.covers(said([[clock, 1]]))).toBe(deleted.has(clock))
    expect(known.covers(said(ranges))).toBe(true)
  }), { name: 'deletions', seed: 20261125 })
}, patience())
