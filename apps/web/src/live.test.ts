/** Which queries are fetched anew when something was decided. */
import { expect, test } from 'vitest'
import { keyOf } from './api.ts'
import { shows } from './live.ts'
import { seeHome } from '@draagvlak/api/desk'
import { seeMe } from '@draagvlak/api/session'
import { seeBoard } from '@draagvlak/api/round'

const BOARD = keyOf(seeBoard, { params: { statementId: 's1' } })

test('an event of a statement reaches what shows that statement and the lists, not another statement', () => {
  expect(shows(BOARD, 'statement/s1')).toBe(true)
  expect(shows(BOARD, 'statement/s1/o1')).toBe(true)
  expect(shows(BOARD, 'statement/s2')).toBe(false)
  expect(shows(keyOf(seeHome), 'statement/s2')).toBe(true)
})

test('a renamed organisation shows everywhere but in who is signed in', () => {
  expect(shows(BOARD, 'organisation/o1')).toBe(true)
  expect(shows(keyOf(seeMe), 'organisation/o1')).toBe(false)
})

test('a right given or taken in a dossier reaches the texts that are open', () => {
  expect(shows(BOARD, 'dossier/d1')).toBe(true)
  expect(shows(keyOf(seeMe), 'dossier/d1')).toBe(false)
})
