/** What each person may do with this text, by organisation. Each choice counts at once, also for who has the text open. */
import { listRights, setStatementRight } from '@draagvlak/api/right'
import type { AnswerOf } from '@draagvlak/api/endpoint'
import type { Refusal } from '@draagvlak/domain/refusals'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'
import { useId, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NamedOrganisation } from '../ui/Mark.tsx'
import { sentenceOf, Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { RIGHT_WORDS, RIGHTS, type Right } from '../ui/words.ts'
import type { LifeDialogProps } from './StatementMenu.tsx'

type Group = AnswerOf<typeof listRights>['items'][number]
type Person = Group['people'][number]

export function RightsDialog({ statement, onClose }: LifeDialogProps): ReactNode {
  const { data, error } = useAsk(listRights, { params: { statementId: statement.id } })
  return (
    <Dialog wide title={m.team_life_rights_title({ title: statement.title })} onClose={onClose} actions={<Button onClick={onClose}>{m.shared_close()}</Button>}>
      <p className="prose">{m.team_life_rights_what()}</p>
      {data ? data.items.map((group) => <Organisation key={group.organisation.id} statementId={statement.id} group={group} />) : error ? <Trouble error={error} /> : <Fetching />}
    </Dialog>
  )
}

function Organisation({ statementId, group: { organisation, people, because } }: { readonly statementId: string; readonly group: Group }): ReactNode {
  const why = useId()
  const [title, reason] = [`${why}-title`, because === null ? null : sayWhy(because as Refusal)]
  return (
    <section className="rights" aria-labelledby={title}>
      <h3 className="strong" id={title}><NamedOrganisation organisation={organisation} /></h3>
      {reason ? <p className="small quiet" id={why}>{reason}</p> : null}
      {people.length === 0 ? <p className="small quiet">{m.team_partner_no_people()}</p> : (
        <ul>{people.map((person) => <PersonLine key={person.personId} statementId={statementId} organisationId={organisation.id} person={person} {...(reason ? { whyId: why } : {})} />)}</ul>
      )}
    </section>
  )
}

const wordOf = (right: Right | null): string => (right ? RIGHT_WORDS[right]() : m.team_right_none())

function PersonLine({ statementId, organisationId, person, whyId }: { readonly statementId: string; readonly organisationId: string; readonly person: Person; readonly whyId?: string }): ReactNode {
  const error = useId()
  const set = useAct(setStatementRight)
  // Until the answer comes it shows what was asked for; a refusal puts it back.
  const shown = set.isPending ? set.variables.body.right : person.own
  const choose = (value: string) => set.mutate({ params: { statementId, personId: person.personId }, body: { organisationId, right: value === 'none' ? null : value as Right | 'as-dossier' } })
  return (
    <li className="rights-person">
      <span>{person.name}<span className="small quiet second">{person.function}</span></span>
      <select className="input" aria-label={m.team_right_of({ name: person.name })} disabled={whyId !== undefined} aria-describedby={[whyId, set.error ? error : ''].filter(Boolean).join(' ') || undefined} value={shown ?? 'none'} onChange={(event) => choose(event.target.value)}>
        <option value="as-dossier">{m.team_life_rights_as_dossier({ right: wordOf(person.dossier) })}</option>
        {RIGHTS.map((right) => <option key={right} value={right}>{RIGHT_WORDS[right]()}</option>)}
        <option value="none">{m.team_right_none()}</option>
      </select>
      {set.error ? <span className="field-error" id={error} role="alert">{sentenceOf(set.error)}</span> : set.isSuccess ? <span className="small quiet" role="status">{m.team_right_saved({ name: person.name, right: wordOf(person.own === 'as-dossier' ? person.dossier : person.own) })}</span> : null}
    </li>
  )
}
