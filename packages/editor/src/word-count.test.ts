import { expect, test } from 'vitest'
import { templatePassages } from './templates.ts'
import { p } from './testing.ts'
import { countWords, wordsOf } from './word-count.ts'

test('words are counted as Word does: white space is the border and a dash that stands alone counts', () => {
  expect(countWords("Zo'n 2.500 e-mails – foto's én 't werk: zorg-en-welzijn/Wmo.")).toBe(9)
  expect(countWords('')).toBe(0)
  expect(countWords('  \n ')).toBe(0)
  expect(countWords('preventie\u00adbeleid telt\u00a0twee')).toBe(3)
})

test('every kind of passage counts, and a line break parts words', () => {
  expect(wordsOf([p('a', 'Sociaal maakt gezond', 'title'), p('b', 'Aan de minister\nvan VWS', 'addressee'), p('c', '')])).toBe(8)
})

test('what a template asks for is no word of the text: an empty letter has none, and other brackets count', () => {
  expect(wordsOf(templatePassages('open-letter', 'nl', () => 'x'))).toBe(0)
  expect(wordsOf(templatePassages('key-messages', 'nl', () => 'x'))).toBe(0)
  expect(wordsOf([p('a', 'Wij vragen [Naam van de minister] om haast [sic] te maken.')])).toBe(7)
})
