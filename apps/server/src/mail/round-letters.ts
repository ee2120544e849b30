/** The words of the mails around a round; outward, so in the language of the statement's reader. */
import type { RoundDates } from '@draagvlak/domain/events'
import { m, type Locale } from '@draagvlak/messages/m'
import type { Earlier } from '../round/asking-again.ts'
import type { Letter } from './letters.ts'
import { momentInWords } from './dates.ts'

export interface RoundMail { readonly name: string; readonly organisation: string; readonly title: string; readonly dates: RoundDates; readonly url: string }

/** A subject shortens the title, never the name of an organisation (a long one must stay readable). */
const LONGEST_TITLE = 70
export const shortTitle = (title: string): string => (title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`)

export function requestMail(locale: Locale, { name, organisation, title, dates, url, asker, minutes, note, earlier }: RoundMail & { asker: string; minutes: number; note: string | null; earlier: Earlier | null }): Letter {
  const answerBy = momentInWords(dates.answerBy, dates.zone, locale)
  const closesAt = momentInWords(dates.closesAt, dates.zone, locale)
  return {
    subject: (earlier?.reconfirm ? m.sign_mail_request_again_subject : m.sign_mail_request_subject)({ asker, organisation, title: shortTitle(title) }, { locale }),
    text: m.sign_mail_request_text({ name, asker, organisation, title, answerBy, closesAt, url, minutes, earlier: earlier?.words ?? '', note: note ? `${note}\n\n` : '' }, { locale }),
  }
}
export function reminderMail(locale: Locale, { name, organisation, title, dates, url }: RoundMail): Letter {
  const answerBy = momentInWords(dates.answerBy, dates.zone, locale)
  return { subject: m.sign_mail_reminder_subject({ organisation, title: shortTitle(title), answerBy }, { locale }), text: m.sign_mail_reminder_text({ name, organisation, title, answerBy, url }, { locale }) }
}
export function dateMovedMail(locale: Locale, { name, organisation, title, dates, url }: RoundMail): Letter {
  const answerBy = momentInWords(dates.answerBy, dates.zone, locale)
  return {
    subject: m.sign_mail_date_moved_subject({ title: shortTitle(title), answerBy }, { locale }),
    text: m.sign_mail_date_moved_text({ name, organisation, title, answerBy, closesAt: momentInWords(dates.closesAt, dates.zone, locale), url }, { locale }),
  }
}
/** To who answered already, and was told until when that can be changed. */
export function closesEarlierMail(locale: Locale, { name, organisation, title, dates, url }: RoundMail): Letter {
  const closesAt = momentInWords(dates.closesAt, dates.zone, locale)
  return { subject: m.sign_mail_closes_earlier_subject({ title: shortTitle(title), closesAt }, { locale }), text: m.sign_mail_closes_earlier_text({ name, organisation, title, closesAt, url }, { locale }) }
}
export const logoMail = (locale: Locale, { name, asker, organisation, title, url }: Omit<RoundMail, 'dates'> & { asker: string }): Letter =>
  ({ subject: m.sign_mail_logo_subject({ asker, organisation, title: shortTitle(title) }, { locale }), text: m.sign_mail_logo_text({ name, asker, organisation, title, url }, { locale }) })
export const roundStoppedMail = (locale: Locale, { name, title, reason }: { name: string; title: string; reason: string }): Letter =>
  ({ subject: m.sign_mail_round_stopped_subject({ title: shortTitle(title) }, { locale }), text: m.sign_mail_round_stopped_text({ name, title, reason }, { locale }) })
/** To who answered late, once the coordinator lets it count. */
export const lateAdmittedMail = (locale: Locale, { name, organisation, title, url, answer, edition, next }: Omit<RoundMail, 'dates'> & { readonly answer: string; readonly edition: number; readonly next: boolean }): Letter => ({
  subject: m.sign_mail_admitted_subject({ organisation, title: shortTitle(title) }, { locale }),
  text: (next ? m.sign_mail_admitted_next : m.sign_mail_admitted_text)({ name, organisation, title, url, answer, edition }, { locale }),
})
