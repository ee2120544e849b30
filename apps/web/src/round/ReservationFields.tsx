/** The kinds of reservation (S4), each with what belongs to it, and who may read it. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import type { Draft, Visibility } from '../sign/draft.ts'
import { passageName } from '../statement/passage-names.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField, RadioCards, SelectField, TextAreaField, TextField } from '../ui/Field.tsx'
import { useFrozen } from './frozen-passages.ts'

export interface DraftFieldsProps { readonly statement: StatementFull; readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }
type Kind = NonNullable<Draft['kind']>
const MOST_CONDITIONS = 20

export function ReservationFields({ statement, draft, change }: DraftFieldsProps): ReactNode {
  const { passages } = useFrozen(statement, statement.round?.version ?? null)
  const { kind, conditions } = draft
  return (
    <div className="unfolded stack">
      <RadioCards<Kind>
        label={m.team_answer_which()} value={kind} onChange={(chosen) => change({ kind: chosen })}
        choices={[{ value: 'members', label: m.team_answer_members() }, { value: 'substance', label: m.team_answer_substance() }, { value: 'no-unless', label: m.team_answer_no_unless(), hint: m.team_answer_no_unless_what() }, { value: 'form', label: m.team_answer_form() }]}
      />
      {kind === 'members' ? <><TextField label={m.team_answer_members_body()} maxLength={200} value={draft.body} onChange={(body) => change({ body })} /><TextField label={m.team_answer_members_on()} hint={m.shared_optional()} type="date" short value={draft.decidesOn} onChange={(decidesOn) => change({ decidesOn })} /></> : null}
      {kind === 'substance' ? (
        <>
          <SelectField label={m.team_answer_where()} value={draft.passageId} choices={[{ value: '', label: m.team_answer_whole() }, ...passages.map((passage, index) => ({ value: passage.id, label: `${index + 1}. ${passageName(passage)}` }))]} onChange={(passageId) => change({ passageId })} />
          <TextAreaField label={m.team_answer_text()} rows={4} maxLength={4000} value={draft.text} onChange={(text) => change({ text })} />
          <CheckField label={m.team_answer_unlisted()} checked={!draft.listed} onChange={(unlisted) => change({ listed: !unlisted })} />
        </>
      ) : null}
      {kind === 'no-unless' ? (
        <>
          {conditions.map((text, index) => (
            <div key={index} className="stack tight">
              <TextAreaField label={m.team_answer_condition({ number: index + 1 })} rows={2} maxLength={500} value={text} onChange={(changed) => change({ conditions: conditions.map((one, at) => (at === index ? changed : one)) })} />
              {conditions.length > 1 ? <p><Button look="word" onClick={() => change({ conditions: conditions.filter((_, at) => at !== index) })}>{m.team_answer_condition_remove({ number: index + 1 })}</Button></p> : null}
            </div>
          ))}
          {conditions.length < MOST_CONDITIONS ? <p><Button look="word" onClick={() => change({ conditions: [...conditions, ''] })}>{m.team_answer_condition_add()}</Button></p> : null}
        </>
      ) : null}
      {kind ? <VisibilityField value={draft.visibility} onChange={(visibility) => change({ visibility })} /> : null}
    </div>
  )
}

export function VisibilityField({ value, onChange }: { readonly value: Visibility | null; readonly onChange: (visibility: Visibility) => void }): ReactNode {
  return <RadioCards<Visibility> label={m.team_answer_who_reads()} value={value} onChange={onChange} choices={[{ value: 'secretariat', label: m.team_visible_secretariat() }, { value: 'partners', label: m.team_visible_partners() }, { value: 'public', label: m.team_visible_public() }]} />
}
