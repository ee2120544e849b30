/** Opening a round, and what may be done to it until it is closed. */
import { describe, expect, test } from 'vitest'
import { decideStop } from './life.ts'
import { mandateFor } from './mandate.ts'
import { decideAskPerson, decideCloseRound, decideLiftMustAnswer, decideMoveDate, decideOpenRound, decideRemind, decideStopRound, decideWithdrawClosing, silentYeses } from './round.ts'
import { decideAcceptSilenceRule, decideDiscussFirst } from './sign-off-acts.ts'
import { dueReminders, easterSunday, isWorkingDay } from './reminders.ts'
import { openRound } from './statement.ts'
import { aStatement, DATES, factsOf, prints, versionName, type Story } from './testing.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
const opening = (story: Story, change: Partial<Parameters<typeof decideOpenRound>[2]> = {}) => decideOpenRound(story.statement, story.dossier, {
  roundId: 'r9', text: { version: versionName(TEXT), words: 7, title: 'Brief', passages: prints(TEXT) }, dates: DATES, mustAnswer: [], minimum: null, proposalsAllowed: false, silenceRule: null,
  asked: [{ organisationId: 'oak', personId: 'oak-director', reason: null }], ...change,
}, story.now)

describe('opening', () => {
  test('[L2] freezes a version and closes the draft', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    expect(story.statement.versions.map(version => version.number)).toEqual([1])
    expect(story.statement.draft.open).toBe(false)
    expect(opening(story)).toEqual({ ok: false, because: 'round-is-open' })
  })

  test('[V1] freezing an unchanged text gives the same version', () => {
    const story = aStatement('oak').roundOpened(TEXT).closed().reopened().roundOpened(TEXT)
    expect(story.statement.versions).toHaveLength(1)
    expect(story.statement.rounds.map(round => round.version)).toEqual([versionName(TEXT), versionName(TEXT)])
    expect(story.closed().reopened().roundOpened({ ...TEXT, p2: 'Anders.' }).statement.versions.map(version => version.number)).toEqual([1, 2])
  })

  test.each([
    ['dates-are-past', { dates: { ...DATES, closesAt: '2026-03-01T00:00:00.000Z' } }],
    ['answer-by-after-closing', { dates: { ...DATES, answerBy: '2026-03-19T00:00:00.000Z' } }],
    ['recipient-before-closing', { dates: { ...DATES, recipientAt: '2026-03-17T00:00:00.000Z' } }],
    ['asks-nobody', { asked: [] }],
    ['not-a-partner', { asked: [{ organisationId: 'fir', personId: 'x', reason: null }] }],
    ['must-answer-not-asked', { mustAnswer: ['elm'] }],
    ['minimum-out-of-range', { minimum: 2 }],
    ['minimum-out-of-range', { minimum: 0 }],
    ['coordinator-cannot-answer-for-partner', { asked: [{ organisationId: 'oak', personId: 'lead-coordinator', reason: null }] }],
  ] as const)('[L3] [L5] [M5] is refused: %s', (because, change) => {
    expect(opening(aStatement('oak', 'elm'), change)).toEqual({ ok: false, because })
  })

  test('[V3] may ask nobody where everyone who carries the text still stands on it', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().adopted().published().reopened()
    expect(opening(story, { asked: [] }).ok).toBe(true)
  })
})

test('[L5] a date can move: nobody answers again because of it, and nothing closes by itself', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('oak', 'agreed')
  const dates = { ...DATES, closesAt: '2026-03-25T22:59:59.999Z' }
  story.decided(decideMoveDate(story.statement, { dates, reason: 'ledenraad' }, story.now))
  expect(story.statement.positions['oak']?.state).toBe('agreed')
  expect(decideMoveDate(story.statement, { dates, reason: 'nog eens' }, story.now)).toEqual({ ok: true, facts: [] })
  expect(openRound(story.at('2027-01-01T00:00:00.000Z').statement)?.status).toBe('open')
})

test('[L2] stopping needs a reason, and closing twice is closing once', () => {
  const story = aStatement('oak').roundOpened(TEXT)
  expect(decideStopRound(story.statement, { reason: '' })).toEqual({ ok: false, because: 'needs-a-reason' })
  expect(decideCloseRound(story.closed().statement, { silentAnswerIds: {} }, story.now)).toEqual({ ok: true, facts: [] })
  expect(decideStopRound(story.statement, { reason: 'te laat' })).toEqual({ ok: false, because: 'round-is-closed' })
})

test('[M1] naming another person replaces the first and is a mandate for this statement', () => {
  const story = aStatement('oak').roundOpened(TEXT)
  story.decided(decideAskPerson(story.statement, story.dossier, { organisationId: 'oak', personId: 'oak-chair', reason: 'voorzitter', replaces: 'oak-director' }))
  const cited = (personId: string) => mandateFor(story.statement, story.organisation('oak'), personId, story.now)
  expect([cited('oak-chair'), cited('oak-director')]).toEqual([{ kind: 'asked-in-round', roundId: 'r1' }, null])
  expect(decideAskPerson(story.statement, story.dossier, { organisationId: 'oak', personId: 'lead-coordinator', reason: null, replaces: null })).toEqual({ ok: false, because: 'coordinator-cannot-answer-for-partner' })
})

test('[S3] lifting a must-answer needs a reason that all see', () => {
  const story = aStatement('oak', 'elm').roundOpened(TEXT, { mustAnswer: ['oak'] })
  expect(decideLiftMustAnswer(story.statement, { organisationId: 'oak', reason: ' ' })).toEqual({ ok: false, because: 'needs-a-reason' })
  expect(decideLiftMustAnswer(story.statement, { organisationId: 'elm', reason: 'x' })).toEqual({ ok: false, because: 'must-answer-not-asked' })
  story.decided(decideLiftMustAnswer(story.statement, { organisationId: 'oak', reason: 'bestuurswissel' }))
  expect(story.statement.rounds[0]?.lifted).toEqual([{ organisationId: 'oak', reason: 'bestuurswissel' }])
})

describe('silence', () => {
  const RULE = 'Wie voor 18 maart niets laat horen, is akkoord.'
  const accepted = (rule: string | null) => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT, { silenceRule: rule })
    return [story, decideAcceptSilenceRule(story.statement, story.organisation('oak'), { roundId: 'r1', personId: 'oak-director' }, story.now)] as const
  }

  test('[L4] never counts where the round did not say so beforehand', () => {
    expect(accepted(null)[1]).toEqual({ ok: false, because: 'no-silence-rule' })
  })

  test('[L4] counts after the closing date for the partner that accepted it, for no other, and not before', () => {
    const [story, decision] = accepted(RULE)
    story.decided(decision)
    expect(silentYeses(story.statement).map(one => one.organisationId)).toEqual(['oak'])
    expect(factsOf(decideCloseRound(story.statement, { silentAnswerIds: { oak: 'q1' } }, story.now)).map(fact => fact.type)).toEqual(['round-closed'])
    story.at('2026-03-19T09:00:00.000Z').decided(decideCloseRound(story.statement, { silentAnswerIds: { oak: 'q1', elm: 'q2' } }, story.now))
    expect([story.statement.positions['oak']?.state, story.statement.positions['elm']?.state]).toEqual(['agreed', 'asked'])
    story.decided(decideWithdrawClosing(story.statement, { reason: 'uitstel' }))
    expect(story.statement.positions['oak']?.state).toBe('asked')
  })

  test('[L4] of who asked to discuss it first is no yes', () => {
    const [story, decision] = accepted(RULE)
    story.decided(decision)
    story.decided(decideDiscussFirst(story.statement, story.organisation('oak'), { roundId: 'r1', personId: 'oak-director', until: '2026-03-30' }, story.now))
    expect(silentYeses(story.statement)).toEqual([])
  })
})

describe('reminders', () => {
  const dates = { answerBy: '2026-04-10T21:59:59.999Z', closesAt: '2026-04-10T21:59:59.999Z', recipientAt: null, zone: 'Europe/Amsterdam' }

  test('[L5] fall on working days only, three at most, and stop with the answer', () => {
    const story = aStatement('oak', 'elm').at('2026-03-27T15:30:00.000Z').roundOpened(TEXT, { dates }).at('2026-03-27T16:00:00.000Z').answered('elm', 'agreed')
    const sent: string[] = []
    for (let day = Date.parse('2026-03-27T17:00:00.000Z'); day < Date.parse(dates.closesAt); day += 86_400_000) {
      const now = new Date(day).toISOString()
      for (const due of dueReminders(story.statement, story.coalition.dossier, now)) {
        sent.push(`${due.organisationId} ${now.slice(0, 10)}`)
        story.at(now).decided(decideRemind(story.statement, due, now))
      }
    }
    expect(sent).toEqual(['oak 2026-03-30', 'oak 2026-03-31', 'oak 2026-04-01'])
  })

  test('[L5] go by day only, and none from the closing date on, once the text is stopped, or to who left', () => {
    const story = aStatement('oak', 'elm').at('2026-03-27T15:30:00.000Z').roundOpened(TEXT, { dates })
    const { dossier } = story.coalition
    const due = (at: string) => dueReminders(story.statement, dossier, at).map(one => one.organisationId)
    expect([due('2026-03-30T06:59:59.000Z'), due('2026-03-30T07:00:00.000Z'), due('2026-03-30T18:00:00.000Z')]).toEqual([[], ['oak', 'elm'], []])
    const without = { ...dossier, partners: dossier.partners.map(one => (one.organisationId === 'elm' ? { ...one, ended: { at: story.now, reason: null, by: 'partner' as const } } : one)) }
    const closesAtNine = aStatement('oak').at('2026-03-27T15:30:00.000Z').roundOpened(TEXT, { dates: { ...dates, answerBy: '2026-03-30T07:00:00.000Z', closesAt: '2026-03-30T07:00:00.000Z' } })
    expect(dueReminders(closesAtNine.statement, closesAtNine.dossier, '2026-03-30T07:00:00.000Z')).toEqual([])
    expect(dueReminders(story.statement, without, '2026-03-30T07:00:00.000Z').map(one => one.organisationId)).toEqual(['oak'])
    story.decided(decideStop(story.statement, { reason: 'Van de baan' }))
    expect(due('2026-03-30T07:00:00.000Z')).toEqual([])
  })

  test('skip Good Friday and Easter Monday', () => {
    expect(easterSunday(2026)).toBe('2026-04-05')
    expect(['2026-04-03', '2026-04-06', '2026-04-04', '2026-04-27', '2026-04-07'].map(isWorkingDay)).toEqual([false, false, false, false, true])
  })

  test('[S1] rest while the partner discusses it, and come once a day', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    const wish = { organisationId: 'oak', personId: 'oak-director' }
    story.decided(decideRemind(story.statement, wish, story.now))
    expect(decideRemind(story.statement, wish, story.now)).toEqual({ ok: true, facts: [] })
    story.decided(decideDiscussFirst(story.statement, story.organisation('oak'), { roundId: 'r1', personId: 'oak-director', until: '2026-03-09' }, story.now))
    expect(decideRemind(story.statement, wish, '2026-03-09T12:00:00.000Z')).toEqual({ ok: false, because: 'reminder-rests' })
    expect(decideRemind(story.statement, wish, '2026-03-10T12:00:00.000Z').ok).toBe(true)
    expect(decideRemind(story.answered('oak', 'declined').statement, wish, '2026-03-11T12:00:00.000Z')).toEqual({ ok: false, because: 'nothing-to-remind' })
  })
})
