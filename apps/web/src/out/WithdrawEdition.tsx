/** Takes back an edition, with a reason: at any time, also while the next one is being written or asked about. */
import { withdrawPublication } from '@draagvlak/api/edition'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { leadsIt } from '../life/life-acts.ts'
import { ReasonDialog } from '../round/ReasonDialog.tsx'
import { Button } from '../ui/Button.tsx'

type Told = Pick<StatementFull, 'id' | 'may' | 'myRoles'>

/** Whoever leads the dossier sees the act; it is the final editor's. */
export function WithdrawEdition({ statement, number }: { readonly statement: Told; readonly number: number }): ReactNode {
  const [asking, setAsking] = useState(false)
  if (!leadsIt(statement)) return null
  const because = statement.may.includes('withdraw-publication') ? null : m.team_out_only_final_editor()
  return (
    <div className="edition-act" data-screen-only>
      <Button look="word-danger" because={because} onClick={() => setAsking(true)}>{m.team_out_withdraw_publication({ number })}</Button>
      {asking ? <WithdrawEditionDialog statement={statement} number={number} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

export function WithdrawEditionDialog({ statement, number, onClose }: { readonly statement: Pick<StatementFull, 'id'>; readonly number: number; readonly onClose: () => void }): ReactNode {
  const act = useAct(withdrawPublication, { onDone: onClose })
  return (
    <ReasonDialog
      title={m.team_out_withdraw_publication({ number })} what={m.team_out_withdraw_publication_what()} go={m.team_out_withdraw_go()} must danger act={act} onClose={onClose}
      onGo={(reason) => act.mutate({ params: { statementId: statement.id, number: String(number) }, body: { reason } })}
    />
  )
}
