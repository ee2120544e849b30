/** Answers: by session from the workspace; by personal link see link.ts. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { day, hash, id, line, listOf, reason, words } from './fields.ts'

const visibility = z.enum(['secretariat', 'partners', 'public'])
export const reservationWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('members'), body: line(200), decidesOn: z.nullable(day), visibility }),
  z.object({ kind: z.literal('substance'), passageId: z.nullable(z.string().check(z.maxLength(40))), text: line(4000), visibility, listed: z.boolean() }),
  z.object({ kind: z.literal('no-unless'), conditions: z.array(line(500)).check(z.minLength(1), z.maxLength(20)), text: words(4000), visibility }),
  z.object({ kind: z.literal('form'), visibility }),
])
export type ReservationWish = z.output<typeof reservationWish>
/** S2: the version the person saw, and two statements that are recorded as two events. */
export const answerWish = z.object({
  version: hash, answer: z.enum(['agreed', 'reserved', 'declined']), capacity: z.enum(['organisation', 'personal']),
  haveRead: z.literal(true), mayAnswer: z.literal(true), reservations: z.array(reservationWish).check(z.maxLength(10)),
  exceptions: z.array(z.object({ passageId: z.string().check(z.maxLength(40)), answer: z.enum(['reserved', 'declined']) })).check(z.maxLength(500)),
  conditions: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(500)),
  reason: z.nullable(words(4000)), reasonVisibility: visibility, nameInPrint: z.boolean(),
})
export type AnswerWish = z.output<typeof answerWish>
export const consentWish = z.object({ logoId: id, editions: z.enum(['this-edition', 'all-editions']), channels: z.array(z.enum(['website', 'print', 'mail', 'newspaper'])).check(z.minLength(1)), until: z.nullable(day) })
export type ConsentWish = z.output<typeof consentWish>

/** S2: two statements that are recorded as two events, also by who confirms what another gave or entered. */
const statements = z.object({ haveRead: z.literal(true), mayAnswer: z.literal(true) })

/** A reservation as it was recorded; `text` and the words of conditions only for who may read them. */
export const reservation = z.object({
  id, kind: z.enum(['members', 'substance', 'no-unless', 'form']), visibility: z.enum(['secretariat', 'partners', 'public']), text: z.nullable(z.string()), body: z.nullable(z.string()), decidesOn: z.nullable(z.string()), passageId: z.nullable(z.string()),
  conditions: z.array(z.object({ text: z.string(), met: z.boolean() })), confirmed: z.boolean(),
  /** False: asked not to be listed while it stands. */
  listed: z.boolean(),
})
export type Reservation = z.output<typeof reservation>

/** Exactly what was recorded; `named` is who was named instead by somebody without authority. */
export const receipt = z.object({
  organisation: z.string(), statement: z.string(), answer: z.enum(['agreed', 'reserved', 'declined', 'discuss-first', 'not-authorised', 'logo-only']), standing: z.enum(['counts', 'provisional', 'late', 'already-given']),
  version: z.nullable(z.object({ number: z.number(), hash })), by: z.object({ name: z.string(), function: z.string() }), at: z.string(), logo: z.enum(['consented', 'refused', 'unchanged']), chainHead: z.string(), until: z.nullable(z.string()),
  capacity: z.enum(['organisation', 'personal']), reservations: z.array(reservation), exceptions: z.array(z.object({ passageId: z.string(), answer: z.enum(['reserved', 'declined']) })),
  explanation: z.nullable(z.object({ text: z.string(), visibility })), named: z.nullable(z.string()),
})
export type Receipt = z.output<typeof receipt>

export const giveAnswer = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs', may: 'answer', status: 201, summary: 'Answers for the organisation you act for.', body: answerWish, answer: receipt })
export const prepareAnswer = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/prepared', may: 'prepare-answer', summary: 'Prepares an answer for your mandate holder; only your own organisation sees it.', body: z.object({ version: hash, answer: z.enum(['agreed', 'reserved', 'declined']), note: words(2000) }) })
/** What each colleague prepared in the last round, newest first; null where that person was erased. */
export const prepared = z.object({ preparedId: id, by: z.nullable(z.object({ name: z.string(), function: z.string() })), answer: z.enum(['agreed', 'reserved', 'declined']), note: z.string(), at: z.string() })
export type Prepared = z.output<typeof prepared>
export const listPrepared = endpoint({ method: 'GET', path: '/statements/:statementId/sign-offs/prepared', may: 'use-private-layer', summary: 'What your own organisation prepared; nobody else ever sees it.', answer: listOf(prepared) })
export const discussFirst = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/discuss-first', may: 'discuss-first', summary: 'No answer yet: reminders rest until this day.', body: z.object({ until: day }), answer: receipt })
export const ratify = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/:answerId/ratify', may: 'ratify', summary: 'The mandate holder confirms a provisional answer.', body: statements, answer: receipt })
export const resolveDivision = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/resolve', may: 'resolve', summary: 'The mandate holder sets which prepared answer is the organisation’s.', body: z.extend(statements, { personId: id }) })
export const withdrawAnswer = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/withdraw', may: 'withdraw-answer', summary: 'Withdraws the answer, dated and visible; editions keep it as signed until that day.', body: z.object({ reason: z.nullable(reason) }) })
export const markMistake = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/mistake', may: 'mistake', summary: 'It never was an answer: it leaves the lists and is marked in editions.', body: z.object({ reason: z.nullable(reason) }) })
export const confirmTelephone = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/:answerId/confirm', may: 'confirm-telephone', summary: 'Confirms a yes that was given by telephone.', body: statements, answer: receipt })
export const enterTelephone = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/telephone', may: 'enter-telephone-yes', summary: 'Enters a yes given by telephone; it is provisional until the partner confirms it.', body: z.object({ organisationId: id, personId: id }) })
export const admitLate = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/:answerId/admit', may: 'admit-late', summary: 'Lets a late answer count for this edition or the next.', body: z.object({ to: z.enum(['this-edition', 'next-edition']) }) })
export const markConditionMet = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/:answerId/conditions', may: 'tick-condition', summary: 'Ticks off a condition of a *no, unless*; it counts once the partner confirms.', body: z.object({ reservationId: id, condition: z.int().check(z.gte(0)) }) })
export const confirmConditions = endpoint({ method: 'POST', path: '/statements/:statementId/sign-offs/:answerId/confirm-conditions', may: 'confirm-conditions', summary: 'The partner confirms that its conditions are met.', body: z.object({ reservationId: id }) })
export const giveConsent = endpoint({ method: 'POST', path: '/statements/:statementId/consents', may: 'give-consent', status: 201, summary: 'Leave to use a logo under this statement (G3).', body: consentWish })
export const revokeConsent = endpoint({ method: 'DELETE', path: '/statements/:statementId/consents/:consentId', may: 'revoke-consent', summary: 'Takes the leave back, for new use; published editions stay.' })
export const setNameInPrint = endpoint({ method: 'PUT', path: '/statements/:statementId/name-in-print', may: 'set-name-in-print', summary: 'Whether your own name may be printed under the organisation.', body: z.object({ allowed: z.boolean() }) })
