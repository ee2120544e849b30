/** A reservation as the contract shows it. */
import type { Reservation } from '@draagvlak/api/sign-off'
import type { AnswerKept } from '@draagvlak/domain/answer'

export const reservationView = (one: AnswerKept['reservations'][number]): Reservation => ({
  id: one.id, kind: one.kind, visibility: one.visibility, text: one.text, body: one.kind === 'members' ? one.body || null : null, decidesOn: one.kind === 'members' ? one.decidesOn : null,
  passageId: one.kind === 'substance' ? one.passageId : null, conditions: one.conditionTexts.map((text, index) => ({ text, met: one.met.includes(index) })), confirmed: one.confirmedAt !== null,
})
