/** [M4] Enters a yes given by telephone: provisional until the partner confirms it. */
import { enterTelephone } from '@draagvlak/api/sign-off'
import type { Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { usePeopleOf } from './partner-people.ts'

export interface TelephoneDialogProps { readonly statement: StatementFull; readonly board: Board; readonly organisationId: string | null; readonly onClose: (told?: string) => void }

export function TelephoneDialog({ statement, board, organisationId, onClose }: TelephoneDialogProps): ReactNode {
  const waiting = board.rows.filter(({ state }) => state === 'asked')
  const [organisation, setOrganisation] = useState(organisationId ?? '')
  const [wish, setWish] = useState('')
  const people = usePeopleOf(statement, organisation || null)
  const row = board.rows.find((one) => one.organisation.id === organisation)
  const person = wish || people.find(({ name }) => name === row?.person?.name)?.personId || ''
  const enter = useAct(enterTelephone, { onDone: () => onClose(m.team_round_telephone_told({ organisation: row?.organisation.name ?? '' })) })
  const because = organisation === '' ? m.team_round_choose_partner() : person === '' ? m.team_round_choose_person() : null
  const none = { value: '', label: m.team_round_choose() }
  return (
    <Dialog
      title={m.team_round_telephone()} onClose={() => onClose()} onSubmit={() => { if (!because) enter.mutate({ params: { statementId: statement.id }, body: { organisationId: organisation, personId: person } }) }}
      actions={<><Button look="primary" type="submit" because={because} busy={enter.isPending && m.shared_busy()}>{m.team_round_record()}</Button><Button onClick={() => onClose()}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_round_telephone_what()}</p>
      <SelectField label={m.team_round_col_partner()} value={organisation} choices={[...(organisation === '' ? [none] : []), ...waiting.map((one) => ({ value: one.organisation.id, label: one.organisation.name }))]} onChange={(id) => { setOrganisation(id); setWish('') }} />
      {organisation ? <SelectField label={m.team_round_who_said_yes()} value={person} choices={[...(person === '' ? [none] : []), ...people.map(({ personId, name, function: title }) => ({ value: personId, label: title ? `${name}, ${title}` : name }))]} onChange={setWish} /> : null}
      <Trouble error={enter.error} />
    </Dialog>
  )
}
