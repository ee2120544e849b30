/** The fundering: who stands where. */
import type { DossierFull } from '@draagvlak/api/dossier'
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { linesOfListing, linesOfPartners, standingOn } from './foundation-lines.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

type Partner = DossierFull['partnerList'][number]
const wall = { file: 'f', mediaType: 'image/svg+xml', width: 100, height: 40, limitedBy: null, image: { width: 100, height: 40, left: 0, top: 0 } }
const partner = (id: string, name: string, wish: Partial<Partner> = {}, kind: Partner['organisation']['kind'] = 'national-member'): Partner => ({
  organisation: { id, name, kind, reach: 'national', number: null, place: null, hue: 1, initials: 'XX' }, roles: ['partner'], joined: true, since: '2026-01-01T00:00:00.000Z', endedAt: null, people: null, logo: null, partnerLogoLeave: false, ...wish,
})

test('[G3] a name takes the place of a logo that is not there, in the same order', () => {
  const lines = linesOfPartners([partner('a', 'InEen'), partner('b', 'MEE NL', { logo: { file: 'f', mediaType: 'image/svg+xml', wall } })], ['a', 'b'])
  expect(lines.wall).toEqual([{ id: 'a', name: 'InEen', logo: null }, { id: 'b', name: 'MEE NL', logo: wall }])
  expect(standingOn(lines)).toEqual({ count: 2, logos: 1 })
})
test('who left the coalition or does not take part in this text is not in its foundation', () => {
  expect(linesOfPartners([partner('a', 'A', { endedAt: '2026-02-01T00:00:00.000Z' }), partner('b', 'B')], ['a']).wall).toEqual([])
})
test('[G4] State bodies stand by name in a list of their own, and three of them are one line', () => {
  const state = ['Ministerie X', 'Ministerie Y', 'Inspectie Z'].map((name, at) => partner(`s${at}`, name, {}, 'state-body'))
  const all = state.map(({ organisation }) => organisation.id)
  expect(linesOfPartners(state.slice(0, 2), all)).toMatchObject({ wall: [], state: ['Ministerie X', 'Ministerie Y'] })
  expect(linesOfPartners(state, all)).toMatchObject({ state: ['Rijksoverheid'], count: 3 })
  expect(linesOfPartners([partner('s0', 'Ministerie X', { partnerLogoLeave: true }, 'state-body')], all).wall).toHaveLength(1)
})
test('[S6] a person on personal title adds no organisation to the count', () => {
  const { organisation } = partner('a', 'A')
  const line = { organisation, nameOnlyBecause: null, alsoFor: null, reservations: [], logo: null, person: null }
  const lines = linesOfListing({ listed: [{ ...line, printedName: 'A', place: 'wall' }, { ...line, printedName: 'Marijke Veldhuis', place: 'personal' }], notListed: [{ organisation: partner('b', 'B').organisation, because: 'no-answer' }] })
  expect(lines).toMatchObject({ personal: ['Marijke Veldhuis'], missing: ['B'] })
  expect(standingOn(lines)).toEqual({ count: 1, logos: 0 })
})
