/** Concept ▸ Akkoordronde ▸ Vastgesteld ▸ Gepubliceerd, with the current one on its beam. */
import type { StatementBrief } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import './Stages.css'

export type Stage = StatementBrief['stage']
type Step = 0 | 1 | 2 | 3
const STEP = { 'concept': 0, 'in-ronde': 1, 'ronde-gesloten': 1, 'vastgesteld': 2, 'gepubliceerd': 3, 'gepubliceerd-in-bewerking': 3, 'gestopt': null } as const satisfies Record<Stage, Step | null>

/** The stage in words, as in a list: *Gepubliceerd (uitgave 1), werkt aan uitgave 2*. */
export function stageWords(stage: Stage, edition: number | null): string {
  switch (stage) {
    case 'concept': return m.shared_stage_concept()
    case 'in-ronde': return m.shared_stage_round()
    case 'ronde-gesloten': return m.shared_stage_round_closed()
    case 'vastgesteld': return m.shared_stage_adopted()
    case 'gepubliceerd': return m.shared_stage_published_edition({ edition: edition ?? 1 })
    case 'gepubliceerd-in-bewerking': return m.shared_stage_works_on({ edition: edition ?? 1, next: (edition ?? 1) + 1 })
    case 'gestopt': return m.shared_stage_stopped()
  }
}

export function Stages({ stage, edition }: { readonly stage: Stage; readonly edition: number | null }): ReactNode {
  const at = STEP[stage]
  if (at === null) return <ol className="stages" aria-label={m.shared_stages()}><li aria-current="step">{m.shared_stage_stopped()}</li></ol>
  const names = [m.shared_stage_concept(), m.shared_stage_round(), m.shared_stage_adopted(), m.shared_stage_published()]
  // The bar is narrow: that somebody works on the next edition shows in the text itself.
  const current = stage === 'gepubliceerd-in-bewerking' ? stageWords('gepubliceerd', edition) : stage === 'ronde-gesloten' || at === 3 ? stageWords(stage, edition) : names[at]
  return <ol className={current === names[at] ? 'stages' : 'stages long'} aria-label={m.shared_stages()}>{names.map((name, step) => <li key={name} aria-current={step === at ? 'step' : undefined}>{step === at ? current : name}</li>)}</ol>
}
