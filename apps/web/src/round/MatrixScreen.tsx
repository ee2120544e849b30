/** The draagvlakmatrix: the beams as a table. A row is a partner's own beam, a column is the beam under a passage. */
import { seeBoard, type Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useMemo, useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { passageName } from '../statement/passage-names.ts'
import { beamsIn } from '../statement/beams-now.ts'
import { beamsShown } from '../statement/UnderPassage.tsx'
import { Legend } from '../ui/Beam.tsx'
import { isClosed } from '../ui/beam-sentence.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'
import { useFrozen } from './frozen-passages.ts'
import { MatrixGrid, type Column } from './MatrixGrid.tsx'
import { MatrixList } from './MatrixList.tsx'
import { inWords } from './number-words.ts'
import { listOfNames } from './rules.ts'
import { StatementFrame } from './StatementFrame.tsx'
import { atStart } from '../ui/words.ts'
import './matrix.css'

export function MatrixScreen({ statementId }: { readonly statementId: string }): ReactNode {
  return <StatementFrame statementId={statementId} here={m.team_matrix()}>{(statement) => <Matrix statement={statement} />}</StatementFrame>
}

function Matrix({ statement }: { readonly statement: StatementFull }): ReactNode {
  const sees = statement.round !== null && statement.may.includes('see-answers')
  const board = useAsk(seeBoard, { params: { statementId: statement.id } }, { enabled: sees })
  const title = m.team_matrix_title()
  if (!sees) return <main className="page" id="main"><PageTitle>{title}</PageTitle><section><EmptyState act={<ButtonLink to="/teksten/$statementId" params={{ statementId: statement.id }}>{m.team_round_to_text()}</ButtonLink>}>{m.team_matrix_none()}</EmptyState></section></main>
  if (!board.data) return <main className="page" id="main">{board.error ? <Trouble error={board.error} /> : <Fetching />}</main>
  return <Filled statement={statement} board={board.data} title={title} />
}

function Filled({ statement, board, title }: { readonly statement: StatementFull; readonly board: Board; readonly title: string }): ReactNode {
  const [only, setOnly] = useState<'all' | 'deviating'>('all')
  const { passages } = useFrozen(statement, statement.round!.version)
  const columns = useMemo<Column[]>(() => {
    const beams = beamsShown(passages, beamsIn(board))
    return passages.flatMap((passage, index) => { const segments = beams.get(passage.id); return segments ? [{ id: passage.id, number: index + 1, name: passageName(passage), segments }] : [] })
  }, [passages, board])
  const deviating = board.rows.filter(({ group }) => group !== 'agreed' && group !== 'not-asked').map(({ organisation }) => organisation.id)
  const order = only === 'all' ? board.order : board.order.filter(({ id }) => deviating.includes(id))
  const closed = columns.filter(({ segments }) => isClosed(segments)).length
  const talk = columns.filter(({ segments }) => segments.some(({ state }) => state === 'reserved' || state === 'declined' || state === 'reconfirm'))
  return (
    <main className="matrix-page" id="main">
      <div className="matrix-head">
        <div>
          <PageTitle>{title}</PageTitle>
          {columns.length > 0 ? <p className="matrix-lead">{leadWords(closed, columns.length)} {talk.length > 0 && talk.length <= 4 && talk.length < columns.length ? m.team_matrix_talk({ count: talk.length, names: listOfNames(talk.map(({ number }) => String(number))) }) : null}</p> : null}
        </div>
        <div className="filter" role="group" aria-label={m.team_matrix_pick()} data-screen-only>
          <button type="button" aria-pressed={only === 'all'} onClick={() => setOnly('all')}>{m.team_matrix_all()}</button>
          <button type="button" aria-pressed={only === 'deviating'} onClick={() => setOnly('deviating')}>{m.team_matrix_deviating()} <span className="small figures">{deviating.length}</span></button>
        </div>
      </div>
      <Legend />
      {columns.length === 0 ? <Fetching /> : <><MatrixGrid statement={statement} board={board} order={order} columns={columns} /><MatrixList statement={statement} board={board} columns={columns} /></>}
    </main>
  )
}

function leadWords(closed: number, of: number): string {
  if (closed === 0) return m.team_matrix_lead_none()
  return closed === of ? m.team_matrix_lead_all() : atStart(m.team_matrix_lead({ count: closed, closed: inWords(closed), of: inWords(of) }))
}
