/** The rules of the round, met or not, and the days that come. */
import { atStart } from '../ui/words.ts'
import type { Board } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import { CircleCheck, CircleDashed, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { shortDay } from '../ui/dates.ts'
import { daysOf, proposalWords, rulesOf, type Round } from './rules.ts'

export function Rules({ board, round, now }: { readonly board: Board; readonly round: Round; readonly now: string }): ReactNode {
  return (
    <>
      <h2 className="strong">{m.team_round_rules()}</h2>
      <ul className="round-rules">
        {rulesOf(board, round, now).map(({ id, met, words, how }) => {
          const Icon = id === 'date' ? Clock : met ? CircleCheck : CircleDashed
          return (
            <li key={id} className={met ? 'met' : undefined}>
              <Icon className="icon" aria-hidden="true" />
              <span>{words}{id === 'date' ? null : <span className="aloud">, {met ? m.team_round_met() : m.team_round_not_met()}</span>}</span>
              {how ? <span className="figures how">{how}</span> : null}
            </li>
          )
        })}
        <li className="rule-note quiet">{[m.team_round_silence(), proposalWords(round)].filter(Boolean).join(' ')}</li>
      </ul>
    </>
  )
}

export function Days({ board, round, now }: { readonly board: Board; readonly round: Round; readonly now: string }): ReactNode {
  const days = daysOf(board, round, now)
  if (days.length < 2) return null
  return (
    <>
      <h2 className="aloud">{m.team_round_days()}</h2>
      <ol className="round-days">
        {days.map(({ day, lines, is, time }) => (
          <li key={day} className={is}>
            <strong>{is === 'now' ? m.team_round_today() : `${atStart(shortDay(day))}${time ? `, ${time}` : ''}`}</strong>
            {lines.map((line) => <span key={line}>{line}</span>)}
          </li>
        ))}
      </ol>
    </>
  )
}
