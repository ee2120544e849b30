/** Where the partners stand, beside the text: the beam of the whole, in words, and who it waits for. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { BeamBar, BeamList, Legend } from '../ui/Beam.tsx'
import { beamSentence } from '../ui/beam-sentence.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import type { PanelProps } from './panels.ts'

export function AgreementPanel({ statement, board }: PanelProps): ReactNode {
  if (!board) return <p className="prose quiet">{m.team_agreement_unknown()}</p>
  const organisations = new Map(board.order.map((one) => [one.id, one]))
  const nameOf = (id: string): string => organisations.get(id)?.name ?? '?'
  return (
    <div className="stack">
      <BeamBar segments={board.whole.segments} organisations={organisations} open />
      <p>{beamSentence(board.whole.segments, nameOf, 'text')}</p>
      <BeamList segments={board.whole.segments} nameOf={nameOf} />
      <Legend />
      <p><ButtonLink to="/teksten/$statementId/ronde" params={{ statementId: statement.id }}>{m.team_to_round()}</ButtonLink></p>
    </div>
  )
}
