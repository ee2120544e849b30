/** A row that is committed late, under a lower number than others, is found all the same. */
import { expect, test } from 'vitest'
import { KnownRows } from './known-rows.ts'
import { openLog, writer } from './testing-writer.ts'
import { aRoom, testPeer } from './testing.ts'

test('a number is looked for until it is older than one whole time between two looks', () => {
  const rows = new KnownRows([1, 2].map((seq) => ({ seq, whole: false })))
  rows.add(12)
  expect(rows.missing({ seqs: [1, 2, 11, 12], whole: [] })).toEqual([11])
  rows.looked()
  expect(rows.above).toBe(0) // 11 may still come
  rows.add(13)
  rows.looked()
  expect([rows.above, rows.missing({ seqs: [13, 14], whole: [] })]).toEqual([12, [14]])
})
test('a row that was put together out of many since it came here is missing, once', () => {
  const rows = new KnownRows([{ seq: 1, whole: true }, { seq: 2, whole: false }])
  expect(rows.missing({ seqs: [1, 2], whole: [1, 2] })).toEqual([2])
  rows.add(2, true)
  expect(rows.missing({ seqs: [1, 2], whole: [1, 2] })).toEqual([])
})
test('however many come in within a moment, nothing is taken to be old by that', async () => {
  const { room } = await aRoom(openLog())
  writer(room, testPeer('write')).types('a')
  await room.settled()
  for (let arrival = 0; arrival < 5; arrival += 1) await room.catchUp()
  expect(room.above).toBe(0)
  room.looked()
  room.looked()
  expect(room.above).toBeGreaterThan(0)
})
