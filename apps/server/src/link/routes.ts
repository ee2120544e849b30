/** The pages of people without an account: reading with the link alone, acting only after the code (E3). */
import * as api from '@draagvlak/api/link'
import { whyNot } from '@draagvlak/domain/access'
import type { Act } from '@draagvlak/domain/access-table'
import { decideAskCoordinator, decideDiscussFirst, decideNotAuthorised } from '@draagvlak/domain/sign-off-acts'
import { streamOf } from '@draagvlak/domain/events'
import { decideTakeBackLogo, mayTakeBackLogo } from '@draagvlak/domain/logo'
import { lastRound } from '@draagvlak/domain/statement'
import { nameOn } from '@draagvlak/domain/organisation'
import { m } from '@draagvlak/messages/m'
import { setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { takeIn } from '../directory/logo-routes.ts'
import { leavesOf } from '../directory/logo-uses.ts'
import { No, refused, tooOften } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { putMail, type MailKind } from '../mail/outbox.ts'
import { shortTitle } from '../mail/round-letters.ts'
import { findOrAddPerson, emailHint, personsById } from '../people/persons.ts'
import { noFor } from '../people/routes.ts'
import { pdfHeaders } from '../pdf/pdf-headers.ts'
import { titleOf } from '../round/people.ts'
import { giveAnswer, giveConsent, onStatement, receiptOf, type Answerer } from '../sign-off/answering.ts'
import type { Trx } from '../store/database.ts'
import { enterCode, sendCode } from './code.ts'
import { findLink, linkCookie, type Link } from './link.ts'
import { confirmationPdf, textPdf } from './pdf.ts'
import { linkView, onWall, typed } from './view.ts'

export function linkRoutes(on: On, deps: Deps): void {
  /** The link, if its person may do this now; reading takes the link alone. */
  async function may(act: Act, token: string, context: Context): Promise<Link | No> {
    const link = await findLink(deps, token, context)
    if (link instanceof No) return link
    if (link.revoked && act !== 'read-round-version') return refused('not-yours')
    const because = whyNot(act, link.who, link.situation)
    return because ? refused(because) : link
  }
  const answererOf = (link: Link): Answerer => ({ statementId: link.statement.id, organisationId: link.organisation.id, personId: link.person.id, by: link.by, purpose: link.purpose })
  const purposeOf = (link: Link, context: Context): 'answer' | 'logo' => (link.purpose === 'logo' || context.req.header('x-draagvlak-page') === 'logo' ? 'logo' : 'answer')

  on(api.seeLink, async ({ params, context }) => {
    const link = await may('read-round-version', params.token, context)
    return link instanceof No ? link : linkView(deps, link, purposeOf(link, context))
  })
  on(api.askLinkCode, async ({ params, context }) => {
    const link = await may('read-round-version', params.token, context)
    if (link instanceof No) return link
    return await sendCode(deps, link) ? { emailHint: emailHint(link.person.email) } : tooOften()
  })
  on(api.enterLinkCode, async ({ params, body, context }) => {
    const link = await may('read-round-version', params.token, context)
    if (link instanceof No) return link
    const entered = await enterCode(deps, link, body.code)
    if (typeof entered === 'string') return noFor(entered)
    setCookie(context, linkCookie(deps, link.id), entered.cookie, { path: '/', httpOnly: true, sameSite: 'Lax', secure: deps.config.baseUrl.startsWith('https:'), maxAge: entered.seconds })
    return linkView(deps, { ...link, known: true, who: typed(link.who) }, purposeOf(link, context))
  })

  on(api.answerByLink, async ({ params, body, context }) => {
    const link = await may(body.answer.capacity === 'personal' ? 'answer-personally' : 'answer', params.token, context)
    if (link instanceof No) return link
    // A link belongs to the round it was sent for: a later round asks again, with a link of its own.
    if (lastRound(link.statement)?.roundId !== link.round.roundId) return refused('round-was-stopped')
    return giveAnswer(deps, answererOf(link), body.answer, body.answer.answer === 'declined' || body.answer.capacity === 'personal' ? undefined : body.consent)
  })
  on(api.consentByLink, async ({ params, body, context }) => {
    const link = await may('give-consent', params.token, context)
    return link instanceof No ? link : giveConsent(deps, answererOf(link), body.consent)
  })
  on(api.discussFirstByLink, async ({ params, body, context }) => {
    const link = await may('discuss-first', params.token, context)
    if (link instanceof No) return link
    const done = await onStatement(deps, answererOf(link), (statement, organisation, now) => decideDiscussFirst(statement, organisation, { roundId: link.round.roundId, personId: link.person.id, until: body.until }, now))
    return done instanceof No ? done : receiptOf(deps, answererOf(link), done, 'discuss-first', 'unchanged', null, { until: body.until })
  })
  on(api.notAuthorisedByLink, async ({ params, body, context }) => {
    const link = await may('not-authorised', params.token, context)
    if (link instanceof No) return link
    const named = body.named
    const namedId = named ? await deps.connection.db.transaction().execute((trx) => findOrAddPerson(trx, deps.now(), named)).then((person) => person.id) : null
    const done = await onStatement(deps, answererOf(link), (statement, organisation, now) => decideNotAuthorised(statement, organisation, { roundId: link.round.roundId, personId: link.person.id, named: namedId }, now), (trx, _done, now) =>
      tellCoordinators(trx, link, now, 'not-authorised', (locale, url) => ({
        subject: m.shared_mail_not_authorised_subject({ organisation: nameHere(link, now), title: shortTitle(titleOf(link.statement, link.round)) }, { locale }),
        text: m.shared_mail_not_authorised_text({ by: link.person.name, organisation: nameHere(link, now), title: titleOf(link.statement, link.round), named: named ? `${named.name}, ${named.function}, ${named.email}` : m.shared_mail_nobody_named({}, { locale }), url }, { locale }),
      })))
    return done instanceof No ? done : receiptOf(deps, answererOf(link), done, 'not-authorised', 'unchanged', null, { named: named ? [named.name, named.function, named.email].filter(Boolean).join(', ') : null })
  })
  on(api.askByLink, async ({ params, body, context }) => {
    const link = await may('ask-coordinator', params.token, context)
    if (link instanceof No) return link
    const done = await onStatement(deps, answererOf(link), (statement, organisation, now) => decideAskCoordinator(statement, organisation, { roundId: link.round.roundId, personId: link.person.id, text: body.text }, now), (trx, _done, now) =>
      tellCoordinators(trx, link, now, 'question', (locale, url) => ({
        subject: m.shared_mail_question_subject({ organisation: nameHere(link, now), title: shortTitle(titleOf(link.statement, link.round)) }, { locale }),
        text: m.shared_mail_question_text({ by: link.person.name, organisation: nameHere(link, now), title: titleOf(link.statement, link.round), text: body.text, email: link.person.email ?? '', url }, { locale }),
      })))
    deps.mailWaits()
    return done instanceof No ? done : undefined
  })
  on(api.addLogoByLink, async ({ params, upload, context }) => {
    const link = await may('manage-logos', params.token, context)
    if (link instanceof No) return link
    const added = await takeIn(deps, link.by, link.organisation.id, upload, 'colour')
    if (added instanceof No) return added
    return onWall(added, link.organisation, mayTakeBackLogo(added, link.round.openedAt, await consentsOf(link)))
  })
  const consentsOf = async ({ organisation }: Link) => (await leavesOf(deps, organisation.id)).map(({ consent }) => consent)
  on(api.takeBackLogoByLink, async ({ params, context }) => {
    const link = await may('manage-logos', params.token, context)
    if (link instanceof No) return link
    const consents = await consentsOf(link)
    const stream = streamOf.organisation(link.organisation.id)
    const outcome = await deps.events.decide({ write: stream, by: link.by }, ({ state }) => decideTakeBackLogo(state(stream)!, { logoId: params.logoId, since: link.round.openedAt, consents }))
    return outcome.ok ? undefined : refused(outcome.because)
  })
  on(api.textPdfByLink, async ({ params, context }) => {
    const link = await may('read-round-version', params.token, context)
    return link instanceof No ? link : { bytes: await textPdf(deps, link), headers: pdfHeaders(titleOf(link.statement, link.round)) }
  })
  on(api.confirmationByLink, async ({ params, context }) => {
    const link = await may('see-own-answers', params.token, context)
    if (link instanceof No) return link
    const bytes = await confirmationPdf(deps, link)
    return bytes ? { bytes, headers: pdfHeaders(titleOf(link.statement, link.round)) } : refused('no-answer-yet')
  })

  const nameHere = (link: Link, now: string): string => nameOn(link.organisation, dayOf(now))
  async function tellCoordinators(trx: Trx, link: Link, now: string, kind: MailKind, letter: (locale: 'nl' | 'en', url: string) => { subject: string; text: string }): Promise<void> {
    const ids = link.dossier.leaders.filter((leader) => leader.role === 'coordinator').map((leader) => leader.personId)
    for (const person of (await personsById(trx, ids)).values()) {
      if (person.email) await putMail(trx, now, { personId: person.id, address: person.email, kind, statementId: link.statement.id, organisationId: link.organisation.id, ...letter(person.language, `${deps.config.baseUrl}/teksten/${link.statement.id}/ronde`) })
    }
  }
}
