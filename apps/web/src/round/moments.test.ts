import { expect, test } from 'vitest'
import { momentOf, typedOf } from './moments.ts'

test('[L5] a day alone is its end in the zone of the dossier, and comes back as a day alone', () => {
  const at = momentOf({ day: '2026-09-17', time: '' }, 'Europe/Amsterdam')
  expect(at).toBe('2026-09-17T21:59:59.999Z')
  expect(typedOf(at, 'Europe/Amsterdam')).toEqual({ day: '2026-09-17', time: '' })
})

test('[L5] a time is the clock there, in summer and in winter', () => {
  expect(momentOf({ day: '2026-09-17', time: '12:00' }, 'Europe/Amsterdam')).toBe('2026-09-17T10:00:00.000Z')
  expect(momentOf({ day: '2026-12-17', time: '12:00' }, 'Europe/Amsterdam')).toBe('2026-12-17T11:00:00.000Z')
  expect(typedOf('2026-12-17T11:00:00.000Z', 'Europe/Amsterdam')).toEqual({ day: '2026-12-17', time: '12:00' })
})

test('no day is no moment', () => {
  expect(momentOf({ day: '', time: '12:00' }, 'Europe/Amsterdam')).toBeNull()
  expect(typedOf(null, 'Europe/Amsterdam')).toEqual({ day: '', time: '' })
})
