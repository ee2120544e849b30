import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shortened, wordDifference } from './word-difference.ts'

const shown = (before: string, after: string): string => wordDifference(before, after).map(({ as, text }) => (as === 'gone' ? `[-${text}-]` : as === 'new' ? `[+${text}+]` : text)).join('')

describe('the difference between two readings of a passage', () => {
  test('a number that replaces words stands beside what it replaces', () => {
    expect(shown('In ruim honderd wijken helpt het.', 'In 112 wijken helpt het.')).toBe('In [-ruim honderd-][+112+] wijken helpt het.')
  })
  test('words change as a phrase and the space around them stays', () => {
    expect(shown('Wij vragen u drie dingen.', 'Wij verwachten van u drie dingen.')).toBe('Wij [-vragen-][+verwachten van+] u drie dingen.')
  })
  test('what only came or only went is one piece', () => {
    expect(shown('Wij vragen geld.', 'Wij vragen geld en tijd.')).toBe('Wij vragen geld[+ en tijd+].')
    expect(shown('', 'Nieuw.')).toBe('[+Nieuw.+]')
    expect(shown('Weg.', '')).toBe('[-Weg.-]')
  })
  test('both readings can be read back from it, letter for letter', () => {
    const word = fc.constantFrom('wij', 'vragen', '112', 'é', ' ', '  ', '\n', ',', '.', '€', 'zorg-en-welzijn', '👪')
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(''))
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = wordDifference(before, after)
      const without = (as: 'gone' | 'new') => pieces.filter((piece) => piece.as !== as).map((piece) => piece.text).join('')
      return without('new') === before && without('gone') === after
    }), { seed: 20260914 })
  })
  test('a long stretch that stayed the same is cut, what changed never is', () => {
    const long = 'heel veel woorden die hetzelfde bleven '.repeat(12)
    const pieces = shortened(wordDifference(`${long}honderd ${long}`, `${long}112 ${long}`))
    expect(pieces.find((piece) => piece.as === 'new')?.text).toBe('112')
    expect(pieces.filter((piece) => piece.as === 'same').every((piece) => piece.text.length < 130 && piece.text.includes('…'))).toBe(true)
  })
})
