/** The round of one text, whichever stage it is at: before it, during it, after it. */
import { seeBoard } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useEffect, useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { Outcome } from '../out/Outcome.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'
import { Board } from './Board.tsx'
import { OpenRound } from './OpenRound.tsx'
import { StatementFrame } from './StatementFrame.tsx'

export function RoundScreen({ statementId }: { readonly statementId: string }): ReactNode {
  return <StatementFrame statementId={statementId} here={m.shared_stage_round()}>{(statement) => <Round key={statement.phase} statement={statement} />}</StatementFrame>
}

const MINUTE = 60_000
/** What time it is, to the minute: enough for *nog 3 dagen* and for what is past. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}

function Round({ statement }: { readonly statement: StatementFull }): ReactNode {
  const now = useNow()
  const seesBoard = statement.round !== null && statement.may.includes('see-answers')
  const board = useAsk(seeBoard, { params: { statementId: statement.id } }, { enabled: seesBoard })
  const before = statement.phase === 'concept'
  if (before && statement.may.includes('open-round')) return <OpenRound statement={statement} now={now} />
  if (statement.round === null || (before && !seesBoard)) return <NoRound statement={statement} />
  if (!board.data) return <main className="page" id="main">{board.error ? <Trouble error={board.error} /> : <Fetching />}</main>
  if (statement.phase === 'in-round') return <Board statement={statement} board={board.data} now={now} />
  return <Outcome statement={statement} board={board.data} now={now} />
}

function NoRound({ statement }: { readonly statement: StatementFull }): ReactNode {
  return (
    <main className="page" id="main">
      <PageTitle>{m.team_round_title({ title: statement.title })}</PageTitle>
      <section><EmptyState act={<ButtonLink to="/teksten/$statementId" params={{ statementId: statement.id }}>{m.team_round_to_text()}</ButtonLink>}>{m.team_round_none_yet()}</EmptyState></section>
    </main>
  )
}
