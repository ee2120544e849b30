/** How long somebody waits whose words were refused. */
import { expect, test } from 'vitest'
import { createPauses } from './pauses.ts'

test('the first mistake costs nothing, each further one twice as much, half a minute at most; in another room nobody knows of it, and after two minutes neither here', () => {
  let now = 0
  const pauses = createPauses(() => now)
  const waits = Array.from({ length: 8 }, () => [pauses.refused('noor', 'text'), pauses.before('noor', 'text')])
  expect(waits).toEqual([[false, 0], [true, 1_000], [true, 2_000], [true, 4_000], [true, 8_000], [true, 16_000], [true, 30_000], [true, 30_000]])
  expect([pauses.before('noor', 'other'), pauses.before('samira', 'text')]).toEqual([0, 0])
  now = 29_000
  expect(pauses.before('noor', 'text')).toBe(1_000)
  now = 31_000
  expect(pauses.before('noor', 'text')).toBe(0)
  now = 125_000
  expect(pauses.refused('noor', 'text')).toBe(false)
})
