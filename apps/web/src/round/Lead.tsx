/** The answer to *where do we stand* in one sentence, one beam and a line of counts. */
import type { Board } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import type { StatementFull } from '@draagvlak/api/statement'
import { Link } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { BeamBar, StateSwatch } from '../ui/Beam.tsx'
import type { BeamState } from '../ui/beam-sentence.ts'
import { useTitle } from '../ui/title.tsx'
import { carrySentence } from './number-words.ts'

export interface LeadProps { readonly statement: StatementFull; readonly board: Board; readonly above: ReactNode; readonly title: string }

export function Lead({ statement, board, above, title }: LeadProps): ReactNode {
  useTitle(title)
  const organisations = useMemo(() => new Map(board.order.map((one) => [one.id, one])), [board.order])
  return (
    <header className="round-lead">
      <p className="quiet">{above}</p>
      <h1 className="page-title" tabIndex={-1}>{carrySentence(board.whole, board.tallies.notAsked)}</h1>
      <div className="round-whole"><BeamBar segments={board.whole.segments} organisations={organisations} open /></div>
      <Tally statement={statement} board={board} />
      <nav className="round-links" aria-label={m.team_round_elsewhere()} data-screen-only>
        <Link to="/teksten/$statementId/matrix" params={{ statementId: statement.id }}>{m.team_matrix()}</Link>
        {statement.may.includes('read-draft') ? <Link to="/teksten/$statementId/verloop" params={{ statementId: statement.id }}>{m.team_verloop()}</Link> : null}
      </nav>
    </header>
  )
}

const TALLIES: readonly (readonly [keyof Board['tallies'], BeamState, (inputs: { count: number }) => string])[] = [
  ['agreed', 'carries', m.team_round_tally_agreed], ['reserved', 'reserved', m.team_round_tally_reserved], ['reconfirm', 'reconfirm', m.team_round_tally_reconfirm],
  ['late', 'waiting', m.team_round_tally_late], ['waiting', 'waiting', m.team_round_tally_waiting], ['declined', 'declined', m.team_round_tally_declined], ['notAsked', 'not-asked', m.team_round_tally_not_asked],
]
export function Tally({ statement, board: { tallies } }: Pick<LeadProps, 'board'> & { readonly statement: Pick<StatementFull, 'phase'> }): ReactNode {
  const wordsOf = (name: keyof Board['tallies'], words: (inputs: { count: number }) => string) => (name === 'waiting' && statement.phase !== 'in-round' ? m.team_round_tally_unanswered : words)({ count: tallies[name] })
  return <ul className="round-tally figures">{TALLIES.filter(([name]) => tallies[name] > 0).map(([name, state, words]) => <li key={name}><StateSwatch state={state}>{wordsOf(name, words)}</StateSwatch></li>)}</ul>
}
