/** After the round: who will stand there, and the acts that come next, each with its way back. */
import { seeListing } from '@draagvlak/api/edition'
import type { Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useActingFor } from '../me.ts'
import { BoardTable, useShowPartner } from '../round/BoardTable.tsx'
import { FrozenText } from '../round/FrozenText.tsx'
import { shortPrint } from '../ui/short-print.ts'
import { Lead } from '../round/Lead.tsx'
import { OwnAnswer } from '../round/OwnAnswer.tsx'
import { RoundDialogs } from '../round/RoundDialogs.tsx'
import type { Ask } from '../round/RowActs.tsx'
import { Rules } from '../round/Rules.tsx'
import { useRoundActs } from '../round/use-round-acts.tsx'
import { Notice } from '../ui/Notice.tsx'
import { stageWords } from '../ui/Stages.tsx'
import { Editions } from './Editions.tsx'
import { ListingView } from './ListingView.tsx'
import { NextActs } from './NextActs.tsx'
import './out.css'

export function Outcome({ statement, board, now }: { readonly statement: StatementFull; readonly board: Board; readonly now: string }): ReactNode {
  const own = useActingFor()?.id ?? null
  const round = statement.round!
  const seesList = statement.may.includes('see-list') && statement.stage !== 'gestopt'
  const listing = useAsk(seeListing, { params: { statementId: statement.id } }, { enabled: seesList })
  const [dialog, setDialog] = useState<Ask | null>(null)
  const { told, tell, trouble, doAtOnce } = useRoundActs(statement, board)
  const show = useShowPartner()
  const ask = (wish: Ask) => { if (!doAtOnce(wish)) setDialog(wish) }
  const version = statement.versions.find(({ hash }) => hash === round.version)
  // While the next edition is being written, its list is that of the round to come.
  const unlisted = statement.phase === 'published' || (statement.phase === 'concept' && statement.edition !== null)
  return (
    <main className="round" id="main">
      <div className="board">
        <Lead statement={statement} board={board} title={m.team_round_title({ title: statement.title })} above={m.team_out_above({ stage: stageWords(statement.stage, statement.edition), number: version?.number ?? '', fingerprint: shortPrint(round.version) })} />
        {statement.stoppedReason ? <Notice live={false} title={m.shared_stage_stopped()}>{statement.stoppedReason}</Notice> : null}
        {statement.draftOpen ? <p className="prose quiet of-draft">{m.team_out_of_draft()}</p> : null}
        {statement.phase === 'concept' ? null : <section className="round-rule" aria-label={m.team_out_next()}>
          {statement.phase === 'round-closed' ? <Rules board={board} round={round} now={now} /> : null}
          <NextActs statement={statement} listing={listing.data ?? null} now={now} />
        </section>}
        {told ? <Notice tone="done">{told}</Notice> : null}
        {trouble}
        {statement.editions.length > 0 ? <Editions statement={statement} /> : null}
        {listing.data && !unlisted ? <section className="listing-part" aria-labelledby="listing"><h2 className="section-title" id="listing">{m.team_out_who({ edition: round.edition })}</h2><ListingView listing={listing.data} /></section> : null}
        <OwnAnswer statement={statement} board={board} now={now} />
        <BoardTable statement={statement} board={board} own={own} now={now} show={show} onAsk={ask} />
      </div>
      <section className="frozen" aria-labelledby="frozen-title">
        <h2 className="aloud" id="frozen-title">{m.team_round_frozen()}</h2>
        <FrozenText statement={statement} version={round.version} board={board} only={board.rows.find(({ organisation }) => organisation.id === show.shown) ?? null} />
      </section>
      {dialog ? <RoundDialogs statement={statement} board={board} ask={dialog} now={now} refused={[]} onClose={(words) => { setDialog(null); if (words) tell(words) }} /> : null}
    </main>
  )
}
