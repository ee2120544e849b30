/** [S1, S4, S5] What may happen around an answer: ratify, withdraw, correct, discuss first, not authorised, conditions, silence, name in print. */
import { isKeptLate, positionOf, type AnswerKept } from './answer.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import type { Day, Id, Instant, StatementFact } from './events.ts'
import { mandateFor, whyNoMandate } from './mandate.ts'
import { whyNotMove } from './moves.ts'
import type { Organisation } from './organisation.ts'
import type { Refusal } from './refusals.ts'
import { askedPersons, isAsked } from './rounds.ts'
import { currentFor, isLateNow } from './sign-off.ts'
import { lastRound, openRound, phaseOf, standingEdition, workingEdition, type Statement } from './statement.ts'

type Ask<Wish> = (statement: Statement, organisation: Organisation, wish: Wish, now: Instant) => Decision<StatementFact>

/** An answer of this organisation that was not taken back. */
function liveAnswer(statement: Statement, organisationId: Id, answerId: Id): AnswerKept | null {
  const answer = statement.answers[answerId]
  return answer !== undefined && answer.organisationId === organisationId && answer.ended === null ? answer : null
}

/** Of the round that is open or closed on top, by someone who may speak for the organisation in it. */
function roundFor(statement: Statement, organisation: Organisation, roundId: Id): Refusal | null {
  if (statement.stopped !== null) return 'statement-is-stopped'
  const round = openRound(statement)
  if (round === undefined) return lastRound(statement) === undefined ? 'no-round' : 'round-is-closed'
  if (round.roundId !== roundId) return 'version-is-not-current'
  return isAsked(round, organisation.id) || statement.positions[organisation.id] !== undefined ? null : 'not-asked'
}

export interface Ratify { readonly answerId: Id; readonly personId: Id; readonly hasRead: boolean; readonly isAuthorised: boolean }

/**
 * [M1] A mandate holder makes a provisional answer count; [M3] where two holders differ, this chooses one of the two answers.
 * The holder reads and states authority too (S2).
 */
export const decideRatify: Ask<Ratify> = (statement, organisation, wish, now) => {
  const answer = liveAnswer(statement, organisation.id, wish.answerId)
  if (answer === null || answer.capacity === 'personal') return refuse('no-such-answer')
  const current = currentFor(statement, answer)
  if (!current.ok) return current
  if (!wish.hasRead) return refuse('version-not-read')
  if (!wish.isAuthorised) return refuse('authority-not-stated')
  const mandate = mandateFor(statement, organisation, wish.personId, now)
  if (mandate === null) return refuse(whyNoMandate(statement, organisation, wish.personId, now) ?? 'not-yours')
  const position = positionOf(statement, organisation.id)
  const waitsLate = isKeptLate(answer) && answer.standing === 'provisional'
  const chosen = position.pending === answer.answerId || (position.contested && position.current === answer.answerId)
  if (!waitsLate && !chosen) return answer.ratifiedAt !== null ? recorded() : refuse('nothing-to-ratify')
  const because = waitsLate ? null : whyNotMove(position.state, 'ratify')
  return because === null ? recorded(...ownStatements(answer, wish.personId), { type: 'answer-ratified', data: { answerId: answer.answerId, organisationId: organisation.id, mandate } }) : refuse(because)
}

/** [S2] The two statements of a person, about the version of an answer that someone else gave or entered. */
export function ownStatements({ roundId, version, organisationId }: AnswerKept, personId: Id): StatementFact[] {
  const seen = { roundId, version, organisationId, personId }
  return [{ type: 'version-read', data: seen }, { type: 'authority-stated', data: { ...seen, capacity: 'organisation' } }]
}

export interface TakeBack { readonly answerId: Id; readonly personId: Id; readonly reason: string | null }

/** [S5] From now on off the live lists; editions keep it as *ondertekende t/m*. */
export const decideWithdraw: Ask<TakeBack> = (statement, organisation, wish, now) => takeBack(statement, organisation, wish, now, 'withdraw')
/** [S5] It never was an answer: off the lists, marked in editions, and the organisation is asked again. */
export const decideMistake: Ask<TakeBack> = (statement, organisation, wish, now) => takeBack(statement, organisation, wish, now, 'mistake')

function takeBack(statement: Statement, organisation: Organisation, { answerId, personId, reason }: TakeBack, now: Instant, how: 'withdraw' | 'mistake'): Decision<StatementFact> {
  const answer = statement.answers[answerId]
  if (answer === undefined || answer.organisationId !== organisation.id) return refuse('no-such-answer')
  if (answer.ended !== null) return recorded()
  const because = answer.capacity === 'personal'
    ? (answer.personId === personId ? null : 'not-yours')
    : whyNoMandate(statement, organisation, personId, now) ?? whyNotEnd(statement, answer, how)
  if (because !== null) return refuse(because)
  return recorded({ type: how === 'withdraw' ? 'answer-withdrawn' : 'answer-mistaken', data: { answerId, organisationId: organisation.id, reason } })
}

function whyNotEnd(statement: Statement, answer: AnswerKept, how: 'withdraw' | 'mistake'): Refusal | null {
  const position = positionOf(statement, answer.organisationId)
  if (position.late.includes(answer.answerId)) return null
  if (position.current !== answer.answerId && position.pending !== answer.answerId) return how === 'withdraw' ? 'nothing-to-withdraw' : 'no-such-answer'
  return whyNotMove(position.state, how)
}

/** [S1] No answer: reminders rest until the end of that day. */
export const decideDiscussFirst: Ask<{ roundId: Id; personId: Id; until: Day }> = (statement, organisation, wish, now) => {
  const because = roundFor(statement, organisation, wish.roundId) ?? (wish.until < now.slice(0, 10) ? 'dates-are-past' : null)
  if (because !== null) return refuse(because)
  if (positionOf(statement, organisation.id).restsUntil === wish.until) return recorded()
  return recorded({ type: 'discussion-asked', data: { ...wish, organisationId: organisation.id } })
}

/** [S1] No answer: ends what this round's naming of the person gave, and names another, whom the coordinator invites. */
export const decideNotAuthorised: Ask<{ roundId: Id; personId: Id; named: Id | null }> = (statement, organisation, wish) => {
  const because = roundFor(statement, organisation, wish.roundId)
  if (because !== null) return refuse(because)
  const round = lastRound(statement)
  if (round?.asked.some(one => one.organisationId === organisation.id && one.personId === wish.personId && one.ended === 'not-authorised')
    && !askedPersons(round, organisation.id).some(one => one.personId === wish.personId)) return recorded()
  if (round === undefined || !askedPersons(round, organisation.id).some(one => one.personId === wish.personId)) return refuse('not-asked')
  return recorded({ type: 'not-authorised-stated', data: { ...wish, organisationId: organisation.id } })
}

export const decideAskCoordinator: Ask<{ roundId: Id; personId: Id; text: string }> = (statement, organisation, wish) => {
  const because = roundFor(statement, organisation, wish.roundId)
  return because === null ? recorded({ type: 'question-asked', data: { ...wish, organisationId: organisation.id } }) : refuse(because)
}

/** [L4] Silence counts only for a partner that accepted the rule which the round named beforehand. */
export const decideAcceptSilenceRule: Ask<{ roundId: Id; personId: Id }> = (statement, organisation, wish, now) => {
  const because = roundFor(statement, organisation, wish.roundId) ?? whyNoMandate(statement, organisation, wish.personId, now)
  if (because !== null) return refuse(because)
  const round = openRound(statement)
  if (round === undefined || round.silenceRule === null) return refuse('no-silence-rule')
  if (isLateNow(round, now)) return refuse('round-is-closed')
  return round.silenceAccepted.some(one => one.organisationId === organisation.id) ? recorded() : recorded({ type: 'silence-rule-accepted', data: { ...wish, organisationId: organisation.id } })
}

/** [L5] Until publication, or to the next edition. */
export function decideAdmitLate(statement: Statement, wish: { answerId: Id; to: 'this-edition' | 'next-edition' }): Decision<StatementFact> {
  const answer = statement.answers[wish.answerId]
  if (answer === undefined || answer.ended !== null) return refuse('no-such-answer')
  if (statement.stopped !== null) return refuse('statement-is-stopped')
  if (answer.admittedTo !== null) return recorded()
  if (!isKeptLate(answer)) return refuse('not-late')
  if (answer.standing === 'provisional') return refuse('answer-is-provisional')
  const round = statement.rounds.find(one => one.roundId === answer.roundId)
  const printed = (standingEdition(statement)?.number ?? 0) >= (round?.edition ?? 0) || phaseOf(statement) === 'published'
  if (wish.to === 'this-edition' && (printed || round === undefined || workingEdition(statement) !== round.edition)) return refuse('already-published')
  return recorded({ type: 'late-answer-admitted', data: { ...wish, organisationId: answer.organisationId } })
}

/** [S4] Ticking off a condition of a *nee, tenzij*: it counts once its organisation confirms. */
export function decideConditionMet(statement: Statement, wish: { answerId: Id; reservationId: Id; condition: number }): Decision<StatementFact> {
  const reservation = statement.answers[wish.answerId]?.reservations.find(one => one.id === wish.reservationId)
  if (reservation === undefined || reservation.kind !== 'no-unless' || wish.condition < 0 || wish.condition >= reservation.conditions) return refuse('no-conditions-to-confirm')
  return reservation.met.includes(wish.condition) ? recorded() : recorded({ type: 'condition-met', data: wish })
}

/** [S4] From here on the *nee, tenzij* lists and carries. The partner may confirm earlier than all are ticked off: they are its conditions. */
export const decideConfirmConditions: Ask<{ answerId: Id; reservationId: Id; personId: Id }> = (statement, organisation, { answerId, reservationId, personId }, now) => {
  const answer = liveAnswer(statement, organisation.id, answerId)
  if (answer === null) return refuse('no-such-answer')
  const because = whyNoMandate(statement, organisation, personId, now) ?? whyNotMove(positionOf(statement, organisation.id).state, 'confirm-conditions')
  if (because !== null) return refuse(because)
  const reservation = answer.reservations.find(one => one.id === reservationId && one.kind === 'no-unless')
  if (reservation === undefined) return refuse('no-conditions-to-confirm')
  return reservation.confirmedAt !== null ? recorded() : recorded({ type: 'conditions-confirmed', data: { answerId, reservationId, organisationId: organisation.id } })
}

/** [S6] A person's name is printed only on that person's own yes, which can be taken back at any time. */
export function decideNameInPrint(statement: Statement, wish: { personId: Id; organisationId: Id; allowed: boolean }): Decision<StatementFact> {
  const before = statement.namesInPrint.find(one => one.personId === wish.personId && one.organisationId === wish.organisationId)?.allowed ?? false
  return before === wish.allowed ? recorded() : recorded({ type: 'name-in-print-set', data: wish })
}
