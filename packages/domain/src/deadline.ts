/** [L5] Days and moments in a zone: a deadline is a moment, and a date alone is the end of that day there. */
import type { Day, Instant } from './events.ts'

const DAY_MS = 86_400_000

/** Wall-clock time in a zone, as if it were UTC, in ms since 1970: what the reader's clock there says. */
function wallClock(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find(one => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) + ((at % 1000) + 1000) % 1000
}

/**
 * The moment at which the clock in a zone says this local date and time (`2026-03-29`, `12:00` or `23:59:59.999`).
 * An hour that comes twice (end of summer time) means the second one: nobody is late by misreading.
 * A time that is skipped (start of summer time) means the same time counted on from before the jump.
 * A zone that does not exist is a fault of the caller: Intl throws a RangeError.
 */
export function momentIn(day: Day, time: string, zone: string): Instant {
  const [hours = '', minutes = '', seconds = '0'] = time.split(':')
  const wanted = Date.parse(`${day}T00:00:00.000Z`) + Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Math.round(Number(seconds) * 1000)
  const before = wallClock(wanted - DAY_MS, zone) - (wanted - DAY_MS)
  const after = wallClock(wanted + DAY_MS, zone) - (wanted + DAY_MS)
  const fits = [wanted - before, wanted - after].filter(at => wallClock(at, zone) === wanted)
  return new Date(fits.length > 0 ? Math.max(...fits) : wanted - before).toISOString()
}

/** The last millisecond of a day in a zone. */
export const endOfDay = (day: Day, zone: string): Instant => momentIn(day, '23:59:59.999', zone)

/** The calendar date that it is in a zone at a moment. */
export const dayIn = (at: Instant, zone: string): Day => new Date(wallClock(Date.parse(at), zone)).toISOString().slice(0, 10)

/** A day of the calendar some days later, whatever the clock does in between. */
export const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Local time of day in a zone, `12:00`. */
export const timeIn = (at: Instant, zone: string): string => new Date(wallClock(Date.parse(at), zone)).toISOString().slice(11, 16)

/** [L5] Late from the closing moment itself on: `12:00` means before noon has struck. */
export const isLate = (closesAt: Instant, now: Instant): boolean => now >= closesAt
