/** The working title and the word budget. */
import { changeStatement } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { LifeDialogProps } from './StatementMenu.tsx'

export function RenameDialog({ statement, onClose }: LifeDialogProps): ReactNode {
  const toast = useToast()
  const [title, setTitle] = useState(statement.title)
  const [budget, setBudget] = useState(statement.wordBudget === null ? '' : String(statement.wordBudget))
  const change = useAct(changeStatement, { onDone: () => { toast({ text: m.team_life_renamed() }); onClose() } })
  const wordBudget = budget.trim() === '' ? null : Number(budget)
  const submit = () => change.mutate({ params: { statementId: statement.id }, body: { ...(title === statement.title ? {} : { title }), ...(wordBudget === statement.wordBudget ? {} : { wordBudget }) } })
  return (
    <Dialog
      title={m.team_life_rename()} onClose={onClose} onSubmit={submit}
      actions={<><Button look="primary" type="submit" busy={change.isPending && m.shared_busy()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <TextField label={m.team_statement_title()} hint={m.team_life_rename_hint()} required maxLength={200} value={title} onChange={setTitle} />
      <TextField label={m.team_statement_budget()} hint={m.team_statement_budget_hint()} type="number" min={1} max={100000} step={1} inputMode="numeric" short value={budget} onChange={setBudget} />
      <Trouble error={change.error} />
    </Dialog>
  )
}
