/** [S1-S6] Giving an answer for an organisation: what is recorded, what waits, and what is refused. */
import { moveOf, positionOf, type AnswerKept } from './answer.ts'
import { isLate } from './deadline.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import type { Id, Instant, MandateCited, Reservation, StatementFact } from './events.ts'
import { mandateFor } from './mandate.ts'
import { whyNotMove } from './moves.ts'
import type { Organisation } from './organisation.ts'
import type { Refusal } from './refusals.ts'
import type { Round } from './rounds.ts'
import { lastRound, takesPart, versionOf, type Statement, type Version } from './statement.ts'
import { saysTheSame, whyIncomplete, type GiveAnswer, type WishedReservation } from './wishes.ts'

/** `alreadyGiven`: the same answer stood on record, so nothing was added; this is when it was given. */
export type AnswerDecision = Decision<StatementFact> & { readonly alreadyGiven?: { readonly answerId: Id; readonly at: Instant } }

export type Current = { readonly ok: true; readonly round: Round; readonly version: Version } | { readonly ok: false; readonly because: Refusal }

/** [S2] The round and version that may be answered now, or why the version that the person saw can't. */
export function currentFor(statement: Statement, seen: { roundId: Id; version: string }): Current {
  if (statement.stopped !== null || statement.deletedAt !== null) return refuse('statement-is-stopped')
  const round = lastRound(statement)
  if (round === undefined) return refuse('no-round')
  if (round.roundId !== seen.roundId || round.version !== seen.version) return refuse('version-is-not-current')
  if (round.status === 'stopped') return refuse('round-was-stopped')
  const version = versionOf(statement, round.version)
  return version === undefined ? refuse('no-such-version') : { ok: true, round, version }
}

/** [L5] Whether an answer given now is late: after the closing date, or once the round is closed. */
export const isLateNow = (round: Round, now: Instant): boolean => round.status === 'closed' || isLate(round.dates.closesAt, now)

/**
 * An answer on the version that the person saw. It counts under a mandate (M1), waits as provisional without one,
 * is kept as late after closing (L5), and is provisional where another mandate holder said something else (M3).
 */
export function decideAnswer(statement: Statement, organisation: Organisation, wish: GiveAnswer, now: Instant): AnswerDecision {
  const current = currentFor(statement, wish)
  if (!current.ok) return current
  const { round, version } = current
  if (!takesPart(statement, organisation.id)) return refuse('not-a-partner')
  const incomplete = whyIncomplete(wish, version)
  if (incomplete !== null) return refuse(incomplete)

  const mandate = mandateFor(statement, organisation, wish.personId, now)
  const before = alreadyGiven(statement, organisation.id, wish, mandate)
  if (before !== null) return { ok: true, facts: [], alreadyGiven: { answerId: before.answerId, at: before.at } }

  const late = isLateNow(round, now)
  if (wish.capacity === 'personal') {
    return late ? refuse('round-is-closed') : recorded(...factsOf(wish, version, organisation.id, { standing: 'counts', mandate: null, late: false }))
  }
  const standing = mandate === null || isContradiction(statement, organisation.id, wish, late) ? 'provisional' : 'counts'
  const because = whyNotMove(positionOf(statement, organisation.id).state, moveOf({ ...wish, standing, mandate, late }))
  return because === null ? recorded(...factsOf(wish, version, organisation.id, { standing, mandate, late })) : refuse(because)
}

/** The live answer of this person that says the same, if there is one. One that only waits is none for who may now make it count. */
function alreadyGiven(statement: Statement, organisationId: Id, wish: GiveAnswer, mandate: MandateCited | null): AnswerKept | null {
  const byId = statement.answers[wish.answerId]
  if (byId !== undefined) return byId
  const position = positionOf(statement, organisationId)
  if (position.contested && wish.resolves) return null
  const last = position.history.map(id => statement.answers[id]).findLast(one => one?.personId === wish.personId && one.capacity === wish.capacity)
  if (last === undefined || last.ended !== null || !isLive(position, last) || !saysTheSame(last, wish)) return null
  return last.standing === 'provisional' && last.mandate === null && mandate !== null ? null : last
}

const isLive = (position: { current: Id | null; pending: Id | null; late: readonly Id[] }, answer: AnswerKept): boolean =>
  answer.capacity === 'personal' || position.current === answer.answerId || position.pending === answer.answerId || position.late.includes(answer.answerId)

/** [M3] Another person's answer in this round counts, says something else, and this one does not say that it settles it. */
function isContradiction(statement: Statement, organisationId: Id, wish: GiveAnswer, late: boolean): boolean {
  const { current, contested } = positionOf(statement, organisationId)
  if ((contested && wish.resolves) || (late && wish.answer !== 'declined')) return false
  const counts = current === null ? undefined : statement.answers[current]
  if (counts === undefined || counts.roundId !== wish.roundId) return false
  return contested || (counts.personId !== wish.personId && !saysTheSame(counts, { ...wish, nameInPrint: counts.nameInPrint }))
}

interface Weight { readonly standing: 'counts' | 'provisional'; readonly mandate: MandateCited | null; readonly late: boolean }

function factsOf(wish: GiveAnswer, version: Version, organisationId: Id, weight: Weight): StatementFact[] {
  const { roundId, personId, answerId, answer, capacity, conditions, nameInPrint } = wish
  const seen = { roundId, version: version.version, organisationId, personId }
  const exceptions = wish.exceptions.map(one => ({ ...one, fingerprint: version.passages.find(passage => passage.id === one.passageId)?.fingerprint ?? '' }))
  return [
    { type: 'version-read', data: seen },
    ...(capacity === 'organisation' ? [{ type: 'authority-stated', data: { ...seen, capacity } } as const] : []),
    { type: 'answer-given', data: { ...seen, answerId, answer, capacity, ...weight, reservations: wish.reservations.map(openFacts), exceptions, conditions, nameInPrint } },
    ...wordsOf(wish),
  ]
}

/** Words are events of their own, so that they can be withheld or erased and the answer stays (S4, T2). */
export function wordsOf({ answerId, reservations, explanation }: Pick<GiveAnswer, 'answerId' | 'reservations' | 'explanation'>): StatementFact[] {
  return [
    ...reservations.filter(one => one.text !== null || one.conditionTexts.length > 0).map((one): StatementFact =>
      ({ type: 'reservation-worded', data: { answerId, reservationId: one.id, visibility: one.visibility, text: one.text ?? '', conditions: one.conditionTexts } })),
    ...(explanation === null ? [] : [{ type: 'refusal-explained', data: { answerId, ...explanation } } as const]),
  ]
}

function openFacts(wished: WishedReservation): Reservation {
  const { id, visibility } = wished
  switch (wished.kind) {
    case 'members': return { id, kind: 'members', visibility, body: wished.body, decidesOn: wished.decidesOn }
    case 'substance': return { id, kind: 'substance', visibility, passageId: wished.passageId, listed: wished.listed }
    case 'no-unless': return { id, kind: 'no-unless', visibility, conditions: wished.conditionTexts.length }
    case 'form': return { id, kind: 'form', visibility }
  }
}
