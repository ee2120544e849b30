/** Pieces of a slab are nobody else's, whatever their sizes, and a slab that is little used is small. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds, patience } from './kept-seeds.ts'
import { Slab } from './slab.ts'

test('pieces never overlap, and each is as long as was asked', async () => {
  await holds(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20_000 })), { maxLength: 200, size: 'max' }), (lengths) => {
    const slab = new Slab()
    const pieces = lengths.map((length, at) => slab.copy(new Uint8Array(length).fill(at)))
    pieces.forEach((piece, at) => expect([piece.length, piece.every((byte) => byte === at % 256)]).toEqual([lengths[at], true]))
  }), { name: 'slab', seed: 20261126 })
}, patience())

test('who says little takes little: the bytes behind a piece grow with what was taken before', () => {
  const slab = new Slab()
  expect(slab.take(2).buffer.byteLength).toBeLessThan(1_024)
  for (let taken = 0; taken < 400_000; taken += 100) slab.take(100)
  expect(slab.take(2).buffer.byteLength).toBe(64 * 1024)
})
