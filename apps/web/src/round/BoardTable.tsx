/** Every partner, grouped by what has to happen: its answer, who it waits for, and what may be done about it. */
import type { Board, BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { StateSwatch } from '../ui/Beam.tsx'
import { dayThere, shortDay } from '../ui/dates.ts'
import { OrganisationMark } from '../ui/Mark.tsx'
import { RowActs, type Ask } from './RowActs.tsx'
import { RowSaid } from './RowSaid.tsx'
import { answerWords, GROUPS, groupWords, swatchOf, waitsUntil, waitsWords, type Group } from './row-words.ts'

export interface BoardTableProps {
  readonly statement: StatementFull
  readonly board: Board
  readonly own: string | null
  readonly now: string
  readonly show: ShowPartner
  readonly onAsk: (ask: Ask) => void
}

/** Whose beam the text shows: while the pointer or the focus is in its row, or held by pressing its name. */
export interface ShowPartner { readonly shown: string | null; readonly held: string | null; readonly pass: (organisationId: string | null) => void; readonly hold: (organisationId: string) => void }

export function useShowPartner(): ShowPartner {
  const [held, setHeld] = useState<string | null>(null)
  const [passing, setPassing] = useState<string | null>(null)
  return { shown: passing ?? held, held, pass: setPassing, hold: (id) => setHeld((before) => (before === id ? null : id)) }
}

export function BoardTable(props: BoardTableProps): ReactNode {
  const groups = GROUPS.map((group) => ({ group, rows: props.board.rows.filter((row) => row.group === group) })).filter(({ rows }) => rows.length > 0)
  return (
    <table className="board-table">
      <caption className="aloud">{m.team_round_table()}</caption>
      <thead><tr><th scope="col">{m.team_round_col_partner()}</th><th scope="col">{m.team_round_col_answer()}</th><th scope="col">{m.team_round_col_waits()}</th><th scope="col">{m.team_round_col_reminded()}</th><th scope="col"><span className="aloud">{m.team_round_col_act()}</span></th></tr></thead>
      {groups.map(({ group, rows }) => (
        <tbody key={group} className={group}>
          <tr className="group"><th colSpan={5} scope="rowgroup">{groupWords(group, props.statement)} <span className="figures quiet">{rows.length}</span></th></tr>
          {rows.map((row) => <Row key={row.organisation.id} {...props} row={row} group={group} />)}
        </tbody>
      ))}
    </table>
  )
}

function Row({ statement, board, own, now, show, onAsk, row, group }: BoardTableProps & { readonly row: BoardRow; readonly group: Group }): ReactNode {
  const { organisation } = row
  const zone = statement.dossier.zone
  const waits = waitsWords(row)
  const until = waitsUntil(row, dayThere(now, zone), zone)
  const reminded = row.reminders.count > 0 && group !== 'agreed'
  // Who waits for nobody has the room for its own words.
  const waitsForNobody = !waits && !reminded
  const marks = [row.mustAnswer ? m.team_round_must_answer() : null, own === organisation.id ? m.team_round_own() : null].filter((mark) => mark !== null)
  return (
    <tr
      className={show.shown === organisation.id ? 'shown' : undefined} onPointerEnter={() => show.pass(organisation.id)} onPointerLeave={() => show.pass(null)}
      onFocus={() => show.pass(organisation.id)} onBlur={() => show.pass(null)}
    >
      <th scope="row">
        <span className="partner-name">
          <OrganisationMark organisation={organisation} />
          <span>
            <button type="button" className="show-beam" aria-pressed={show.held === organisation.id} title={m.team_round_show_beam()} onClick={() => show.hold(organisation.id)}>{organisation.name}</button>
            {marks.length > 0 ? <span className="second-line">{marks.join(', ')}</span> : null}
          </span>
        </span>
      </th>
      <td colSpan={waitsForNobody ? 3 : 1}>
        <StateSwatch state={swatchOf(row)}>{answerWords(row)}</StateSwatch>
        <RowSaid statement={statement} row={row} group={group} />
      </td>
      {waitsForNobody ? null : <td className="waits" data-label={m.team_round_col_waits()}>{waits ? <>{waits}{until ? <span className="second-line">{until}</span> : null}</> : null}</td>}
      {waitsForNobody ? null : <td className="reminded figures" data-label={m.team_round_col_reminded()}>{reminded ? <>{row.reminders.count}×<span className="second-line">{row.reminders.last ? whenReminded(row.reminders.last, now, zone) : ''}</span></> : null}</td>}
      <td className="act"><RowActs statement={statement} board={board} row={row} onAsk={onAsk} /></td>
    </tr>
  )
}

const whenReminded = (at: string, now: string, zone: string): string => (dayThere(at, zone) === dayThere(now, zone) ? m.shared_today() : shortDay(at, { zone }))
