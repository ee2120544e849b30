import type { AskGround } from '@draagvlak/api/round'
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { firstWish, groundOf, mayCarry, roundOf, type Preview, type PreviewPartner } from './round-wish.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

const NOW = '2026-09-01T08:00:00.000Z'
const partner = (id: string, some: Partial<PreviewPartner> = {}): PreviewPartner => ({
  organisation: { id, name: `Organisatie ${id}`, kind: 'fund', reach: 'national', number: null, place: null, hue: 1, initials: 'OX' },
  ask: true, person: null, because: 'never-answered', candidates: [], feasible: null, ...some,
})
const colleague = (personId: string, ground: AskGround = 'colleague') => ({ personId, name: `Persoon ${personId}`, function: 'directeur', ground })
const only = (personId: string): Partial<PreviewPartner> => ({ person: { ...colleague(personId, 'only-contact'), email: null }, candidates: [colleague(personId, 'only-contact')] })
const preview = (...partners: PreviewPartner[]): Preview => ({
  findings: [], words: 100, refusals: [], edition: 1, sameAsVersion: null, writing: [], partners, mail: { subject: '', text: '' },
  suggestedDates: { answerBy: '2026-09-10T10:00:00.000Z', closesAt: '2026-09-14T21:59:59.999Z', recipientAt: null, zone: 'Europe/Amsterdam' },
})

test('one colleague is chosen beforehand, several are a choice that is asked for by name', () => {
  const asks = preview(partner('a', only('1')), partner('b', { candidates: [colleague('2'), colleague('3')] }))
  const wish = firstWish(asks)
  expect(wish.persons).toEqual({ a: '1', b: '' })
  expect(roundOf(asks, wish, NOW)).toEqual({ because: 'Kies wie antwoordt voor Organisatie b.' })
  const chosen = roundOf(asks, { ...wish, persons: { a: '1', b: '3' } }, NOW)
  expect(chosen).toMatchObject({ body: { asked: [{ organisationId: 'a', personId: '1' }, { organisationId: 'b', personId: '3' }], minimum: null, note: null } })
})

test('[M1] the reason is that of the person who is chosen, not of the one who was proposed', () => {
  const asked = partner('a', { candidates: [colleague('1', 'mandate'), colleague('2', 'answered-before'), colleague('3')] })
  expect(['1', '2', '3', 'named just now', ''].map((chosen) => groundOf(asked, chosen))).toEqual(['mandate', 'answered-before', 'colleague', 'colleague', null])
})

test('[V3] who stands already is not asked, and counts for the minimum', () => {
  const asks = preview(partner('a', only('1')), partner('b', { ask: false, because: 'stands' }))
  const wish = firstWish(asks)
  expect(wish.asked).toEqual(['a'])
  expect(mayCarry(asks, wish)).toBe(2)
  expect(roundOf(asks, { ...wish, minimum: '3' }, NOW)).toEqual({ because: 'Het minimum ligt tussen 1 en 2.' })
  expect(roundOf(asks, { ...wish, minimum: '2' }, NOW)).toMatchObject({ body: { minimum: 2 } })
})

test('[L2] what the text must have comes first, then dates that can be', () => {
  const asks = preview(partner('a', only('1')))
  expect(roundOf({ ...asks, findings: [{ code: 'no-title', severity: 'must', passageId: null, params: {} }] }, firstWish(asks), NOW)).toEqual({ because: 'Los eerst op wat in de tekst moet.' })
  expect(roundOf(asks, firstWish(asks), '2026-10-01T08:00:00.000Z')).toHaveProperty('because')
})

test('[S3] who is left out of the round is not held to answering', () => {
  const asks = preview(partner('a', only('1')), partner('b', only('2')))
  const wish = { ...firstWish(asks), mustAnswer: ['a', 'b'], asked: ['a'] }
  expect(roundOf(asks, wish, NOW)).toMatchObject({ body: { mustAnswer: ['a'] } })
})

test('[M1] who is new goes along with the request by name and address, who is known by id', () => {
  const asks = preview(partner('a', only('1')), partner('b'))
  const person = { name: 'Vera Nieuw', email: 'vera@b.example', function: 'bestuurder' }
  const wish = { ...firstWish(asks), newcomers: { 'b vera@b.example': person }, persons: { a: '1', b: 'b vera@b.example' } }
  expect(roundOf(asks, wish, NOW)).toMatchObject({ body: { asked: [{ organisationId: 'a', personId: '1', reason: null }, { organisationId: 'b', person, reason: null }] } })
})
