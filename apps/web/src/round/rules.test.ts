/** What the rules of a round say besides the rules. */
import { overwriteGetLocale } from '@draagvlak/messages/locale'
import { beforeAll, expect, test } from 'vitest'
import { proposalWords } from './rules.ts'

beforeAll(() => overwriteGetLocale(() => 'nl'))

test('[L2] a round says whether proposals may be made until it ends, and nothing of it afterwards', () => {
  expect(proposalWords({ status: 'open', proposalsAllowed: false })).toBe('Tekstvoorstellen zijn gesloten tot de ronde eindigt.')
  for (const status of ['closed', 'stopped', 'adopted'] as const) expect(proposalWords({ status, proposalsAllowed: false })).toBeNull()
})
