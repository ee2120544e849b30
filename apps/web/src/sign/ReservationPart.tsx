/** The kinds of reservation (S4): whose agreement is waited for, a point of substance, conditions, or the name without the logo. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import type { PartProps } from './AnswerStep.tsx'
import { nameOfPassage } from './changes.ts'
import { Choices, Line, SmallChoice, Tick } from './controls.tsx'
import type { Draft, Visibility } from './draft.ts'
import { todayThere } from './today.ts'

export function ReservationPart(props: PartProps): ReactNode {
  const { draft, change } = props
  const kind = (value: NonNullable<Draft['kind']>, label: string) => <SmallChoice name="kind" id={`kind-${value}`} checked={draft.kind === value} onChoose={() => change({ kind: value })} label={label} />
  return (
    <>
      <Choices legend={m.sign_which_reservation()}>
        {kind('members', m.sign_kind_members())}
        {kind('substance', m.sign_kind_substance())}
        {kind('no-unless', m.sign_kind_no_unless())}
        {kind('form', m.sign_kind_form())}
      </Choices>
      {draft.kind === 'members' ? <MembersFields {...props} /> : null}
      {draft.kind === 'substance' ? <SubstanceFields {...props} /> : null}
      {draft.kind === 'no-unless' ? <ConditionFields {...props} /> : null}
      {draft.kind === 'form' ? <p className="quiet">{m.sign_form_what()}</p> : null}
      {draft.kind ? <VisibilityPart name="visibility" value={draft.visibility} onChoose={(visibility) => change({ visibility })} publicLabel={m.sign_visibility_public()} /> : null}
    </>
  )
}

function MembersFields({ draft, change, view }: PartProps): ReactNode {
  return (
    <>
      <Line id="body" label={m.sign_members_body()} hint={m.sign_members_body_hint()} maxLength={200} value={draft.body} onChange={(body) => change({ body })} />
      <Line id="decides-on" type="date" label={m.sign_members_on()} min={todayThere(view.dates.zone)} value={draft.decidesOn} onChange={(decidesOn) => change({ decidesOn })} />
    </>
  )
}

function SubstanceFields({ draft, change, view }: PartProps): ReactNode {
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor="passage">{m.sign_substance_where()}</label>
        <select className="input" id="passage" value={draft.passageId} onChange={(event) => change({ passageId: event.target.value })}>
          <option value="">{m.sign_substance_whole()}</option>
          {view.passages.map(({ id }) => <option key={id} value={id} lang={view.statement.language}>{nameOfPassage(view.passages, id)}</option>)}
        </select>
      </div>
      <Line id="text" rows={4} label={m.sign_substance_text()} maxLength={4000} value={draft.text} onChange={(text) => change({ text })} />
      <Tick id="unlisted" checked={!draft.listed} onChange={(unlisted) => change({ listed: !unlisted })} label={m.sign_substance_unlisted()} />
    </>
  )
}

const MOST_CONDITIONS = 20
function ConditionFields({ draft, change }: PartProps): ReactNode {
  const { conditions } = draft
  return (
    <div className="conditions">
      <p className="quiet">{m.sign_no_unless_what()}</p>
      {conditions.map((text, index) => (
        <div key={index} className="condition">
          <Line id={`condition-${index + 1}`} rows={2} label={m.sign_condition({ number: index + 1 })} maxLength={500} value={text} onChange={(changed) => change({ conditions: conditions.map((one, at) => (at === index ? changed : one)) })} />
          {conditions.length > 1 ? <button type="button" className="word-button" onClick={() => change({ conditions: conditions.filter((_, at) => at !== index) })}>{m.sign_condition_remove({ number: index + 1 })}</button> : null}
        </div>
      ))}
      {conditions.length < MOST_CONDITIONS ? <button type="button" className="word-button" onClick={() => change({ conditions: [...conditions, ''] })}>{m.sign_condition_add()}</button> : null}
    </div>
  )
}

export function VisibilityPart({ name, value, onChoose, publicLabel }: { readonly name: string; readonly value: Visibility | null; readonly onChoose: (visibility: Visibility) => void; readonly publicLabel: string }): ReactNode {
  const one = (visibility: Visibility, label: string) => <SmallChoice name={name} id={`${name}-${visibility}`} checked={value === visibility} onChoose={() => onChoose(visibility)} label={label} />
  return <Choices legend={m.sign_who_may_read()}>{one('secretariat', m.sign_visibility_secretariat())}{one('partners', m.sign_visibility_partners())}{one('public', publicLabel)}</Choices>
}
