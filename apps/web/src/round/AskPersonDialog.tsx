/** Asks somebody of a partner, also somebody new: the earlier link of that partner no longer answers. */
import { askPerson, type BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { usePeopleOf } from './partner-people.ts'
import type { NewPerson } from './round-wish.ts'

const NEW = 'new'

export function AskPersonDialog({ statement, row: { organisation, notAuthorised }, onClose }: { readonly statement: StatementFull; readonly row: BoardRow; readonly onClose: (told?: string) => void }): ReactNode {
  const people = usePeopleOf(statement, organisation.id)
  const named = people.find(({ name }) => name === notAuthorised?.named)
  const [wish, setWish] = useState<string | null>(null)
  const [person, setPerson] = useState({ name: '', email: '', function: '' })
  const chosen = wish ?? named?.personId ?? (people.length === 0 ? NEW : '')
  const name = chosen === NEW ? person.name : people.find(({ personId }) => personId === chosen)?.name ?? ''
  const ask = useAct(askPerson, { onDone: () => onClose(m.team_round_asked_told({ name })) })
  const because = chosen === '' ? m.team_round_choose_person() : chosen === NEW && (!person.name.trim() || !person.email.includes('@')) ? m.team_round_name_person() : null
  const send = () => { if (!because) ask.mutate({ params: { statementId: statement.id }, body: { organisationId: organisation.id, person: chosen === NEW ? person : { personId: chosen }, reason: null } }) }
  return (
    <Dialog
      title={m.team_round_ask_title({ organisation: organisation.name })} onClose={() => onClose()} onSubmit={send}
      actions={<><Button look="primary" type="submit" because={because} busy={ask.isPending && m.shared_sending()}>{m.team_round_ask_send()}</Button><Button onClick={() => onClose()}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{notAuthorised?.named ? m.team_round_ask_named({ name: notAuthorised.named }) : m.team_round_ask_what()}</p>
      <SelectField
        label={m.team_round_who_answers()} value={chosen} onChange={setWish}
        choices={[...(chosen === '' ? [{ value: '', label: m.team_round_choose() }] : []), ...people.map(({ personId, name: known, function: title }) => ({ value: personId, label: title ? `${known}, ${title}` : known })), { value: NEW, label: m.team_round_somebody_new() }]}
      />
      {chosen === NEW ? <NewPersonFields value={person} onChange={setPerson} /> : null}
      <Trouble error={ask.error} />
    </Dialog>
  )
}

export function NewPersonFields({ value, onChange }: { readonly value: NewPerson; readonly onChange: (person: NewPerson) => void }): ReactNode {
  return (
    <>
      <TextField label={m.shared_email()} type="email" required maxLength={254} autoComplete="off" value={value.email} onChange={(email) => onChange({ ...value, email })} />
      <TextField label={m.shared_name()} required maxLength={120} autoComplete="off" value={value.name} onChange={(name) => onChange({ ...value, name })} />
      <TextField label={m.shared_function()} hint={m.shared_optional()} maxLength={120} autoComplete="off" value={value.function} onChange={(title) => onChange({ ...value, function: title })} />
    </>
  )
}
