/** A reservation in the words of the partner who makes it. */
import type { BoardRow } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { OrganisationMark } from '../ui/Mark.tsx'
import { RESERVATION_WORDS, VISIBILITY_WORDS } from './row-words.ts'

export function ReservationAside({ row, reservation }: { readonly row: BoardRow; readonly reservation: BoardRow['reservations'][number] }): ReactNode {
  return (
    <div className="reservation" role="note" aria-label={m.team_round_reservation_of({ organisation: row.organisation.name })}>
      <p className="reservation-who"><OrganisationMark organisation={row.organisation} /><strong>{row.organisation.name}</strong><span>{RESERVATION_WORDS[reservation.kind]()}</span></p>
      <p className="reservation-words">{m.team_quoted({ text: reservation.text ?? '' })}</p>
      <p className="small quiet">{VISIBILITY_WORDS[reservation.visibility]()}</p>
    </div>
  )
}
