/** Dates and times as the interface writes them: in full, with the zone of the dossier, times with a full stop in Dutch. */
import { getLocale } from '@draagvlak/messages/locale'
import { m, type Locale } from '@draagvlak/messages/m'

/** The zone of coalitions that did not choose another. */
export const DEFAULT_ZONE = 'Europe/Amsterdam'
export interface Written { readonly zone?: string; readonly locale?: Locale }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TAGS: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** A date alone (`2026-09-17`) is that day everywhere; a moment is shown in the zone. */
function write(at: string, options: Intl.DateTimeFormatOptions, { zone = DEFAULT_ZONE, locale = getLocale() }: Written): string {
  const moment = DAY.test(at) ? new Date(`${at}T12:00:00Z`) : new Date(at)
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: DAY.test(at) ? 'UTC' : zone }).format(moment)
}

/** `12.00` in Dutch, `12:00` in English. */
export function timeOf(at: string, how: Written = {}): string {
  const time = write(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, how)
  return (how.locale ?? getLocale()) === 'nl' ? time.replace(':', '.') : time
}
/** `donderdag 17 september 2026` */
export const dayInFull = (at: string, how: Written = {}): string => write(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, how).replace(/^(\p{L}+),/u, '$1')
/** `17 september 2026` */
export const dayWithoutWeekday = (at: string, how: Written = {}): string => write(at, { day: 'numeric', month: 'long', year: 'numeric' }, how)
/** `donderdag 17 september 2026, 12.00 uur`; the space before *uur* does not break. */
export const dayAndTime = (at: string, how: Written = {}): string => `${dayInFull(at, how)}, ${m.shared_clock({ time: timeOf(at, how) }, how.locale ? { locale: how.locale } : {})}`
/** `do 17 sept`; the Dutch of Intl cuts it to *sep*, which nobody writes. */
export const shortDay = (at: string, how: Written = {}): string => write(at, { weekday: 'short', day: 'numeric', month: 'short' }, how).replaceAll('.', '').replace(/^(\p{L}+),/u, '$1').replace(/ sep$/, ' sept')
/** `do 17 sept, 12.00` */
export const shortDayAndTime = (at: string, how: Written = {}): string => DAY.test(at) ? shortDay(at, how) : `${shortDay(at, how)}, ${timeOf(at, how)}`

/** The calendar day, `2026-09-17`, that a moment falls on in the zone. */
export function dayThere(at: string, zone = DEFAULT_ZONE): string {
  if (DAY.test(at)) return at
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(at))
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
/** Whole days from `now` to `at` as the calendar there counts them; negative when it is past. */
export const daysUntil = (at: string, now: string, zone = DEFAULT_ZONE): number => Math.round((Date.parse(dayThere(at, zone)) - Date.parse(dayThere(now, zone))) / 86_400_000)

/** When something is due, as short as a list wants it: `vandaag, 12.00`, `morgen`, `do 17 sept`. */
export function whenDue(at: string, now: string, how: Written = {}): string {
  const days = daysUntil(at, now, how.zone)
  const options = how.locale ? { locale: how.locale } : {}
  const day = days === 0 ? m.shared_today({}, options) : days === 1 ? m.shared_tomorrow({}, options) : shortDay(at, how)
  return DAY.test(at) ? day : `${day}, ${timeOf(at, how)}`
}
/** How long ago, for what just happened: `zojuist`, `12 min`, `3 uur`, then the day. */
export function howLongAgo(at: string, now: string, how: Written = {}): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)
  const options = how.locale ? { locale: how.locale } : {}
  if (minutes < 1) return m.shared_just_now({}, options)
  if (minutes < 60) return m.shared_minutes_ago({ count: minutes }, options)
  if (daysUntil(at, now, how.zone) === 0) return m.shared_today_at({ time: timeOf(at, how) }, options)
  return shortDayAndTime(at, how)
}
