/** Much comes into a text in acts that can each be sent, in its order. */
import { expect, test } from 'vitest'
import { inPortions, isTooMuch } from './portions.ts'

test('much is cut between passages and never within one', () => {
  const some = Array.from({ length: 30 }, (_, at) => `${at} ${'x'.repeat(60_000)}`)
  const portions = inPortions(some)
  expect(portions.flat()).toEqual(some)
  expect(portions.length).toBe(4)
  expect(portions.every((portion) => !isTooMuch(portion))).toBe(true)
  expect(inPortions(['y'.repeat(900_000), 'kort']).map((portion) => portion.length), 'what is too long by itself').toEqual([1, 1])
  expect(inPortions([])).toEqual([])
})
