/** Step 2: three large choices and two small ones, what belongs to each unfolding in place, the ticks, and the code. */
import type { LinkView } from '@draagvlak/api/link'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { CodeLine } from './CodeLine.tsx'
import { Act, BigChoice, Choices, Line, SmallChoice, Tick } from './controls.tsx'
import type { Door } from './door.ts'
import { asksLogo, isAnswer, missingInAnswer, type Choice, type Draft } from './draft.ts'
import { EarlierAnswer } from './EarlierAnswer.tsx'
import { ExceptionsPart } from './ExceptionsPart.tsx'
import { Note, Trouble } from './Note.tsx'
import { Question } from './Question.tsx'
import { ReservationPart, VisibilityPart } from './ReservationPart.tsx'
import type { Session } from './session.ts'
import { todayThere } from './today.ts'
import { shortPrint } from '../ui/short-print.ts'

export interface PartProps { readonly draft: Draft; readonly change: (some: Partial<Draft>) => void; readonly view: LinkView }

export function AnswerStep({ session, door }: { readonly session: Session; readonly door: Door }): ReactNode {
  const { view, draft, change, go, busy, error } = session
  const { organisation, version } = view
  const { choice } = draft
  const today = todayThere(view.dates.zone)
  const part = { draft, change, view }
  const missing = missingInAnswer(draft, { known: view.known, today })
  const big = (value: Choice, label: string, hint: string, children?: ReactNode) => <BigChoice name="choice" id={`choice-${value}`} checked={choice === value} onChoose={() => change({ choice: value })} label={label} hint={hint}>{children}</BigChoice>
  const label = choice === 'discuss-first' ? m.sign_record_discuss() : choice === 'not-authorised' ? m.sign_record_named() : isAnswer(choice) && !asksLogo(draft) ? m.sign_record() : m.sign_to_logo()
  return (
    <>
      <div className="sign-body">
        <h1 className="sign-title" tabIndex={-1}>{m.sign_question({ organisation: organisation.name })}</h1>
        <p className="sign-lead">{m.sign_on_version({ number: version.number, fingerprint: shortPrint(version.hash) })}</p>
        {view.late ? <Note tone="warning"><p>{m.sign_late_what()}</p></Note> : null}
        <EarlierAnswer session={session} door={door} />
        <Choices legend={m.sign_answers()} aloudOnly>
          {big('agreed', m.sign_agreed(), m.sign_agreed_what())}
          {big('reserved', m.sign_reserved(), m.sign_reserved_what(), <ReservationPart {...part} />)}
          {big('declined', m.sign_declined(), m.sign_declined_what(), <DeclinedPart {...part} />)}
          <p className="field-label no-answer-yet">{m.sign_no_answer_yet()}</p>
          <SmallChoice name="choice" id="choice-discuss-first" checked={choice === 'discuss-first'} onChoose={() => change({ choice: 'discuss-first' })} label={m.sign_discuss_first()} hint={m.sign_discuss_first_what()} />
          {choice === 'discuss-first' ? <div className="unfolded"><Line id="until" type="date" label={m.sign_discuss_until()} hint={m.sign_discuss_until_hint()} min={today} value={draft.until} onChange={(until) => change({ until })} /></div> : null}
          <SmallChoice name="choice" id="choice-not-authorised" checked={choice === 'not-authorised'} onChoose={() => change({ choice: 'not-authorised' })} label={m.sign_not_authorised()} hint={m.sign_not_authorised_what()} />
          {choice === 'not-authorised' ? <NamedPart {...part} /> : null}
        </Choices>
        {isAnswer(choice) ? <Authority {...part} /> : null}
        {choice ? <section className="before" aria-labelledby="before"><h2 id="before" className="field-label">{m.sign_ticks()}</h2>{isAnswer(choice) ? <Ticks {...part} /> : null}<CodeLine session={session} door={door} /></section> : null}
        <Question session={session} door={door} />
        <Trouble error={error} recording />
      </div>
      <Act label={label} busy={busy && m.sign_recording()} missing={missing} onAct={() => { if (asksLogo(draft)) go('logo'); else void session.record() }} back={{ label: m.sign_back_to_text(), onBack: () => go('read') }} />
    </>
  )
}

function DeclinedPart({ draft, change }: PartProps): ReactNode {
  return (
    <>
      <Line id="reason" rows={3} label={m.sign_reason()} maxLength={4000} value={draft.reason} onChange={(reason) => change({ reason })} />
      {draft.reason.trim() === '' ? null : <VisibilityPart name="reason-visibility" value={draft.reasonVisibility} onChoose={(reasonVisibility) => change({ reasonVisibility })} publicLabel={m.sign_visibility_public_reason()} />}
    </>
  )
}

function NamedPart({ draft, change }: PartProps): ReactNode {
  const { named, namedUnknown } = draft
  return (
    <div className="unfolded">
      <p className="quiet">{m.sign_named_what()}</p>
      {namedUnknown ? null : (
        <>
          <Line id="named-name" label={m.sign_named_name()} maxLength={120} value={named.name} onChange={(name) => change({ named: { ...named, name } })} />
          <Line id="named-function" label={m.sign_named_function()} maxLength={120} value={named.function} onChange={(words) => change({ named: { ...named, function: words } })} />
          <Line id="named-email" type="email" label={m.sign_named_email()} maxLength={254} value={named.email} onChange={(email) => change({ named: { ...named, email } })} />
        </>
      )}
      <Tick id="named-unknown" checked={namedUnknown} onChange={(checked) => change({ namedUnknown: checked })} label={m.sign_named_unknown()} />
    </div>
  )
}

/** On whose authority, for whom, and what differs: there for who needs it, out of the way for who does not. */
function Authority(props: PartProps): ReactNode {
  const { draft, change, view } = props
  const { organisation, late } = view
  return (
    <div className="authority">
      <p>{mandateSentence(view)}</p>
      {draft.choice === 'declined' ? null : <ExceptionsPart {...props} />}
      <details className="tucked">
        <summary>{m.sign_capacity()}: {draft.capacity === 'personal' ? m.sign_capacity_personal() : organisation.name}</summary>
        <Choices legend={m.sign_capacity()} aloudOnly>
          <SmallChoice name="capacity" id="capacity-organisation" checked={draft.capacity === 'organisation'} onChoose={() => change({ capacity: 'organisation' })} label={m.sign_capacity_organisation({ organisation: organisation.name })} />
          <SmallChoice name="capacity" id="capacity-personal" checked={draft.capacity === 'personal'} disabled={late} onChoose={() => change({ capacity: 'personal', nameInPrint: false })} label={m.sign_capacity_personal()} hint={late ? m.sign_capacity_personal_late() : m.sign_capacity_personal_what()} />
        </Choices>
      </details>
    </div>
  )
}

function mandateSentence({ mandate, person, dates }: LinkView): string {
  const inputs = { function: person.function === '' ? person.name : person.function }
  if (mandate === null) return m.sign_mandate_none()
  if (mandate === 'asked') return m.sign_mandate_asked(inputs)
  return mandate === 'standing' ? m.sign_mandate_standing(inputs) : m.sign_mandate_until({ ...inputs, date: dayWithoutWeekday(mandate, { zone: dates.zone }) })
}

function Ticks({ draft, change, view }: PartProps): ReactNode {
  const organisation = view.organisation.name
  return (
    <div>
      <Tick id="have-read" checked={draft.haveRead} onChange={(haveRead) => change({ haveRead })} label={m.sign_have_read()} />
      {draft.capacity === 'organisation' ? <Tick id="may-answer" checked={draft.mayAnswer} onChange={(mayAnswer) => change({ mayAnswer })} label={draft.choice === 'declined' ? m.sign_may_decline({ organisation }) : m.sign_may_answer({ organisation })} /> : null}
      {draft.choice === 'declined' ? null : <Tick id="name-in-print" checked={draft.nameInPrint} onChange={(nameInPrint) => change({ nameInPrint })} label={draft.capacity === 'personal' ? m.sign_name_in_print_personal() : m.sign_name_in_print({ organisation })} hint={m.sign_name_in_print_hint()} />}
    </div>
  )
}
