/** What somebody fills in before it is recorded, what is still missing in it, and the answer it comes to. */
import type { LinkView } from '@draagvlak/api/link'
import type { AnswerWish, ConsentWish, ReservationWish } from '@draagvlak/api/sign-off'
import { m, type Locale } from '@draagvlak/messages/m'
import type { Named } from './door.ts'

export type Visibility = AnswerWish['reasonVisibility']
export type Channel = ConsentWish['channels'][number]
export type Choice = AnswerWish['answer'] | 'discuss-first' | 'not-authorised'

/** What was answered in an earlier round. */
export type Earlier = NonNullable<LinkView['earlier']>

export interface Draft {
  readonly choice: Choice | null
  readonly kind: ReservationWish['kind'] | null
  readonly body: string
  readonly decidesOn: string
  /** Empty: the text as a whole. */
  readonly passageId: string
  readonly text: string
  readonly listed: boolean
  readonly conditions: readonly string[]
  readonly visibility: Visibility | null
  readonly exceptions: Readonly<Record<string, 'reserved' | 'declined'>>
  readonly reason: string
  readonly reasonVisibility: Visibility
  readonly until: string
  readonly named: Named
  readonly namedUnknown: boolean
  readonly capacity: AnswerWish['capacity']
  /** The separate yeses: never kept between two visits, so that none stands there by itself. */
  readonly nameInPrint: boolean
  readonly haveRead: boolean
  readonly mayAnswer: boolean
  readonly logo: 'yes' | 'no' | null
  readonly logoId: string | null
  readonly channels: readonly Channel[]
  readonly editions: ConsentWish['editions']
  /** Empty: without an end. */
  readonly logoUntil: string
}

/** @param closesAt the leave for a logo ends a year after the round, unless its owner says otherwise. */
export const emptyDraft = (closesAt: string): Draft => ({
  choice: null, kind: null, body: '', decidesOn: '', passageId: '', text: '', listed: true, conditions: [''], visibility: null, exceptions: {}, reason: '', reasonVisibility: 'secretariat', until: '',
  named: { name: '', email: '', function: '' }, namedUnknown: false, capacity: 'organisation', nameInPrint: false, haveRead: false, mayAnswer: false,
  logo: null, logoId: null, channels: ['website', 'print', 'mail'], editions: 'all-editions', logoUntil: yearLater(closesAt),
})
const yearLater = (moment: string): string => `${Number(moment.slice(0, 4)) + 1}${moment.slice(4, 10)}`.replace(/-02-29$/, '-02-28')

export const isAnswer = (choice: Choice | null): choice is AnswerWish['answer'] => choice === 'agreed' || choice === 'reserved' || choice === 'declined'
/** [G3] The logo is asked only where the organisation's name would stand, and did not say "name, no logo". */
export const asksLogo = ({ choice, capacity, kind }: Draft): boolean =>
  capacity === 'organisation' && (choice === 'agreed' || (choice === 'reserved' && kind !== 'form'))

/** The first thing that is missing: the field to go to, and the sentence. */
export interface Missing { readonly field: string; readonly because: string }
type Check = readonly [holds: boolean, field: string, because: () => string]
const firstMissing = (checks: readonly Check[]): Missing | null => {
  const missing = checks.find(([holds]) => !holds)
  return missing ? { field: missing[1], because: missing[2]() } : null
}

/** @param today the calendar day there, `2026-09-14`. */
export function missingInAnswer(draft: Draft, { known, today }: { readonly known: boolean; readonly today: string }): Missing | null {
  const code: Check = [known, 'code', m.sign_need_code]
  if (draft.choice === null) return { field: 'choice-agreed', because: m.sign_need_choice() }
  if (draft.choice === 'discuss-first') return firstMissing([[draft.until > today, 'until', m.sign_need_until], code])
  if (draft.choice === 'not-authorised') {
    const { name, email } = draft.named
    return firstMissing([
      [draft.namedUnknown || (name.trim() !== '' && email.trim() !== ''), name.trim() === '' ? 'named-name' : 'named-email', m.sign_need_named],
      [draft.namedUnknown || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()), 'named-email', m.sign_need_email], code,
    ])
  }
  return firstMissing([
    ...(draft.choice === 'reserved' ? missingInReservation(draft) : []),
    [draft.haveRead, 'have-read', m.sign_need_read], [draft.capacity === 'personal' || draft.mayAnswer, 'may-answer', m.sign_need_may], code,
  ])
}

function missingInReservation({ kind, body, text, conditions, visibility }: Draft): Check[] {
  return [
    [kind !== null, 'kind-members', m.sign_need_kind],
    [kind !== 'members' || body.trim() !== '', 'body', m.sign_need_body],
    [kind !== 'substance' || text.trim() !== '', 'text', m.sign_need_text],
    [kind !== 'no-unless' || conditions.some((one) => one.trim() !== ''), 'condition-1', m.sign_need_condition],
    [visibility !== null, 'visibility-secretariat', m.sign_need_visibility],
  ]
}

/**
 * @param hasLogo whether there is a logo to choose: without one there is nothing to say yes to.
 * @param stands leave that was given before covers this use, so that nothing need be chosen.
 */
export function missingInLogo(draft: Draft, known: boolean, hasLogo = true, stands = false): Missing | null {
  return firstMissing([
    [known, 'code', m.sign_need_code], [hasLogo || draft.logo === 'no', 'logo-file', m.sign_need_logo_or_name], [stands || draft.logo !== null, 'logo-yes', m.sign_need_logo],
    [draft.logo !== 'yes' || draft.logoId !== null, 'logo-file', m.sign_need_logo_file], [draft.logo !== 'yes' || draft.channels.length > 0, 'channel-website', m.sign_need_channel],
  ])
}

/** The answer as it crosses the wire; call it when nothing is missing. */
export function answerOf(draft: Draft, version: string): AnswerWish {
  if (!isAnswer(draft.choice)) throw new Error('this choice is no answer')
  const declined = draft.choice === 'declined'
  return {
    version, answer: draft.choice, capacity: draft.capacity, haveRead: true, mayAnswer: true, conditions: [],
    reservations: draft.choice === 'reserved' ? [reservationOf(draft)] : [],
    exceptions: declined ? [] : Object.entries(draft.exceptions).map(([passageId, answer]) => ({ passageId, answer })),
    reason: declined && draft.reason.trim() !== '' ? draft.reason.trim() : null, reasonVisibility: draft.reasonVisibility,
    nameInPrint: !declined && draft.nameInPrint,
  }
}

function reservationOf({ kind, body, decidesOn, passageId, text, listed, conditions, visibility }: Draft): ReservationWish {
  const who = { visibility: visibility ?? 'secretariat' }
  switch (kind) {
    case 'members': return { kind, body: body.trim(), decidesOn: decidesOn === '' ? null : decidesOn, ...who }
    case 'substance': return { kind, passageId: passageId === '' ? null : passageId, text: text.trim(), listed, ...who }
    case 'no-unless': return { kind, conditions: conditions.map((one) => one.trim()).filter((one) => one !== ''), text: '', ...who }
    case 'form': return { kind, ...who }
    case null: throw new Error('a reservation without its kind')
  }
}

/** [G3] Null says no to the logo. */
export function consentOf({ logo, logoId, channels, editions, logoUntil }: Draft): ConsentWish | null {
  return logo === 'yes' && logoId !== null ? { logoId, channels: [...channels], editions, until: logoUntil === '' ? null : logoUntil } : null
}

/** [G3] Leave for this logo and this use was given before: without another choice it stays as it is. */
export const leaveStands = ({ logo, logoId }: Draft, { consent }: Pick<LinkView, 'consent'>): boolean => logo === null && consent !== null && consent.logoId === logoId

/** [S2] The words of an earlier answer stand in the form again; the ticks do not, and passages that are gone fall away. */
export function takenOver({ answer, reservations: [reservation], exceptions, explanation }: Earlier, { passages, today }: { readonly passages: readonly { readonly id: string }[]; readonly today: string }): Partial<Draft> {
  const isHere = (id: string | null) => id !== null && passages.some((one) => one.id === id)
  return {
    choice: answer, capacity: 'organisation', exceptions: Object.fromEntries(exceptions.filter((one) => isHere(one.passageId)).map((one) => [one.passageId, one.answer])),
    reason: explanation?.text ?? '', reasonVisibility: explanation?.visibility ?? 'secretariat',
    ...(reservation ? {
      kind: reservation.kind, visibility: reservation.visibility, body: reservation.body ?? '', decidesOn: (reservation.decidesOn ?? '') >= today ? reservation.decidesOn ?? '' : '', text: reservation.text ?? '', listed: reservation.listed,
      passageId: isHere(reservation.passageId) ? reservation.passageId ?? '' : '', conditions: reservation.conditions.length > 0 ? reservation.conditions.map((one) => one.text) : [''],
    } : {}),
  }
}

/** What of a draft may be kept on this device: words and choices, no ticks. */
export const withoutTicks = (draft: Draft): Draft => ({ ...draft, nameInPrint: false, haveRead: false, mayAnswer: false, logo: null })

const WHAT = { 'open-letter': m.sign_what_open_letter, 'position-paper': m.sign_what_position_paper, 'key-messages': m.sign_what_key_messages } as const
/** *deze open brief* */
export const whatOf = ({ statement }: LinkView, locale?: Locale): string => (WHAT[statement.type as keyof typeof WHAT] ?? m.sign_what_open_letter)({}, locale ? { locale } : {})
