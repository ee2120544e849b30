/** Step 1: what changed since last time first, then the whole frozen text with who carries each passage. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { nameOfPassage, type Change } from './changes.ts'
import { Act } from './controls.tsx'
import type { Door } from './door.ts'
import { whatOf } from './draft.ts'
import { Letter } from './Letter.tsx'
import { Note, Trouble } from './Note.tsx'
import type { Session } from './session.ts'
import { Standing } from './Standing.tsx'
import { shortened, wordDifference } from './word-difference.ts'

const TYPES = { 'open-letter': m.shared_type_open_letter, 'position-paper': m.shared_type_position_paper, 'key-messages': m.shared_type_key_messages } as const

export function ReadStep({ session, door }: { readonly session: Session; readonly door: Door }): ReactNode {
  const { view, newer, found, go, error } = session
  const { statement, version, organisation, minutes, wall, since } = view
  const open = view.answerable
  const what = whatOf(view)
  const type = TYPES[statement.type as keyof typeof TYPES]?.() ?? ''
  const unanswered = view.answer === null
  return (
    <>
      <div className="sign-body">
        <h1 className="sign-title" tabIndex={-1}>{m.sign_read_title({ type, coalition: statement.coalition })}</h1>
        {view.status === 'open' ? <p className="sign-lead">{m.sign_asks({ asker: statement.askedBy, organisation: organisation.name, number: version.number, minutes })}</p> : null}
        <Standing view={view} />
        <Trouble error={error} recording />
        {newer ? <Note tone="warning" title={m.sign_newer_title()}><p>{m.sign_newer_what()}</p></Note> : null}
        {found && open && unanswered && !newer ? <p className="quiet">{m.sign_kept_words()}</p> : null}
        {newer ? <Changes changes={newer} session={session} title={m.sign_changes_while_reading({ count: newer.length })} />
          : view.changes.length > 0 && since ? <Changes changes={view.changes} session={session} title={(view.comparedWith === 'earlier-round' ? m.sign_changes_round : m.sign_changes)({ count: view.changes.length, date: dayWithoutWeekday(since, { zone: view.dates.zone }) })} /> : null}
        <Letter session={session} door={door} />
        {wall.length > 0 ? (
          <div className="under">
            <p>{m.sign_already_under({ count: wall.length, what })}</p>
            <details><summary>{m.sign_show_who()}</summary><ul className="who">{wall.map((one) => <li key={one.organisationId}>{one.name}</li>)}</ul></details>
          </div>
        ) : <div className="under" />}
        <p className="sign-links"><a href={door.textPdf}>{m.sign_text_pdf()}</a></p>
        {open ? <p className="quiet">{m.sign_records_nothing()}</p> : null}
      </div>
      {open ? <Act afloat label={m.sign_to_answer()} onAct={() => go('answer')} /> : null}
    </>
  )
}

function Changes({ changes, session: { view }, title }: { readonly changes: readonly Change[]; readonly session: Session; readonly title: string }): ReactNode {
  const words = { changed: m.sign_change_changed, new: m.sign_change_new, gone: m.sign_change_gone }
  const numberOf = (id: string) => view.passages.findIndex((passage) => passage.id === id) + 1
  return (
    <section className="since" aria-labelledby="since">
      <h2 id="since" className="strong">{title}</h2>
      <ol>
        {changes.map((change) => (
          <li key={change.passageId}>
            <p className="where">{numberOf(change.passageId) > 0 ? <a href={`#p-${change.passageId}`} title={nameOfPassage(view.passages, change.passageId)}>{m.sign_change_passage({ number: numberOf(change.passageId) })}</a> : null} {words[change.kind]()}</p>
            <p className="change-text" lang={view.statement.language}>{piecesOf(change).map((piece, index) => piece.as === 'gone' ? <del key={index}>{piece.text}</del> : piece.as === 'new' ? <ins key={index}>{piece.text}</ins> : <span key={index}>{piece.text}</span>)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

const piecesOf = ({ kind, before, after }: Change) =>
  kind === 'changed' ? shortened(wordDifference(before ?? '', after ?? '')) : [{ as: kind === 'new' ? 'new' as const : 'gone' as const, text: after ?? before ?? '' }]
