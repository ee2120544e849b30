/** What an answer holds besides yes or no, as the contract shows it: capacity, reservations, exceptions and the explanation, as they were recorded. */
import type { Receipt, Reservation } from '@draagvlak/api/sign-off'
import type { AnswerKept } from '@draagvlak/domain/answer'

export const reservationView = (one: AnswerKept['reservations'][number]): Reservation => ({
  id: one.id, kind: one.kind, visibility: one.visibility, text: one.text, body: one.kind === 'members' ? one.body || null : null, decidesOn: one.kind === 'members' ? one.decidesOn : null,
  passageId: one.kind === 'substance' ? one.passageId : null, conditions: one.conditionTexts.map((text, index) => ({ text, met: one.met.includes(index) })), confirmed: one.confirmedAt !== null,
  listed: one.kind !== 'substance' || one.listed,
})

/** Null for an act that is no answer. */
export const answerView = (kept: AnswerKept | null): Pick<Receipt, 'capacity' | 'reservations' | 'exceptions' | 'explanation'> => ({
  capacity: kept?.capacity ?? 'organisation', reservations: kept?.reservations.map(reservationView) ?? [],
  exceptions: kept?.exceptions.map(({ passageId, answer }) => ({ passageId, answer })) ?? [], explanation: kept?.explanation ?? null,
})
