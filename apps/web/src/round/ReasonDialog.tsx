/** Asks for a reason before something is stopped, lifted or taken back, and says what happens. */
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextAreaField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'

export interface ReasonDialogProps {
  readonly title: string
  readonly what: ReactNode
  /** The word on the button that does it. */
  readonly go: string
  /** Whether a reason has to be given. */
  readonly must: boolean
  readonly danger?: boolean
  readonly act: { readonly isPending: boolean; readonly error: unknown }
  readonly onGo: (reason: string) => void
  readonly onClose: () => void
}

export function ReasonDialog({ title, what, go, must, danger, act, onGo, onClose }: ReasonDialogProps): ReactNode {
  const [reason, setReason] = useState('')
  const because = must && reason.trim() === '' ? m.team_reason_needed() : null
  return (
    <Dialog
      title={title} onClose={onClose} onSubmit={() => { if (!because) onGo(reason.trim()) }}
      actions={<><Button look={danger ? 'danger-confirmed' : 'primary'} type="submit" because={because} busy={act.isPending && m.shared_busy()}>{go}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <div className="prose stack tight">{typeof what === 'string' ? <p>{what}</p> : what}</div>
      <TextAreaField label={m.team_reason_label()} hint={m.team_reason_seen()} maxLength={2000} rows={3} value={reason} onChange={setReason} />
      <Trouble error={act.error} />
    </Dialog>
  )
}
