/** Beside the text: the latest ten things that were decided. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import type { PanelProps } from '../statement/panels.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { howLongAgo } from '../ui/dates.ts'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { entriesOf, keyOfEvent } from './entries.ts'
import { byWords, Seal } from './EventLine.tsx'
import { useEvents } from './use-events.ts'
import './verloop.css'

const LATEST = 10

export function VerloopPanel({ statement }: PanelProps): ReactNode {
  const { query, events, names, unbroken } = useEvents(statement)
  if (query.isPending) return <Fetching />
  const now = new Date().toISOString()
  return (
    <div className="stack">
      <Trouble error={query.error} />
      {unbroken ? null : <p className="broken">{m.team_verloop_broken_what()}</p>}
      <ol className="panel-log">
        {entriesOf(events, names).slice(0, LATEST).map(({ event, told }) => (
          <li key={keyOfEvent(event)}>
            <div>
              <p>{told.state ? <span className={`swatch ${told.state}`} aria-hidden="true" /> : null}<strong>{told.lead}</strong> {told.text}{told.quote ? <> <q className="said">{m.team_quoted({ text: told.quote })}</q></> : null}</p>
              <p className="by">{[howLongAgo(event.at, now, { zone: names.zone }), byWords(event, told.lead)].filter((part) => part !== '').join(', ')}</p>
            </div>
            <Seal event={event} />
          </li>
        ))}
      </ol>
      <p><ButtonLink to="/teksten/$statementId/verloop" params={{ statementId: statement.id }}>{m.team_verloop_whole()}</ButtonLink></p>
    </div>
  )
}
