/** Typed days: what a person means, and never another day. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay, writeDay } from './days.ts'

test('a Dutch date, with dashes, slashes or points, is that day', () => {
  expect(['3-10-2026', '03/10/2026', '3.10.2026', '2026-10-03'].map(readDay)).toEqual(Array(4).fill('2026-10-03'))
})

test('31 September and words are no day', () => {
  expect(['31-9-2026', '29-2-2026', 'volgende week', '3-10-26', ''].map(readDay)).toEqual(Array(5).fill(null))
})

test('every day that is written is read back as the same day', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
    const day = at.toISOString().slice(0, 10)
    expect(readDay(writeDay(day))).toBe(day)
  }), { seed: 20261125 })
})
