/** Above the sheet, when writing stopped or is not safe: what happened, what is safe, what to do. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { SaveState } from '@draagvlak/sync/save-state'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Notice } from '../ui/Notice.tsx'

export interface TextNoticeProps {
  readonly statement: StatementFull
  readonly state: SaveState
  /** What of this tab the server does not have: nothing, no words but a mark or a deletion, words that this browser keeps, or words that are here and nowhere else. */
  readonly unsent: 'none' | 'changes' | 'kept' | 'only-here'
  /** Nothing but this tab has what was typed last. */
  readonly onlyHere: boolean
}
const TOO_OLD = { none: m.team_too_old, changes: m.team_too_old_changes, kept: m.team_too_old_kept, 'only-here': m.team_too_old_only_here } as const satisfies Record<TextNoticeProps['unsent'], () => string>

export function TextNotice({ statement, state, unsent, onlyHere }: TextNoticeProps): ReactNode {
  const stopped = useStoppedWriting(statement)
  if (state.is === 'offline-not-kept') return <div className="text-notice"><Notice tone="wrong" title={m.team_not_kept_title()}>{m.team_not_kept()}</Notice></div>
  if (state.is === 'closed' && state.because === 'client-too-old') return <div className="text-notice"><Notice tone="warning" title={m.team_too_old_title()}><p>{TOO_OLD[unsent]()}</p><div className="row"><Button small onClick={() => location.reload()}>{m.team_reload()}</Button></div></Notice></div>
  if (state.is === 'closed' && (state.because === 'not-yours' || state.because === 'no-such-text')) return <div className="text-notice"><Notice tone="warning">{m.team_no_longer_yours()}</Notice></div>
  if (state.is === 'closed' && state.because === 'signed-out' && onlyHere) return <div className="text-notice"><Notice tone="wrong" title={m.team_signed_out_only_here_title()}><p>{m.team_signed_out_only_here()}</p><div className="row"><a href="/aanmelden" target="_blank" rel="noopener">{m.team_signin_new_tab()}</a></div></Notice></div>
  if (!stopped) return null
  return (
    <div className="text-notice">
      <Notice tone="warning" title={m.team_stopped_title()}>
        <p>{statement.phase === 'in-round' ? m.team_stopped_round() : statement.draftOpen ? m.team_stopped_right() : m.team_stopped()}</p>
        {statement.round ? <div className="row"><ButtonLink small to="/teksten/$statementId/ronde" params={{ statementId: statement.id }}>{m.team_to_round()}</ButtonLink></div> : null}
      </Notice>
    </div>
  )
}

/** True from the moment that the draft closed while this person had it open for writing, until it opens again. */
function useStoppedWriting({ access, draftOpen }: StatementFull): boolean {
  const could = access === 'write' && draftOpen
  const before = useRef(could)
  const [stopped, setStopped] = useState(false)
  useEffect(() => {
    if (before.current && !could) setStopped(true)
    if (could) setStopped(false)
    before.current = could
  }, [could])
  return stopped
}
