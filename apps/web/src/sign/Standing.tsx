/** What holds for this link now: the round runs, is closed, its text is adopted or published, or the link asks nothing any more. */
import type { LinkView } from '@draagvlak/api/link'
import { becauseLeftOut } from '@draagvlak/messages/left-out'
import { getLocale } from '@draagvlak/messages/locale'
import { m } from '@draagvlak/messages/m'
import { oneStop } from '@draagvlak/messages/one-stop'
import type { ReactNode } from 'react'
import { dayAndTime, dayWithoutWeekday } from '../ui/dates.ts'
import { Note } from './Note.tsx'

const momentOf = ({ statusAt, dates }: LinkView): string => dayAndTime(statusAt ?? dates.closesAt, { zone: dates.zone })
const dayOf = ({ statusAt, dates }: LinkView): string => dayWithoutWeekday(statusAt ?? dates.closesAt, { zone: dates.zone })

/** One line at the head of the page, in the place of the date by which an answer is asked. */
export function standingLine(view: LinkView): string {
  const { status, dates, late } = view
  switch (status) {
    case 'open': return late ? m.sign_date_past({ moment: dayAndTime(dates.closesAt, { zone: dates.zone }) }) : m.sign_answer_by({ moment: dayAndTime(dates.answerBy, { zone: dates.zone }) })
    case 'round-closed': return m.sign_closed_line({ date: dayOf(view) })
    case 'adopted': return m.sign_adopted_line({ date: dayOf(view) })
    case 'published': return m.sign_published_line({ date: dayOf(view) })
    case 'in-revision': return m.sign_revision_title()
    case 'newer-round': return m.sign_newer_round_title()
    case 'round-stopped': return m.sign_stopped_title()
    case 'replaced': return m.sign_replaced_title()
    case 'revoked': return m.sign_revoked_title()
    case 'left-dossier': return m.sign_left_title({ organisation: view.organisation.name })
  }
}

/** The same in full: what is still possible by the rules (L5), and where the text can be read. Nothing while the round simply runs. */
/** @param answered what was answered here: `counts` stands as it was given, `waits` is kept as late or provisional, which is said apart. */
export function Standing({ view, answered = null }: { readonly view: LinkView; readonly answered?: 'counts' | 'waits' | null }): ReactNode {
  const said = wordsOf(view, answered)
  if (said === null) return null
  const { published } = view
  return (
    <Note tone={view.status === 'published' ? 'done' : answered ? 'plain' : 'warning'} title={said.title}>
      {published?.own ? <p>{placeInWords(published.edition, published.own, view)}</p> : null}
      {said.what === '' ? null : <p>{said.what}</p>}
      {published ? <p className="sign-links"><a href={published.address}>{m.sign_public_page({ edition: published.edition })}</a></p> : null}
    </Note>
  )
}

/** Whether the own name stands under the edition, and why not: a partner that vanished from it learns so here. */
function placeInWords(edition: number, { as, because }: NonNullable<NonNullable<LinkView['published']>['own']>, { organisation: { name } }: LinkView): string {
  const about = { organisation: name, edition }
  if (as !== 'left-out') return as === 'logo' ? m.sign_listed_logo(about) : m.sign_listed_name(about)
  return because === null ? m.sign_left_out(about) : m.sign_left_out_why({ ...about, because: becauseLeftOut(because, getLocale()) })
}

function wordsOf(view: LinkView, answered: 'counts' | 'waits' | null): { readonly title: string; readonly what: string } | null {
  const { status, late, dates, organisation, answerable } = view
  const moment = momentOf(view)
  switch (status) {
    case 'open': return late ? { title: m.sign_date_past({ moment: dayAndTime(dates.closesAt, { zone: dates.zone }) }), what: answered === 'waits' ? m.sign_otherwise_waits() : answered ? m.sign_otherwise_late() : m.sign_late_what() } : null
    case 'round-closed': return { title: m.sign_late_title({ moment }), what: answered === 'waits' ? m.sign_otherwise_waits() : answered ? m.sign_otherwise_late() : m.sign_late_what() }
    case 'adopted': return { title: m.sign_adopted_title({ moment }), what: m.sign_adopted_what() }
    case 'published': return { title: m.sign_published_title({ edition: view.published?.edition ?? 1, moment }), what: answerable ? m.sign_published_what() : '' }
    case 'in-revision': return { title: m.sign_revision_title(), what: m.sign_revision_what() }
    case 'newer-round': return { title: m.sign_newer_round_title(), what: m.sign_newer_round_what() }
    case 'round-stopped': return { title: m.sign_stopped_title(), what: m.sign_stopped_what() }
    case 'replaced': return { title: m.sign_replaced_title(), what: m.sign_replaced_what() }
    case 'revoked': return view.purpose === 'logo' ? { title: m.sign_logo_ended_title(), what: oneStop(m.sign_logo_ended_what({ organisation: organisation.name })) } : { title: m.sign_revoked_title(), what: oneStop(m.sign_revoked_what({ organisation: organisation.name })) }
    case 'left-dossier': return { title: m.sign_left_title({ organisation: organisation.name }), what: m.sign_left_dossier_what({ organisation: organisation.name }) }
  }
}
