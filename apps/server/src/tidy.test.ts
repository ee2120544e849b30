/** When memory is given back: after a crowd, and only while nobody waits. */
import { expect, test } from 'vitest'
import { isDue } from './tidy.ts'

test('a crowd is tidied up after once it is calm, a handful never', () => {
  expect([isDue(500, 0.05), isDue(500, 0.9), isDue(3, 0.05), isDue(0, 0)]).toEqual([true, false, false, false])
})
