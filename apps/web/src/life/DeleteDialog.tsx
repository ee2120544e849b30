/** Deletes a text that nobody was asked about. */
import { deleteStatement } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { LifeDialogProps } from './StatementMenu.tsx'

export function DeleteDialog({ statement: { id, title, dossierId }, onClose }: LifeDialogProps): ReactNode {
  const toast = useToast()
  const navigate = useNavigate()
  const remove = useAct(deleteStatement, {
    onDone: () => {
      toast({ text: m.team_life_deleted({ title }) })
      onClose()
      void navigate({ to: '/dossiers/$dossierId', params: { dossierId } })
    },
  })
  return (
    <Dialog
      must title={m.team_life_delete_title({ title })} onClose={onClose}
      actions={<><Button look="danger-confirmed" busy={remove.isPending && m.shared_busy()} onClick={() => remove.mutate({ params: { statementId: id } })}>{m.team_life_delete_go()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_life_delete_what()}</p>
      <Trouble error={remove.error} />
    </Dialog>
  )
}
