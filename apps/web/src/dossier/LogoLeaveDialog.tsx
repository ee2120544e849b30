/** Records that a State body gave leave for its partner logo: when, and by whom. */
import { recordLogoLeave } from '@draagvlak/api/dossier'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { dayThere } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { NamedOrganisation } from '../ui/Mark.tsx'
import { Trouble } from '../ui/Notice.tsx'

export function LogoLeaveDialog({ dossierId, organisation, onClose }: { readonly dossierId: string; readonly organisation: OrganisationBrief; readonly onClose: () => void }): ReactNode {
  const [decidedOn, setDecidedOn] = useState(dayThere(new Date().toISOString()))
  const [body, setBody] = useState('')
  const record = useAct(recordLogoLeave, { onDone: onClose })
  return (
    <Dialog
      title={m.team_logo_leave()} onClose={onClose} onSubmit={() => record.mutate({ params: { dossierId, organisationId: organisation.id }, body: { decidedOn, body } })}
      actions={<><Button look="primary" type="submit" busy={record.isPending && m.shared_saving()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <NamedOrganisation organisation={organisation} />
      <p className="prose">{m.team_logo_leave_what()}</p>
      <TextField label={m.team_decided_on()} type="date" required value={decidedOn} onChange={setDecidedOn} short />
      <TextField label={m.team_decided_by()} required maxLength={200} value={body} onChange={setBody} />
      <Trouble error={record.error} />
    </Dialog>
  )
}
