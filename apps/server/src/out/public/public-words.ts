/** The words on the public pages that are worked out: counts in letters, days, fingerprints in groups of four. */
import { inFours } from '../../statement/in-fours.ts'
import type { Instant } from '@draagvlak/domain/events'
import { m, type Locale } from '@draagvlak/messages/m'
import { dateInWords } from '../../mail/dates.ts'
import type { Footnote, PublicView, Signatory } from './public-view.ts'

const IN_LETTERS: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['geen', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien', 'twintig'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
}
const TAG = { nl: 'nl-NL', en: 'en-GB' } as const

/** Up to twenty in letters, as a printed letter does. */
export const countInWords = (count: number, locale: Locale): string => IN_LETTERS[locale][count] ?? numberIn(count, locale)
export const numberIn = (count: number, locale: Locale): string => new Intl.NumberFormat(TAG[locale]).format(count)
/** `24 september 2026`, for a moment or a day. */
export const shortDate = (at: Instant, zone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(TAG[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: at.length === 10 ? 'UTC' : zone }).format(new Date(at))

/** The first 16 hexadecimal digits, in groups of four: `41d7 90be 6a2c 77f1`. */
export const shortFingerprint = (hash: string): string => inFours(hash.slice(0, 16))

const TYPES = { 'open-letter': m.shared_type_open_letter, 'position-paper': m.shared_type_position_paper, 'key-messages': m.shared_type_key_messages } as const
export const typeInWords = ({ edition }: PublicView, locale: Locale): string => TYPES[edition.type]({}, { locale })

export function signedBy({ count }: PublicView, locale: Locale): string {
  return count === 0 ? m.public_signed_by_none({}, { locale }) : m.public_signed_by({ count, words: countInWords(count, locale) }, { locale })
}
export const inOrder = ({ now, edition }: PublicView, locale: Locale): string => m.public_order({ date: dateInWords(now, edition.zone, locale) }, { locale })

/** What stands under a name: for how many members (S6), and who, where they said yes. */
export function secondLines({ alsoFor, persons }: Signatory, zone: string, locale: Locale): string[] {
  return [
    ...(alsoFor ? [m.public_also_for({ count: alsoFor.count, number: numberIn(alsoFor.count, locale), date: shortDate(alsoFor.countedOn, zone, locale) }, { locale })] : []),
    ...persons.map(personLine),
  ]
}
export const personLine = (person: { readonly name: string; readonly function: string }): string => [person.name, person.function].filter(Boolean).join(', ')

export function footnoteText({ reservations, joined }: Footnote, zone: string, locale: Locale): string {
  return [
    ...reservations.map(({ about, text }) => (about === null ? m.public_with_reservation({ text }, { locale }) : m.public_with_reservation_about({ about, text }, { locale }))),
    ...(joined ? [m.public_joined({ date: shortDate(joined, zone, locale) }, { locale })] : []),
  ].join(' ')
}
export function endedLine({ as, at }: PublicView['ended'][number], zone: string, locale: Locale): string {
  const date = shortDate(at, zone, locale)
  return as === 'mistake' ? m.public_mistake({ date }, { locale }) : m.public_signed_until({ date }, { locale })
}
