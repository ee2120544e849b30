/** Stops a text for good: says so, and asks why. */
import { stopStatement } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextAreaField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { LifeDialogProps } from './StatementMenu.tsx'

export function StopDialog({ statement: { id, title }, onClose }: LifeDialogProps): ReactNode {
  const toast = useToast()
  const [reason, setReason] = useState('')
  const stop = useAct(stopStatement, { onDone: () => { toast({ text: m.team_life_stopped({ title }) }); onClose() } })
  return (
    <Dialog
      must title={m.team_life_stop_title({ title })} onClose={onClose} onSubmit={() => stop.mutate({ params: { statementId: id }, body: { reason } })}
      actions={<><Button look="danger-confirmed" type="submit" busy={stop.isPending && m.shared_busy()}>{m.team_life_stop_go()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_life_stop_what()}</p>
      <TextAreaField label={m.team_life_stop_reason()} hint={m.team_life_stop_reason_hint()} required maxLength={2000} rows={3} value={reason} onChange={setReason} />
      <Trouble error={stop.error} />
    </Dialog>
  )
}
