/** How many carry a text, in a sentence that also reads well where one partner was asked. */
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { carrySentence } from './number-words.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

test('one partner that was asked, and one that carries, are not spoken of as several', () => {
  expect(carrySentence({ carrying: 0, of: 1 })).toBe('De gevraagde partner draagt deze tekst nog niet')
  expect(carrySentence({ carrying: 1, of: 4 })).toBe('Eén van de vier partners draagt deze tekst')
  expect(carrySentence({ carrying: 0, of: 12 })).toBe('Nog geen van de twaalf partners draagt deze tekst')
})
