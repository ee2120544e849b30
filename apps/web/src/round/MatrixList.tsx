/** The matrix on a phone: per passage its sentence and who deviates. */
import type { Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useMemo, type ReactNode } from 'react'
import { BeamBar, BeamList } from '../ui/Beam.tsx'
import { beamSentence } from '../ui/beam-sentence.ts'
import type { Column } from './MatrixGrid.tsx'
import { reasonsOf } from './row-words.ts'

export function MatrixList({ statement, board, columns }: { readonly statement: StatementFull; readonly board: Board; readonly columns: readonly Column[] }): ReactNode {
  const organisations = useMemo(() => new Map(board.order.map((one) => [one.id, one])), [board.order])
  const reasons = useMemo(() => reasonsOf(board, statement.dossier.zone), [board, statement.dossier.zone])
  const nameOf = (id: string): string => organisations.get(id)?.name ?? '?'
  return (
    <ol className="matrix-list">
      {columns.map(({ id, number, name, segments }) => (
        <li key={id}>
          <h2 className="item-title"><span className="aloud">{m.team_matrix_passage({ number })}: </span><span className="figures" aria-hidden="true">{number}. </span><span lang={statement.language}>{name}</span></h2>
          <BeamBar segments={segments} organisations={organisations} open />
          <p className="small">{beamSentence(segments, nameOf, 'passage')}</p>
          <details className="tucked"><summary>{m.shared_beam_show_list()}</summary><BeamList segments={segments} nameOf={nameOf} reasons={reasons} /></details>
        </li>
      ))}
    </ol>
  )
}
