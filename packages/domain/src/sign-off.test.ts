/** Answering for an organisation: what counts, what waits, what is kept, what is refused. */
import { describe, expect, test } from 'vitest'
import { boardOf, stateFor } from './board.ts'
import { endOfDay } from './deadline.ts'
import { MOVES, MOVE_NAMES, SIGN_OFF_STATES, outcomeOf } from './moves.ts'
import { decideEndMandate, decideRecordMandate, earliestFeasible, mandateFor } from './mandate.ts'
import { foldPrivate } from './private.ts'
import { decidePrepare, decideResolve, isDivided } from './prepare.ts'
import { decideAskPerson } from './round.ts'
import { decideAnswer } from './sign-off.ts'
import { decideAdmitLate, decideConditionMet, decideConfirmConditions, decideDiscussFirst, decideMistake, decideNameInPrint, decideNotAuthorised, decideRatify, decideWithdraw } from './sign-off-acts.ts'
import { aNoUnless, aReservation, aStatement, DATES, factsOf, kept, START, type Story } from './testing.ts'
import { decideConfirmTelephone, decideTelephone } from './telephone.ts'
import type { Kept, PrivateFact } from './events.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
const AFTER_CLOSING = '2026-03-20T09:00:00.000Z'
const stateOf = (story: Story, id: string) => story.statement.positions[id]?.state
const ALL_MANDATE = { type: 'mandate-recorded', data: { mandateId: 'm1', personId: 'oak-colleague', scope: { kind: 'all' }, until: null, decidedOn: null, body: null } } as const
const inOffice = { answerId: '', personId: 'oak-director', hasRead: true, isAuthorised: true }

describe('the move table', () => {
  test('[S1] has an outcome for every act in every state, and only states, answers or refusals', () => {
    for (const state of SIGN_OFF_STATES) {
      expect(Object.keys(MOVES[state]).sort()).toEqual([...MOVE_NAMES].sort())
    }
  })

  test('[S1] leaves the state as it is for what is no answer', () => {
    for (const state of SIGN_OFF_STATES) for (const move of ['discuss-first', 'not-authorised', 'ask-question', 'answer-personally', 'answer-late'] as const) {
      expect(outcomeOf(state, move)).toBe(state)
    }
  })
})

describe('an answer', () => {
  test('[S2] records two statements beside itself: read, and authorised', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    const facts = factsOf(decideAnswer(story.statement, story.organisation('oak'), story.wish('oak', 'agreed'), story.now))
    expect(facts.map(fact => fact.type)).toEqual(['version-read', 'authority-stated', 'answer-given'])
  })

  test.each([
    ['hasRead', 'version-not-read'], ['isAuthorised', 'authority-not-stated'],
  ] as const)('[S2] is refused without %s', (statement, because) => {
    const story = aStatement('oak').roundOpened(TEXT)
    expect(decideAnswer(story.statement, story.organisation('oak'), story.wish('oak', 'agreed', { [statement]: false }), story.now)).toEqual({ ok: false, because })
  })

  test('[S2] names the version seen, and is refused once another is current', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    const old = story.wish('oak', 'agreed')
    story.closed().reopened().roundOpened({ ...TEXT, p2: 'Anders.' })
    expect(decideAnswer(story.statement, story.organisation('oak'), old, story.now)).toEqual({ ok: false, because: 'version-is-not-current' })
  })

  test('[S1] given twice is one answer, and the second time says when it was given', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    const given = story.now
    story.answered('oak', 'agreed')
    const again = decideAnswer(story.statement, story.organisation('oak'), story.wish('oak', 'agreed'), story.now)
    expect(again).toEqual({ ok: true, facts: [], alreadyGiven: { answerId: 'a1', at: given } })
  })

  test('[M3] of the same mandate holder replaces the earlier one, with both on record', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').answered('oak', 'declined')
    expect(stateOf(story, 'oak')).toBe('declined')
    expect(story.statement.positions['oak']?.history).toEqual(['a1', 'a2'])
  })

  test('[S4] with a reservation says which, and a nee-tenzij says its conditions', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    const ask = (change: Parameters<Story['wish']>[2], answer: 'agreed' | 'reserved' = 'reserved') => decideAnswer(story.statement, story.organisation('oak'), story.wish('oak', answer, change), story.now)
    expect(ask({ reservations: [] })).toEqual({ ok: false, because: 'needs-reservation' })
    expect(ask({ reservations: [{ ...aNoUnless(), conditionTexts: [] }] })).toEqual({ ok: false, because: 'needs-conditions' })
    expect(ask({ reservations: [aReservation()] }, 'agreed')).toEqual({ ok: false, because: 'reservation-needs-reserved-answer' })
    expect(ask({ exceptions: [{ passageId: 'p9', answer: 'declined' }] })).toEqual({ ok: false, because: 'exception-not-in-version' })
  })

  test('[S4] of nee-tenzij waits for its conditions, which the organisation confirms', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'reserved', { reservations: [aNoUnless()] })
    const row = () => boardOf(story.statement, story.organisations, { viewer: { organisationId: null, secretariat: true }, now: story.now, dossier: story.dossier })[0]
    story.decided(decideConditionMet(story.statement, { answerId: 'a1', reservationId: 'v2', condition: 0 }))
    expect(row()?.waitsFor).toEqual({ for: 'conditions', open: 1 })
    expect(decideConfirmConditions(story.statement, story.organisation('oak'), { answerId: 'a1', reservationId: 'v2', personId: 'oak-colleague' }, story.now).ok).toBe(false)
    story.decided(decideConfirmConditions(story.statement, story.organisation('oak'), { answerId: 'a1', reservationId: 'v2', personId: 'oak-director' }, story.now))
    expect(row()?.waitsFor).toBeNull()
  })

  test('[S6] on personal title moves no organisation and is printed only on a separate yes', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed', { capacity: 'personal', personId: 'oak-colleague', isAuthorised: false })
    expect(stateOf(story, 'oak')).toBe('asked')
    expect(story.statement.namesInPrint).toEqual([])
    const yes = { personId: 'oak-colleague', organisationId: 'oak', allowed: true }
    story.decided(decideNameInPrint(story.statement, yes))
    expect(decideNameInPrint(story.statement, yes)).toEqual({ ok: true, facts: [] })
    expect(story.decided(decideNameInPrint(story.statement, { ...yes, allowed: false })).statement.namesInPrint).toEqual([{ ...yes, allowed: false }])
  })
})

describe('a mandate', () => {
  test('[M1] comes with being named in the round', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed')
    expect(story.statement.answers['a1']?.mandate).toEqual({ kind: 'asked-in-round', roundId: 'r1' })
    expect(stateOf(story, 'oak')).toBe('agreed')
  })

  test('[M1] missing makes the answer provisional until a mandate holder ratifies it', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'reserved', { personId: 'oak-colleague' })
    expect(stateOf(story, 'oak')).toBe('provisional')
    const ratify = { ...inOffice, answerId: 'a1' }
    expect(decideRatify(story.statement, story.organisation('oak'), { ...ratify, personId: 'oak-colleague' }, story.now)).toEqual({ ok: false, because: 'needs-organisations-own-mandate' })
    story.decided(decideRatify(story.statement, story.organisation('oak'), ratify, story.now))
    expect(stateOf(story, 'oak')).toBe('reserved')
    expect(decideRatify(story.statement, story.organisation('oak'), ratify, story.now)).toEqual({ ok: true, facts: [] })
  })

  test('[M1] covers what its scope says, until the end of its last day', () => {
    const until = { type: 'mandate-recorded', data: { ...ALL_MANDATE.data, until: '2026-03-10', scope: { kind: 'dossier', dossierId: 'd1' } } } as const
    const story = aStatement('oak').with('oak', { more: [until] }).roundOpened(TEXT)
    const cited = (now: string) => mandateFor(story.statement, story.organisation('oak'), 'oak-colleague', now)
    expect(cited(endOfDay('2026-03-10', 'Europe/Amsterdam'))).toEqual({ kind: 'recorded', mandateId: 'm1' })
    expect(cited('2026-03-10T23:00:00.000Z')).toBeNull()
    const elsewhere = story.with('oak', { more: [{ ...until, data: { ...until.data, scope: { kind: 'statement', statementId: 's9' } } }] })
    expect(mandateFor(elsewhere.statement, elsewhere.organisation('oak'), 'oak-colleague', START)).toBeNull()
  })

  test('[M2] that ends leaves earlier answers standing', () => {
    const story = aStatement('oak').with('oak', { more: [ALL_MANDATE] }).roundOpened(TEXT, { of: ['oak'] }).answered('oak', 'agreed', { personId: 'oak-colleague' })
    const ended = factsOf(decideEndMandate(story.organisation('oak'), { mandateId: 'm1', reason: null }, story.now))
    story.with('oak', { more: [ALL_MANDATE, ...ended] })
    expect(stateOf(story, 'oak')).toBe('agreed')
    expect(mandateFor(story.statement, story.organisation('oak'), 'oak-colleague', story.now)).toBeNull()
  })

  test('[M1] is recorded only for someone of the organisation, and not in the past', () => {
    const oak = aStatement('oak').organisation('oak')
    const wish = ALL_MANDATE.data
    expect(decideRecordMandate(oak, { ...wish, personId: 'stranger' }, START)).toEqual({ ok: false, because: 'no-such-person' })
    expect(decideRecordMandate(oak, { ...wish, until: '2026-03-01' }, START)).toEqual({ ok: false, because: 'dates-are-past' })
  })

  test('[M6] with the long route is answered at the first meeting for which the papers are in time', () => {
    const route = { type: 'decision-route-set', data: { route: 'long', leadDays: 11, meetings: ['2026-03-09', '2026-04-13', '2026-03-16'] } } as const
    const oak = aStatement('oak').with('oak', { more: [route] }).organisation('oak')
    expect(earliestFeasible(oak, START, 'Europe/Amsterdam')).toBe('2026-03-16')
    expect(earliestFeasible(oak, '2026-04-05T09:00:00.000Z', 'Europe/Amsterdam')).toBeNull()
    expect(earliestFeasible(aStatement('oak').organisation('oak'), START, 'Europe/Amsterdam')).toBe('2026-03-02')
  })
})

describe('two people of one organisation', () => {
  const twoHolders = () => aStatement('oak', 'elm').with('oak', { more: [ALL_MANDATE] }).roundOpened(TEXT).answered('oak', 'agreed')

  test('[M3] who both hold a mandate and differ make it provisional, and only they see why', () => {
    const story = twoHolders().answered('oak', 'declined', { personId: 'oak-colleague' })
    expect(stateOf(story, 'oak')).toBe('provisional')
    const own = stateFor(story.statement, 'oak', { organisationId: 'oak', secretariat: false })
    const other = stateFor(story.statement, 'oak', { organisationId: 'elm', secretariat: true })
    expect([own.answer?.answer, other.answer, other.state]).toEqual(['declined', null, 'provisional'])
    expect(isDivided(story.statement, null, 'oak')).toBe(true)
    const seenBy = (organisationId: string) => boardOf(story.statement, story.organisations, { viewer: { organisationId, secretariat: false }, now: story.now, dossier: story.dossier }).find(row => row.organisationId === 'oak')?.waitsFor
    expect([seenBy('oak'), seenBy('elm')]).toEqual([{ for: 'resolution' }, { for: 'consideration' }])
  })

  test('[M3] do not settle a division before there is one: the first different answer waits', () => {
    expect(stateOf(twoHolders().answered('oak', 'declined', { personId: 'oak-colleague', resolves: true }), 'oak')).toBe('provisional')
  })

  test('[M3] are settled by a mandate holder, by choosing or by answering', () => {
    const chosen = twoHolders().answered('oak', 'declined', { personId: 'oak-colleague' })
    const first = decideResolve(chosen.statement, chosen.organisation('oak'), { choose: { ...inOffice, answerId: 'a1' } }, chosen.now)
    expect(first.ok && first.privately.map(fact => fact.type)).toEqual(['division-resolved'])
    expect(stateOf(chosen.record(...(first.ok ? first.facts : [])), 'oak')).toBe('agreed')
    const answered = twoHolders().answered('oak', 'declined', { personId: 'oak-colleague' }).answered('oak', 'declined', { resolves: true })
    expect(stateOf(answered, 'oak')).toBe('declined')
    expect(answered.statement.positions['oak']?.contested).toBe(false)
  })

  test('[M3] of whom one has no mandate never move the answer of the one who has', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed')
    const wish = story.wish('oak', 'declined', { personId: 'oak-colleague' })
    expect(decideAnswer(story.statement, story.organisation('oak'), wish, story.now)).toEqual({ ok: false, because: 'mandate-holder-has-answered' })
    const prepared = decidePrepare(story.statement, null, story.organisation('oak'), { preparedId: 'x', roundId: 'r1', version: wish.version, personId: 'oak-colleague', answer: 'declined', note: 'liever niet' })
    expect(prepared).toMatchObject({ ok: true, facts: [] })
  })

  test('[P1] may prepare different answers: others know only that it is being considered', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    const events: Kept<PrivateFact>[] = []
    for (const [personId, answer] of [['oak-colleague', 'agreed'], ['oak-other', 'declined']] as const) {
      const wish = { preparedId: `x-${personId}`, roundId: 'r1', version: story.statement.rounds[0]?.version ?? '', personId, answer, note: 'vertrouwelijk' }
      const decision = decidePrepare(story.statement, foldPrivate(events), story.organisation('oak'), wish)
      if (!decision.ok) throw new Error(decision.because)
      for (const fact of decision.privately) events.push(kept('statement/s1/oak', events.length + 1, fact) as Kept<PrivateFact>)
      story.record(...decision.facts)
    }
    expect(JSON.stringify(story.events)).not.toContain('vertrouwelijk')
    expect(story.events.filter(event => event.type === 'consideration-noted')).toHaveLength(1)
    expect(stateOf(story, 'oak')).toBe('provisional')
    expect(isDivided(story.statement, foldPrivate(events), 'oak')).toBe(true)
    expect(isDivided(story.answered('oak', 'agreed').statement, foldPrivate(events), 'oak')).toBe(false)
  })
})

describe('after the closing date', () => {
  test('[L5] a yes is kept as late and the organisation counts as before, until the coordinator admits it', () => {
    const story = aStatement('oak').roundOpened(TEXT).at(AFTER_CLOSING).answered('oak', 'agreed')
    expect([stateOf(story, 'oak'), story.statement.positions['oak']?.late]).toEqual(['asked', ['a1']])
    expect(stateOf(story.decided(decideAdmitLate(story.statement, { answerId: 'a1', to: 'this-edition' })), 'oak')).toBe('agreed')
  })

  test('[L5] the server decides by the clock: from the closing moment itself an answer is late, whatever job ran', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT)
    story.at('2026-03-18T22:59:59.998Z').answered('oak', 'agreed').at(DATES.closesAt).answered('elm', 'agreed')
    expect([stateOf(story, 'oak'), stateOf(story, 'elm')]).toEqual(['agreed', 'asked'])
  })

  test('[L5] a late niet meedoen works at once', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed').closed().answered('oak', 'declined')
    expect(stateOf(story, 'oak')).toBe('declined')
  })

  test('[L5] once the edition is out, a late yes can only be admitted to the next', () => {
    const story = aStatement('oak', 'elm').roundOpened(TEXT).answered('elm', 'agreed').closed().adopted().published().answered('oak', 'agreed')
    expect(decideAdmitLate(story.statement, { answerId: 'a2', to: 'this-edition' })).toEqual({ ok: false, because: 'already-published' })
    expect(stateOf(story.decided(decideAdmitLate(story.statement, { answerId: 'a2', to: 'next-edition' })), 'oak')).toBe('agreed')
  })

  test('[M1] a late answer without a mandate waits for both: ratifying it leaves it late', () => {
    const story = aStatement('oak').roundOpened(TEXT).at(AFTER_CLOSING).answered('oak', 'agreed', { personId: 'oak-colleague' })
    expect(decideAdmitLate(story.statement, { answerId: 'a1', to: 'this-edition' })).toEqual({ ok: false, because: 'answer-is-provisional' })
    story.decided(decideRatify(story.statement, story.organisation('oak'), { ...inOffice, answerId: 'a1' }, story.now))
    expect(stateOf(story, 'oak')).toBe('asked')
    expect(stateOf(story.decided(decideAdmitLate(story.statement, { answerId: 'a1', to: 'this-edition' })), 'oak')).toBe('agreed')
  })
})

describe('what is no answer', () => {
  test('[S1] eerst bespreken rests until its day and leaves the state as it is', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    story.decided(decideDiscussFirst(story.statement, story.organisation('oak'), { roundId: 'r1', personId: 'oak-director', until: '2026-03-09' }, story.now))
    expect([stateOf(story, 'oak'), story.statement.positions['oak']?.restsUntil]).toEqual(['asked', '2026-03-09'])
  })

  test('[S1] niet bevoegd ends the mandate of this round for that person, until asked anew', () => {
    const story = aStatement('oak').roundOpened(TEXT)
    story.decided(decideNotAuthorised(story.statement, story.organisation('oak'), { roundId: 'r1', personId: 'oak-director', named: 'oak-chair' }, story.now))
    expect(mandateFor(story.statement, story.organisation('oak'), 'oak-director', story.now)).toBeNull()
    expect(stateOf(story, 'oak')).toBe('asked')
    story.decided(decideAskPerson(story.statement, story.dossier, { organisationId: 'oak', personId: 'oak-chair', reason: null, replaces: null }))
    expect(mandateFor(story.statement, story.organisation('oak'), 'oak-chair', story.now)).toEqual({ kind: 'asked-in-round', roundId: 'r1' })
  })
})

describe('taking back', () => {
  test('[S5] a withdrawal is dated and leaves the state withdrawn; answering again is possible', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed')
    story.decided(decideWithdraw(story.statement, story.organisation('oak'), { answerId: 'a1', personId: 'oak-director', reason: 'bestuur' }, story.now))
    expect([stateOf(story, 'oak'), story.statement.answers['a1']?.ended?.how]).toEqual(['withdrawn', 'withdrawn'])
    expect(stateOf(story.answered('oak', 'agreed'), 'oak')).toBe('agreed')
  })

  test('[S5] a mistake never was an answer: the organisation is asked again', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'agreed')
    story.decided(decideMistake(story.statement, story.organisation('oak'), { answerId: 'a1', personId: 'oak-director', reason: null }, story.now))
    expect([stateOf(story, 'oak'), story.statement.answers['a1']?.ended?.how]).toEqual(['asked', 'mistaken'])
  })

  test('[S1] a no has nothing to withdraw, and only a mandate holder takes back', () => {
    const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'declined')
    const wish = { answerId: 'a1', personId: 'oak-director', reason: null }
    expect(decideWithdraw(story.statement, story.organisation('oak'), wish, story.now)).toEqual({ ok: false, because: 'nothing-to-withdraw' })
    expect(decideMistake(story.statement, story.organisation('oak'), { ...wish, personId: 'oak-colleague' }, story.now)).toEqual({ ok: false, because: 'needs-organisations-own-mandate' })
  })
})

test('[M4] a yes by telephone is provisional until the partner confirms having read it, with authority', () => {
  const story = aStatement('oak').roundOpened(TEXT)
  const yes = { answerId: 't1', roundId: 'r1', version: story.statement.rounds[0]?.version ?? '', personId: 'oak-director' }
  story.decided(decideTelephone(story.statement, story.organisation('oak'), yes, story.now), 'telephone')
  expect([stateOf(story, 'oak'), story.statement.answers['t1']?.via]).toEqual(['provisional', 'telephone'])
  expect(stateFor(story.statement, 'oak', { organisationId: 'elm', secretariat: false }).answer).toBeNull()
  expect(decideTelephone(story.statement, story.organisation('oak'), { ...yes, answerId: 't2' }, story.now)).toEqual({ ok: true, facts: [] })
  story.decided(decideConfirmTelephone(story.statement, story.organisation('oak'), { ...inOffice, answerId: 't1' }, story.now))
  expect(stateOf(story, 'oak')).toBe('agreed')
})

test('[M4] the coordinator enters nothing over what a mandate holder answered', () => {
  const story = aStatement('oak').roundOpened(TEXT).answered('oak', 'declined')
  const yes = { answerId: 't1', roundId: 'r1', version: story.statement.rounds[0]?.version ?? '', personId: 'oak-director' }
  expect(decideTelephone(story.statement, story.organisation('oak'), yes, story.now)).toEqual({ ok: false, because: 'mandate-holder-has-answered' })
})
