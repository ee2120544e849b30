import { expect, test } from 'vitest'
import { firstWords, numberedName } from './passage-name.ts'
import { p } from './testing.ts'

test('a passage is named by its number and its first words, the title by what it is', () => {
  const passages = [p('titel', 'Gezondheid begint in de wijk', 'title'), p('kort', 'Kort'), p('lang', 'Een zin die veel te lang is om in een keuzelijst te passen')]
  expect(passages.map(({ id }) => numberedName(passages, id, 'Titel'))).toEqual(['1. Titel', '2. Kort', '3. Een zin die veel te lang is om in een…'])
  expect(numberedName(passages, 'weg', 'Titel')).toBe('')
  expect(firstWords(p('aanhef', 'Geachte staatssecretaris,'))).toBe('Geachte staatssecretaris')
})
