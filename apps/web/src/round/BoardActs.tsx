/** What the coordinator may do about the whole round: close it, or why not yet, and the rest as words. */
import type { Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import type { Refusal } from '@draagvlak/domain/refusals'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { dayInFull, dayThere } from '../ui/dates.ts'
import type { Ask } from './RowActs.tsx'
import { earliestOf, listOfNames } from './rules.ts'

export interface BoardActsProps { readonly statement: StatementFull; readonly board: Board; readonly now: string; readonly refused: readonly string[]; readonly onAsk: (ask: Ask) => void }

export function BoardActs({ statement, board, now, refused, onAsk }: BoardActsProps): ReactNode {
  const waiting = board.rows.filter(({ group }) => group === 'waiting' || group === 'reconfirm').map(({ organisation }) => organisation.id)
  const because = refused.length === 0 ? null : whyNotClosed(board, dayThere(now, statement.dossier.zone), refused)
  return (
    <div className="board-acts" data-screen-only>
      <Button look="primary" because={because} onClick={() => onAsk({ do: 'close' })}>{m.team_round_close()}</Button>
      <div className="other-acts">
        <Button look="word" onClick={() => onAsk({ do: 'move-dates' })}>{m.team_round_move()}</Button>
        {waiting.length > 0 ? <Button look="word" onClick={() => onAsk({ do: 'remind', organisationIds: waiting })}>{m.team_round_remind_all({ count: waiting.length })}</Button> : null}
        {waiting.length > 0 ? <Button look="word" onClick={() => onAsk({ do: 'telephone', organisationId: null })}>{m.team_round_telephone()}</Button> : null}
        {because ? <Button look="word" onClick={() => onAsk({ do: 'close' })}>{m.team_round_close_anyway()}</Button> : null}
        <Button look="word-danger" className="stop" onClick={() => onAsk({ do: 'stop' })}>{m.team_round_stop()}</Button>
      </div>
    </div>
  )
}

/** Names who is waited for and how many are short; the earliest day where partners said how long they need. */
function whyNotClosed(board: Board, today: string, refused: readonly string[]): string {
  const held = board.rules.mustAnswer.filter(({ answered, lifted }) => !answered && !lifted).map(({ organisationId }) => board.order.find((one) => one.id === organisationId)?.name ?? '?')
  const short = (board.rules.minimum ?? 0) - board.whole.carrying
  const reasons = [short > 0 ? m.team_round_short({ count: short }) : null, held.length > 0 ? m.team_round_held({ count: held.length, names: listOfNames(held) }) : null].filter((one) => one !== null)
  const earliest = earliestOf(board, today)
  const words = reasons.length > 0 ? `${listOfNames(reasons)}.` : refused.map((one) => sayWhy(one as Refusal)).join(' ')
  return earliest ? `${words} ${m.team_round_earliest({ day: dayInFull(earliest) })}` : words
}
