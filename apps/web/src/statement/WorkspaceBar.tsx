/** The bar over a text: where it belongs, its stage, whether words are safe, who is here, what comes next. */
import type { StatementFull } from '@draagvlak/api/statement'
import type { SaveState } from '@draagvlak/sync/save-state'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { StatementMenu } from '../life/StatementMenu.tsx'
import { TopBar } from '../shell/TopBar.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Stages } from '../ui/Stages.tsx'
import type { PresentPerson } from './carets.ts'
import { Present } from './Present.tsx'
import { primaryAct } from './primary-act.ts'
import { SaveStateWords } from './SaveState.tsx'

export interface WorkspaceBarProps { readonly statement: StatementFull; readonly title: string; readonly state: SaveState; readonly people: readonly PresentPerson[] }

export function WorkspaceBar({ statement, title, state, people }: WorkspaceBarProps): ReactNode {
  const act = primaryAct(statement)
  return (
    <TopBar crumbs={[{ name: statement.dossier.title, to: `/dossiers/${statement.dossierId}` }, { name: title }]}>
      <Stages stage={statement.stage} edition={statement.edition} />
      <SaveStateWords state={state} />
      <Present people={people} />
      <StatementMenu statement={statement} full={statement} label={m.team_life_menu()} />
      {act?.to === 'round' ? <ButtonLink look="primary" className="primary-act" to="/teksten/$statementId/ronde" params={{ statementId: statement.id }}>{act.words}</ButtonLink> : null}
      {act?.to === 'public' ? <a className={buttonClass('primary', false, 'primary-act')} href={`/p/${statement.slug}`}>{act.words}</a> : null}
    </TopBar>
  )
}
