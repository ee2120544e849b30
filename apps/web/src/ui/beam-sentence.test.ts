/** The draagvlakbalk in words. */
import type { Segment } from '@draagvlak/api/statement'
import type { PassageKind } from '@draagvlak/domain/passage'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aboutOf, beamSentence, countCarrying, isClosed, type BeamState } from './beam-sentence.ts'

const NAMES: Readonly<Record<string, string>> = { p0: 'Huisartsen Samen', p1: 'Tafelgenoot' }
const nameOf = (id: string) => NAMES[id] ?? id
const beam = (...states: readonly BeamState[]): Segment[] => states.map((state, at) => ({ organisationId: `p${at}`, state }))
const carriers = (count: number): BeamState[] => Array<BeamState>(count).fill('carries')
const nl = { locale: 'nl' } as const

test('everyone carries: one short sentence, and the line is closed', () => {
  expect(beamSentence(beam(...carriers(17)), nameOf, 'passage', nl)).toBe('Alle 17 partners dragen deze alinea.')
  expect(isClosed(beam(...carriers(17)))).toBe(true)
})

test('at most two who deviate are named; who carries with a reservation counts (S4)', () => {
  expect(beamSentence(beam('reserved', 'declined', ...carriers(15)), nameOf, 'passage', nl)).toBe('16 van 17 dragen deze alinea; Huisartsen Samen met voorbehoud; Tafelgenoot niet.')
})

test('more than two become numbers, in the order of the list', () => {
  expect(beamSentence(beam('waiting', 'waiting', 'reconfirm', 'declined', 'reserved', ...carriers(12)), nameOf, 'text', nl)).toBe('13 van 17 dragen deze tekst: 1 met voorbehoud, 1 niet, 1 moet herbevestigen, 2 wachten.')
})

test('one who carries gets a verb in the singular, in both languages', () => {
  expect(beamSentence(beam('waiting', 'waiting', 'carries', 'waiting'), nameOf, 'message', nl)).toBe('1 van 4 draagt deze boodschap: 3 wachten.')
  expect(beamSentence(beam('waiting', 'waiting', 'carries', 'waiting'), nameOf, 'message', { locale: 'en' })).toBe('1 of 4 carries this message: 3 waiting.')
})

test('nobody was asked: it says so', () => {
  expect(beamSentence([], nameOf, 'text', nl)).toBe('Nog niemand is gevraagd voor deze tekst.')
  expect(isClosed([])).toBe(false)
})

test('who was not asked is left out of every count, and the line closes over it', () => {
  expect(beamSentence(beam('waiting', 'not-asked', 'carries'), nameOf, 'passage', nl)).toBe('1 van 2 draagt deze alinea; Huisartsen Samen antwoordt nog niet.')
  expect(beamSentence(beam('not-asked', ...carriers(11)), nameOf, 'passage', nl)).toBe('Alle 11 gevraagde partners dragen deze alinea.')
  expect(isClosed(beam('not-asked', ...carriers(11)))).toBe(true)
  expect(beamSentence(beam('not-asked', 'not-asked'), nameOf, 'text', nl)).toBe('Nog niemand is gevraagd voor deze tekst.')
})

test('the line closes only when everyone asked carries without more', () => {
  const state = fc.constantFrom<BeamState>('carries', 'reserved', 'waiting', 'reconfirm', 'declined', 'not-asked')
  fc.assert(fc.property(fc.array(state, { minLength: 1, maxLength: 40 }), (states) => {
    const segments = beam(...states)
    expect(isClosed(segments)).toBe(states.includes('carries') && states.every((one) => one === 'carries' || one === 'not-asked'))
    expect(countCarrying(segments)).toBeLessThanOrEqual(segments.length)
    expect(beamSentence(segments, nameOf, 'text', nl)).toMatch(/\.$/)
  }), { seed: 20261125 })
})
test('only a message is called a message, whatever else stands in a set of them', () => {
  const under = (kind: PassageKind) => beamSentence(beam('carries', 'waiting'), nameOf, aboutOf(kind), nl)
  expect(under('message')).toContain('deze boodschap')
  for (const kind of ['title', 'evidence', 'ask', 'paragraph'] as const) expect(under(kind)).toContain('deze alinea')
})
