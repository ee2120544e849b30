/** What somebody reads whose answer comes late: never that a date went by which still lies ahead. */
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { lateWords } from './late-words.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))
const dates = { closesAt: '2026-12-11T22:59:00.000Z', zone: 'Europe/Amsterdam' }
const BEFORE = '2026-11-26T08:00:00.000Z', AFTER = '2026-12-12T08:00:00.000Z'

test('[L5] a round that was closed before its date says so, and not that the date went by', () => {
  expect(lateWords({ status: 'closed', dates }, BEFORE)).toEqual({ since: 'De ronde is gesloten', what: 'De ronde is gesloten. Een antwoord wordt bewaard als te laat, tot de coördinator het toelaat. Niet meedoen werkt meteen.' })
  expect(lateWords({ status: 'closed', dates }, AFTER)?.what).toMatch(/^De sluitingsdatum is voorbij\./)
  expect(lateWords({ status: 'open', dates }, AFTER)?.what).toMatch(/^De sluitingsdatum is voorbij\./)
  expect(lateWords({ status: 'open', dates }, BEFORE)).toBeNull()
})
