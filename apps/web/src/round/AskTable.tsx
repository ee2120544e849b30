/** Which partners a round asks, who answers for each, on what ground, and who must answer. */
import type { AskGround } from '@draagvlak/api/round'
import { groundOf, type NewPerson, type Preview, type PreviewPartner, type RoundWish } from './round-wish.ts'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { dayThere, shortDay } from '../ui/dates.ts'
import { OrganisationMark } from '../ui/Mark.tsx'
import { NamePersonDialog } from './NamePersonDialog.tsx'

export interface AskTableProps { readonly statement: StatementFull; readonly preview: Preview; readonly wish: RoundWish; readonly onWish: (part: Partial<RoundWish>) => void }
const NEW = 'new'

export function AskTable({ statement, preview, wish, onWish }: AskTableProps): ReactNode {
  const [naming, setNaming] = useState<PreviewPartner | null>(null)
  const name = (organisationId: string, person: NewPerson) => {
    const stand = `${organisationId} ${person.email}`
    onWish({ newcomers: { ...wish.newcomers, [stand]: person }, persons: { ...wish.persons, [organisationId]: stand } })
    setNaming(null)
  }
  return (
    <>
      <table className="ask-table">
        <caption className="aloud">{m.team_open_table()}</caption>
        <thead><tr><th scope="col">{m.team_round_col_partner()}</th><th scope="col">{m.team_open_col_why()}</th><th scope="col">{m.team_open_col_person()}</th><th scope="col">{m.team_open_col_must()}</th></tr></thead>
        <tbody>
          {preview.partners.map((partner) => (
            <AskRow key={partner.organisation.id} statement={statement} partner={partner} wish={wish} onWish={onWish} onNew={() => setNaming(partner)} />
          ))}
        </tbody>
      </table>
      {naming ? <NamePersonDialog organisation={naming.organisation} onNamed={(person) => name(naming.organisation.id, person)} onClose={() => setNaming(null)} /> : null}
    </>
  )
}

const BECAUSE: Readonly<Record<string, () => string>> = {
  'never-answered': m.team_open_because_never, 'provisional': m.team_open_because_provisional, 'declined-before': m.team_open_because_declined, 'withdrew': m.team_open_because_withdrew,
  'passages-changed': m.team_open_because_changed, 'passages-new': m.team_open_because_new, 'condition-gone': m.team_open_because_condition_gone, 'conditions-open': m.team_open_because_conditions_open, 'stands': m.team_open_because_stands,
}

const GROUND = {
  'mandate': m.team_open_ground_mandate, 'answered-before': m.team_open_ground_answered, 'asked-before': m.team_open_ground_asked, 'mandate-holder': m.team_open_ground_holder, 'only-contact': m.team_open_ground_only, 'colleague': m.team_open_ground_named,
} as const satisfies Record<AskGround, () => string>

interface AskRowProps { readonly statement: StatementFull; readonly partner: PreviewPartner; readonly wish: RoundWish; readonly onWish: AskTableProps['onWish']; readonly onNew: () => void }
function AskRow({ statement, partner, wish, onWish, onNew }: AskRowProps): ReactNode {
  const { organisation, candidates, feasible, because } = partner
  const { id, name } = organisation
  const asked = wish.asked.includes(id)
  const added = Object.entries(wish.newcomers).flatMap(([personId, person]) => (personId.startsWith(`${id} `) ? [{ personId, ...person }] : []))
  const chosen = wish.persons[id] ?? ''
  const ground = groundOf(partner, chosen)
  const zone = statement.dossier.zone
  const toggle = (list: readonly string[], on: boolean) => (on ? [...list, id] : list.filter((one) => one !== id))
  return (
    <tr className={asked ? undefined : 'not-asked'}>
      <th scope="row"><label className="ask-partner"><input type="checkbox" checked={asked} onChange={(event) => onWish({ asked: toggle(wish.asked, event.target.checked) })} aria-label={m.team_open_ask({ organisation: name })} /><OrganisationMark organisation={organisation} /><span>{name}</span></label></th>
      <td>{BECAUSE[because]?.() ?? because}{feasible && feasible > dayThere(new Date().toISOString(), zone) ? <span className="second-line">{m.team_round_feasible({ day: shortDay(feasible) })}</span> : null}</td>
      <td>
        {asked ? (
          <>
            <select className="input" aria-label={m.team_open_who_for({ organisation: name })} value={chosen} onChange={(event) => (event.target.value === NEW ? onNew() : onWish({ persons: { ...wish.persons, [id]: event.target.value } }))}>
              {chosen === '' ? <option value="">{m.team_open_choose_colleague()}</option> : null}
              {[...candidates, ...added].map((one) => <option key={one.personId} value={one.personId}>{one.function ? `${one.name}, ${one.function}` : one.name}</option>)}
              <option value={NEW}>{m.team_open_somebody_new()}</option>
            </select>
            <span className="second-line">{ground === null ? m.team_open_ground_none() : GROUND[ground]()}</span>
          </>
        ) : <span className="quiet">{because === 'stands' ? m.team_open_stands() : because === 'declined-before' ? m.team_open_no_stands() : m.team_open_left_out()}</span>}
      </td>
      <td className="must">{asked ? <label className="check"><input type="checkbox" checked={wish.mustAnswer.includes(id)} onChange={(event) => onWish({ mustAnswer: toggle(wish.mustAnswer, event.target.checked) })} aria-label={m.team_open_must({ organisation: name })} /><span className="must-word" aria-hidden="true">{m.team_round_must_answer()}</span></label> : null}</td>
    </tr>
  )
}
