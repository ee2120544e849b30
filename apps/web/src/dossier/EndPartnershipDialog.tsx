/** Ends a partnership, with what it means said beforehand. */
import { endPartnership, type DossierFull } from '@draagvlak/api/dossier'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextAreaField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'

export function EndPartnershipDialog({ dossier, organisation, onClose }: { readonly dossier: DossierFull; readonly organisation: OrganisationBrief; readonly onClose: () => void }): ReactNode {
  const [reason, setReason] = useState('')
  const end = useAct(endPartnership, { onDone: onClose })
  return (
    <Dialog
      title={m.team_partner_end_title({ organisation: organisation.name })} onClose={onClose}
      onSubmit={() => end.mutate({ params: { dossierId: dossier.id, organisationId: organisation.id }, query: reason.trim() ? { reason } : {} })}
      actions={<><Button look="danger-confirmed" type="submit" busy={end.isPending && m.shared_busy()}>{m.team_partner_end_go()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_partner_end_what()}</p>
      <TextAreaField label={m.team_reason()} hint={m.team_reason_hint()} maxLength={2000} value={reason} onChange={setReason} />
      <Trouble error={end.error} />
    </Dialog>
  )
}
