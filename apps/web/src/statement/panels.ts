/** What the side panel of a text holds, tab by tab. A feature adds its tab here, with a component in its own folder. */
import type { Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import type { Passage } from '@draagvlak/editor/passage'
import { m } from '@draagvlak/messages/m'
import { Trash2, type LucideIcon } from 'lucide-react'
import { lazy, type ComponentType } from 'react'
import { countFindings } from './count-findings.ts'

export interface PanelProps {
  readonly statement: StatementFull
  /** The passages as they stand now, also without a network. */
  readonly passages: readonly Passage[]
  /** Null before a first round, without a network, or where this person may not see answers. */
  readonly board: Board | null
  /** Shows a passage on the sheet and puts the caret there. */
  readonly onGo: (passageId: string) => void
}
export interface PanelTab {
  readonly id: string
  readonly label: () => string
  /** Left out: always there. */
  readonly when?: (statement: StatementFull) => boolean
  /** A number beside the label, where there is something to count. */
  readonly count?: (props: Omit<PanelProps, 'onGo'>) => number | undefined
  /** Instead of the label, for what is seldom needed: a narrow panel has no room for five words. */
  readonly Icon?: LucideIcon
  readonly Panel: ComponentType<PanelProps>
}

export const PANELS: readonly PanelTab[] = [
  { id: 'findings', label: () => m.team_panel_findings(), when: ({ phase }) => phase === 'concept', count: ({ statement, passages }) => countFindings(statement, passages), Panel: lazy(() => import('./FindingsPanel.tsx').then(({ FindingsPanel }) => ({ default: FindingsPanel }))) },
  { id: 'agreement', label: () => m.team_panel_agreement(), when: ({ round, may }) => round !== null && may.includes('see-answers'), Panel: lazy(() => import('../round/AgreementPanel.tsx').then(({ AgreementPanel }) => ({ default: AgreementPanel }))) },
  { id: 'logos', label: () => m.team_panel_logos(), when: ({ round, may }) => round !== null && may.includes('see-answers'), Panel: lazy(() => import('../out/LogosPanel.tsx').then(({ LogosPanel }) => ({ default: LogosPanel }))) },
  { id: 'verloop', label: () => m.team_verloop(), Panel: lazy(() => import('../verloop/VerloopPanel.tsx').then(({ VerloopPanel }) => ({ default: VerloopPanel }))) },
  { id: 'deleted', label: () => m.team_panel_deleted(), Icon: Trash2, when: ({ may }) => may.includes('write'), Panel: lazy(() => import('./DeletedPanel.tsx').then(({ DeletedPanel }) => ({ default: DeletedPanel }))) },
]
