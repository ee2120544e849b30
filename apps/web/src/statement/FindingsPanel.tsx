/** What should be looked at before a round: each finding leads to its passage. */
import { m } from '@draagvlak/messages/m'
import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { findingsOf } from './count-findings.ts'
import { findingWords } from './finding-words.ts'
import type { PanelProps } from './panels.ts'
import { readiness } from './readiness.ts'
import { Fetching } from '../ui/Progress.tsx'

export function FindingsPanel({ statement, passages, board, onGo }: PanelProps): ReactNode {
  const found = findingsOf(statement, passages)
  if (passages.length === 0) return <Fetching />
  const said = readiness(found, board).map((words) => <p key={words} className="prose quiet">{words}</p>)
  if (found.length === 0) return <div className="stack tight">{said}</div>
  const numberOf = (id: string): number => passages.findIndex((passage) => passage.id === id) + 1
  return (
    <>
      <div className="stack tight">{said}<p className="small quiet">{m.team_findings_explained()}</p></div>
      <ul className="panel-list">
        {found.map((finding, at) => (
          <li key={`${finding.code}${finding.passageId ?? ''}${at}`}>
            {finding.severity === 'must' ? <CircleAlert className="icon must" aria-hidden="true" /> : <Info className="icon" aria-hidden="true" />}
            <div>
              <p>{finding.severity === 'must' ? <strong>{m.team_finding_must()} </strong> : null}{findingWords(finding)}</p>
              {finding.passageId === null ? null : <button type="button" className="word-button small" onClick={() => onGo(finding.passageId!)}>{m.team_to_passage({ number: numberOf(finding.passageId) })}</button>}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
