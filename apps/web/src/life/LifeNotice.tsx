/** Above the sheet of a text that was put away or stopped: what that means, and the way on. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { useArchive } from './StatementMenu.tsx'

export function LifeNotice({ statement }: { readonly statement: StatementFull }): ReactNode {
  const archive = useArchive(statement)
  const { archived, stoppedReason, may } = statement
  if (!archived && stoppedReason === null) return null
  return (
    <div className="life-notice stack tight">
      {stoppedReason === null ? null : <Notice live={false}>{m.team_life_stopped_because({ reason: stoppedReason })}</Notice>}
      {archived ? <Notice live={false}><p>{m.team_life_archived()}</p>{may.includes('archive-statement') ? <div className="row"><Button small onClick={archive.act}>{m.team_life_unarchive()}</Button></div> : null}</Notice> : null}
      <Trouble error={archive.error} />
    </div>
  )
}
