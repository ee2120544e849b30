/** [M3, P1] Preparing an answer inside one organisation: nobody else sees what, and it never moves a mandate holder's answer. */
import { positionOf } from './answer.ts'
import { refuse, type Refused } from './decision.ts'
import type { Answer, Id, Instant, PrivateFact, StatementFact } from './events.ts'
import type { Organisation } from './organisation.ts'
import { preparedIn, type PrivateLayer } from './private.ts'
import { currentFor, decideAnswer } from './sign-off.ts'
import { decideRatify, type Ratify } from './sign-off-acts.ts'
import { lastRound, openRound, type Statement } from './statement.ts'
import type { GiveAnswer } from './wishes.ts'

/** What goes into the organisation's own stream, and what the others may know: only that it is being considered. */
export type PrivateDecision = { readonly ok: true; readonly privately: readonly PrivateFact[]; readonly facts: readonly StatementFact[] } | Refused

export interface Prepare {
  readonly preparedId: Id; readonly roundId: Id; readonly version: string; readonly personId: Id; readonly answer: Answer; readonly note: string
}

export function decidePrepare(statement: Statement, layer: PrivateLayer | null, organisation: Organisation, wish: Prepare): PrivateDecision {
  const current = currentFor(statement, wish)
  if (!current.ok) return current
  if (openRound(statement) === undefined) return refuse('round-is-closed')
  const before = preparedIn(layer, wish.roundId).find(one => one.personId === wish.personId)
  const same = before !== undefined && before.answer === wish.answer && before.note === wish.note && before.version === wish.version
  const { state } = positionOf(statement, organisation.id)
  return {
    ok: true,
    privately: same ? [] : [{ type: 'answer-prepared', data: wish }],
    // From any other state the table leaves it where it is, so there is nothing for others to know.
    facts: state === 'asked' || state === 'withdrawn' ? [{ type: 'consideration-noted', data: { roundId: wish.roundId, organisationId: organisation.id } }] : [],
  }
}

export function decideWithdrawPreparation(layer: PrivateLayer | null, wish: { preparedId: Id; personId: Id }): PrivateDecision {
  const prepared = layer?.prepared.find(one => one.preparedId === wish.preparedId)
  if (prepared === undefined) return refuse('no-such-answer')
  if (prepared.personId !== wish.personId) return refuse('not-yours')
  return { ok: true, privately: prepared.withdrawn ? [] : [{ type: 'preparation-withdrawn', data: { preparedId: wish.preparedId } }], facts: [] }
}

/**
 * [M3] *Intern niet eens*, for the organisation's own eyes: two mandate holders differ, or colleagues prepared different answers
 * and no mandate holder has spoken since.
 */
export function isDivided(statement: Statement, layer: PrivateLayer | null, organisationId: Id): boolean {
  const position = positionOf(statement, organisationId)
  if (position.contested) return true
  const round = lastRound(statement)
  if (round === undefined) return false
  const spoken = position.current !== null && statement.answers[position.current]?.roundId === round.roundId
  if (spoken || layer?.resolved.some(one => one.roundId === round.roundId)) return false
  const pending = position.pending === null ? undefined : statement.answers[position.pending]
  const said = [...preparedIn(layer, round.roundId).map(one => one.answer), ...(pending === undefined ? [] : [pending.answer])]
  return new Set(said).size > 1
}

/** [M3] A mandate holder settles a division, by choosing an answer on record or by giving one. */
export type Resolve = { readonly choose: Ratify } | { readonly give: Omit<GiveAnswer, 'resolves'> }

export function decideResolve(statement: Statement, organisation: Organisation, wish: Resolve, now: Instant): PrivateDecision {
  const decision = 'choose' in wish
    ? decideRatify(statement, organisation, wish.choose, now)
    : decideAnswer(statement, organisation, { ...wish.give, resolves: true }, now)
  if (!decision.ok) return decision
  const round = lastRound(statement)
  const personId = 'choose' in wish ? wish.choose.personId : wish.give.personId
  const settled = round !== undefined && decision.facts.some(fact => fact.type === 'answer-ratified' || (fact.type === 'answer-given' && fact.data.standing === 'counts'))
  return { ok: true, facts: decision.facts, privately: settled ? [{ type: 'division-resolved', data: { roundId: round.roundId, personId } }] : [] }
}
