/** Moments in words, in the zone of the coalition and the language of the reader: *donderdag 17 september 2026, 12.00 uur*. */
import type { Instant } from '@draagvlak/domain/events'
import type { Locale } from '@draagvlak/messages/m'

const TAG = { nl: 'nl-NL', en: 'en-GB' } as const

export const dateInWords = (at: Instant, zone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(TAG[locale], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone }).format(new Date(at))

/** A deadline by date alone ends at 23.59 there; the zone is named where the reader may be elsewhere. */
export function momentInWords(at: Instant, zone: string, locale: Locale): string {
  const time = new Intl.DateTimeFormat('nl-NL', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(at))
  return locale === 'nl' ? `${dateInWords(at, zone, locale)}, ${time.replace(':', '.')} uur` : `${dateInWords(at, zone, locale)}, ${time}`
}
