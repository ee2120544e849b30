/** The act that comes next by stage and role, why not yet, and the way back; each says what happens. */
import { adopt, publish, withdrawAdoption, type seeListing } from '@draagvlak/api/edition'
import type { AnswerOf } from '@draagvlak/api/endpoint'
import { reopenDraft, withdrawClosing } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import type { Refusal } from '@draagvlak/domain/refusals'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { ReasonDialog } from '../round/ReasonDialog.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { ListingView } from './ListingView.tsx'
import { PublishDialog } from './PublishDialog.tsx'

type Listing = AnswerOf<typeof seeListing>
type Open = 'adopt' | 'publish' | 'withdraw-closing' | 'withdraw-adoption' | 'reopen'
export interface NextActsProps { readonly statement: StatementFull; readonly listing: Listing | null; readonly now: string }

export function NextActs({ statement, listing, now }: NextActsProps): ReactNode {
  const [open, setOpen] = useState<Open | null>(null)
  const { may, phase } = statement
  const because = (refusals: readonly string[] | undefined): string | null => (refusals && refusals.length > 0 ? refusals.map((one) => sayWhy(one as Refusal)).join(' ') : null)
  const primary = phase === 'round-closed' ? may.includes('adopt') ? <Button look="primary" because={because(listing?.adopt)} onClick={() => setOpen('adopt')}>{m.team_act_adopt()}</Button> : <p className="prose">{m.team_out_waits_adopt()}</p>
    : phase === 'adopted' ? may.includes('publish') ? <Button look="primary" because={because(listing?.publish)} onClick={() => setOpen('publish')}>{m.team_act_publish()}</Button> : <p className="prose">{m.team_out_waits_publish()}</p>
      : phase === 'published' ? <a className={buttonClass('primary')} href={`/p/${statement.slug}`}>{m.team_act_see_edition()}</a> : null
  return (
    <div className="board-acts" data-screen-only>
      {primary}
      <div className="other-acts">
        {may.includes('reopen-draft') && !statement.draftOpen && (phase === 'round-closed' || phase === 'published') ? <Button look="word" onClick={() => setOpen('reopen')}>{m.team_out_reopen()}</Button> : null}
        {may.includes('withdraw-closing') ? <Button look="word" onClick={() => setOpen('withdraw-closing')}>{m.team_out_withdraw_closing()}</Button> : null}
        {may.includes('withdraw-adoption') ? <Button look="word-danger" onClick={() => setOpen('withdraw-adoption')}>{m.team_out_withdraw_adoption()}</Button> : null}
      </div>
      {open ? <NextDialog statement={statement} listing={listing} now={now} open={open} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}

function NextDialog({ statement, listing, now, open, onClose }: NextActsProps & { readonly open: Open; readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate()
  const params = { statementId: statement.id }
  const done = { onDone: onClose }
  const adopting = useAct(adopt, done)
  const publishing = useAct(publish, done)
  const closing = useAct(withdrawClosing, done)
  const adoption = useAct(withdrawAdoption, done)
  // Whoever opens the draft wants to write in it.
  const reopening = useAct(reopenDraft, { onDone: () => { onClose(); void navigate({ to: '/teksten/$statementId', params }) } })
  switch (open) {
    case 'adopt': return (
      <Dialog wide title={m.team_act_adopt()} onClose={onClose} actions={<><Button look="primary" busy={adopting.isPending && m.shared_busy()} onClick={() => adopting.mutate({ params })}>{m.team_act_adopt()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}>
        <p className="prose">{m.team_out_adopt_what()}</p>
        {listing ? <ListingView listing={listing} /> : null}
        <Trouble error={adopting.error} />
      </Dialog>
    )
    case 'publish': return <PublishDialog statement={statement} listing={listing} now={now} act={publishing} onClose={onClose} onGo={(body) => publishing.mutate({ params, body })} />
    case 'withdraw-closing': return <ReasonDialog title={m.team_out_withdraw_closing()} what={m.team_out_withdraw_closing_what()} go={m.team_out_withdraw_closing()} must act={closing} onClose={onClose} onGo={(reason) => closing.mutate({ params, body: { reason } })} />
    case 'withdraw-adoption': return <ReasonDialog title={m.team_out_withdraw_adoption()} what={m.team_out_withdraw_adoption_what()} go={m.team_out_withdraw_adoption()} must danger act={adoption} onClose={onClose} onGo={(reason) => adoption.mutate({ params, body: { reason } })} />
    case 'reopen': return <ReasonDialog title={m.team_out_reopen()} what={statement.phase === 'published' ? m.team_out_reopen_edition_what({ edition: (statement.edition ?? 0) + 1 }) : m.team_out_reopen_what()} go={m.team_out_reopen()} must={false} act={reopening} onClose={onClose} onGo={(reason) => reopening.mutate({ params, body: { reason: reason || null } })} />
  }
}
