/** The mandate register of an organisation: who may answer for it, about what, until when, on whose decision. */
import { endMandate, recordMandate, type OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { PersonMark } from '../ui/Mark.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Mandate = NonNullable<OrganisationFull['mandates']>[number]
type People = NonNullable<OrganisationFull['people']>
interface MandatesProps { readonly organisation: OrganisationFull; readonly mandates: readonly Mandate[]; readonly people: People }

export function Mandates({ organisation, mandates, people }: MandatesProps): ReactNode {
  const toast = useToast()
  const [recording, setRecording] = useState(false)
  const nameOf = (personId: string) => people.find((one) => one.personId === personId)?.name ?? '?'
  const end = useAct(endMandate)
  const may = organisation.may.includes('record-mandate')
  const endOne = ({ id, personId }: Mandate) => end.mutate({ params: { organisationId: organisation.id, mandateId: id } }, { onSuccess: () => toast({ text: m.team_mandate_end_done({ name: nameOf(personId) }) }) })
  return (
    <>
      <div className="tab-head"><p className="prose quiet">{m.team_mandates_what()}</p>{may ? <Button onClick={() => setRecording(true)} because={people.length === 0 ? m.team_people_none() : null}>{m.team_mandate_record()}</Button> : null}</div>
      <Trouble error={end.error} />
      {mandates.length === 0 ? <p className="waiting-words">{m.team_mandates_none()}</p> : (
        <ul className="lines">
          {mandates.map((mandate) => (
            <li className="line-row" key={mandate.id}>
              <PersonMark name={nameOf(mandate.personId)} hue={mandate.endedAt ? undefined : organisation.hue} />
              <span>{nameOf(mandate.personId)}: {scopeWords(mandate, organisation)}, {mandate.endedAt ? m.team_mandate_ended({ date: dayWithoutWeekday(mandate.endedAt) }) : mandate.until ? m.team_mandate_good_until({ date: dayWithoutWeekday(mandate.until) }) : m.team_mandate_no_end()}
                <span className="small quiet second">{mandate.decidedOn ? m.team_mandate_decision({ body: mandate.body ?? '', date: dayWithoutWeekday(mandate.decidedOn) }) : m.team_mandate_recorded({ date: dayWithoutWeekday(mandate.recordedAt) })}</span>
              </span>
              {may && !mandate.endedAt ? <Button small look="bare" aria-label={`${m.team_mandate_end()}: ${nameOf(mandate.personId)}`} onClick={() => endOne(mandate)}>{m.team_mandate_end()}</Button> : <span />}
            </li>
          ))}
        </ul>
      )}
      {recording ? <RecordDialog organisation={organisation} people={people} onClose={() => setRecording(false)} /> : null}
    </>
  )
}

function scopeWords({ scope }: Mandate, organisation: OrganisationFull): string {
  if (scope.kind === 'all') return m.team_mandate_scope_all()
  if (scope.kind === 'statement') return m.team_mandate_scope_one_statement()
  const dossier = organisation.dossiers.find(({ id }) => id === scope.dossierId)
  return dossier ? m.team_mandate_scope_dossier({ title: dossier.title }) : m.team_mandate_scope_one_dossier()
}

function RecordDialog({ organisation, people, onClose }: { readonly organisation: OrganisationFull; readonly people: People; readonly onClose: () => void }): ReactNode {
  const [personId, setPersonId] = useState(people[0]?.personId ?? '')
  const [about, setAbout] = useState('all')
  const [until, setUntil] = useState('')
  const [decidedOn, setDecidedOn] = useState('')
  const [body, setBody] = useState('')
  const record = useAct(recordMandate, { onDone: onClose })
  const send = () => record.mutate({ params: { organisationId: organisation.id }, body: { personId, scope: about === 'all' ? { kind: 'all' } : { kind: 'dossier', dossierId: about }, until: until || null, decidedOn: decidedOn || null, body: body.trim() || null } })
  return (
    <Dialog
      title={m.team_mandate_record()} onClose={onClose} onSubmit={send}
      actions={<><Button look="primary" type="submit" busy={record.isPending && m.shared_saving()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <SelectField label={m.team_mandate_person()} value={personId} choices={people.map((person) => ({ value: person.personId, label: person.name }))} onChange={setPersonId} />
      <SelectField label={m.team_mandate_scope()} value={about} choices={[{ value: 'all', label: m.team_mandate_scope_all() }, ...organisation.dossiers.map(({ id, title }) => ({ value: id, label: m.team_mandate_scope_dossier({ title }) }))]} onChange={setAbout} />
      <TextField label={m.team_mandate_until()} hint={m.team_mandate_until_hint()} type="date" short value={until} onChange={setUntil} />
      <div className="columns">
        <TextField label={m.team_mandate_decided_on()} hint={m.shared_optional()} type="date" value={decidedOn} onChange={setDecidedOn} />
        <TextField label={m.team_mandate_body()} hint={m.team_mandate_body_hint()} maxLength={200} value={body} onChange={setBody} />
      </div>
      <Trouble error={record.error} />
    </Dialog>
  )
}
