/** [M4] A yes given by telephone: entered by the coordinator, marked as such, and provisional until the partner confirms it. */
import { positionOf } from './answer.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import type { Id, Instant, StatementFact } from './events.ts'
import { whyNoMandate } from './mandate.ts'
import { whyNotMove } from './moves.ts'
import type { Organisation } from './organisation.ts'
import { askedPersons } from './rounds.ts'
import { currentFor, isLateNow } from './sign-off.ts'
import { ownStatements } from './sign-off-acts.ts'
import { openRound, type Statement } from './statement.ts'

/** `personId` is who said yes. Record the facts with `by.via: 'telephone'`: that is the mark. */
export interface TelephoneYes { readonly answerId: Id; readonly roundId: Id; readonly version: string; readonly personId: Id }

export function decideTelephone(statement: Statement, organisation: Organisation, wish: TelephoneYes, now: Instant): Decision<StatementFact> {
  const current = currentFor(statement, wish)
  if (!current.ok) return current
  if (openRound(statement) === undefined || isLateNow(current.round, now)) return refuse('round-is-closed')
  const asked = askedPersons(current.round, organisation.id)
  if (!asked.some(one => one.personId === wish.personId) && whyNoMandate(statement, organisation, wish.personId, now) !== null) return refuse('not-asked')
  const position = positionOf(statement, organisation.id)
  const pending = position.pending === null ? undefined : statement.answers[position.pending]
  if (pending !== undefined && pending.via === 'telephone' && pending.roundId === wish.roundId && pending.personId === wish.personId) return recorded()
  const because = whyNotMove(position.state, 'telephone')
  if (because !== null) return refuse(because)
  return recorded({
    type: 'answer-given',
    data: {
      ...wish, organisationId: organisation.id, answer: 'agreed', capacity: 'organisation', standing: 'provisional', mandate: null,
      reservations: [], exceptions: [], conditions: [], nameInPrint: false, late: false,
    },
  })
}

export interface ConfirmTelephone { readonly answerId: Id; readonly personId: Id; readonly hasRead: boolean; readonly isAuthorised: boolean }

/** The partner says that it was so, having read that version and with authority (S2). */
export function decideConfirmTelephone(statement: Statement, organisation: Organisation, wish: ConfirmTelephone, now: Instant): Decision<StatementFact> {
  const answer = statement.answers[wish.answerId]
  if (answer === undefined || answer.organisationId !== organisation.id || answer.ended !== null || answer.via !== 'telephone') return refuse('nothing-to-confirm')
  if (answer.confirmedAt !== null) return recorded()
  const current = currentFor(statement, answer)
  if (!current.ok) return current
  if (!wish.hasRead) return refuse('version-not-read')
  if (!wish.isAuthorised) return refuse('authority-not-stated')
  const position = positionOf(statement, organisation.id)
  const because = whyNoMandate(statement, organisation, wish.personId, now)
    ?? (position.pending === answer.answerId ? whyNotMove(position.state, 'confirm-telephone') : 'nothing-to-confirm')
  return because === null
    ? recorded(...ownStatements(answer, wish.personId), { type: 'telephone-answer-confirmed', data: { answerId: answer.answerId, organisationId: organisation.id } })
    : refuse(because)
}
