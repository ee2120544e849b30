/** Around every screen about one text: asks for it, and has the bar with the way to it and its stage. */
import { ProblemError } from '@draagvlak/api/call'
import { seeStatement, type StatementFull } from '@draagvlak/api/statement'
import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { TopBar } from '../shell/TopBar.tsx'
import { NotFound } from '../shell/Wrong.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { Stages } from '../ui/Stages.tsx'
import './round.css'

export interface StatementFrameProps { readonly statementId: string; /** What this screen is, last on the way to it. */ readonly here: string; readonly children: (statement: StatementFull) => ReactNode }

export function StatementFrame({ statementId, here, children }: StatementFrameProps): ReactNode {
  const { data: statement, error } = useAsk(seeStatement, { params: { statementId } })
  const refused = error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 403)
  if (refused) return <><TopBar /><NotFound /></>
  if (!statement) return <><TopBar /><main className="page" id="main">{error ? <Trouble error={error} /> : <Fetching />}</main></>
  return (
    <>
      <TopBar crumbs={[{ name: statement.dossier.title, to: `/dossiers/${statement.dossierId}` }, { name: statement.title, to: `/teksten/${statement.id}` }, { name: here }]}>
        <Stages stage={statement.stage} edition={statement.edition} />
      </TopBar>
      {children(statement)}
    </>
  )
}
