/** Names somebody new before the round: nothing is mailed until the round opens, and then one mail, the question. */
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NewPersonFields } from './AskPersonDialog.tsx'
import type { NewPerson } from './round-wish.ts'

export interface NamePersonDialogProps { readonly organisation: OrganisationBrief; readonly onNamed: (person: NewPerson) => void; readonly onClose: () => void }

export function NamePersonDialog({ organisation, onNamed, onClose }: NamePersonDialogProps): ReactNode {
  const [person, setPerson] = useState<NewPerson>({ name: '', email: '', function: '' })
  const because = !person.name.trim() || !person.email.includes('@') ? m.team_round_name_person() : null
  return (
    <Dialog
      title={m.team_round_ask_title({ organisation: organisation.name })} onClose={onClose} onSubmit={() => { if (!because) onNamed({ name: person.name.trim(), email: person.email.trim(), function: person.function.trim() }) }}
      actions={<><Button look="primary" type="submit" because={because}>{m.team_open_name()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_open_name_what()}</p>
      <NewPersonFields value={person} onChange={setPerson} />
    </Dialog>
  )
}
