/** Whatever people do in whatever order, an organisation's state is what its answers say, and others see no more than they may. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKeptLate } from './answer.ts'
import { stateFor } from './board.ts'
import { beamsOf } from './coverage.ts'
import type { Decision } from './decision.ts'
import type { StatementFact } from './events.ts'
import { listingOf } from './listing.ts'
import { decideAnswer } from './sign-off.ts'
import { decideAdmitLate, decideMistake, decideRatify, decideWithdraw } from './sign-off-acts.ts'
import { aStatement, prints, type Story } from './testing.ts'
import { decideConfirmTelephone, decideTelephone } from './telephone.ts'

const TEXT = { p1: 'Geachte staatssecretaris', p2: 'Gezondheid begint in de wijk.' }
const SECOND = { type: 'mandate-recorded', data: { mandateId: 'm1', personId: 'oak-second', scope: { kind: 'all' }, until: null, decidedOn: null, body: null } } as const
const JOINED = { type: 'person-joined', data: { personId: 'oak-second', roles: ['mandate-holder'] } } as const

const persons = fc.constantFrom('oak-director', 'oak-second', 'oak-colleague')
const deed = fc.oneof(
  fc.record({ act: fc.constant('answer' as const), personId: persons, answer: fc.constantFrom('agreed', 'reserved', 'declined'), capacity: fc.constantFrom('organisation', 'organisation', 'personal'), resolves: fc.boolean() }),
  fc.record({ act: fc.constantFrom('withdraw', 'mistake', 'ratify', 'confirm', 'admit', 'admit-next'), personId: persons, nth: fc.nat(5) }),
  fc.record({ act: fc.constantFrom('telephone', 'close', 'past-closing') }),
)

type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

function attempt(story: Story, wish: Deed): void {
  const oak = story.organisation('oak')
  const { statement, now } = story
  const done = (decision: Decision<StatementFact>, via: 'session' | 'telephone' = 'session') => { if (decision.ok) story.recordVia(via, ...decision.facts) }
  if (wish.act === 'answer') return done(decideAnswer(statement, oak, story.wish('oak', wish.answer, wish), now))
  if (wish.act === 'telephone') return done(decideTelephone(statement, oak, { answerId: `t${story.events.length}`, roundId: 'r1', version: statement.rounds[0]?.version ?? '', personId: 'oak-director' }, now), 'telephone')
  if (wish.act === 'close') { if (statement.rounds[0]?.status === 'open') story.closed(); return }
  if (wish.act === 'past-closing') { story.at('2026-04-01T00:00:00.000Z'); return }
  if (!('nth' in wish)) return
  const answerId = statement.positions['oak']?.history[wish.nth] ?? 'none'
  const whole = { answerId, personId: wish.personId, hasRead: true, isAuthorised: true, reason: null }
  switch (wish.act) {
    case 'withdraw': return done(decideWithdraw(statement, oak, whole, now))
    case 'mistake': return done(decideMistake(statement, oak, whole, now))
    case 'ratify': return done(decideRatify(statement, oak, whole, now))
    case 'confirm': return done(decideConfirmTelephone(statement, oak, whole, now))
    case 'admit': return done(decideAdmitLate(statement, { answerId, to: 'this-edition' }))
    case 'admit-next': return done(decideAdmitLate(statement, { answerId, to: 'next-edition' }))
  }
}

test('[S1] [M1] [M3] [L5] any order of acts keeps state, answer, list and beam telling one story', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 14 }), deeds => {
    const story = aStatement('oak', 'elm').with('oak', { more: [JOINED, SECOND] }).roundOpened(TEXT)
    for (const one of deeds) {
      attempt(story, one)
      const { statement } = story
      const position = statement.positions['oak']!
      const current = position.current === null ? undefined : statement.answers[position.current]
      if (['agreed', 'reserved', 'declined'].includes(position.state)) {
        expect(current).toMatchObject({ answer: position.state, ended: null, standing: 'counts', capacity: 'organisation' })
        expect(isKeptLate(current)).toBe(false)
        expect(current?.mandate === null && current.confirmedAt === null).toBe(false)
      }
      const carries = position.state === 'agreed' || position.state === 'reserved'
      const listed = listingOf({ ...story.coalition, statement, edition: 2, now: story.now }).listed.some(line => line.organisationId === 'oak')
      expect(listed).toBe(carries)
      expect(['carries', 'reserved'].includes(beamsOf(statement, prints(TEXT), ['oak'])[0]?.segments[0]?.state ?? '')).toBe(carries)
      const seen = stateFor(statement, 'oak', { organisationId: 'elm', secretariat: false })
      expect([seen.answer?.answerId ?? null, seen.late]).toEqual([position.state === 'provisional' ? null : position.current, []])
    }
  }), { seed: 17, numRuns: 400 })
})

test('[S1] repeating any act at once changes nothing', () => {
  fc.assert(fc.property(fc.array(deed, { maxLength: 8 }), deed, (deeds, last) => {
    fc.pre(last.act !== 'answer' || !last.resolves)
    const story = aStatement('oak', 'elm').with('oak', { more: [JOINED, SECOND] }).roundOpened(TEXT)
    for (const one of deeds) attempt(story, one)
    attempt(story, last)
    const once = story.events.length
    attempt(story, last)
    expect(story.events.length).toBe(once)
  }), { seed: 17, numRuns: 300 })
})
