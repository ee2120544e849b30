/** The dialogs of the board, one for each act that asks for more than a press. */
import { admitLate } from '@draagvlak/api/sign-off'
import { closeRound, liftMustAnswer, moveDates, stopRound, type Board, type BoardRow } from '@draagvlak/api/round'
import { seeListing } from '@draagvlak/api/edition'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { ListingView } from '../out/ListingView.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RadioCards, TextAreaField } from '../ui/Field.tsx'
import { dayAndTime } from '../ui/dates.ts'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { AskPersonDialog } from './AskPersonDialog.tsx'
import { DatesFields, datesOf, typedDates } from './DatesFields.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { Ask } from './RowActs.tsx'
import { TelephoneDialog } from './TelephoneDialog.tsx'

export interface RoundDialogsProps { readonly statement: StatementFull; readonly board: Board; readonly ask: Ask; readonly now: string; /** Why adopting would still be refused. */ readonly refused: readonly string[]; readonly onClose: (told?: string) => void }

export function RoundDialogs({ statement, board, ask, now, refused, onClose }: RoundDialogsProps): ReactNode {
  switch (ask.do) {
    case 'move-dates': return <MoveDatesDialog statement={statement} now={now} onClose={onClose} />
    case 'stop': return <StopDialog statement={statement} onClose={onClose} />
    case 'close': return <CloseDialog statement={statement} board={board} now={now} refused={refused} onClose={onClose} />
    case 'telephone': return <TelephoneDialog statement={statement} board={board} organisationId={ask.organisationId} onClose={onClose} />
    case 'ask-person': return <AskPersonDialog statement={statement} row={ask.row} onClose={onClose} />
    case 'lift': return <LiftDialog statement={statement} row={ask.row} onClose={onClose} />
    case 'admit': return <AdmitDialog statement={statement} row={ask.row} onClose={onClose} />
    default: return null
  }
}

interface Props { readonly statement: StatementFull; readonly onClose: (told?: string) => void }

function MoveDatesDialog({ statement, now, onClose }: Props & { readonly now: string }): ReactNode {
  const [typed, setTyped] = useState(() => typedDates(statement.round!.dates))
  const [reason, setReason] = useState('')
  const { closesAt, zone } = statement.round!.dates
  const found = datesOf(typed, now)
  const earlier = 'dates' in found && found.dates.closesAt < closesAt
  const move = useAct(moveDates, { onDone: () => onClose(earlier ? m.team_round_moved_earlier() : m.team_round_moved()) })
  const send = () => { if ('dates' in found) move.mutate({ params: { statementId: statement.id }, body: { dates: found.dates, reason: reason.trim() || null } }) }
  return (
    <Dialog
      title={m.team_round_move()} onClose={() => onClose()} onSubmit={send}
      actions={<><Button look="primary" type="submit" because={'because' in found ? found.because : null} busy={move.isPending && m.shared_busy()}>{m.team_round_move()}</Button><Button onClick={() => onClose()}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_round_move_what()}</p>
      <DatesFields value={typed} onChange={setTyped} />
      {earlier ? <Notice tone="warning" title={m.team_round_close_early({ moment: dayAndTime(closesAt, { zone }) })}>{m.team_round_move_earlier()}</Notice> : null}
      <TextAreaField label={m.team_reason_label()} hint={m.shared_optional()} maxLength={500} rows={2} value={reason} onChange={setReason} />
      <Trouble error={move.error} />
    </Dialog>
  )
}

function StopDialog({ statement, onClose }: Props): ReactNode {
  const stop = useAct(stopRound, { onDone: () => onClose(m.team_round_stopped()) })
  return <ReasonDialog title={m.team_round_stop()} what={m.team_round_stop_what()} go={m.team_round_stop()} must danger act={stop} onClose={() => onClose()} onGo={(reason) => stop.mutate({ params: { statementId: statement.id }, body: { reason } })} />
}

function CloseDialog({ statement, board, now, refused, onClose }: Props & Pick<RoundDialogsProps, 'board' | 'now' | 'refused'>): ReactNode {
  const close = useAct(closeRound, { onDone: () => onClose(m.team_round_closed_told()) })
  const waiting = board.tallies.waiting + board.tallies.reconfirm
  const { closesAt, zone } = statement.round!.dates
  const early = now < closesAt
  const listing = useAsk(seeListing, { params: { statementId: statement.id } })
  return (
    <Dialog
      wide title={m.team_round_close()} onClose={() => onClose()}
      actions={<><Button look="primary" busy={close.isPending && m.shared_busy()} onClick={() => close.mutate({ params: { statementId: statement.id } })}>{m.team_round_close()}</Button><Button onClick={() => onClose()}>{m.shared_cancel()}</Button></>}
    >
      <div className="prose stack tight">
        <p>{m.team_round_close_what({ count: board.whole.carrying })}</p>
        {waiting > 0 && !early ? <p>{m.team_round_close_waiting({ count: waiting })}</p> : null}
        {board.tallies.late > 0 ? <p>{m.team_round_close_late({ count: board.tallies.late })}</p> : null}
        {refused.length > 0 ? <p>{m.team_round_close_anyway_what()}</p> : <p>{m.team_round_close_then()}</p>}
      </div>
      {early ? <Notice tone="warning" live={false} title={m.team_round_close_early({ moment: dayAndTime(closesAt, { zone }) })}>{waiting > 0 ? m.team_round_close_early_waiting({ count: waiting }) : m.team_round_close_early_all()}</Notice> : null}
      {listing.data ? <ListingView listing={listing.data} /> : null}
      <Trouble error={listing.error ?? close.error} />
    </Dialog>
  )
}

function LiftDialog({ statement, row, onClose }: Props & { readonly row: BoardRow }): ReactNode {
  const lift = useAct(liftMustAnswer, { onDone: () => onClose(m.team_round_lifted({ organisation: row.organisation.name })) })
  return <ReasonDialog title={m.team_round_lift_title({ organisation: row.organisation.name })} what={m.team_round_lift_what()} go={m.team_round_lift()} must act={lift} onClose={() => onClose()} onGo={(reason) => lift.mutate({ params: { statementId: statement.id }, body: { organisationId: row.organisation.id, reason } })} />
}

type Edition = 'this-edition' | 'next-edition'
function AdmitDialog({ statement, row, onClose }: Props & { readonly row: BoardRow }): ReactNode {
  const published = statement.edition !== null && statement.edition >= (statement.round?.edition ?? 0)
  const [to, setTo] = useState<Edition | null>(published ? 'next-edition' : null)
  const admit = useAct(admitLate, { onDone: () => onClose(m.team_round_admitted({ organisation: row.organisation.name })) })
  const send = () => { if (to && row.answerId) admit.mutate({ params: { statementId: statement.id, answerId: row.answerId }, body: { to } }) }
  return (
    <Dialog
      title={m.team_round_admit_title({ organisation: row.organisation.name })} onClose={() => onClose()} onSubmit={send}
      actions={<><Button look="primary" type="submit" because={to ? null : m.team_round_admit_choose()} busy={admit.isPending && m.shared_busy()}>{m.team_round_admit()}</Button><Button onClick={() => onClose()}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_round_admit_what()}</p>
      <RadioCards<Edition>
        label={m.team_round_admit_to()} value={to} onChange={setTo}
        choices={[...(published ? [] : [{ value: 'this-edition' as const, label: m.team_round_admit_this() }]), { value: 'next-edition', label: m.team_round_admit_next(), hint: m.team_round_admit_next_hint() }]}
      />
      <Trouble error={admit.error} />
    </Dialog>
  )
}
