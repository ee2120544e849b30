/** Publishes the adopted text: who stands there, why from the second edition on, and until when it stays under embargo. */
import type { publish } from '@draagvlak/api/edition'
import type { BodyInOf } from '@draagvlak/api/endpoint'
import type { Listing } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'
import { useState, type ReactNode } from 'react'
import { MomentField } from '../round/DatesFields.tsx'
import { momentOf, NO_MOMENT } from '../round/moments.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextAreaField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { ListingView } from './ListingView.tsx'

export interface PublishDialogProps {
  readonly statement: StatementFull; readonly listing: Listing | null; readonly now: string
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  readonly onGo: (body: BodyInOf<typeof publish>) => void
  readonly onClose: () => void
}

export function PublishDialog({ statement, listing, now, act, onGo, onClose }: PublishDialogProps): ReactNode {
  const number = statement.round!.edition
  const zone = statement.dossier.zone
  const [reason, setReason] = useState('')
  const [embargo, setEmbargo] = useState(NO_MOMENT)
  const until = momentOf(embargo, zone)
  const because = number > 1 && reason.trim() === '' ? m.team_out_need_reason() : until && until <= now ? sayWhy('embargo-is-past') : null
  return (
    <Dialog
      wide title={m.team_out_publish_title({ number })} onClose={onClose} onSubmit={() => { if (!because) onGo({ reason: reason.trim() || null, embargoUntil: until }) }}
      actions={<><Button look="primary" type="submit" because={because} busy={act.isPending && m.shared_busy()}>{m.team_act_publish()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_out_publish_what()}</p>
      {number > 1 ? <TextAreaField label={m.team_out_reason()} hint={m.team_out_reason_hint()} rows={2} maxLength={2000} value={reason} onChange={setReason} /> : null}
      <MomentField label={m.team_out_embargo()} hint={m.team_out_embargo_hint()} value={embargo} zone={zone} onChange={setEmbargo} />
      {listing ? <ListingView listing={listing} /> : null}
      <Trouble error={act.error} />
    </Dialog>
  )
}
