/** The words of every mail, in the language of its reader. */
import type { Right } from '@draagvlak/domain/events'
import { m, type Locale } from '@draagvlak/messages/m'

export interface Letter { readonly subject: string; readonly text: string }

/** `123456` → `123 456`: easier to type over. */
const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

export const signInMail = (locale: Locale, { code, url }: { code: string; url: string }): Letter =>
  ({ subject: m.team_mail_sign_in_subject({ code: spaced(code) }, { locale }), text: m.team_mail_sign_in_text({ code: spaced(code), url }, { locale }) })

export const codeMail = (locale: Locale, { code }: { code: string }): Letter =>
  ({ subject: m.shared_mail_code_subject({ code: spaced(code) }, { locale }), text: m.shared_mail_code_text({ code: spaced(code) }, { locale }) })

export const emailChangedMail = (locale: Locale, { email }: { email: string }): Letter =>
  ({ subject: m.shared_mail_email_changed_subject({}, { locale }), text: m.shared_mail_email_changed_text({ email }, { locale }) })

export interface Invited { readonly name: string; readonly inviter: string; readonly organisation: string; readonly dossier: string; readonly url: string; readonly date: string }
/** What somebody who is invited may do with the texts: nobody who may only read is asked to write. */
const INVITED_TO = {
  'write': m.sign_invited_to_write, 'propose': m.sign_invited_to_propose, 'read-along': m.sign_invited_to_read_along, 'observe': m.sign_invited_to_observe,
} as const satisfies Record<Right, unknown>
export function invitationMail(locale: Locale, { name, inviter, organisation, dossier, url, date, right, answers }: Invited & { readonly right: Right; readonly answers: boolean }): Letter {
  const may = [INVITED_TO[right]({}, { locale }), answers ? m.sign_invited_to_answer({ organisation }, { locale }) : null].filter((one) => one !== null).join(' ')
  return { subject: m.sign_mail_invitation_subject({ inviter, organisation, dossier }, { locale }), text: m.sign_mail_invitation_text({ name, inviter, organisation, dossier, url, date, may }, { locale }) }
}
export const declinedMail = (locale: Locale, { name, organisation, dossier, reason, url }: { name: string; organisation: string; dossier: string; reason: string | null; url: string }): Letter => ({
  subject: m.team_mail_declined_subject({ name, organisation, dossier }, { locale }),
  text: m.team_mail_declined_text({ name, organisation, dossier, url, reason: reason ? m.team_mail_declined_reason({ reason }, { locale }) : m.team_mail_declined_no_reason({}, { locale }) }, { locale }),
})

export const colleagueMail = (locale: Locale, { name, inviter, organisation, url }: Omit<Invited, 'dossier' | 'date'>): Letter =>
  ({ subject: m.sign_mail_colleague_subject({ organisation }, { locale }), text: m.sign_mail_colleague_text({ name, inviter, organisation, url }, { locale }) })
