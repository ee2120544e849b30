/** Leaving the coalition, with the consequences per text shown first. */
import { leaveDossier, previewLeaving, type DossierFull } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { useActingFor } from '../me.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextAreaField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'

const WORDS = { 'no-longer-asked': m.team_leave_no_longer_asked, 'answer-stays-in-editions': m.team_leave_stays_in_editions, 'stays-readable': m.team_leave_stays_readable, 'nothing': m.team_leave_nothing } as const

export function LeaveDialog({ dossier, onClose }: { readonly dossier: DossierFull; readonly onClose: () => void }): ReactNode {
  const organisation = useActingFor()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const params = { dossierId: dossier.id }
  const preview = useAsk(previewLeaving, { params })
  const leave = useAct(leaveDossier, { onDone: () => void navigate({ to: '/dossiers' }) })
  return (
    <Dialog
      title={m.team_leave_title()} onClose={onClose} onSubmit={() => leave.mutate({ params, body: { reason: reason.trim() || null } })}
      actions={<><Button look="danger-confirmed" type="submit" busy={(leave.isPending || preview.isPending) && m.shared_busy()}>{m.team_leave_go()}</Button><Button onClick={onClose}>{m.team_leave_stay()}</Button></>}
    >
      <p className="prose">{m.team_leave_what({ organisation: organisation?.name ?? '', dossier: dossier.title })}</p>
      {preview.isPending ? <Fetching /> : null}
      {preview.data?.items.length === 0 ? <p className="prose quiet">{m.team_leave_no_texts()}</p> : null}
      {preview.data?.items.length ? <dl className="consequences">{preview.data.items.map(({ statementId, title, consequence }) => <div key={statementId}><dt className="strong">{title}</dt><dd className="quiet">{WORDS[consequence]()}</dd></div>)}</dl> : null}
      <TextAreaField label={m.team_reason()} hint={m.team_reason_hint()} maxLength={2000} value={reason} onChange={setReason} />
      <Trouble error={preview.error ?? leave.error} />
    </Dialog>
  )
}
