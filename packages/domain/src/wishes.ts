/** What a person wishes to answer, and when two such wishes say the same. */
import type { AnswerKept } from './answer.ts'
import type { Answer, Capacity, Id, PassageException, Reservation, Sha256, Via, Visibility } from './events.ts'
import type { Refusal } from './refusals.ts'
import type { Version } from './statement.ts'

/** A reservation with its words; `conditionTexts` are the conditions of a *nee, tenzij*. */
export type WishedReservation = Reservation & { readonly text: string | null; readonly conditionTexts: readonly string[] }

export interface GiveAnswer {
  readonly answerId: Id
  readonly roundId: Id
  /** The version that the person saw (S2). */
  readonly version: Sha256
  readonly personId: Id
  readonly via: Via
  readonly answer: Answer
  readonly capacity: Capacity
  /** *Ik heb deze versie gelezen.* */
  readonly hasRead: boolean
  /** *Ik mag namens … akkoord geven.* Not needed on personal title. */
  readonly isAuthorised: boolean
  readonly reservations: readonly WishedReservation[]
  readonly exceptions: readonly { readonly passageId: string; readonly answer: PassageException['answer'] }[]
  /** Ids of passages without which it would not stand (V10). */
  readonly conditions: readonly string[]
  readonly nameInPrint: boolean
  readonly explanation: { readonly visibility: Visibility; readonly text: string } | null
  /** [M3] A mandate holder ends a division, that stands already, by this answer. */
  readonly resolves: boolean
}

/** [S2, S4] Why an answer is not a whole answer, whoever gives it. */
export function whyIncomplete(wish: GiveAnswer, version: Version): Refusal | null {
  if (!wish.hasRead) return 'version-not-read'
  if (wish.capacity === 'organisation' && !wish.isAuthorised) return 'authority-not-stated'
  if (wish.answer === 'reserved' && wish.reservations.length === 0 && !wish.exceptions.some(one => one.answer === 'reserved')) return 'needs-reservation'
  if (wish.answer !== 'reserved' && wish.reservations.length > 0) return 'reservation-needs-reserved-answer'
  if (wish.reservations.some(one => one.kind === 'no-unless' && one.conditionTexts.length === 0)) return 'needs-conditions'
  if (wish.reservations.some(one => one.kind === 'members' && one.body.trim() === '')) return 'needs-reservation'
  const known = version.passages.map(passage => passage.id)
  const named = [
    ...wish.exceptions.map(one => one.passageId), ...wish.conditions,
    ...wish.reservations.flatMap(one => (one.kind === 'substance' && one.passageId !== null ? [one.passageId] : [])),
  ]
  return named.every(id => known.includes(id)) ? null : 'exception-not-in-version'
}

const reservationText = (one: Reservation & { readonly text: string | null; readonly conditionTexts: readonly string[] }): string => {
  const open = one.kind === 'members' ? [one.body, one.decidesOn] : one.kind === 'substance' ? [one.passageId, one.listed] : []
  return JSON.stringify([one.kind, one.visibility, one.text, one.conditionTexts, ...open])
}

/** Whether an answer on record says exactly this already: then saying it again records nothing. */
export function saysTheSame(kept: AnswerKept, wish: GiveAnswer): boolean {
  const of = (exceptions: readonly { passageId: string; answer: string }[]) => exceptions.map(one => `${one.passageId} ${one.answer}`).sort().join()
  return kept.roundId === wish.roundId && kept.answer === wish.answer && kept.capacity === wish.capacity && kept.nameInPrint === wish.nameInPrint
    && kept.reservations.map(reservationText).sort().join() === wish.reservations.map(reservationText).sort().join()
    && of(kept.exceptions) === of(wish.exceptions) && [...kept.conditions].sort().join() === [...wish.conditions].sort().join()
    && (kept.explanation?.text ?? null) === (wish.explanation?.text ?? null)
}
