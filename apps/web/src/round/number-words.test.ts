/** How many carry a text, in a sentence that also reads well where one partner was asked. */
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { carrySentence } from './number-words.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

test('nobody carries it yet: of one partner the sentence is not about several', () => {
  expect(carrySentence({ carrying: 0, of: 1 })).toBe('De gevraagde partner draagt deze tekst nog niet')
  expect(carrySentence({ carrying: 0, of: 12 })).toBe('Nog geen van de twaalf partners draagt deze tekst')
})
