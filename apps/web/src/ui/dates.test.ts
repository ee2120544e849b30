/** Dates as the interface writes them. */
import { expect, test } from 'vitest'
import { dayAndTime, dayInFull, daysUntil, dayThere, howLongAgo, shortDayAndTime, whenDue } from './dates.ts'

const nl = { zone: 'Europe/Amsterdam', locale: 'nl' } as const
const en = { zone: 'Europe/Amsterdam', locale: 'en' } as const
const NOON = '2026-09-17T10:00:00Z'

test('a deadline is written in full, in the zone of the dossier', () => {
  expect(dayAndTime(NOON, nl)).toBe('donderdag 17 september 2026, 12.00\u00a0uur')
  expect(dayAndTime(NOON, { ...nl, zone: 'America/Curacao' })).toBe('donderdag 17 september 2026, 06.00\u00a0uur')
  expect(dayAndTime(NOON, en)).toBe('Thursday 17 September 2026, 12:00')
})

test('a list writes the day short', () => {
  expect(shortDayAndTime(NOON, nl)).toBe('do 17 sept, 12.00')
  expect(shortDayAndTime('2026-09-17', nl)).toBe('do 17 sept')
})

test('a date without a time is that day everywhere', () => {
  expect(dayInFull('2026-09-17', { ...nl, zone: 'Pacific/Auckland' })).toBe('donderdag 17 september 2026')
  expect(dayInFull('2026-09-17', { ...nl, zone: 'Pacific/Honolulu' })).toBe('donderdag 17 september 2026')
})

test('today and tomorrow are counted by the calendar there, also when the clock changes at night', () => {
  const now = '2026-10-24T20:30:00Z'
  expect(whenDue('2026-10-24T21:00:00Z', now, nl)).toBe('vandaag, 23.00')
  expect(whenDue('2026-10-25T11:00:00Z', now, nl)).toBe('morgen, 12.00')
  expect(daysUntil('2026-10-26T00:30:00Z', now)).toBe(2)
  expect(dayThere('2026-10-24T22:30:00Z')).toBe('2026-10-25')
})

test('what is past says its day', () => {
  expect(whenDue('2026-09-16', NOON, nl)).toBe('wo 16 sept')
  expect(daysUntil('2026-09-16', NOON)).toBe(-1)
})

test('what just happened says how long ago', () => {
  expect(howLongAgo('2026-09-17T09:59:40Z', NOON, nl)).toBe('zojuist')
  expect(howLongAgo('2026-09-17T09:48:00Z', NOON, nl)).toBe('12 min geleden')
  expect(howLongAgo('2026-09-17T07:00:00Z', NOON, nl)).toBe('vandaag, 09.00')
  expect(howLongAgo('2026-09-15T07:00:00Z', NOON, nl)).toBe('di 15 sept, 09.00')
})
