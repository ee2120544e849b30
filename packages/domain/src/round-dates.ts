/** [L5] The dates that a round is offered with: about two weeks, on days on which people are at work. */
import { addDays, dayIn, endOfDay, momentIn } from './deadline.ts'
import type { Day, Instant, RoundDates } from './events.ts'
import { isWorkingDay } from './reminders.ts'

/** Ten days to answer, four to spare before the closing (practice of sign-on letters). */
const ANSWER_DAYS = 10
const SPARE_DAYS = 4
const ANSWER_TIME = '12:00'

/** The day itself or the first one after it on which offices are open: forward, because moving back would take time from who answers. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1)))

export function suggestedDates(zone: string, now: Instant): RoundDates {
  const answerDay = workingDayFrom(addDays(dayIn(now, zone), ANSWER_DAYS))
  const closingDay = workingDayFrom(addDays(answerDay, SPARE_DAYS))
  return { answerBy: momentIn(answerDay, ANSWER_TIME, zone), closesAt: endOfDay(closingDay, zone), recipientAt: null, zone }
}
