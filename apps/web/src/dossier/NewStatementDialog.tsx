/** Begins a text: kind, language, working title, budget, and whether a template helps on the way. */
import { startStatement } from '@draagvlak/api/statement'
import { STATEMENT_TYPES, type Language, type StatementType } from '@draagvlak/domain/passage'
import { getLocale } from '@draagvlak/messages/locale'
import { m } from '@draagvlak/messages/m'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { languageChoices } from '../enter/SetUp.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckField, RadioCards, SelectField, TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { TYPE_WORDS } from '../ui/words.ts'

const HINTS = { 'key-messages': m.team_statement_type_key_messages_hint, 'position-paper': m.team_statement_type_position_paper_hint, 'open-letter': m.team_statement_type_open_letter_hint } as const satisfies Record<StatementType, () => string>

export function NewStatementDialog({ dossierId, onClose }: { readonly dossierId: string; readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate()
  const [type, setType] = useState<StatementType>('open-letter')
  const [language, setLanguage] = useState<Language>(getLocale())
  const [title, setTitle] = useState('')
  const [budget, setBudget] = useState('')
  const [template, setTemplate] = useState(true)
  const start = useAct(startStatement, { onDone: ({ id }) => void navigate({ to: '/teksten/$statementId', params: { statementId: id } }) })
  const wordBudget = budget.trim() === '' ? null : Number(budget)
  return (
    <Dialog
      title={m.team_statement_new()} onClose={onClose} onSubmit={() => start.mutate({ body: { dossierId, type, language, title, wordBudget, template } })}
      actions={<><Button look="primary" type="submit" busy={start.isPending && m.shared_busy()}>{m.team_statement_begin()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <RadioCards label={m.team_statement_type()} value={type} choices={STATEMENT_TYPES.map((value) => ({ value, label: TYPE_WORDS[value](), hint: HINTS[value]() }))} onChange={setType} />
      <TextField label={m.team_statement_title()} hint={m.team_statement_title_hint()} required maxLength={200} value={title} onChange={setTitle} />
      <div className="columns">
        <SelectField label={m.team_statement_language()} value={language} choices={languageChoices()} onChange={setLanguage} />
        <TextField label={m.team_statement_budget()} hint={m.team_statement_budget_hint()} type="number" min={1} max={100000} step={1} inputMode="numeric" value={budget} onChange={setBudget} />
      </div>
      <CheckField label={m.team_statement_template()} hint={m.team_statement_template_hint()} checked={template} onChange={setTemplate} />
      <Trouble error={start.error} />
    </Dialog>
  )
}
