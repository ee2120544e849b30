/** The dates that a round is offered with. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, timeIn } from './deadline.ts'
import { isWorkingDay } from './reminders.ts'
import { suggestedDates } from './round-dates.ts'
import { whyNotDates } from './round.ts'

const NL = 'Europe/Amsterdam'
const days = (now: string) => { const { answerBy, closesAt } = suggestedDates(NL, now); return [dayIn(answerBy, NL), timeIn(answerBy, NL), dayIn(closesAt, NL), timeIn(closesAt, NL)] }

test('[L5] a Wednesday would ask for an answer on a Saturday: it becomes the Monday after, and the closing keeps its four days', () => {
  expect(days('2026-11-25T09:00:00.000Z')).toEqual(['2026-12-07', '12:00', '2026-12-11', '23:59'])
})
test('[L5] a Monday asks for the Thursday of next week and closes on the Monday after it', () => {
  expect(days('2026-03-02T09:00:00.000Z')).toEqual(['2026-03-12', '12:00', '2026-03-16', '23:59'])
})
test('[L5] half an hour before midnight UTC it is the next day in Amsterdam, also over the change of the clock', () => {
  expect(days('2026-10-18T22:30:00.000Z')[0]).toBe('2026-10-29')
  expect(days('2026-03-23T23:30:00.000Z')[0]).toBe('2026-04-07')
})
test('[L5] whatever the moment, both are working days, in order, and never sooner than asked', () => {
  fc.assert(fc.property(fc.date({ min: new Date('2024-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }), date => {
    const now = date.toISOString()
    const { answerBy, closesAt } = suggestedDates(NL, now)
    const gap = (from: string, to: string) => Math.round((Date.parse(dayIn(to, NL)) - Date.parse(dayIn(from, NL))) / 86_400_000)
    expect([isWorkingDay(dayIn(answerBy, NL)), isWorkingDay(dayIn(closesAt, NL)), whyNotDates(suggestedDates(NL, now), now)]).toEqual([true, true, null])
    expect(gap(now, answerBy)).toBeGreaterThanOrEqual(10)
    expect(gap(answerBy, closesAt)).toBeGreaterThanOrEqual(4)
    expect(gap(now, closesAt)).toBeLessThanOrEqual(25)
  }), { seed: 9 })
})
