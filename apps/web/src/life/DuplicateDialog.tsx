/** A new text with the same words; it says beforehand that no answer travels along (S7). */
import { duplicateStatement } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import type { LifeDialogProps } from './StatementMenu.tsx'

const LONGEST = 200

export function DuplicateDialog({ statement, onClose }: LifeDialogProps): ReactNode {
  const navigate = useNavigate()
  const [title, setTitle] = useState(m.team_life_copy_of({ title: statement.title }).slice(0, LONGEST))
  const duplicate = useAct(duplicateStatement, { onDone: ({ id }) => { onClose(); void navigate({ to: '/teksten/$statementId', params: { statementId: id } }) } })
  return (
    <Dialog
      title={m.team_life_duplicate_title({ title: statement.title })} onClose={onClose} onSubmit={() => duplicate.mutate({ params: { statementId: statement.id }, body: { title } })}
      actions={<><Button look="primary" type="submit" busy={duplicate.isPending && m.shared_busy()}>{m.team_life_duplicate()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_life_duplicate_what()}</p>
      <TextField label={m.team_life_duplicate_name()} required maxLength={LONGEST} value={title} onChange={setTitle} />
      <Trouble error={duplicate.error} />
    </Dialog>
  )
}
