/** What should be looked at before a round: each finding leads to its passage. */
import { m } from '@draagvlak/messages/m'
import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { findingsOf } from './count-findings.ts'
import { findingWords } from './finding-words.ts'
import type { PanelProps } from './panels.ts'

export function FindingsPanel({ statement, passages, onGo }: PanelProps): ReactNode {
  const found = findingsOf(statement, passages)
  if (found.length === 0) return <p className="prose quiet">{m.team_findings_none()}</p>
  const numberOf = (id: string): number => passages.findIndex((passage) => passage.id === id) + 1
  return (
    <>
      <p className="small quiet">{m.team_findings_explained()}</p>
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
