/** The round while it runs: who answered what on the left, the frozen words on the right. */
import { seeListing } from '@draagvlak/api/edition'
import type { Board as BoardView } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { Lock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useActingFor } from '../me.ts'
import { Editions } from '../out/Editions.tsx'
import { dayAndTime } from '../ui/dates.ts'
import { Notice } from '../ui/Notice.tsx'
import { BoardActs } from './BoardActs.tsx'
import { BoardTable, useShowPartner } from './BoardTable.tsx'
import { FrozenText } from './FrozenText.tsx'
import { Lead } from './Lead.tsx'
import { isAsked, OwnAnswer } from './OwnAnswer.tsx'
import { RoundDialogs } from './RoundDialogs.tsx'
import type { Ask } from './RowActs.tsx'
import { Days, Rules } from './Rules.tsx'
import { useRoundActs } from './use-round-acts.tsx'

const NONE: readonly string[] = []

export function Board({ statement, board, now }: { readonly statement: StatementFull; readonly board: BoardView; readonly now: string }): ReactNode {
  const own = useActingFor()?.id ?? null
  const round = statement.round!
  const leads = statement.may.includes('close-round')
  const listing = useAsk(seeListing, { params: { statementId: statement.id } }, { enabled: statement.may.includes('see-list') })
  const refused = listing.data?.close ?? NONE
  const [dialog, setDialog] = useState<Ask | null>(null)
  const show = useShowPartner()
  const { told, tell, trouble, doAtOnce } = useRoundActs(statement, board)
  const ask = (wish: Ask) => { if (!doAtOnce(wish)) setDialog(wish) }
  const ownRow = board.rows.find(({ organisation }) => organisation.id === own)
  // Who leads the round sees the round first, unless the own organisation is asked something.
  const ownFirst = !leads || (ownRow !== undefined && isAsked(ownRow))
  const version = statement.versions.find(({ hash }) => hash === round.version)
  const shownRow = board.rows.find(({ organisation }) => organisation.id === show.shown) ?? null
  return (
    <main className="round" id="main">
      <div className="board">
        <Lead statement={statement} board={board} title={m.team_round_title({ title: statement.title })} above={m.team_round_since({ number: version?.number ?? '', moment: dayAndTime(round.openedAt, { zone: round.dates.zone }) })} />
        {ownFirst ? <OwnAnswer statement={statement} board={board} now={now} /> : null}
        <section className="round-rule" aria-label={m.team_round_rules()}>
          <Rules board={board} round={round} now={now} />
          {leads ? <BoardActs statement={statement} board={board} now={now} refused={refused} onAsk={ask} /> : null}
          {told ? <Notice tone="done">{told}</Notice> : null}
          {trouble}
        </section>
        <Days board={board} round={round} now={now} />
        {ownFirst ? null : <OwnAnswer statement={statement} board={board} now={now} />}
        {statement.editions.length > 0 ? <Editions statement={statement} /> : null}
        <BoardTable statement={statement} board={board} own={own} now={now} show={show} onAsk={ask} />
      </div>
      <section className="frozen" aria-labelledby="frozen-title">
        <h2 className="aloud" id="frozen-title">{m.team_round_frozen()}</h2>
        <div className="frozen-why"><Lock className="icon" aria-hidden="true" /><p><strong>{m.team_round_frozen_until()}</strong> {leads ? m.team_round_frozen_why_lead() : m.team_round_frozen_why()}</p></div>
        <FrozenText statement={statement} version={round.version} board={board} only={shownRow} />
      </section>
      {dialog ? <RoundDialogs statement={statement} board={board} ask={dialog} now={now} refused={refused} onClose={(words) => { setDialog(null); if (words) tell(words) }} /> : null}
    </main>
  )
}
