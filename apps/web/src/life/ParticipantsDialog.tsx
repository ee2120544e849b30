/** Who of the coalition takes part in a statement: everyone, or a choice. Who was asked already stays. */
import { seeDossier } from '@draagvlak/api/dossier'
import { seeBoard } from '@draagvlak/api/round'
import { changeStatement } from '@draagvlak/api/statement'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckField, RadioCards } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { LifeDialogProps } from './StatementMenu.tsx'

export function ParticipantsDialog({ statement, onClose }: LifeDialogProps): ReactNode {
  const dossier = useAsk(seeDossier, { params: { dossierId: statement.dossierId } })
  const board = useAsk(seeBoard, { params: { statementId: statement.id } }, { enabled: statement.round !== null })
  const partners = dossier.data?.partnerList.filter(({ endedAt }) => endedAt === null).map(({ organisation }) => organisation)
  const error = dossier.error ?? board.error
  if (!partners || (statement.round !== null && !board.data)) return <Dialog title={m.team_life_participants()} onClose={onClose} actions={<Button onClick={onClose}>{m.shared_cancel()}</Button>}>{error ? <Trouble error={error} /> : <Fetching />}</Dialog>
  const asked = new Set(board.data?.rows.filter(({ state }) => state !== 'not-asked').map(({ organisation }) => organisation.id))
  return <Choose statement={statement} partners={partners} asked={asked} onClose={onClose} />
}

function Choose({ statement, partners, asked, onClose }: LifeDialogProps & { readonly partners: readonly OrganisationBrief[]; readonly asked: ReadonlySet<string> }): ReactNode {
  const toast = useToast()
  const here = new Set(statement.participants)
  const [who, setWho] = useState<'all' | 'some'>(statement.participation === 'all' ? 'all' : 'some')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(here)
  const change = useAct(changeStatement, { onDone: ({ participants, participation }) => { toast({ text: participation === 'all' ? m.team_life_participants_kept_all() : m.team_life_participants_kept({ count: participants.length }) }); onClose() } })
  const ids = partners.filter(({ id }) => asked.has(id) || chosen.has(id)).map(({ id }) => id)
  const because = who === 'some' && ids.length === 0 ? m.team_life_participants_none() : null
  const always = partners.filter(({ id }) => asked.has(id))
  const free = partners.filter(({ id }) => !asked.has(id))
  const set = (id: string, isIn: boolean) => setChosen((now) => new Set(isIn ? [...now, id] : [...now].filter((one) => one !== id)))
  return (
    <Dialog
      title={m.team_life_participants_title({ title: statement.title })} onClose={onClose}
      onSubmit={() => change.mutate({ params: { statementId: statement.id }, body: { participants: who === 'all' ? 'all' : ids } })}
      actions={<><Button look="primary" type="submit" because={because} busy={change.isPending && m.shared_busy()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <RadioCards
        label={m.team_life_participants_who()} value={who} onChange={setWho}
        choices={[{ value: 'all', label: m.team_life_participants_all(), hint: m.team_life_participants_all_hint() }, { value: 'some', label: m.team_life_participants_some(), hint: m.team_life_participants_some_hint() }]}
      />
      {who === 'some' && free.length > 0 ? (
        <fieldset className="field partner-choices">
          <legend className="field-label">{m.team_life_participants_choose()}</legend>
          {free.map(({ id, name }) => <CheckField key={id} label={name} checked={chosen.has(id)} onChange={(isIn) => set(id, isIn)} />)}
        </fieldset>
      ) : null}
      {who === 'some' && always.length > 0 ? <p className="prose"><span className="quiet">{m.team_life_participants_asked()}</span> {always.map(({ name }) => name).join('; ')}.</p> : null}
      <Trouble error={change.error} />
    </Dialog>
  )
}
