/** Whether the chain is unbroken, what that means, and the proof to take along. */
import { pathOf } from '@draagvlak/api/call'
import { downloadBundle, type EventView } from '@draagvlak/api/event'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { Link2, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface ChainProps { readonly statement: StatementFull; readonly events: readonly EventView[]; readonly unbroken: boolean; readonly count: number }
export function Chain({ statement, events, unbroken, count }: ChainProps): ReactNode {
  const [last, before] = events
  return (
    <section className="chain" aria-labelledby="chain">
      <h2 className={unbroken ? 'chain-head' : 'chain-head broken'} id="chain">{unbroken ? <Link2 className="icon" aria-hidden="true" /> : <TriangleAlert className="icon" aria-hidden="true" />}{unbroken ? m.team_verloop_unbroken() : m.team_verloop_broken()}</h2>
      <p>{unbroken ? m.team_verloop_unbroken_what({ count }) : m.team_verloop_broken_what()}</p>
      {unbroken && last ? <p className="links" aria-hidden="true">{before ? <><span>{before.hash.slice(0, 4)}</span><i /></> : null}<span>{last.hash.slice(0, 4)}</span><i /><span className="next">{m.team_verloop_next()}</span></p> : null}
      {statement.may.includes('read-bundle') ? <p><a href={pathOf(downloadBundle.path, { statementId: statement.id })} download>{m.team_verloop_proof()}</a><span className="small quiet second">{m.team_verloop_proof_what()}</span></p> : null}
    </section>
  )
}
