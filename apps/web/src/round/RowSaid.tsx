/** What a partner said besides its answer: who and when, its reservation in its own words, its conditions, its question. */
import { markConditionMet } from '@draagvlak/api/sign-off'
import type { BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { shortDay } from '../ui/dates.ts'
import { Trouble } from '../ui/Notice.tsx'
import { saidWords, type Group } from './row-words.ts'

interface RowSaidProps { readonly statement: StatementFull; readonly row: BoardRow; readonly group: Group }

export function RowSaid({ statement, row, group }: RowSaidProps): ReactNode {
  const zone = statement.dossier.zone
  const said = saidWords(row, statement)
  return (
    <>
      {said ? <span className={group === 'agreed' ? 'second-line inline' : 'second-line'}>{said}</span> : null}
      {row.reservations.map((reservation) => (
        <div key={reservation.id} className="row-reservation">
          {reservation.text ? <p className="row-words">{m.team_quoted({ text: reservation.text })}</p> : null}
          <p className="second-line">{reservationLine(reservation, zone)}</p>
          <Conditions statement={statement} row={row} reservation={reservation} />
        </div>
      ))}
      {row.explanation ? <p className="row-words">{m.team_quoted({ text: row.explanation })}</p> : null}
      {row.question ? <p className="row-words"><strong>{m.team_round_asks()}</strong> {m.team_quoted({ text: row.question })}</p> : null}
      {row.notAuthorised ? <p className="second-line">{row.notAuthorised.named ? m.team_round_named({ name: row.notAuthorised.named }) : m.team_round_named_nobody()}</p> : null}
    </>
  )
}

/** *Nee, tenzij* stands above it as the answer. */
const KINDS = { 'members': m.team_round_kind_members, 'substance': m.team_round_kind_substance, 'form': m.team_round_kind_form } as const
const SEEN_BY = { secretariat: m.team_round_seen_secretariat, partners: m.team_round_seen_partners, public: m.team_round_seen_public } as const

type ReservationOfRow = BoardRow['reservations'][number]
const reservationLine = ({ kind, visibility, body, decidesOn }: ReservationOfRow, zone: string): string =>
  [kind === 'no-unless' ? null : KINDS[kind](), body, decidesOn ? shortDay(decidesOn, { zone }) : null, SEEN_BY[visibility]()].filter((part) => part !== null).join('; ')

/** [S4] The secretariat ticks a condition off; the partner confirms. Words that are withheld leave nothing to tick. */
function Conditions({ statement, row, reservation }: { readonly statement: StatementFull; readonly row: BoardRow; readonly reservation: ReservationOfRow }): ReactNode {
  const tick = useAct(markConditionMet)
  const may = statement.may.includes('tick-condition') && row.answerId !== null && !reservation.confirmed
  if (reservation.conditions.length === 0) return null
  return (
    <>
      <ul className="conditions">
        {reservation.conditions.map(({ text, met }, index) => (
          <li key={text} className={met ? 'met' : undefined}>
            {met ? <CircleCheck className="icon" aria-hidden="true" /> : <CircleDashed className="icon" aria-hidden="true" />}
            <span>{text} <span className="small quiet">{met ? m.team_round_condition_met() : m.team_round_condition_open()}</span>
              {may && !met ? <> <Button look="word" busy={tick.isPending && m.shared_busy()} onClick={() => tick.mutate({ params: { statementId: statement.id, answerId: row.answerId! }, body: { reservationId: reservation.id, condition: index } })}>{m.team_round_condition_tick()}<span className="aloud"> {text}</span></Button></> : null}
            </span>
          </li>
        ))}
      </ul>
      {reservation.conditions.every(({ met }) => met) && !reservation.confirmed ? <p className="second-line">{m.team_round_conditions_wait()}</p> : null}
      <Trouble error={tick.error} />
    </>
  )
}
