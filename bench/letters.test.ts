/** Keystrokes made by hand must be what Yjs would have made of them. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deletionUpdate, eachEnd, lettersUpdate, Typist } from './letters.ts'
import { begin, readText } from './passages.ts'

const endsIn = (update: Uint8Array): [number, number][] => {
  const ends: [number, number][] = []
  eachEnd(update, (client, end) => ends.push([client, end]))
  return ends
}

test('three people type at the same place, and each text stands there in one piece', () => {
  const { update, words, end } = begin(500_000_000)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const typists = [1, 2, 3].map((nth) => new Typist(700_000_000 + nth, end))
  for (let key = 0; key < 60; key += 1) for (const typist of typists) Y.applyUpdate(doc, typist.next())
  const text = readText(doc, end.client)
  expect(text.startsWith(words)).toBe(true)
  expect(text).toHaveLength(words.length + 180)
  for (const typist of typists) expect(text).toContain(typist.text())
  expect(new Set(typists.map((typist) => typist.text())).size).toBe(3)
})

test('a keystroke is read from its bytes exactly as Yjs decodes it', () => {
  for (const [client, clock, letters] of [[1, 0, 'a'], [4_294_967_295, 0, 'z'], [700_000_001, 12_345_678, 'twee woorden'], [5, 127, 'é'], [5, 128, '👍']] as const) {
    const update = lettersUpdate({ client, clock }, { client: 7, clock: 300 }, letters)
    const [struct] = Y.decodeUpdate(update).structs
    expect(endsIn(update)).toEqual([[struct!.id.client, struct!.id.clock + struct!.length]])
    expect(struct!.id).toEqual({ client, clock })
  }
})

test('what an editor sends beside keystrokes is read too', () => {
  const { update, end } = begin(9)
  expect(Math.max(...endsIn(update).map(([, to]) => to))).toBeGreaterThan(end.clock)
  expect(endsIn(deletionUpdate({ client: 9, clock: 3 }, 4))).toEqual([])
  const typist = new Typist(10, end)
  expect(endsIn(Y.mergeUpdates([update, typist.next(), typist.next()])).filter(([client]) => client === 10).at(-1)).toEqual([10, 2])
})

test('a deletion takes away what it names', () => {
  const { update, words, end } = begin(9)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  Y.applyUpdate(doc, deletionUpdate({ client: end.client, clock: end.clock - 4 }, 5))
  expect(readText(doc, end.client)).toBe(words.slice(0, -5))
})
