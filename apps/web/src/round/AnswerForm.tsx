/** The answer of an organisation by its mandate holder: three choices, discussing first, and the two statements. */
import { discussFirst, giveAnswer, type Receipt } from '@draagvlak/api/sign-off'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import type { OwnOrganisation } from '../me.ts'
import { answerOf, emptyDraft, isAnswer, type Choice, type Draft } from '../sign/draft.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { dayInFull, dayThere } from '../ui/dates.ts'
import { CheckField, RadioCards, SelectField, TextAreaField, TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { whyNotAnswer } from './answer-wish.ts'
import { ExceptionFields } from './ExceptionFields.tsx'
import { PreparedAnswers } from './PreparedAnswers.tsx'
import { ReservationFields, VisibilityField } from './ReservationFields.tsx'
import { StatementTicks } from './StatementsDialog.tsx'
import { useUnsentAnswer } from './unsent-answer.ts'

export interface AnswerFormProps { readonly statement: StatementFull; readonly organisation: OwnOrganisation; readonly late: boolean }

export function AnswerForm({ statement, organisation, late }: AnswerFormProps): ReactNode {
  const round = statement.round!
  const params = { statementId: statement.id }
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(round.dates.closesAt))
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [tried, setTried] = useState(false)
  const [taken, setTaken] = useState<string | null>(null)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const today = dayThere(new Date().toISOString(), round.dates.zone)
  const give = useAct(giveAnswer, { onDone: setReceipt })
  const discuss = useAct(discussFirst, { onDone: setReceipt })
  useUnsentAnswer(organisation.name, draft.choice !== null && receipt === null)
  const because = whyNotAnswer(draft, today)
  const send = () => {
    setTried(true)
    if (because) return
    if (draft.choice === 'discuss-first') discuss.mutate({ params, body: { until: draft.until } })
    else give.mutate({ params, body: answerOf(draft, round.version) })
  }
  if (receipt) return <Recorded statement={statement} receipt={receipt} />
  const answers = isAnswer(draft.choice)
  return (
    <form className="stack wide answer-form" onSubmit={(event) => { event.preventDefault(); send() }}>
      <PreparedAnswers statement={statement} organisation={organisation.name} taken={taken} onTake={({ preparedId, answer }) => { setTaken(preparedId); change({ choice: answer }) }} />
      <RadioCards<Choice>
        label={m.team_answer_choices()} value={draft.choice} onChange={(choice) => { setTaken(null); change({ choice }) }}
        choices={[
          { value: 'agreed', label: m.team_answer_agreed(), hint: m.team_answer_agreed_what() }, { value: 'reserved', label: m.team_answer_reserved(), hint: m.team_answer_reserved_what() },
          { value: 'declined', label: m.team_answer_declined(), hint: m.team_answer_declined_what() }, ...(late ? [] : [{ value: 'discuss-first' as const, label: m.team_answer_discuss(), hint: m.team_answer_discuss_what() }]),
        ]}
      />
      {draft.choice === 'reserved' ? <ReservationFields statement={statement} draft={draft} change={change} /> : null}
      {draft.choice === 'declined' ? <><TextAreaField label={m.team_answer_reason()} hint={m.shared_optional()} rows={3} maxLength={4000} value={draft.reason} onChange={(reason) => change({ reason })} />{draft.reason.trim() ? <VisibilityField value={draft.reasonVisibility} onChange={(reasonVisibility) => change({ reasonVisibility })} /> : null}</> : null}
      {draft.choice === 'discuss-first' ? <TextField label={m.team_answer_until()} hint={m.team_answer_until_hint()} type="date" short min={today} value={draft.until} onChange={(until) => change({ until })} /> : null}
      {answers && draft.choice !== 'declined' ? <ExceptionFields statement={statement} draft={draft} change={change} /> : null}
      {answers ? (
        <>
          {late ? null : <SelectField<Draft['capacity']> label={m.team_answer_capacity()} hint={draft.capacity === 'personal' ? m.team_answer_personal_what() : null} value={draft.capacity} choices={[{ value: 'organisation', label: m.team_answer_for({ organisation: organisation.name }) }, { value: 'personal', label: m.team_answer_personal() }]} onChange={(capacity) => change({ capacity })} />}
          <StatementTicks organisation={organisation.name} read={draft.haveRead} may={draft.mayAnswer} personal={draft.capacity === 'personal'} onRead={(haveRead) => change({ haveRead })} onMay={(mayAnswer) => change({ mayAnswer })} />
          {draft.choice === 'declined' ? null : <CheckField label={m.team_answer_print()} hint={m.team_answer_print_hint()} checked={draft.nameInPrint} onChange={(nameInPrint) => change({ nameInPrint })} />}
        </>
      ) : null}
      <div className="row">
        <Button look="primary" type="submit" because={draft.choice !== null || tried ? because : null} busy={(give.isPending || discuss.isPending) && m.shared_busy()}>{draft.choice === 'discuss-first' ? m.team_answer_record_date() : m.team_answer_record()}</Button>
        <ButtonLink look="bare" to="/teksten/$statementId/ronde" params={params}>{m.shared_cancel()}</ButtonLink>
      </div>
      <Trouble error={give.error ?? discuss.error} />
    </form>
  )
}

const STANDING = { 'counts': m.team_answer_counts, 'provisional': m.team_answer_provisional, 'late': m.team_answer_late, 'already-given': m.team_answer_already } as const satisfies Record<Receipt['standing'], () => string>
function Recorded({ statement, receipt }: { readonly statement: StatementFull; readonly receipt: Receipt }): ReactNode {
  return (
    <div className="stack">
      <Notice tone="done" title={m.team_answer_recorded()}>
        <p>{receipt.answer === 'discuss-first' && receipt.until ? m.team_answer_discussing({ organisation: receipt.organisation, day: dayInFull(receipt.until) }) : `${SAID[receipt.answer]({ organisation: receipt.organisation })} ${STANDING[receipt.standing]()}`}</p>
        <p className="small quiet">{m.team_answer_seal({ seal: receipt.chainHead.slice(0, 4) })}</p>
      </Notice>
      {receipt.answer === 'agreed' || receipt.answer === 'reserved' ? <p className="prose">{m.team_answer_logo_next()}</p> : null}
      <div className="row"><ButtonLink look="primary" to="/teksten/$statementId/ronde" params={{ statementId: statement.id }}>{m.team_to_round()}</ButtonLink></div>
    </div>
  )
}
const SAID = {
  'agreed': m.team_answer_said_agreed, 'reserved': m.team_answer_said_reserved, 'declined': m.team_answer_said_declined, 'discuss-first': m.team_answer_said_discuss, 'not-authorised': m.team_answer_said_not_authorised, 'logo-only': m.team_answer_said_logo_only,
} as const satisfies Record<Receipt['answer'], (inputs: { organisation: string }) => string>
