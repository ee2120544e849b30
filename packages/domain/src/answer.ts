/** One answer of an organisation, and where that organisation stands because of its answers: state and fold. */
import type { Answer, Capacity, Day, Id, Instant, Kept, MandateCited, PassageException, Reservation, Sha256, StatementFact, Via, Visibility } from './events.ts'
import { MOVE_OF_ANSWER, outcomeOf, type Move, type SignOffState } from './moves.ts'

/** A reservation with its words, and what happened to its conditions. `text` is null where it was never said, or erased. */
export type ReservationKept = Reservation & {
  readonly text: string | null
  readonly conditionTexts: readonly string[]
  /** Indexes of the conditions that were ticked off. */
  readonly met: readonly number[]
  readonly confirmedAt: Instant | null
}

export interface AnswerKept {
  readonly answerId: Id; readonly roundId: Id; readonly version: Sha256; readonly organisationId: Id; readonly personId: Id
  readonly answer: Answer; readonly capacity: Capacity; readonly standing: 'counts' | 'provisional'; readonly mandate: MandateCited | null
  readonly reservations: readonly ReservationKept[]; readonly exceptions: readonly PassageException[]
  /** Ids of passages without which it would not stand (V10). */
  readonly conditions: readonly string[]
  readonly nameInPrint: boolean
  readonly late: boolean
  readonly at: Instant
  readonly revision: number
  readonly via: Via
  readonly explanation: { readonly visibility: Visibility; readonly text: string } | null
  readonly admittedTo: 'this-edition' | 'next-edition' | null
  readonly ratifiedAt: Instant | null
  readonly confirmedAt: Instant | null
  readonly ended: { readonly how: 'withdrawn' | 'mistaken'; readonly at: Instant; readonly reason: string | null } | null
}

/** Where an organisation stands on a statement. `current` is the answer that counts, `pending` one that waits. */
export interface Position {
  readonly organisationId: Id
  readonly state: SignOffState
  readonly current: Id | null
  readonly pending: Id | null
  /** [M3] Two mandate holders said different things, and nobody resolved it. */
  readonly contested: boolean
  /** Kept as late and not admitted (L5). */
  readonly late: readonly Id[]
  /** [S1] Reminders rest until the end of this day. */
  readonly restsUntil: Day | null
  /** Every answer, in order. */
  readonly history: readonly Id[]
}

export interface Answers {
  readonly answers: Readonly<Record<Id, AnswerKept>>
  readonly positions: Readonly<Record<Id, Position>>
}

const NOWHERE = { state: 'asked', current: null, pending: null, contested: false, late: [], restsUntil: null, history: [] } as const
export const positionOf = (statement: Answers, organisationId: Id): Position =>
  statement.positions[organisationId] ?? { organisationId, ...NOWHERE }

const withPosition = (state: Answers, position: Position): Answers =>
  ({ answers: state.answers, positions: { ...state.positions, [position.organisationId]: position } })
const withAnswer = (state: Answers, answerId: Id, change: (answer: AnswerKept) => Partial<AnswerKept>): Answers => {
  const answer = state.answers[answerId]
  return answer === undefined ? state : { answers: { ...state.answers, [answerId]: { ...answer, ...change(answer) } }, positions: state.positions }
}

/** A round asks again: a no or a withdrawal on an earlier text does not answer for the new one. */
export function askOrganisation(state: Answers, organisationId: Id): Answers {
  const before = positionOf(state, organisationId)
  const asked = outcomeOf(before.state, 'ask-again') === 'asked'
  return withPosition(state, { ...before, ...(asked ? { state: 'asked', current: null } : {}), restsUntil: null })
}

/** What the facts about answers change; facts about other things leave it as it is. */
export function applyAnswer(state: Answers, event: Kept<StatementFact>): Answers {
  if (event.data === null) return state
  switch (event.type) {
    case 'answer-given': return give(state, {
      ...event.data,
      reservations: event.data.reservations.map(reservation => ({ ...reservation, text: null, conditionTexts: [], met: [], confirmedAt: null })),
      ...freshly(event), via: event.by.via,
    })
    case 'silence-counted': return give(state, {
      ...event.data, answer: 'agreed', capacity: 'organisation', standing: 'counts', mandate: { kind: 'asked-in-round', roundId: event.data.roundId },
      reservations: [], exceptions: [], conditions: [], nameInPrint: false, late: false, ...freshly(event), via: 'system',
    })
    case 'reservation-worded': {
      const { answerId, reservationId, text, conditions, visibility } = event.data
      return changeReservation(state, answerId, reservationId, () => ({ text, conditionTexts: conditions, visibility }))
    }
    case 'refusal-explained': {
      const { answerId, visibility, text } = event.data
      return withAnswer(state, answerId, () => ({ explanation: { visibility, text } }))
    }
    case 'consideration-noted': return move(state, event.data.organisationId, 'prepare')
    case 'discussion-asked': return withPosition(state, { ...positionOf(state, event.data.organisationId), restsUntil: event.data.until })
    case 'answer-ratified': {
      const { answerId, mandate } = event.data
      const ratified = withAnswer(state, answerId, () => ({ standing: 'counts', ratifiedAt: event.at, mandate }))
      return isKeptLate(ratified.answers[answerId]) ? ratified : settle(ratified, answerId)
    }
    case 'telephone-answer-confirmed':
      return settle(withAnswer(state, event.data.answerId, () => ({ standing: 'counts', confirmedAt: event.at })), event.data.answerId)
    case 'late-answer-admitted': {
      const { answerId, to } = event.data
      return settle(withAnswer(state, answerId, () => ({ admittedTo: to })), answerId)
    }
    case 'condition-met': {
      const { condition, answerId, reservationId } = event.data
      return changeReservation(state, answerId, reservationId, reservation => ({ met: [...new Set([...reservation.met, condition])].sort((a, b) => a - b) }))
    }
    case 'conditions-confirmed': return changeReservation(state, event.data.answerId, event.data.reservationId, () => ({ confirmedAt: event.at }))
    case 'answer-withdrawn': return end(state, event.data.answerId, { how: 'withdrawn', at: event.at, reason: event.data.reason })
    case 'answer-mistaken': return end(state, event.data.answerId, { how: 'mistaken', at: event.at, reason: event.data.reason })
    default: return state
  }
}

const freshly = ({ at, revision }: { at: Instant; revision: number }) =>
  ({ at, revision, explanation: null, admittedTo: null, ratifiedAt: null, confirmedAt: null, ended: null }) as const

/** [L5] Late, not admitted, and no *niet meedoen*: its organisation counts as before. */
export const isKeptLate = (answer: AnswerKept | undefined): boolean =>
  answer !== undefined && answer.late && answer.admittedTo === null && answer.answer !== 'declined'

/**
 * [S3] The no of an organisation that was asked anew and said nothing since. It answers for no new text (S1), and until another
 * answer comes it is what the organisation said: silence does not undo it.
 */
export function noBefore(state: Answers, organisationId: Id): AnswerKept | null {
  const position = positionOf(state, organisationId)
  if (position.state !== 'asked') return null
  const last = position.history.map(id => state.answers[id]).findLast(one => one?.capacity === 'organisation' && one.standing === 'counts' && one.ended === null && !isKeptLate(one))
  return last?.answer === 'declined' ? last : null
}

/** How an answer moves its organisation, read from the answer itself. */
export function moveOf(answer: Pick<AnswerKept, 'answer' | 'capacity' | 'late' | 'standing' | 'mandate' | 'via'>): Move {
  if (answer.capacity === 'personal') return 'answer-personally'
  if (answer.standing === 'provisional') return answer.via === 'telephone' ? 'telephone' : answer.mandate === null ? 'answer-provisionally' : 'contradict'
  if (answer.late) return answer.answer === 'declined' ? 'decline-late' : 'answer-late'
  return MOVE_OF_ANSWER[answer.answer]
}

function give(state: Answers, answer: AnswerKept): Answers {
  const before = positionOf(state, answer.organisationId)
  const with_ = { answers: { ...state.answers, [answer.answerId]: answer }, positions: state.positions }
  const position: Position = { ...before, history: [...before.history, answer.answerId] }
  const made = moveOf(answer)
  const outcome = outcomeOf(before.state, made)
  if (made === 'answer-personally' || typeof outcome !== 'string') return withPosition(with_, position)
  if (answer.late && made !== 'decline-late') return withPosition(with_, { ...position, late: [...position.late, answer.answerId] })
  if (outcome === 'provisional') return withPosition(with_, { ...position, state: 'provisional', pending: answer.answerId, contested: before.contested || made === 'contradict' })
  return settle(withPosition(with_, position), answer.answerId)
}

/** From here on this answer is the one that counts; whatever waited beside it no longer does. */
function settle(state: Answers, answerId: Id): Answers {
  const answer = state.answers[answerId]
  if (answer === undefined) return state
  const before = positionOf(state, answer.organisationId)
  return withPosition(state, {
    ...before, state: answer.answer, current: answerId, pending: null, contested: false, restsUntil: null, late: before.late.filter(id => id !== answerId),
  })
}

function end(state: Answers, answerId: Id, ended: NonNullable<AnswerKept['ended']>): Answers {
  const answer = state.answers[answerId]
  if (answer === undefined) return state
  const after = withAnswer(state, answerId, () => ({ ended }))
  const before = positionOf(state, answer.organisationId)
  const current = before.current === answerId ? null : before.current
  const pending = before.pending === answerId ? null : before.pending
  const late = before.late.filter(id => id !== answerId)
  if (before.current !== answerId && before.pending !== answerId) return withPosition(after, { ...before, late })
  const rest = current === null ? undefined : state.answers[current]
  const next: SignOffState = pending !== null ? 'provisional'
    : rest !== undefined ? rest.answer
    : outcomeOf(before.state, ended.how === 'withdrawn' ? 'withdraw' : 'mistake') === 'withdrawn' ? 'withdrawn' : 'asked'
  return withPosition(after, { ...before, state: next, current, pending, late, contested: false })
}

function move(state: Answers, organisationId: Id, made: Move): Answers {
  const before = positionOf(state, organisationId)
  const outcome = outcomeOf(before.state, made)
  return outcome === 'provisional' && before.state !== 'provisional' ? withPosition(state, { ...before, state: 'provisional' }) : state
}

function changeReservation(state: Answers, answerId: Id, reservationId: Id, change: (reservation: ReservationKept) => Partial<ReservationKept>): Answers {
  return withAnswer(state, answerId, answer => ({
    reservations: answer.reservations.map(one => (one.id === reservationId ? { ...one, ...change(one) } as ReservationKept : one)),
  }))
}
