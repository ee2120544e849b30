/** Every partner, grouped by what has to happen: its answer, who it waits for, and what may be done about it. */
import type { Board, BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { StateSwatch } from '../ui/Beam.tsx'
import { dayThere, shortDay } from '../ui/dates.ts'
import { OrganisationMark } from '../ui/Mark.tsx'
import { RowActs, type Ask } from './RowActs.tsx'
import { RowSaid } from './RowSaid.tsx'
import { answerWords, GROUPS, GROUP_WORDS, swatchOf, waitsUntil, waitsWords, type Group } from './row-words.ts'

export interface BoardTableProps {
  readonly statement: StatementFull
  readonly board: Board
  readonly own: string | null
  readonly now: string
  /** Whose beam the text shows, and how to change that; `held` stays after the pointer left. */
  readonly shown: string | null
  readonly onShow: (organisationId: string | null, held: boolean) => void
  readonly onAsk: (ask: Ask) => void
}

export function BoardTable(props: BoardTableProps): ReactNode {
  const groups = GROUPS.map((group) => ({ group, rows: props.board.rows.filter((row) => row.group === group) })).filter(({ rows }) => rows.length > 0)
  return (
    <table className="board-table">
      <caption className="aloud">{m.team_round_table()}</caption>
      <thead><tr><th scope="col">{m.team_round_col_partner()}</th><th scope="col">{m.team_round_col_answer()}</th><th scope="col">{m.team_round_col_waits()}</th><th scope="col">{m.team_round_col_reminded()}</th><th scope="col"><span className="aloud">{m.team_round_col_act()}</span></th></tr></thead>
      {groups.map(({ group, rows }) => (
        <tbody key={group} className={group}>
          <tr className="group"><th colSpan={5} scope="rowgroup">{GROUP_WORDS[group]()} <span className="figures quiet">{rows.length}</span></th></tr>
          {rows.map((row) => <Row key={row.organisation.id} {...props} row={row} group={group} />)}
        </tbody>
      ))}
    </table>
  )
}

function Row({ statement, board, own, now, shown, onShow, onAsk, row, group }: BoardTableProps & { readonly row: BoardRow; readonly group: Group }): ReactNode {
  const { organisation } = row
  const zone = statement.dossier.zone
  const isShown = shown === organisation.id
  const waits = waitsWords(row)
  const until = waitsUntil(row, dayThere(now, zone), zone)
  const marks = [row.mustAnswer ? m.team_round_must_answer() : null, own === organisation.id ? m.team_round_own() : null].filter((mark) => mark !== null)
  return (
    <tr
      className={isShown ? 'shown' : undefined} onPointerEnter={() => onShow(organisation.id, false)} onPointerLeave={() => onShow(null, false)}
      onFocus={() => onShow(organisation.id, false)} onBlur={() => onShow(null, false)}
    >
      <th scope="row">
        <span className="partner-name">
          <OrganisationMark organisation={organisation} />
          <span>
            <button type="button" className="show-beam" aria-pressed={isShown} title={m.team_round_show_beam()} onClick={() => onShow(isShown ? null : organisation.id, true)}>{organisation.name}</button>
            {marks.length > 0 ? <span className="second-line">{marks.join(', ')}</span> : null}
          </span>
        </span>
      </th>
      <td>
        <StateSwatch state={swatchOf(row)}>{answerWords(row)}</StateSwatch>
        <RowSaid statement={statement} row={row} group={group} />
      </td>
      <td className="waits">{waits ? <>{waits}{until ? <span className="second-line">{until}</span> : null}</> : null}</td>
      <td className="reminded figures">{row.reminders.count > 0 && group !== 'agreed' ? <>{row.reminders.count}×<span className="second-line">{row.reminders.last ? whenReminded(row.reminders.last, now, zone) : ''}</span></> : null}</td>
      <td className="act"><RowActs statement={statement} board={board} row={row} onAsk={onAsk} /></td>
    </tr>
  )
}

const whenReminded = (at: string, now: string, zone: string): string => (dayThere(at, zone) === dayThere(now, zone) ? m.shared_today() : shortDay(at, { zone }))
