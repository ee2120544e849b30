/** What the panel says about whether a text can go to a round. */
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { readiness } from './readiness.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))
const must = { severity: 'must' } as const
const warn = { severity: 'warn' } as const
const board = (...groups: readonly ('reconfirm' | 'agreed' | 'waiting')[]) => ({ rows: groups.map((group) => ({ group })) })

test('it can go just so only where nothing stands in the way and nobody has to confirm anew', () => {
  expect(readiness([], null)).toEqual(['Geen aandachtspunten. De tekst kan zo naar een akkoordronde.'])
  expect(readiness([], board('agreed', 'waiting'))).toEqual(['Geen aandachtspunten. De tekst kan zo naar een akkoordronde.'])
})
test('[V8] a partner whose words changed has to confirm them, and a round asks for that', () => {
  expect(readiness([], board('reconfirm', 'agreed'))).toEqual(['Geen aandachtspunten in de tekst.', '1 partner moet herbevestigen: de tekst veranderde na het akkoord. Een akkoordronde vraagt erom.'])
  expect(readiness([warn], board('reconfirm', 'reconfirm'))).toEqual(['Een akkoordronde kan; kijk hier eerst naar.', '2 partners moeten herbevestigen: de tekst veranderde na hun akkoord. Een akkoordronde vraagt erom.'])
})
test('what is needed first is said first', () => {
  expect(readiness([warn, must], null)).toEqual(['Nog niet klaar voor een akkoordronde: 1 punt is eerst nodig.'])
})
