/** Where the partners stand, beside the text: the beam of the whole, who it waits for, and the reservations. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { BeamBar, StateSwatch } from '../ui/Beam.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import type { PanelProps } from '../statement/panels.ts'
import { Tally } from './Lead.tsx'
import { carrySentence } from './number-words.ts'
import { answerWords, GROUPS, groupWords, notAskedWords, swatchOf, waitsWords } from './row-words.ts'
import './round.css'

export function AgreementPanel({ statement, passages, board, onGo }: PanelProps): ReactNode {
  if (!board) return <p className="prose quiet">{m.team_agreement_unknown()}</p>
  const organisations = new Map(board.order.map((one) => [one.id, one]))
  const params = { statementId: statement.id }
  const numberOf = (id: string): number => passages.findIndex((passage) => passage.id === id) + 1
  return (
    <div className="stack agreement-panel">
      <h2 className="item-title">{carrySentence(board.whole, board.tallies.notAsked)}</h2>
      <BeamBar segments={board.whole.segments} organisations={organisations} open />
      <Tally statement={statement} board={board} />
      {GROUPS.filter((group) => group !== 'agreed').map((group) => {
        const rows = board.rows.filter((row) => row.group === group)
        if (rows.length === 0) return null
        return (
          <div key={group}>
            <h3 className="strong">{groupWords(group, statement)} <span className="quiet figures">{rows.length}</span></h3>
            <ul className="panel-rows">
              {rows.map((row) => (
                <li key={row.organisation.id}>
                  <StateSwatch state={swatchOf(row)}>{row.organisation.name}</StateSwatch>
                  <p className="small quiet">{[answerWords(row), group === 'waiting' || group === 'late' ? waitsWords(row) : notAskedWords(row)].filter((part) => part !== null).join('; ')}</p>
                  {row.reservations.map(({ id, text, passageId }) => text ? (
                    <p key={id} className="row-words">{m.team_quoted({ text })}{passageId && numberOf(passageId) > 0 ? <> <button type="button" className="word-button small" onClick={() => onGo(passageId)}>{m.team_to_passage({ number: numberOf(passageId) })}</button></> : null}</p>
                  ) : null)}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <p className="row"><ButtonLink to="/teksten/$statementId/ronde" params={params}>{m.team_to_round()}</ButtonLink><ButtonLink look="bare" to="/teksten/$statementId/matrix" params={params}>{m.team_matrix()}</ButtonLink></p>
    </div>
  )
}
