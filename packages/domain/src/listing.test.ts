/** Who is listed, where, with logo or by name, and who is not. */
import { describe, expect, test } from 'vitest'
import { boardOf } from './board.ts'
import { decideGiveConsent, decideRevokeConsent } from './consent.ts'
import { listingOf } from './listing.ts'
import { decideRecordLogoLeave } from './partner.ts'
import { previewRound } from './preview-round.ts'
import { decideAdmitLate, decideConfirmConditions, decideMistake, decideNameInPrint, decideWithdraw } from './sign-off-acts.ts'
import { aFormReservation, aNoUnless, aReservation, aStatement, factsOf, prints, type Story } from './testing.ts'
import type { ConsentUse } from './events.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
const USE: ConsentUse = { editions: 'this-edition', channels: ['website'], until: null }
const list = (story: Story, edition = 1) => listingOf({ ...story.coalition, statement: story.statement, edition, now: story.now })
const line = (story: Story, id = 'oak') => list(story).listed.find(one => one.organisationId === id)
const left = (story: Story) => Object.fromEntries(list(story).leftOut.map(one => [one.organisationId, one.because]))
const consented = (story: Story, id = 'oak', use: Partial<ConsentUse> = {}) =>
  story.decided(decideGiveConsent(story.statement, story.organisation(id), { consentId: `c-${id}`, logoId: `${id}-logo`, use: { ...USE, ...use }, personId: `${id}-director` }, story.now, 'Europe/Amsterdam'))

test('[S3] lists whoever stands, leaves out whoever does not, each with the reason', () => {
  const story = aStatement('oak', 'elm', 'ash', 'fir', 'yew', 'box').roundOpened(TEXT)
    .answered('oak', 'agreed').answered('elm', 'declined').answered('ash', 'agreed', { personId: 'ash-colleague' }).answered('fir', 'reserved', { reservations: [aNoUnless()] })
    .closed().answered('yew', 'agreed')
  expect(list(story).listed.map(one => one.organisationId)).toEqual(['oak'])
  expect(left(story)).toEqual({ elm: 'declined', ash: 'provisional', fir: 'conditions-open', yew: 'late', box: 'no-answer' })
  story.decided(decideConfirmConditions(story.statement, story.organisation('fir'), { answerId: 'a4', reservationId: 'v2', personId: 'fir-director' }, story.now))
  story.decided(decideAdmitLate(story.statement, { answerId: 'a5', to: 'this-edition' }))
  expect(list(story).listed.map(one => one.organisationId)).toEqual(['fir', 'oak', 'yew'])
})

test('[S3] leaves out whoever no longer stands on a passage it covers, and stops nobody else', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').closed().reopened().roundOpened({ ...TEXT, p2: 'Anders.' }, { of: ['elm'] }).answered('elm', 'agreed')
  expect(list(story).leftOut).toEqual([{ organisationId: 'oak', because: 'reconfirm', passageIds: ['p2'] }])
  expect(list(story).listed.map(one => one.organisationId)).toEqual(['elm'])
})

test('[S4] with a reservation name and logo are listed, unless it says otherwise', () => {
  const story = aStatement('oak', 'elm', 'ash').roundOpened(TEXT)
    .answered('oak', 'reserved', { reservations: [{ ...aReservation(), visibility: 'public' }] })
    .answered('elm', 'reserved', { reservations: [{ ...aReservation(), kind: 'substance', passageId: null, listed: false }] })
    .answered('ash', 'reserved', { reservations: [aFormReservation()] })
  consented(consented(story), 'ash')
  expect([line(story)?.logo?.logoId, line(story)?.reservations.map(({ text }) => text)]).toEqual(['oak-logo', ['Wij denken anders over het tempo.']])
  expect(left(story)).toEqual({ elm: 'asked-not-to-be-listed' })
  expect([line(story, 'ash')?.logo, line(story, 'ash')?.nameOnlyBecause]).toEqual([null, 'asked-by-name'])
})

test('[S5] a withdrawal leaves the live list, and the edition that was printed keeps it', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'agreed').closed().adopted().published()
  story.decided(decideWithdraw(story.statement, story.organisation('oak'), { answerId: 'a1', personId: 'oak-director', reason: null }, story.now))
  story.decided(decideMistake(story.statement, story.organisation('elm'), { answerId: 'a2', personId: 'elm-director', reason: null }, story.now))
  expect(list(story).listed).toEqual([])
  expect(story.statement.editions[0]?.list.map(one => one.organisationId)).toEqual(['elm', 'oak'])
})

describe('capacity', () => {
  test('[S6] a personal title adds a person only, and only with a yes to print', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed', { capacity: 'personal', personId: 'oak-colleague' })
    expect(list(story)).toMatchObject({ listed: [], personal: [] })
    story.decided(decideNameInPrint(story.statement, { personId: 'oak-colleague', organisationId: 'oak', allowed: true }))
    expect(list(story)).toMatchObject({ listed: [], personal: [{ personId: 'oak-colleague', organisationId: 'oak' }] })
  })

  test('[S6] an umbrella signs in its own name with its dated number of members, and its members are not implied', () => {
    const members = { count: 512, countedOn: '2026-01-01' }
    const story = aStatement('oak', 'elm').with('oak', { kind: 'umbrella', more: [{ type: 'member-count-stated', data: members }] })
      .with('elm', { more: [{ type: 'organisation-described', data: { kind: 'local-member', reach: 'local', number: null, parentId: 'oak', place: null, website: null, about: '' } }] })
      .roundOpened(TEXT).answered('oak', 'agreed')
    expect([line(story)?.alsoFor, left(story)]).toEqual([members, { elm: 'no-answer' }])
  })

  test('[S6] the director is printed beside the organisation only on a separate yes', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'agreed', { nameInPrint: true })
    expect(list(story).printed).toEqual([{ personId: 'elm-director', organisationId: 'elm' }])
  })
})

describe('a logo', () => {
  test('[G3] is never released by an answer: without consent the name takes the same place', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'agreed')
    expect(line(story)).toMatchObject({ place: 'wall', logo: null, nameOnlyBecause: 'no-consent' })
    const order = list(story).listed.map(one => one.organisationId)
    expect(list(consented(story)).listed.map(one => one.organisationId)).toEqual(order)
    expect(line(story)?.logo?.logoId).toBe('oak-logo')
  })

  test('[G2] comes down when the consent is revoked or the file retired', () => {
    const story = consented(aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed'))
    const retired = story.organisation('oak')
    story.with('oak', { more: [{ type: 'logo-retired', data: { logoId: 'oak-logo', reason: null } }, { type: 'logo-added', data: { ...retired.logos[0]!, logoId: 'new', file: 'new' } }] })
    expect(line(story)?.nameOnlyBecause).toBe('not-valid')
    story.with('oak', {})
    story.decided(decideRevokeConsent(story.statement, story.organisation('oak'), { consentId: 'c-oak', reason: null }))
    expect(line(story)?.nameOnlyBecause).toBe('no-consent')
  })

  test('[G3] a new use is a new ask: another edition, another channel, a later day', () => {
    const story = consented(aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed'), 'oak', { until: '2026-03-02' })
    expect(line(story)?.logo?.logoId).toBe('oak-logo')
    expect(listingOf({ ...story.coalition, statement: story.statement, edition: 1, now: story.now, channel: 'newspaper' }).listed[0]?.nameOnlyBecause).toBe('no-consent')
    expect(list(story, 2).listed[0]?.nameOnlyBecause).toBe('no-consent')
    expect(line(story.at('2026-03-03T12:00:00.000Z'))?.nameOnlyBecause).toBe('no-consent')
  })

  test('[G3] consent given after publication is for the edition that is out', () => {
    const story = consented(aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted().published())
    expect(line(story)?.logo?.logoId).toBe('oak-logo')
    expect(list(story, 2).listed[0]?.nameOnlyBecause).toBe('no-consent')
  })

  test('[G3] consent may come before the answer, never from whom nobody asked, and twice is once', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT, { of: ['oak'] })
    expect(list(consented(story)).listed).toEqual([])
    const wish = { consentId: 'c9', logoId: 'oak-logo', use: USE, personId: 'oak-director' }
    expect(decideGiveConsent(story.statement, story.organisation('oak'), wish, story.now, 'Europe/Amsterdam')).toEqual({ ok: true, facts: [] })
    expect(decideGiveConsent(story.statement, story.organisation('elm'), { ...wish, logoId: 'elm-logo' }, story.now, 'Europe/Amsterdam')).toEqual({ ok: false, because: 'consent-needs-an-answer' })
  })

  test('[L4] of a partner whose silence counted is never released by it', () => {
    const story = aStatement('oak').roundOpened(TEXT).record({ type: 'silence-counted', data: { answerId: 'q1', roundId: 'r1', version: JSON.stringify(Object.entries(TEXT)), organisationId: 'oak', personId: 'oak-director' } })
    expect(line(story)).toMatchObject({ logo: null, nameOnlyBecause: 'no-consent' })
  })

  test('[G4] of a State body stands on the wall only with recorded leave; otherwise its name in a list of its own', () => {
    const story = consented(aStatement('oak', 'elm').with('oak', { kind: 'state-body' }).with('elm', { kind: 'municipality' }).roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'agreed'))
    consented(story, 'elm')
    expect(line(story)).toMatchObject({ place: 'state', logo: null, nameOnlyBecause: 'state-body' })
    expect(line(story, 'elm')).toMatchObject({ place: 'wall', logo: { logoId: 'elm-logo' } })
    story.leading(...factsOf(decideRecordLogoLeave(story.dossier, { organisationId: 'oak', decidedOn: '2026-02-01', body: 'huisstijlcoördinator' })))
    expect(line(story)).toMatchObject({ place: 'wall', logo: { logoId: 'oak-logo' } })
  })
})

test('[G5] the order follows the sort key that each organisation sees and may set, with names letter for letter', () => {
  const own = { type: 'printed-name-set', data: { printedName: null, sortKey: 'Aap', minimumWidth: null } } as const
  const story = aStatement('a', 'b', 'c', 'd').with('a', { name: 'Stichting Zorg & Welzijn <Noord> "A" B.V.' }).with('b', { name: 'De Élan' }).with('c', { name: 'iZi' }).with('d', { name: 'Zwaluw', more: [own] })
    .roundOpened(TEXT).answered('a', 'agreed').answered('b', 'agreed').answered('c', 'agreed').answered('d', 'agreed')
  expect(list(story).listed.map(one => one.name)).toEqual(['Zwaluw', 'De Élan', 'iZi', 'Stichting Zorg & Welzijn <Noord> "A" B.V.'])
})

test('[G6] a rename changes live lists and leaves the published edition as it was printed', () => {
  const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted().published()
  story.with('oak', { more: [{ type: 'organisation-renamed', data: { name: 'Eik', validFrom: '2026-03-02' } }] })
  expect([line(story)?.name, story.statement.editions[0]?.list[0]?.name]).toEqual(['Eik', 'oak'])
})

test('[L5] an answer admitted to the next edition is not on this one', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('elm', 'agreed').closed().answered('oak', 'agreed')
  story.decided(decideAdmitLate(story.statement, { answerId: 'a2', to: 'next-edition' }))
  expect([left(story), list(story, 2).listed.map(one => one.organisationId)]).toEqual([{ oak: 'late' }, ['elm', 'oak']])
})

test('a partner that left the dossier is not listed', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').leading({ type: 'partnership-ended', data: { organisationId: 'oak', reason: null, by: 'partner' } })
  expect(left(story)).toMatchObject({ oak: 'partnership-ended' })
})

test('[S3] a no is not asked again by itself; asked all the same, it stands until another answer comes, and silence does not undo it', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed').answered('elm', 'declined').closed().reopened()
  const passages = prints({ ...TEXT, p2: 'Gezondheid begint thuis.' })
  const proposed = () => previewRound({ statement: story.statement, ...story.coalition, passages, now: story.now }).map(one => [one.organisationId, one.because, one.ask])
  expect(proposed()).toEqual([['oak', 'passages-changed', true], ['elm', 'declined-before', false]])
  const board = () => boardOf(story.statement, story.organisations, { viewer: { organisationId: null, secretariat: true }, now: story.now, dossier: story.dossier }).find(row => row.organisationId === 'elm')
  story.roundOpened({ ...TEXT, p2: 'Gezondheid begint thuis.' })
  expect(board()).toMatchObject({ group: 'waiting' })
  story.answered('oak', 'agreed').closed()
  expect(board()).toMatchObject({ group: 'declined', seen: { state: 'declined', answer: { answer: 'declined' } } })
  expect(listingOf({ statement: story.statement, ...story.coalition, edition: 1, now: story.now }).leftOut).toEqual([{ organisationId: 'elm', because: 'declined', passageIds: [] }])
  story.reopened()
  expect(proposed()[1]).toEqual(['elm', 'declined-before', false])
})
