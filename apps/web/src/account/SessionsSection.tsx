/** Where one is signed in, and ending that: one place, or everywhere. */
import { endSession, listSessions, signOutEverywhere } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { Laptop } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { forgetThisDevice } from '../shell/SignOutDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { howLongAgo } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useUnsent } from '../unsent.ts'

export function SessionsSection(): ReactNode {
  const sessions = useAsk(listSessions, {})
  const end = useAct(endSession)
  const [everywhere, setEverywhere] = useState(false)
  const now = new Date().toISOString()
  return (
    <section className="section stack" aria-labelledby="sessions">
      <div className="section-head"><h2 className="section-title" id="sessions">{m.team_account_sessions()}</h2><Button onClick={() => setEverywhere(true)}>{m.team_account_everywhere()}</Button></div>
      <ul className="lines">
        {sessions.data?.items.map((session) => (
          <li className="line-row" key={session.id}>
            <Laptop className="icon" aria-hidden="true" />
            <span>{session.device}<span className="small quiet second">{session.current ? m.team_account_session_here() : m.team_account_session_seen({ when: howLongAgo(session.seenAt, now) })}</span></span>
            {session.current ? <span /> : <Button small aria-label={`${m.team_account_session_end()}: ${session.device}`} onClick={() => end.mutate({ params: { sessionId: session.id } })}>{m.team_account_session_end()}</Button>}
          </li>
        ))}
      </ul>
      <Trouble error={sessions.error ?? end.error} />
      {everywhere ? <EverywhereDialog onClose={() => setEverywhere(false)} /> : null}
    </section>
  )
}

function EverywhereDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const waiting = useUnsent().list()
  const end = useAct(signOutEverywhere, { onDone: () => void forgetThisDevice().then(() => location.assign('/aanmelden')) })
  return (
    <Dialog title={m.team_account_everywhere_title()} must onClose={onClose} actions={<><Button look="danger-confirmed" busy={(end.isPending || end.isSuccess) && m.shared_busy()} onClick={() => end.mutate({})}>{m.team_account_everywhere()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}>
      <p className="prose">{m.team_account_everywhere_what()}</p>
      {waiting.length > 0 ? <><p className="prose">{m.team_sign_out_unsent()}</p><ul className="stack tight">{waiting.map((title) => <li key={title} className="strong">{title}</li>)}</ul></> : null}
      <Trouble error={end.error} />
    </Dialog>
  )
}
