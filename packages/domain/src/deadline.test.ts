/** Deadlines in the coalition's zone, through both changes of the clock. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, endOfDay, isLate, momentIn, timeIn } from './deadline.ts'

const NL = 'Europe/Amsterdam'

test('[L5] noon on the day that summer time starts is noon there: ten hours in UTC', () => {
  const closes = momentIn('2026-03-29', '12:00', NL)
  expect(closes).toBe('2026-03-29T10:00:00.000Z')
  expect([isLate(closes, '2026-03-29T09:59:59.999Z'), isLate(closes, '2026-03-29T10:00:00.000Z')]).toEqual([false, true])
  expect([timeIn(closes, 'America/Curacao'), timeIn(closes, NL)]).toEqual(['06:00', '12:00'])
})

test('[L5] a date alone is the end of that day in the zone, in winter, in summer and on the days between', () => {
  expect(endOfDay('2026-12-14', NL)).toBe('2026-12-14T22:59:59.999Z')
  expect(endOfDay('2026-07-14', NL)).toBe('2026-07-14T21:59:59.999Z')
  expect(endOfDay('2026-03-28', NL)).toBe('2026-03-28T22:59:59.999Z')
  expect(endOfDay('2026-03-29', NL)).toBe('2026-03-29T21:59:59.999Z')
  expect(endOfDay('2026-10-24', NL)).toBe('2026-10-24T21:59:59.999Z')
  expect(endOfDay('2026-10-25', NL)).toBe('2026-10-25T22:59:59.999Z')
})

test('[L5] an hour that comes twice means the second one, and one that is skipped counts on', () => {
  expect(momentIn('2026-10-25', '02:30', NL)).toBe('2026-10-25T01:30:00.000Z')
  expect(momentIn('2026-03-29', '02:30', NL)).toBe('2026-03-29T01:30:00.000Z')
})

test('[L5] meetings on 30 March and 26 October are at two in the afternoon on both sides of the change', () => {
  expect(momentIn('2026-03-30', '14:00', NL)).toBe('2026-03-30T12:00:00.000Z')
  expect(momentIn('2026-10-26', '14:00', NL)).toBe('2026-10-26T13:00:00.000Z')
})

test('[L5] the clock in the zone reads what was asked, on any day and in any zone', () => {
  const zones = fc.constantFrom(NL, 'America/Curacao', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', 'UTC')
  fc.assert(fc.property(zones, fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }), (zone, date) => {
    const day = date.toISOString().slice(0, 10)
    const end = endOfDay(day, zone)
    expect([dayIn(end, zone), timeIn(end, zone)]).toEqual([day, '23:59'])
    expect(dayIn(new Date(Date.parse(end) + 1).toISOString(), zone) > day).toBe(true)
  }), { seed: 11 })
})

test('a zone that does not exist is a fault', () => {
  expect(() => momentIn('2026-03-29', '12:00', 'Europe/Nergens')).toThrow(RangeError)
})
