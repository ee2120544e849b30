/** Answering from the desk: the frozen words beside a compact form; without a mandate it prepares an answer. */
import { seeBoard } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { useActingFor } from '../me.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { dayAndTime } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageTitle } from '../ui/title.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { FrozenText } from './FrozenText.tsx'
import { shortPrint } from '../ui/short-print.ts'
import { lateWords } from './late-words.ts'
import { PrepareForm } from './PrepareForm.tsx'
import { useNow } from './RoundScreen.tsx'
import { StatementFrame } from './StatementFrame.tsx'

export function AnswerScreen({ statementId }: { readonly statementId: string }): ReactNode {
  return <StatementFrame statementId={statementId} here={m.team_answer_here()}>{(statement) => <Answering statement={statement} />}</StatementFrame>
}

function Answering({ statement }: { readonly statement: StatementFull }): ReactNode {
  const organisation = useActingFor()
  const now = useNow()
  const { round, may } = statement
  const board = useAsk(seeBoard, { params: { statementId: statement.id } }, { enabled: round !== null && may.includes('see-answers') })
  const mayAnswer = may.includes('answer')
  if (!round || !organisation || !(mayAnswer || may.includes('prepare-answer'))) {
    return <main className="page" id="main"><PageTitle>{m.team_answer_title_none()}</PageTitle><section><EmptyState act={<ButtonLink to="/teksten/$statementId/ronde" params={{ statementId: statement.id }}>{m.team_to_round()}</ButtonLink>}>{round ? m.team_answer_not_yours() : m.team_round_none_yet()}</EmptyState></section></main>
  }
  const version = statement.versions.find(({ hash }) => hash === round.version)
  const late = lateWords(round, now)
  return (
    <main className="round answering" id="main">
      <div className="board">
        <PageTitle above={mayAnswer ? m.team_answer_on({ number: version?.number ?? '', fingerprint: shortPrint(round.version) }) : m.team_answer_prepare_above()}>{m.team_answer_title({ organisation: organisation.name })}</PageTitle>
        <p className="quiet answer-when">{late?.since ?? m.team_answer_by({ moment: dayAndTime(round.dates.answerBy, { zone: round.dates.zone }) })}</p>
        {late ? <Notice tone="warning" live={false}>{late.what}</Notice> : null}
        {mayAnswer ? <AnswerForm statement={statement} organisation={organisation} late={late !== null} /> : <PrepareForm statement={statement} organisation={organisation} />}
      </div>
      <section className="frozen" aria-labelledby="frozen-title">
        <h2 className="aloud" id="frozen-title">{m.team_round_frozen()}</h2>
        <FrozenText statement={statement} version={round.version} board={board.data ?? null} />
      </section>
    </main>
  )
}
