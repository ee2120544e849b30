/** Saved is said of the first so many messages: never of one that is not on disk, though a later one is. */
import { expect, test } from 'vitest'
import { SavedCount } from './saved-count.ts'

test('[R4] what is on disk counts at once', () => {
  const count = new SavedCount()
  expect([count.add(1), count.add(2)]).toEqual([1, 3])
})

test('[R8] nothing counts from the first loose letter on, until the answer that holds it is on disk', () => {
  const count = new SavedCount()
  expect(count.add(1)).toBe(1)
  count.leaveOut()
  count.leaveOut()
  expect(count.add(1)).toBeNull()
  count.answered()
  expect(count.add(1)).toBe(5)
  expect(count.add(1)).toBe(6)
})
