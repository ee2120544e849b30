/** [L5] When a reminder goes by itself: on working days in the Netherlands, by day, a few at most, never to who answered or asked for time. */
import { dayIn, isLate, timeIn } from './deadline.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Day, Id, Instant } from './events.ts'
import { whyNoReminder } from './round.ts'
import { openRound, phaseOf, takesPart, type Statement } from './statement.ts'

const DAY_MS = 86_400_000
const toDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
const msOf = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`)

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
  const a = year % 19, b = Math.floor(year / 100), c = year % 100
  const d = Math.floor(b / 4), e = b % 4, f = Math.floor((b + 8) / 25), g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4), k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return toDay(Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1))
}

/** Days on which Dutch offices are closed, Good Friday and 5 May included: a reminder then would be read by nobody. */
export function isHoliday(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  const easter = msOf(easterSunday(year))
  const moving = [-2, 0, 1, 39, 49, 50].map(days => toDay(easter + days * DAY_MS))
  const kingsDay = new Date(msOf(`${year}-04-27`)).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`
  return [...moving, kingsDay, `${year}-01-01`, `${year}-05-05`, `${year}-12-25`, `${year}-12-26`].includes(day)
}

export const isWorkingDay = (day: Day): boolean => {
  const weekday = new Date(msOf(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

/** Per person and round, those sent by hand included; and between which hours in the zone of the round. */
export const REMINDERS = { most: 3, from: '09:00', until: '20:00' } as const

/** Whom to remind now: still a partner, asked on an earlier day, not reminded today, and not too often in this round. */
export function dueReminders(statement: Statement, dossier: Dossier, now: Instant): readonly { readonly organisationId: Id; readonly personId: Id }[] {
  const round = openRound(statement)
  if (round === undefined || phaseOf(statement) !== 'in-round' || isLate(round.dates.closesAt, now)) return []
  const { zone } = round.dates
  const today = dayIn(now, zone), time = timeIn(now, zone)
  if (!isWorkingDay(today) || time < REMINDERS.from || time >= REMINDERS.until) return []
  return round.asked.filter(one => one.ended === null && dayIn(one.at, zone) < today && isPartner(dossier, one.organisationId) && takesPart(statement, one.organisationId)).filter(one => {
    const sent = round.reminders.filter(other => other.personId === one.personId && other.organisationId === one.organisationId)
    return sent.length < REMINDERS.most && sent.every(other => dayIn(other.at, zone) !== today) && whyNoReminder(statement, round, one, today) === null
  }).map(({ organisationId, personId }) => ({ organisationId, personId }))
}
