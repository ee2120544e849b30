/** [M1, P1] A colleague without a mandate prepares an answer: only the own organisation sees it. */
import { prepareAnswer } from '@draagvlak/api/sign-off'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { Lock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import type { OwnOrganisation } from '../me.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { RadioCards, TextAreaField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { useUnsentAnswer } from './unsent-answer.ts'

type Prepared = 'agreed' | 'reserved' | 'declined'

export function PrepareForm({ statement, organisation }: { readonly statement: StatementFull; readonly organisation: OwnOrganisation }): ReactNode {
  const [answer, setAnswer] = useState<Prepared | null>(null)
  const [note, setNote] = useState('')
  const [done, setDone] = useState(false)
  const params = { statementId: statement.id }
  const prepare = useAct(prepareAnswer, { onDone: () => setDone(true) })
  useUnsentAnswer(organisation.name, answer !== null && !done)
  const because = answer === null ? m.team_answer_need_choice() : null
  const back = <ButtonLink look={done ? 'primary' : 'bare'} to="/teksten/$statementId/ronde" params={params}>{done ? m.team_to_round() : m.shared_cancel()}</ButtonLink>
  if (done) return <div className="stack"><Notice tone="done">{m.team_answer_prepared()}</Notice><div className="row">{back}</div></div>
  return (
    <form className="stack wide answer-form" onSubmit={(event) => { event.preventDefault(); if (answer) prepare.mutate({ params, body: { version: statement.round!.version, answer, note: note.trim() } }) }}>
      <p className="only-own"><Lock className="icon" aria-hidden="true" /><span>{m.team_answer_only_own({ organisation: organisation.name })}</span></p>
      <RadioCards<Prepared>
        label={m.team_answer_prepare_choices()} value={answer} onChange={setAnswer}
        choices={[{ value: 'agreed', label: m.team_answer_agreed() }, { value: 'reserved', label: m.team_answer_reserved() }, { value: 'declined', label: m.team_answer_declined() }]}
      />
      <TextAreaField label={m.team_answer_note()} hint={m.team_answer_note_hint()} rows={4} maxLength={2000} value={note} onChange={setNote} />
      <div className="row"><Button look="primary" type="submit" because={because} busy={prepare.isPending && m.shared_busy()}>{m.team_answer_prepare_go()}</Button>{back}</div>
      <Trouble error={prepare.error} />
    </form>
  )
}
