import type { EventView } from '@draagvlak/api/event'
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { byDay, entriesOf, keyOfEvent, statedWords, type NamesOf } from './entries.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

const OAK = { id: 'oak', name: 'De Brede Linde' }
const names: NamesOf = { organisations: new Map([['oak', OAK.name]]), persons: new Map([['hanna', 'Hanna Terpstra']]), versions: new Map([['v1', 2]]), zone: 'Europe/Amsterdam' }
const event = (type: string, data: Record<string, unknown> | null, some: Partial<EventView> = {}): EventView => ({
  stream: 'statement/s', revision: 1, type, at: '2026-09-08T07:14:00.000Z', hash: 'ab12'.padEnd(64, '0'), previous: null, via: 'link', person: { name: 'Hanna Terpstra', function: 'bestuurder' }, organisation: OAK, data, intact: true, ...some,
})
const answer = { answerId: 'a', roundId: 'r', version: 'v1', organisationId: 'oak', personId: 'hanna', answer: 'agreed', capacity: 'organisation', standing: 'counts', mandate: null, reservations: [], exceptions: [], conditions: [], nameInPrint: false, late: false }
const stated = { roundId: 'r', version: 'v1', organisationId: 'oak', personId: 'hanna', capacity: 'organisation' }

test('[S2] an answer is one line with the two statements that were recorded with it, and every seal', () => {
  const [only, ...none] = entriesOf([event('answer-given', answer), event('authority-stated', stated), event('version-read', stated)], names)
  expect(none).toEqual([])
  expect(only?.told).toMatchObject({ lead: 'De Brede Linde', text: 'geeft akkoord op slotversie 2.', state: 'carries' })
  expect(only?.with.map(({ type }) => type)).toEqual(['authority-stated', 'version-read'])
})

test('[S2] each of the seals beside an answer says what it seals', () => {
  const [only] = entriesOf([event('answer-given', answer), event('authority-stated', stated, { hash: 'cd34'.padEnd(64, '0') }), event('version-read', stated, { hash: 'ef56'.padEnd(64, '0') })], names)
  expect(statedWords(only!)).toEqual(['verklaarde te mogen antwoorden (zegel cd34)', 'verklaarde deze versie te hebben gelezen (zegel ef56)'])
})

test('statements of another moment stand on their own', () => {
  const entries = entriesOf([event('answer-given', answer), event('version-read', stated, { at: '2026-09-08T07:13:59.000Z' })], names)
  expect(entries.map(({ event: { type } }) => type)).toEqual(['answer-given', 'version-read'])
})

test('[P1] what is withheld says so, and tells nothing of what stands there', () => {
  const [withheld] = entriesOf([event('answer-given', null, { person: null })], names)
  expect(withheld?.told.text).toContain('niet voor jouw organisatie bedoeld')
  expect(withheld?.told).not.toHaveProperty('state')
})

test('[S6] an answer on personal title never says that the organisation answers', () => {
  const [personal] = entriesOf([event('answer-given', { ...answer, capacity: 'personal' })], names)
  expect(personal?.told.lead).toBe('Op persoonlijke titel')
  expect(personal?.told).not.toHaveProperty('state')
})

test('[L5, M4] late and provisional answers carry nothing in the picture', () => {
  const tell = (some: object) => entriesOf([event('answer-given', { ...answer, ...some })], names)[0]?.told
  expect(tell({ late: true })).toMatchObject({ state: 'waiting', text: 'geeft akkoord op slotversie 2. Te laat; wacht op toelating.' })
  expect(tell({ standing: 'provisional' })).toMatchObject({ state: 'waiting' })
})

test('[G6] what a partner did with its logo and its name is a line of its own, however its revision is numbered', () => {
  const elsewhere = (type: string, data: Record<string, unknown>) => event(type, { organisationId: 'oak', ...data }, { stream: 'organisation/oak' })
  const entries = entriesOf([elsewhere('logo-added', {}), elsewhere('organisation-renamed', { name: 'De Linde', validFrom: '2026-10-01' }), elsewhere('printed-name-set', { printedName: 'Brede Linde' }), event('round-closed', { roundId: 'r' })], names)
  expect(entries.map(({ told: { lead, text, matter } }) => [lead, text, matter])).toEqual([
    ['De Brede Linde', 'voegde een logo toe.', 'logos'], ['De Brede Linde', 'heet De Linde vanaf 1 oktober 2026.', 'rest'], ['De Brede Linde', 'staat in druk als Brede Linde.', 'rest'], ['Akkoordronde gesloten.', 'Antwoorden hierna zijn te laat.', 'decisions'],
  ])
  expect(new Set([entries[0]!, entries[3]!].map((one) => keyOfEvent(one.event))).size).toBe(2)
})

test('a kind of event that is not known yet is no reason to fail', () => {
  expect(entriesOf([event('comet-seen', {})], names)[0]?.told.lead).toBe('De Brede Linde')
})

test('days are those of the zone of the dossier', () => {
  const late = event('round-closed', { roundId: 'r' }, { at: '2026-09-08T22:30:00.000Z' })
  expect(byDay(entriesOf([late, event('round-closed', { roundId: 'r' })], names), 'Europe/Amsterdam').map(({ day }) => day)).toEqual(['2026-09-09', '2026-09-08'])
})
