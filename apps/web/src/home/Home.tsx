/** Home: what waits for me, then what everything waits for. Nothing else. */
import { seeHome } from '@draagvlak/api/desk'
import type { AnswerOf } from '@draagvlak/api/endpoint'
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useActingFor } from '../me.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { dayInFull, daysUntil, whenDue } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'
import { atStart } from '../ui/words.ts'
import { StatementLine, type WaitsFor } from '../dossier/StatementLine.tsx'
import { ACTS, addressOf, type Waiting } from './waiting.ts'
import './home.css'

type HomeView = AnswerOf<typeof seeHome>

export function Home(): ReactNode {
  const home = useAsk(seeHome, {})
  const now = new Date().toISOString()
  return (
    <main className="page" id="main">
      <section>
        <PageTitle above={atStart(dayInFull(now))}>{m.team_home_title()}</PageTitle>
        {home.data ? <ForMe home={home.data} now={now} /> : home.error ? <Trouble error={home.error} /> : <Fetching />}
      </section>
      {home.data ? (
        <section aria-labelledby="waits">
          <h2 className="page-title" id="waits">{m.team_home_others_title()}</h2>
          <Statements home={home.data} />
        </section>
      ) : null}
    </main>
  )
}

function ForMe({ home, now }: { readonly home: HomeView; readonly now: string }): ReactNode {
  if (home.forMe.length === 0) return <div className="lines"><p className="empty-text" style={{ paddingTop: 20 }}>{m.team_home_nothing()}</p></div>
  return <ol className="lines todo">{home.forMe.map((waiting, at) => <Todo key={`${waiting.what}${waiting.statementId ?? waiting.dossierId}${waiting.about}`} waiting={waiting} now={now} first={at === 0} />)}</ol>
}

function Todo({ waiting, now, first }: { readonly waiting: Waiting; readonly now: string; readonly first: boolean }): ReactNode {
  const organisation = useActingFor()
  const act = ACTS[waiting.what]
  const to = addressOf(waiting, organisation?.id ?? null)
  const title = act.say({ organisation: organisation?.name ?? '' })
  const soon = waiting.due !== null && daysUntil(waiting.due, now) <= 0
  return (
    <li className={soon ? 'now' : undefined}>
      <span className="todo-when figures">{waiting.due ? whenDue(waiting.due, now) : null}</span>
      <div><Link className="item-title" to={to}>{title}</Link><p className="quiet">{[waiting.title, waiting.about].filter(Boolean).join(', ')}</p></div>
      <ButtonLink look={first ? 'primary' : 'plain'} to={to} aria-label={`${act.press()}: ${title}, ${waiting.title}`}>{act.press()}</ButtonLink>
    </li>
  )
}

function Statements({ home }: { readonly home: HomeView }): ReactNode {
  if (home.statements.length > 0) return <ol className="lines waits">{home.statements.map(({ statement, waitsFor }) => <StatementLine key={statement.id} statement={statement} waitsFor={wordsFor(waitsFor)} />)}</ol>
  const act = home.dossiers === 0
    ? home.mayOpenDossier ? <ButtonLink to="/dossiers" search={{ nieuw: true }}>{m.team_home_start()}</ButtonLink> : null
    : <ButtonLink to="/dossiers">{m.team_home_to_dossiers()}</ButtonLink>
  return <div style={{ marginTop: 20 }}><EmptyState act={act}>{home.dossiers > 0 ? m.team_home_no_statements() : home.mayOpenDossier ? m.team_home_no_dossiers() : m.team_home_no_dossiers_yet_invited()}</EmptyState></div>
}

/** Names letter for letter; *jou* first when it waits for this person. */
function wordsFor({ what, names, more, me }: HomeView['statements'][number]['waitsFor']): WaitsFor {
  if (what === 'nobody') return { strong: [], rest: m.team_home_waits_nobody() }
  const role = { 'coordinator': m.team_home_waits_coordinator, 'final-editor': m.team_home_waits_final_editor, 'writers': m.team_home_waits_writers } as const
  if (what !== 'partners') return { strong: [me ? m.team_home_waits_you() : role[what]()], rest: '' }
  return { strong: [...(me ? [m.team_home_waits_you()] : []), ...names], rest: more > 0 ? m.team_home_waits_more({ count: more }) : '' }
}
