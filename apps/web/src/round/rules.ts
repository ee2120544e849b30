/** The rules of a round as a list of what is met and what is not, and what the next days bring. */
import type { Board, BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { getLocale } from '@draagvlak/messages/locale'
import { m } from '@draagvlak/messages/m'
import { dayAndTime, daysUntil, dayThere, timeOf } from '../ui/dates.ts'

export type Round = NonNullable<StatementFull['round']>
export interface RuleLine { readonly id: 'minimum' | 'must-answer' | 'date'; readonly met: boolean; readonly words: string; readonly how: string | null }

/** Whether proposals may be made meanwhile; a round that has ended has no meanwhile. */
export const proposalWords = ({ status, proposalsAllowed }: Pick<Round, 'status' | 'proposalsAllowed'>): string | null =>
  (status !== 'open' ? null : proposalsAllowed ? m.team_round_proposals_open() : m.team_round_proposals_closed())

export const listOfNames = (names: readonly string[]): string => new Intl.ListFormat(getLocale() === 'nl' ? 'nl-NL' : 'en-GB', { type: 'conjunction' }).format(names)

export function rulesOf(board: Board, round: Round, now: string): RuleLine[] {
  const nameOf = (id: string): string => board.order.find((one) => one.id === id)?.name ?? '?'
  const { minimum, mustAnswer } = board.rules
  const required = mustAnswer.filter(({ lifted }) => !lifted)
  const answered = required.filter((one) => one.answered).length
  const days = daysUntil(round.dates.closesAt, now, round.dates.zone)
  return [
    ...(minimum === null ? [] : [{ id: 'minimum' as const, met: board.whole.carrying >= minimum, words: m.team_round_rule_minimum({ count: minimum }), how: m.team_round_of({ count: board.whole.carrying, of: minimum }) }]),
    ...(required.length === 0 ? [] : [{ id: 'must-answer' as const, met: answered === required.length, words: m.team_round_rule_must({ count: required.length, names: listOfNames(required.map(({ organisationId }) => nameOf(organisationId))) }), how: m.team_round_of({ count: answered, of: required.length }) }]),
    { id: 'date', met: false, words: m.team_round_rule_date({ moment: dayAndTime(round.dates.closesAt, { zone: round.dates.zone }) }), how: round.status !== 'open' ? null : now >= round.dates.closesAt ? m.team_round_past() : days === 0 ? m.shared_today() : m.team_round_days_left({ count: days }) },
  ]
}

export interface DayEntry { readonly day: string; readonly lines: readonly string[]; readonly is: 'now' | 'between' | 'end'; readonly time: string | null }
const MOST_DAYS = 5

/** Today, the days on which partners decide, and the closing; a day that nobody decides on is left out. */
export function daysOf(board: Board, round: Round, now: string): DayEntry[] {
  const { zone, answerBy, closesAt, recipientAt } = round.dates
  const today = dayThere(now, zone)
  const byDay = new Map<string, string[]>()
  const put = (day: string, line: string) => { if (day > today) byDay.set(day, [...byDay.get(day) ?? [], line]) }
  for (const row of board.rows) {
    const { waitsFor, organisation } = row
    if (!waitsFor?.until) continue
    if (waitsFor.what === 'discussion') put(waitsFor.until, m.team_round_day_discussion({ organisation: organisation.name }))
    else if (waitsFor.what === 'members') put(waitsFor.until, m.team_round_day_members({ organisation: organisation.name, body: bodyOf(row) }))
    else if (waitsFor.what === 'answer') put(waitsFor.until, m.team_round_day_feasible({ organisation: organisation.name }))
  }
  const closing = dayThere(closesAt, zone)
  put(dayThere(answerBy, zone), m.team_round_day_answer_by())
  const between = [...byDay].filter(([day]) => day < closing).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MOST_DAYS - 2)
  const reminded = board.rows.filter(({ reminders }) => reminders.last && dayThere(reminders.last, zone) === today).length
  const ends: DayEntry = { day: closing, lines: [...byDay.get(closing) ?? [], m.team_round_day_closes()], is: 'end', time: timeOf(closesAt, { zone }) }
  return [
    { day: today, lines: reminded > 0 ? [m.team_round_day_reminded({ count: reminded })] : [], is: 'now', time: null },
    ...between.map(([day, lines]): DayEntry => ({ day, lines, is: 'between', time: null })),
    ...(closing > today ? [ends] : []),
    ...(recipientAt && dayThere(recipientAt, zone) > closing ? [{ day: dayThere(recipientAt, zone), lines: [m.team_round_day_recipient()], is: 'between' as const, time: timeOf(recipientAt, { zone }) }] : []),
  ]
}
const bodyOf = (row: BoardRow): string => row.reservations.find(({ kind }) => kind === 'members')?.body ?? m.team_round_waits_members()

/** The day before which the partners that must answer can't have answered. */
export function earliestOf(board: Board, today: string): string | null {
  const days = board.rows.flatMap((row) => (row.mustAnswer && row.group === 'waiting' && row.waitsFor?.until && row.waitsFor.until > today ? [row.waitsFor.until] : []))
  return days.toSorted().at(-1) ?? null
}
