/** Names somebody new before the round: invited to the dossier, so that the round can ask this person by mail. */
import { invitePartner } from '@draagvlak/api/dossier'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { NewPersonFields, type NewPerson } from './AskPersonDialog.tsx'

export interface NamePersonDialogProps { readonly dossierId: string; readonly organisation: OrganisationBrief; readonly onNamed: (person: { readonly personId: string; readonly name: string; readonly function: string }) => void; readonly onClose: () => void }

export function NamePersonDialog({ dossierId, organisation, onNamed, onClose }: NamePersonDialogProps): ReactNode {
  const [person, setPerson] = useState<NewPerson>({ name: '', email: '', function: '' })
  const invite = useAct(invitePartner, {
    onDone: ({ invitations, partnerList }) => {
      const { name, function: title } = person
      const known = partnerList.find((one) => one.organisation.id === organisation.id)?.people?.find((one) => one.email === person.email.trim())
      const invited = invitations?.findLast((one) => one.organisationId === organisation.id && one.email === person.email.trim())
      const personId = invited?.personId ?? known?.personId
      if (personId) onNamed({ personId, name, function: title })
      else onClose()
    },
  })
  const because = !person.name.trim() || !person.email.includes('@') ? m.team_round_name_person() : null
  const send = () => { if (!because) invite.mutate({ params: { dossierId }, body: { organisationId: organisation.id, person: { ...person, right: 'observe', mandateHolder: false } } }) }
  return (
    <Dialog
      title={m.team_round_ask_title({ organisation: organisation.name })} onClose={onClose} onSubmit={send}
      actions={<><Button look="primary" type="submit" because={because} busy={invite.isPending && m.shared_sending()}>{m.team_open_invite()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_open_invite_what()}</p>
      <NewPersonFields value={person} onChange={setPerson} />
      <Trouble error={invite.error} />
    </Dialog>
  )
}
