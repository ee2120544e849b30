/** The last screen: exactly what was recorded, where the copy went, and how to come back on it. */
import type { LinkView } from '@draagvlak/api/link'
import type { Receipt, Reservation } from '@draagvlak/api/sign-off'
import type { Segment } from '@draagvlak/api/statement'
import { askedSegments, weakestOf } from '@draagvlak/domain/segment'
import { m } from '@draagvlak/messages/m'
import { oneStop } from '@draagvlak/messages/one-stop'
import type { CSSProperties, ReactNode } from 'react'
import { BeamBar } from '../ui/Beam.tsx'
import { dayAndTime, dayWithoutWeekday } from '../ui/dates.ts'
import { nameOfPassage } from './changes.ts'
import type { Door, Purpose } from './door.ts'
import { whatOf, type Visibility } from './draft.ts'
import { Note, Trouble } from './Note.tsx'
import type { Session } from './session.ts'
import { Standing } from './Standing.tsx'
import { shortPrint } from '../ui/short-print.ts'

interface RecordedProps { readonly session: Session; readonly door: Door; readonly receipt: Receipt; readonly purpose: Purpose }

export function RecordedStep({ session, door, receipt, purpose }: RecordedProps): ReactNode {
  const { view, go, error } = session
  const answered = receipt.answer === 'agreed' || receipt.answer === 'reserved' || receipt.answer === 'declined'
  const alone = purpose === 'logo'
  const carries = !alone && (receipt.answer === 'agreed' || receipt.answer === 'reserved') && receipt.capacity !== 'personal'
  return (
    <div className="sign-body recorded">
      <h1 className="sign-title" tabIndex={-1}>{m.sign_recorded()}</h1>
      <p className="sign-lead">{oneStop(alone ? logoSentenceOf(receipt, view) : sentenceOf(receipt, view))}</p>
      {(alone ? [] : standingOf(receipt, view)).map((words) => <Note key={words} tone="warning"><p>{words}</p></Note>)}
      {alone ? null : <Standing view={view} answered={answered ? receipt.standing === 'late' || receipt.standing === 'provisional' ? 'waits' : 'counts' : null} />}
      {carries ? <Placed view={view} /> : null}
      <dl className="receipt">{rowsOf(receipt, view, alone).map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <p className="mailed">{m.sign_copy_mailed({ email: view.person.emailHint })}</p>
      {answered && !alone ? <p className="sign-links"><a href={door.confirmationPdf}>{m.sign_confirmation_pdf()}</a></p> : null}
      <Trouble error={error} recording />
      {receipt.answer === 'not-authorised' ? null : (
        <>
          {answered && !alone ? <p className="quiet">{whatNext(view, receipt)}</p> : null}
          {alone ? <p className="come-back"><button type="button" className="button" onClick={() => go('logo')}>{m.shared_change()}</button></p> : (
            <div className="come-back">
              {view.answerable ? <button type="button" className="button" onClick={() => go('answer')}>{!answered ? m.sign_answer_now() : view.late ? m.sign_answer_otherwise() : m.sign_change_answer()}</button> : null}
              {carries ? <button type="button" className="button" onClick={() => go('logo')}>{m.sign_change_logo()}</button> : null}
            </div>
          )}
        </>
      )}
      <p className="quiet small">{m.sign_no_eidas()}</p>
    </div>
  )
}

const logoSentenceOf = ({ organisation, logo }: Receipt, view: LinkView): string => (logo === 'consented' ? m.sign_recorded_logo_yes : m.sign_recorded_logo_no)({ organisation, what: whatOf(view) })

function sentenceOf({ answer, organisation, until, standing, capacity }: Receipt, view: LinkView): string {
  const what = whatOf(view)
  if (answer === 'discuss-first') return m.sign_recorded_discuss({ organisation, date: until ? dayWithoutWeekday(until, { zone: view.dates.zone }) : '' })
  if (answer === 'not-authorised') return m.sign_recorded_not_authorised()
  if (capacity === 'personal') return m.sign_recorded_personal({ organisation, what })
  if (answer === 'declined') return m.sign_recorded_declined({ organisation, what })
  if (answer === 'reserved') return m.sign_recorded_reserved({ organisation })
  return standing === 'provisional' || standing === 'late' ? m.sign_recorded_yes({ organisation }) : m.sign_recorded_agreed({ organisation, what })
}

/** What keeps the answer from counting as it stands. */
function standingOf({ standing, reservations }: Receipt, view: LinkView): string[] {
  return [
    ...(standing === 'provisional' ? [m.sign_recorded_provisional()] : []), ...(standing === 'late' ? [m.sign_recorded_late()] : []), ...(standing === 'already-given' ? [m.sign_recorded_already()] : []),
    ...(reservations.some((one) => one.kind === 'no-unless' && !one.confirmed) ? [m.sign_recorded_no_unless({ what: whatOf(view) })] : []),
  ]
}

/** How long the answer can be changed; once the round is closed the note above says what holds. */
function whatNext(view: LinkView, { answer }: Receipt): string {
  // Who declined covers no passage, and has no no left to choose.
  const declined = answer === 'declined'
  if (view.status === 'open' && !view.late) return `${declined ? m.sign_nothing_more_declined() : m.sign_nothing_more()} ${(declined ? m.sign_change_until_declined : m.sign_change_until)({ moment: dayAndTime(view.dates.closesAt, { zone: view.dates.zone }) })}`
  return m.sign_nothing_more_closed()
}

const ANSWERS = { 'agreed': m.sign_agreed, 'reserved': m.sign_reserved, 'declined': m.sign_declined, 'discuss-first': m.sign_discuss_first, 'not-authorised': m.sign_not_authorised, 'logo-only': m.shared_answer_logo_only } as const
const LOGOS = { consented: m.shared_logo_consented, refused: m.shared_logo_refused, unchanged: m.shared_logo_unchanged } as const
const READERS: Readonly<Record<Visibility, () => string>> = { secretariat: m.sign_visibility_secretariat, partners: m.sign_visibility_partners, public: m.sign_visibility_public_reason }

function rowsOf(receipt: Receipt, view: LinkView, alone: boolean): (readonly [string, ReactNode])[] {
  const { zone } = view.dates
  const { exceptions, explanation } = receipt
  return [
    [m.sign_row_for(), receipt.capacity === 'personal' ? m.sign_capacity_personal() : receipt.organisation],
    ...(alone ? [] : [[m.sign_row_answer(), ANSWERS[receipt.answer]()] as const]),
    ...(receipt.reservations.length > 0 ? [[m.sign_row_reservation(), receipt.reservations.map((one) => <ReservationWords key={one.id} reservation={one} view={view} />)] as const] : []),
    ...(exceptions.length > 0 ? [[m.sign_row_exceptions(), <ul key="exceptions">{exceptions.map(({ passageId, answer }) => <li key={passageId}>{nameOfPassage(view.passages, passageId)}: {answer === 'reserved' ? m.sign_exception_reserved() : m.sign_exception_declined()}</li>)}</ul>] as const] : []),
    ...(explanation ? [[m.sign_row_reason(), <><span className="own-words">‘{explanation.text}’</span><span className="quiet readers">{READERS[explanation.visibility]()}</span></>] as const] : []),
    ...(receipt.until ? [[m.sign_row_until(), dayWithoutWeekday(receipt.until, { zone })] as const] : []),
    ...(receipt.named ? [[m.sign_row_named(), receipt.named] as const] : []),
    ...(receipt.version ? [[m.sign_row_text(), <>{receipt.statement}<br />{m.sign_row_version({ number: receipt.version.number })} <span className="figures nowrap">{shortPrint(receipt.version.hash)}</span></>] as const] : []),
    ...(receipt.answer === 'agreed' || receipt.answer === 'reserved' || receipt.answer === 'logo-only' ? [[m.sign_row_logo(), LOGOS[receipt.logo]()] as const] : []),
    [m.sign_row_by(), [receipt.by.name, receipt.by.function].filter(Boolean).join(', ')],
    [m.sign_row_on(), dayAndTime(receipt.at, { zone })],
    [m.sign_row_seal(), <span key="seal" className="figures">{shortPrint(receipt.chainHead)}</span>],
  ]
}

function ReservationWords({ reservation: { kind, body, decidesOn, text, passageId, conditions, visibility }, view }: { readonly reservation: Reservation; readonly view: LinkView }): ReactNode {
  const kinds = { 'members': m.sign_kind_members, 'substance': m.sign_kind_substance, 'no-unless': m.sign_kind_no_unless, 'form': m.sign_kind_form }
  return (
    <>
      {kinds[kind]()}{passageId ? `, ${nameOfPassage(view.passages, passageId)}` : ''}
      {body ? <span className="own-words">{body}{decidesOn ? `, ${dayWithoutWeekday(decidesOn, { zone: view.dates.zone })}` : ''}</span> : null}
      {text ? <span className="own-words">‘{text}’</span> : null}
      {conditions.length > 0 ? <ul>{conditions.map((one, index) => <li key={index} className="own-words">{one.text}</li>)}</ul> : null}
      <span className="quiet readers">{READERS[visibility]()}</span>
    </>
  )
}

/** Where one's own part lies in the beam of the whole text: a partner carries the text as well as its weakest passage. */
function Placed({ view }: { readonly view: LinkView }): ReactNode {
  const { beams, order, organisation } = view
  const segments: Segment[] = order.map(({ id }) => ({ organisationId: id, state: weakestOf(beams.flatMap((beam) => beam.segments.flatMap((one) => one.organisationId === id ? [one.state] : []))) }))
  const at = segments.findIndex((one) => one.organisationId === organisation.id)
  const carrying = segments.filter(({ state }) => state === 'carries' || state === 'reserved').length
  if (at < 0) return null
  return (
    <div className="placed">
      <div className="placed-beam" style={{ '--at': at, '--of': segments.length } as CSSProperties}><BeamBar segments={segments} organisations={new Map(order.map((one) => [one.id, one]))} open /></div>
      <p className="quiet"><strong>{oneStop(m.sign_yours_underlined({ organisation: organisation.name }))}</strong> {m.sign_carry_now({ carrying, of: askedSegments(segments).length, what: whatOf(view) })}</p>
    </div>
  )
}
