/** [S2] Confirms what another gave or entered, with the two statements that are recorded apart. */
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'

export interface StatementsDialogProps { readonly title: string; readonly what: string; readonly organisation: string; readonly act: { readonly isPending: boolean; readonly error: unknown }; readonly onGo: () => void; readonly onClose: () => void }

export function StatementsDialog({ title, what, organisation, act, onGo, onClose }: StatementsDialogProps): ReactNode {
  const [read, setRead] = useState(false)
  const [may, setMay] = useState(false)
  const because = whyNotStated(read, may)
  return (
    <Dialog
      title={title} onClose={onClose} onSubmit={() => { if (!because) onGo() }}
      actions={<><Button look="primary" type="submit" because={because} busy={act.isPending && m.shared_busy()}>{title}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{what}</p>
      <StatementTicks organisation={organisation} read={read} may={may} onRead={setRead} onMay={setMay} />
      <Trouble error={act.error} />
    </Dialog>
  )
}

export const whyNotStated = (read: boolean, may: boolean): string | null => (!read ? m.team_answer_need_read() : !may ? m.team_answer_need_may() : null)

export interface StatementTicksProps { readonly organisation: string; readonly read: boolean; readonly may: boolean; readonly onRead: (read: boolean) => void; readonly onMay: (may: boolean) => void; /** On personal title nobody is bound. */ readonly personal?: boolean }
export function StatementTicks({ organisation, read, may, onRead, onMay, personal }: StatementTicksProps): ReactNode {
  return <div className="stack tight"><CheckField label={m.team_answer_have_read()} checked={read} onChange={onRead} />{personal ? null : <CheckField label={m.team_answer_may({ organisation })} checked={may} onChange={onMay} />}</div>
}
