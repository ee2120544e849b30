/** That an answer comes late, since when, and what becomes of it (L5): the closing date went by, or the coordinator closed the round before it. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { dayAndTime } from '../ui/dates.ts'

type Round = Pick<NonNullable<StatementFull['round']>, 'status'> & { readonly dates: Pick<NonNullable<StatementFull['round']>['dates'], 'closesAt' | 'zone'> }

/** Null while an answer is in time. */
export function lateWords({ status, dates: { closesAt, zone } }: Round, now: string): { readonly since: string; readonly what: string } | null {
  if (now >= closesAt) return { since: m.team_answer_closed({ moment: dayAndTime(closesAt, { zone }) }), what: m.team_own_late() }
  return status === 'open' ? null : { since: m.team_answer_round_closed(), what: m.team_own_late_closed() }
}
