/** Verloop: who decided what, when and for whom, with the seals that show that nothing was changed afterwards. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useMemo, useState, type ReactNode } from 'react'
import { StatementFrame } from '../round/StatementFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { dayInFull } from '../ui/dates.ts'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'
import { atStart } from '../ui/words.ts'
import { Chain } from './Chain.tsx'
import { byDay, entriesOf, keyOfEvent } from './entries.ts'
import { EventLine } from './EventLine.tsx'
import type { Matter } from './sentences.ts'
import { useEvents } from './use-events.ts'
import { Versions } from './Versions.tsx'
import './verloop.css'

export function VerloopScreen({ statementId }: { readonly statementId: string }): ReactNode {
  return <StatementFrame statementId={statementId} here={m.team_verloop()}>{(statement) => <Verloop statement={statement} />}</StatementFrame>
}

type Filter = 'all' | Exclude<Matter, 'rest'>
const FILTERS = { all: m.team_verloop_all, decisions: m.team_verloop_decisions, answers: m.team_verloop_answers, logos: m.team_verloop_logos } as const satisfies Record<Filter, () => string>

function Verloop({ statement }: { readonly statement: StatementFull }): ReactNode {
  const { query, events, names, unbroken, count } = useEvents(statement)
  const [filter, setFilter] = useState<Filter>('all')
  const zone = statement.dossier.zone
  const entries = useMemo(() => entriesOf(events, names), [events, names])
  const groups = useMemo(() => byDay(entries.filter(({ told }) => filter === 'all' || told.matter === filter), zone), [entries, filter, zone])
  const own = useMemo(() => events.filter(({ stream }) => stream === `statement/${statement.id}`), [events, statement.id])
  const older = count - own.length
  return (
    <main className="verloop" id="main">
      <header className="verloop-head">
        <PageTitle>{m.team_verloop_title()}</PageTitle>
        <p className="verloop-lead">{m.team_verloop_lead({ title: statement.title })}</p>
        <div className="filter" role="group" aria-label={m.team_verloop_filter()} data-screen-only>
          {(Object.keys(FILTERS) as Filter[]).map((one) => <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>{FILTERS[one]()}</button>)}
        </div>
      </header>
      <div className="log">
        <p className="log-head" aria-hidden="true">{m.team_verloop_seal()}</p>
        {groups.map(({ day, entries: found }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>{atStart(dayInFull(day))}</h2>
            <ol>{found.map((entry) => <EventLine key={keyOfEvent(entry.event)} entry={entry} zone={zone} />)}</ol>
          </section>
        ))}
        {query.isPending ? <Fetching /> : groups.length === 0 && !query.error ? <p className="prose quiet">{m.team_verloop_none()}</p> : null}
        <Trouble error={query.error} />
        {query.hasNextPage ? <p className="log-more"><Button busy={query.isFetchingNextPage && m.shared_busy()} onClick={() => void query.fetchNextPage()}>{m.team_verloop_earlier({ count: older })}</Button></p> : null}
      </div>
      <div className="verloop-side">
        {count > 0 ? <Chain statement={statement} events={own} unbroken={unbroken} count={count} /> : null}
        <Versions statement={statement} />
      </div>
    </main>
  )
}
