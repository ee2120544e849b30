/** The matrix as a grid with one tab stop: arrows, Home and End go from cell to cell, Enter shows why. */
import type { Board } from '@draagvlak/api/round'
import type { Segment, StatementFull } from '@draagvlak/api/statement'
import { askedSegments } from '@draagvlak/domain/segment'
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { StateSwatch } from '../ui/Beam.tsx'
import { countCarrying, stateWord } from '../ui/beam-sentence.ts'
import { OrganisationMark } from '../ui/Mark.tsx'
import { RESERVATION_WORDS, VISIBILITY_WORDS } from './row-words.ts'

export interface Column { readonly id: string; readonly number: number; readonly name: string; readonly segments: readonly Segment[] }
export interface MatrixGridProps { readonly statement: StatementFull; readonly board: Board; readonly order: Board['order']; readonly columns: readonly Column[] }
interface Place { readonly row: number; readonly column: number }

export function MatrixGrid({ statement, board, order, columns }: MatrixGridProps): ReactNode {
  const grid = useRef<HTMLTableElement>(null)
  const opener = useRef<HTMLButtonElement | null>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [open, setOpen] = useState<Place | null>(null)
  const place: Place = { row: Math.min(at.row, order.length - 1), column: Math.min(at.column, columns.length - 1) }
  const go = (event: KeyboardEvent) => {
    const next = stepTo(event, place, order.length, columns.length)
    if (!next) return
    event.preventDefault()
    setAt(next)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <div className="matrix-scroll" role="region" aria-label={m.team_matrix()}>
      <table className="matrix" role="grid" ref={grid} onKeyDown={go} aria-describedby="matrix-help" aria-rowcount={order.length + 2}>
        <caption className="aloud" id="matrix-help">{m.team_matrix_table()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.team_round_col_partner()}</th>
            {columns.map(({ id, number, name }) => <th key={id} scope="col" title={name}><span className="number figures">{number}</span><span className="name" lang={statement.language}>{name}</span></th>)}
            <th scope="col" className="sum">{m.team_matrix_carries()}</th>
          </tr>
        </thead>
        <tbody>
          {order.map((organisation, row) => {
            const states = columns.map(({ segments }) => segments.find(({ organisationId }) => organisationId === organisation.id)?.state ?? 'not-asked')
            return (
              <tr key={organisation.id} className={[states.every((state) => state === 'carries') ? 'closed' : '', open?.row === row ? 'on' : ''].filter(Boolean).join(' ') || undefined}>
                <th scope="row"><span className="named"><OrganisationMark organisation={organisation} /><span>{organisation.name}</span></span></th>
                {columns.map(({ id, number }, column) => (
                  <td key={id} className={open?.row === row && open.column === column ? 'open' : undefined}>
                    <button
                      type="button" data-cell={`${row}-${column}`} tabIndex={place.row === row && place.column === column ? 0 : -1} aria-label={m.team_matrix_cell({ organisation: organisation.name, number, state: stateWord(states[column]!) })}
                      onFocus={() => setAt({ row, column })} onClick={(event) => { opener.current = event.currentTarget; setOpen({ row, column }) }}
                    ><span className={`swatch ${states[column]!}`} aria-hidden="true" /></button>
                  </td>
                ))}
                <td className="sum figures">{states.every((state) => state === 'not-asked') ? <span className="quiet small">{m.shared_state_not_asked()}</span> : <><strong>{states.filter((state) => state === 'carries' || state === 'reserved').length}</strong> <span className="quiet small">{m.team_of_count({ of: columns.length })}</span></>}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot><tr><th scope="row">{m.team_matrix_carried_by()}</th>{columns.map(({ id, segments }) => <td key={id} className="figures"><strong>{countCarrying(segments)}</strong> <span className="quiet small">{m.team_of_count({ of: askedSegments(segments).length })}</span></td>)}<td className="sum" /></tr></tfoot>
      </table>
      {open ? (
        <Popover className="matrix-pop" triggerRef={opener} isOpen placement="bottom" offset={8} onOpenChange={(isOpen) => { if (!isOpen) setOpen(null) }}>
          <Cell statement={statement} board={board} organisation={order[open.row]!} column={columns[open.column]!} onClose={() => setOpen(null)} />
        </Popover>
      ) : null}
    </div>
  )
}

function stepTo({ key, ctrlKey }: KeyboardEvent, { row, column }: Place, rows: number, columns: number): Place | null {
  const to = (nextRow: number, nextColumn: number): Place => ({ row: Math.max(0, Math.min(rows - 1, nextRow)), column: Math.max(0, Math.min(columns - 1, nextColumn)) })
  switch (key) {
    case 'ArrowLeft': return to(row, column - 1)
    case 'ArrowRight': return to(row, column + 1)
    case 'ArrowUp': return to(row - 1, column)
    case 'ArrowDown': return to(row + 1, column)
    case 'Home': return to(ctrlKey ? 0 : row, 0)
    case 'End': return to(ctrlKey ? rows - 1 : row, columns - 1)
    default: return null
  }
}

interface CellProps { readonly statement: StatementFull; readonly board: Board; readonly organisation: Board['order'][number]; readonly column: Column; readonly onClose: () => void }
function Cell({ statement, board, organisation, column, onClose }: CellProps): ReactNode {
  const row = board.rows.find((one) => one.organisation.id === organisation.id)
  const state = column.segments.find(({ organisationId }) => organisationId === organisation.id)?.state ?? 'not-asked'
  const reservations = row?.reservations.filter(({ passageId, text }) => text && (passageId === null || passageId === column.id)) ?? []
  return (
    <Dialog className="matrix-cell" aria-label={m.team_matrix_cell({ organisation: organisation.name, number: column.number, state: stateWord(state) })}>
      <p className="cell-who"><OrganisationMark organisation={organisation} /><strong>{organisation.name}</strong><button type="button" className="icon-button" aria-label={m.shared_close()} onClick={onClose}><X className="icon" aria-hidden="true" /></button></p>
      <p className="item-title" lang={statement.language}><span className="figures">{column.number}.</span> {column.name}</p>
      <p><StateSwatch state={state} /></p>
      {state === 'carries' ? null : reservations.map(({ id, text, kind, visibility }) => <div key={id}><blockquote>{m.team_quoted({ text: text ?? '' })}</blockquote><p className="small quiet">{RESERVATION_WORDS[kind]()}. {VISIBILITY_WORDS[visibility]()}</p></div>)}
      {state === 'declined' && row?.explanation ? <blockquote>{m.team_quoted({ text: row.explanation })}</blockquote> : null}
      <p><Link to="/teksten/$statementId" params={{ statementId: statement.id }} hash={`p-${column.id}`}>{m.team_matrix_to_passage()}</Link></p>
    </Dialog>
  )
}
