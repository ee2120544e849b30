/** The words of the mails that tell signatories what became of a text: closed, published, corrected, opened again. None holds a code or a link that signs in. */
import { becauseLeftOut } from '@draagvlak/messages/left-out'
import { m, type Locale } from '@draagvlak/messages/m'
import type { EditionPlace } from '../round/edition-place.ts'
import type { Letter } from './letters.ts'
import { shortTitle } from './round-letters.ts'

interface About { readonly name: string; readonly title: string }

/** Where one organisation stands when the round closes, with the personal page of who may still answer there. */
export interface StandsAt { readonly organisation: string; readonly answer: string | null; readonly standing: 'counts' | 'reconfirm' | 'no-before' | 'provisional' | 'late'; readonly personal: boolean; readonly url: string | null }

export function roundClosedMail(locale: Locale, { name, title, stands }: About & { readonly stands: readonly StandsAt[] }): Letter {
  const parts = stands.map((one) => [standingLine(locale, one), ...(one.url ? [m.sign_mail_closed_page({}, { locale }), one.url] : [])].join('\n\n'))
  return { subject: m.sign_mail_closed_subject({ title: shortTitle(title) }, { locale }), text: m.sign_mail_closed_text({ name, title, parts: parts.join('\n\n') }, { locale }) }
}

function standingLine(locale: Locale, { organisation, answer, standing, personal, url }: StandsAt): string {
  if (answer === null) return m.sign_mail_stands_silent({ organisation }, { locale })
  if (personal) return m.sign_mail_stands_personal({ answer }, { locale })
  if (standing === 'reconfirm') return [m.sign_mail_stands_reconfirm({ organisation, answer }, { locale }), ...(url ? [m.sign_mail_stands_still({}, { locale })] : [])].join(' ')
  return { 'counts': m.sign_mail_stands, 'no-before': m.sign_mail_stands_no_before, 'provisional': m.sign_mail_stands_provisional, 'late': m.sign_mail_stands_late }[standing]({ organisation, answer }, { locale })
}

export interface EditionNews extends About { readonly edition: number; readonly url: string; readonly places: readonly EditionPlace[] }

export const publishedMail = (locale: Locale, { name, title, edition, url, places }: EditionNews): Letter => ({
  subject: m.sign_mail_published_subject({ title: shortTitle(title) }, { locale }),
  text: m.sign_mail_published_text({ name, title, edition, url, listed: placeLines(locale, edition, places) }, { locale }),
})
export const correctedMail = (locale: Locale, { name, title, edition, url, places, reason }: EditionNews & { readonly reason: string }): Letter => ({
  subject: m.sign_mail_corrected_subject({ title: shortTitle(title), edition }, { locale }),
  text: m.sign_mail_corrected_text({ name, title, edition, reason, url, listed: placeLines(locale, edition, places) }, { locale }),
})

/** [L3e] Each organisation hears how it stands there, or that it does not and why. */
const placeLines = (locale: Locale, edition: number, places: readonly EditionPlace[]): string =>
  places.map((place) => `${[placeInWords(locale, edition, place), ...place.reservations.map((words) => m.sign_mail_listed_reservation({ words }, { locale }))].join('\n')}\n\n`).join('')

function placeInWords(locale: Locale, edition: number, { organisation, as, because }: EditionPlace): string {
  if (as === 'left-out') return because === null ? m.sign_left_out({ organisation, edition }, { locale }) : m.sign_left_out_why({ organisation, edition, because: becauseLeftOut(because, locale) }, { locale })
  return (as === 'logo' ? m.sign_listed_logo : m.sign_listed_name)({ organisation, edition }, { locale })
}

interface Reopened extends About { readonly reason: string | null; readonly published: { readonly edition: number; readonly url: string } | null; /** The personal page of who answered there. */ readonly page: string | null }
/** What is public stays so while the next edition is written, and what was answered can be read back. */
export function reopenedMail(locale: Locale, { name, title, reason, published, page }: Reopened): Letter {
  const links = [
    ...(page ? [m.sign_mail_reopened_page({}, { locale }), page] : []), ...(published ? [m.sign_mail_reopened_edition({ edition: published.edition }, { locale }), published.url] : []),
  ].map((part) => `\n\n${part}`).join('')
  return {
    subject: m.sign_mail_reopened_subject({ title: shortTitle(title) }, { locale }),
    text: m.sign_mail_reopened_text({ name, title, reason: reason ? `${m.sign_mail_because({ reason }, { locale })}\n\n` : '', links }, { locale }),
  }
}
