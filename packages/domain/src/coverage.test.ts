/** What an edit does to an answer, and the beams that show it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beamsOf, carriesText, compareWithSigned, verdictsOf } from './coverage.ts'
import { boardOf, tallyOf } from './board.ts'
import { listingOf } from './listing.ts'
import { previewRound } from './preview-round.ts'
import { askedSegments, weakestOf, type SegmentState } from './segment.ts'
import { aFormReservation, aNoUnless, aReservation, aStatement, prints, type Story, type Text } from './testing.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.', p3: 'Wij vragen 80 procent.' }
const signed = () => aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed')
const beam = (story: Story, text: Text, id = 'oak') => Object.fromEntries(beamsOf(story.statement, prints(text), [id]).map(one => [one.passageId, one.segments[0]?.state]))

describe('a verdict', () => {
  test('[V8] asks again for a passage whose words changed, and lets the others stand', () => {
    expect(verdictsOf(signed().statement, 'oak', prints({ ...TEXT, p2: 'Gezondheid begint thuis.' }))?.passages).toEqual({ p1: 'stands', p2: 'reconfirm', p3: 'stands' })
  })

  test('[V3] [V11] compares with what was signed: through any edits, a text put back stands again', () => {
    const words = fc.dictionary(fc.constantFrom('p1', 'p2', 'p3', 'p4'), fc.constantFrom('een', 'twee', 'drie', TEXT.p2))
    fc.assert(fc.property(fc.array(words, { maxLength: 4 }), edits => {
      const story = signed()
      for (const edit of edits) verdictsOf(story.statement, 'oak', prints(edit))
      expect(beam(story, TEXT)).toEqual({ p1: 'carries', p2: 'carries', p3: 'carries' })
    }), { seed: 3 })
  })

  test('[V3] is the same whatever version lay between, because the signed one is remembered', () => {
    const story = signed().closed().reopened().roundOpened({ ...TEXT, p3: 'Wij vragen 60 procent.' }, { of: ['elm'] })
    expect(beam(story, { ...TEXT, p3: 'Wij vragen 60 procent.' })['p3']).toBe('reconfirm')
    story.closed().reopened()
    expect(beam(story, TEXT)['p3']).toBe('carries')
  })

  test('[V11] an edit and its reverse give back the beam that was there', () => {
    fc.assert(fc.property(fc.constantFrom('p1', 'p2', 'p3') as fc.Arbitrary<keyof typeof TEXT>, fc.string(), (id, words) => {
      const story = signed()
      const before = beam(story, TEXT)
      expect(beam(story, { ...TEXT, [id]: words })[id]).toBe(words === TEXT[id] ? 'carries' : 'reconfirm')
      expect(beam(story, { ...TEXT, [id]: TEXT[id] })).toEqual(before)
    }), { seed: 3 })
  })

  test('[V5] a passage moved stands, and one under a healed id does too', () => {
    expect(compareWithSigned(prints(TEXT), prints({ p3: TEXT.p3, p1: TEXT.p1, q2: TEXT.p2 })).passages).toEqual({ p3: 'stands', p1: 'stands', q2: 'stands' })
  })

  test('[V9] a new passage was never asked, also where it repeats one that was signed', () => {
    expect(compareWithSigned(prints(TEXT), prints({ ...TEXT, p4: 'Nieuw.', p5: TEXT.p2 })).passages).toMatchObject({ p2: 'stands', p4: 'not-asked', p5: 'not-asked' })
  })

  test('[V10] a passage deleted asks again of whom it was a condition, and is told to the rest', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed', { conditions: ['p3'] }).answered('elm', 'agreed')
    const without = { p1: TEXT.p1, p2: TEXT.p2 }
    expect(verdictsOf(story.statement, 'oak', prints(without))?.gone).toEqual([{ passageId: 'p3', needs: 'reconfirm' }])
    expect(verdictsOf(story.statement, 'elm', prints(without))?.gone).toEqual([{ passageId: 'p3', needs: 'notice' }])
    expect([carriesText(story.statement, 'oak', prints(without)), carriesText(story.statement, 'elm', prints(without))]).toEqual([false, true])
    expect(beam(story, without)).toEqual({ p1: 'reconfirm', p2: 'reconfirm' })
  })
})

describe('a beam', () => {
  test('keeps its partners in the order of the list, under every passage, whatever they answered', () => {
    const ids = ['a', 'b', 'c', 'd']
    fc.assert(fc.property(fc.shuffledSubarray(ids, { minLength: 1 }), fc.array(fc.constantFrom('agreed', 'reserved', 'declined'), { maxLength: 4 }), (order, answers) => {
      const story = aStatement(...ids).roundOpened(TEXT)
      answers.forEach((answer, at) => story.answered(ids[at] ?? 'a', answer))
      for (const one of beamsOf(story.statement, prints(TEXT), order)) {
        expect(one.segments.map(segment => segment.organisationId)).toEqual(order)
        expect(Object.values(one.counts).reduce((sum, count) => sum + count, 0)).toBe(order.length)
      }
    }), { seed: 5 })
  })

  test('closes when everyone carries, with or without reservation', () => {
    const story = signed()
    expect(beamsOf(story.statement, prints(TEXT), ['oak', 'elm'])[0]?.closed).toBe(false)
    story.answered('elm', 'reserved')
    expect(beamsOf(story.statement, prints(TEXT), ['oak', 'elm']).map(one => one.closed)).toEqual([true, true, true])
    expect(beamsOf(story.statement, prints(TEXT), [])[0]?.closed).toBe(false)
  })

  test('[L2] who was not asked is no one who waits: the beam counts, closes over and the board names only that', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    fc.assert(fc.property(fc.shuffledSubarray(ids, { minLength: 1 }), fc.array(fc.constantFrom('agreed', 'reserved', 'declined'), { maxLength: 5 }), (of, answers) => {
      const story = aStatement(...ids).roundOpened(TEXT, { of })
      answers.forEach((answer, at) => { const id = of[at]; if (id !== undefined) story.answered(id, answer) })
      const rows = boardOf(story.statement, story.organisations, { viewer: { organisationId: null, secretariat: true }, now: story.now, dossier: story.dossier })
      for (const { segments, counts, closed } of beamsOf(story.statement, prints(TEXT), ids)) {
        expect(segments.filter(({ state }) => state === 'not-asked').map(one => one.organisationId)).toEqual(ids.filter(id => !of.includes(id)))
        expect(closed).toBe(counts.carries + counts.reserved === of.length)
        expect(askedSegments(segments)).toHaveLength(of.length)
      }
      expect(rows.filter(({ group }) => group === 'not-asked').map(({ organisationId, notAskedBecause, waitsFor, seen }) => [organisationId, notAskedBecause, waitsFor, seen.state]))
        .toEqual(ids.filter(id => !of.includes(id)).map(id => [id, 'left-out', null, 'not-asked']))
      expect(tallyOf(rows)).toMatchObject({ asked: of.length, notAsked: ids.length - of.length, waiting: Math.max(0, of.length - answers.length) })
    }), { seed: 7 })
  })

  test('[L2] [V9] left out of the next round: silence of the last one waits no more, a yes still carries what it signed, and what is new nobody asked', () => {
    const story = aStatement('oak', 'elm', 'ash').roundOpened(TEXT).answered('oak', 'agreed').closed().reopened().roundOpened({ ...TEXT, p4: 'Nieuw.' }, { of: ['ash'] })
    const text = { ...TEXT, p4: 'Nieuw.' }
    expect(beam(story, text, 'oak')).toEqual({ p1: 'carries', p2: 'carries', p3: 'carries', p4: 'not-asked' })
    expect(new Set(Object.values(beam(story, text, 'elm')))).toEqual(new Set(['not-asked']))
    const groups = boardOf(story.statement, story.organisations, { viewer: { organisationId: null, secretariat: true }, now: story.now, dossier: story.dossier }).map(row => [row.organisationId, row.group])
    expect(Object.fromEntries(groups)).toEqual({ oak: 'reconfirm', elm: 'not-asked', ash: 'waiting' })
    const { leftOut } = listingOf({ ...story.coalition, statement: story.statement, edition: 1, now: story.now })
    expect(Object.fromEntries(leftOut.map(one => [one.organisationId, one.because]))).toEqual({ oak: 'reconfirm', elm: 'not-asked', ash: 'no-answer' })
  })

  test('several passages add up to the weakest of them; a yes that is not about all of them asks again', () => {
    expect([weakestOf(['carries', 'declined', 'waiting']), weakestOf(['carries', 'reserved']), weakestOf(['not-asked', 'not-asked']), weakestOf([]), weakestOf(['carries', 'not-asked']), weakestOf(['waiting', 'not-asked'])])
      .toEqual(['declined', 'reserved', 'not-asked', 'not-asked', 'reconfirm', 'waiting'])
  })

  test.each<[string, Parameters<Story['answered']>, Record<string, SegmentState>]>([
    ['[S4] a reservation on one passage hatches that one', ['oak', 'reserved', { reservations: [{ ...aReservation(), kind: 'substance', passageId: 'p2', listed: true }] }], { p1: 'carries', p2: 'reserved', p3: 'carries' }],
    ['[S4] a reservation on form leaves the text carried', ['oak', 'reserved', { reservations: [aFormReservation()] }], { p1: 'carries', p2: 'carries', p3: 'carries' }],
    ['[S4] nee-tenzij carries nothing', ['oak', 'reserved', { reservations: [aNoUnless()] }], { p1: 'declined', p2: 'declined', p3: 'declined' }],
    ['[M1] a provisional answer carries nothing', ['oak', 'agreed', { personId: 'oak-colleague' }], { p1: 'waiting', p2: 'waiting', p3: 'waiting' }],
    ['[S1] an exception leaves out one passage', ['oak', 'agreed', { exceptions: [{ passageId: 'p3', answer: 'declined' }] }], { p1: 'carries', p2: 'carries', p3: 'declined' }],
  ])('%s', (_, answer, expected) => {
    expect(beam(aStatement('oak', 'elm').roundOpened(TEXT).answered(...answer), TEXT)).toEqual(expected)
  })
})

test('[V3] [V9] a round for the next edition asks whoever carried a changed or new passage, and nobody whose passages all stand', () => {
  const story = aStatement('oak', 'elm', 'ash').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'agreed', { exceptions: [{ passageId: 'p2', answer: 'declined' }] })
    .closed().adopted().published().reopened()
  const preview = (text: Text) => Object.fromEntries(previewRound({ ...story.coalition, statement: story.statement, passages: prints(text), now: story.now }).map(one => [one.organisationId, one.because]))
  expect(preview({ ...TEXT, p2: 'Anders.' })).toEqual({ oak: 'passages-changed', elm: null, ash: 'never-answered' })
  expect(preview({ ...TEXT, p9: 'Erbij.' })).toEqual({ oak: 'passages-new', elm: 'passages-new', ash: 'never-answered' })
  const oak = previewRound({ ...story.coalition, statement: story.statement, passages: prints({ ...TEXT, p2: 'Anders.' }), now: story.now })[0]
  expect([oak?.passageIds, oak?.persons, oak?.stands]).toEqual([['p2'], [{ personId: 'oak-director', because: 'answered-before' }], false])
})

test('[M1] the person proposed for a next round comes with a reason: a mandate, an answer last time, or only having been asked', () => {
  const mandate = { type: 'mandate-recorded', data: { mandateId: 'm1', personId: 'ash-colleague', scope: { kind: 'all' }, until: null, decidedOn: null, body: null } } as const
  const story = aStatement('oak', 'elm', 'ash').with('ash', { more: [mandate] }).roundOpened(TEXT).answered('oak', 'agreed').closed().reopened()
  const persons = Object.fromEntries(previewRound({ ...story.coalition, statement: story.statement, passages: prints(TEXT), now: story.now }).map(one => [one.organisationId, one.persons]))
  expect(persons).toEqual({
    oak: [{ personId: 'oak-director', because: 'answered-before' }], elm: [{ personId: 'elm-director', because: 'asked-before' }],
    ash: [{ personId: 'ash-colleague', because: 'mandate' }, { personId: 'ash-director', because: 'asked-before' }],
  })
})
