/** What the menu of a statement says to whom, at which stage. */
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { leadsIt, whyNotLife, type Living } from './life-acts.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

const concept: Living = { may: ['rename-statement', 'choose-participants', 'duplicate-statement', 'archive-statement', 'stop-statement', 'delete-statement'], myRoles: ['coordinator'], stage: 'concept', edition: null, round: null }
const round = {} as NonNullable<Living['round']>

test('a coordinator may do everything with a draft that nobody was asked about', () => {
  for (const act of ['rename', 'participants', 'duplicate', 'archive', 'stop', 'delete'] as const) expect(whyNotLife(act, concept)).toBeNull()
})
test('deleting is refused once partners were asked, also after the round was stopped', () => {
  expect(whyNotLife('delete', { ...concept, round })).toBe('Er zijn al partners gevraagd. Stoppen met een reden kan wel.')
})
test('[L1] stopping is refused once an edition stands, and where it was stopped before', () => {
  expect(whyNotLife('stop', { ...concept, stage: 'gepubliceerd', edition: 1, round })).toBe('Er is al een uitgave gepubliceerd. Open het concept voor een volgende, of trek deze uitgave eerst in.')
  expect(whyNotLife('stop', { ...concept, stage: 'gestopt', round })).toBe('Deze tekst is gestopt. Verder gaan kan met een kopie.')
})
test('[L1] a stopped statement can still be duplicated', () => {
  expect(whyNotLife('duplicate', { ...concept, stage: 'gestopt' })).toBeNull()
})
test('a final editor reads that stopping and deleting are of the coordinator', () => {
  const editor = { ...concept, myRoles: ['final-editor'], may: ['rename-statement', 'duplicate-statement', 'archive-statement', 'choose-participants'] }
  expect(leadsIt(editor)).toBe(true)
  expect(whyNotLife('stop', editor)).toBe('Dit kan alleen de coördinator van het dossier.')
  expect(whyNotLife('delete', editor)).toBe('Dit kan alleen de coördinator van het dossier.')
})
test('[L3] a final editor takes an edition back also while the next one is being written; the coordinator reads whose act that is', () => {
  const writing: Living = { ...concept, stage: 'gepubliceerd-in-bewerking', edition: 1, round }
  expect(whyNotLife('withdraw-edition', { ...writing, myRoles: ['final-editor'], may: ['withdraw-publication'] })).toBeNull()
  expect(whyNotLife('withdraw-edition', writing)).toBe('Alleen de eindredacteur trekt een uitgave in.')
})
test('a reader does not see the acts at all', () => {
  expect(leadsIt({ myRoles: ['observe', 'mandate-holder'] })).toBe(false)
})
