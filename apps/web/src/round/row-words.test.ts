/** What a row of the board says besides its answer. */
import type { BoardRow } from '@draagvlak/api/round'
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { logoLine, saidWords } from './row-words.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

const text = { versions: [], dossier: { id: 'd', title: '', coalition: '', zone: 'Europe/Amsterdam' } }
const row = (some: Partial<BoardRow>): BoardRow => ({ group: 'agreed', state: 'agreed', logo: 'not-asked', person: { name: 'Marijke Veldhuis', function: 'directeur' }, at: '2026-09-09T09:00:00.000Z', capacity: 'organisation', via: 'link', dividedInside: false, notAskedBecause: null, ...some }) as BoardRow

test('a yes names who gave it, like every other answer', () => {
  for (const group of ['agreed', 'reserved', 'declined'] as const) expect(saidWords(row({ group }), text)).toBe('Marijke Veldhuis, wo 9 sept')
  expect(saidWords(row({ at: null }), text), 'nothing was answered yet').toBeNull()
})
test('[G3] who takes no part is told nothing about leave for its logo', () => {
  expect(logoLine(row({}))).toBe('Nog geen toestemming voor het logo.')
  expect(logoLine(row({ group: 'declined' }))).toBeNull()
})
