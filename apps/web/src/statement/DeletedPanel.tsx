/** Passages that stood in the draft and no longer do: nothing is thrown away, everything comes back to its place. */
import { listDeletedPassages, restorePassage } from '@draagvlak/api/statement'
import { plainTextOf } from '@draagvlak/editor/plain-text'
import { passagesOf } from '@draagvlak/editor/canonical'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { howLongAgo } from '../ui/dates.ts'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { kindName } from './passage-names.ts'
import type { PanelProps } from './panels.ts'

export function DeletedPanel({ statement, onGo }: PanelProps): ReactNode {
  const deleted = useAsk(listDeletedPassages, { params: { statementId: statement.id } })
  const restore = useAct(restorePassage, { onDone: (_, { params }) => setTimeout(() => onGo(params.passageId), 300) })
  if (deleted.error) return <Trouble error={deleted.error} />
  if (!deleted.data) return <Fetching />
  if (deleted.data.items.length === 0) return <p className="prose quiet">{m.team_deleted_none()}</p>
  const because = statement.draftOpen ? null : m.team_draft_is_closed()
  return (
    <>
      <Trouble error={restore.error} />
      <ul className="panel-list">
        {deleted.data.items.map(({ passage, deletedAt }) => (
          <li key={passage.id} className="deleted-passage">
            <div>
              <p className="small quiet">{kindName(passage.kind)}, {howLongAgo(deletedAt, new Date().toISOString(), { zone: statement.dossier.zone })}</p>
              <p className="kept-quote" translate="no">{wordsIn(passage)}</p>
              <Button small because={because} busy={restore.isPending && restore.variables.params.passageId === passage.id && m.shared_busy()} onClick={() => restore.mutate({ params: { statementId: statement.id, passageId: passage.id } })}>{m.team_restore()}</Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function wordsIn(passage: { readonly id: string; readonly kind: string; readonly indent?: number | undefined; readonly content?: readonly { readonly type: string }[] | undefined }): string {
  return plainTextOf(passagesOf({ type: 'doc', content: [{ type: 'passage', attrs: { id: passage.id, kind: passage.kind, indent: passage.indent ?? 0 }, content: [...passage.content ?? []] }] }))
}
