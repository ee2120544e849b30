/** [L3e] Tells signatories by mail what became of a text, in the transaction of the act; what is under embargo is held back until outsiders may know of it (E1). */
import { isKeptLate } from '@draagvlak/domain/answer'
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Instant } from '@draagvlak/domain/events'
import { nameOn, type Organisation } from '@draagvlak/domain/organisation'
import { appearsAt, lastRound, publicEdition, standingEdition, type Edition, type Statement } from '@draagvlak/domain/statement'
import { whoIsTold, type News, type Told, type ToldFor } from '@draagvlak/domain/telling'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import type { Letter } from '../mail/letters.ts'
import { correctedMail, publishedMail, reopenedMail, roundClosedMail, type StandsAt } from '../mail/news-letters.ts'
import { putMail, type MailKind } from '../mail/outbox.ts'
import { personsById, type Person } from '../people/persons.ts'
import { answerInWords } from '../sign-off/in-words.ts'
import type { Trx } from '../store/database.ts'
import { placeIn } from './edition-place.ts'
import { linkFor, titleOf, urlOfLink } from './people.ts'

/** The statement as it is after the act, and its coalition. */
export interface After { readonly statement: Statement; readonly dossier: Dossier; readonly organisations: readonly Organisation[]; readonly now: Instant }

/** `inside`: it says what others may not know (P1, M3). */
type ToSend = Letter & { readonly inside?: boolean }

export async function tellClosed(deps: Deps, trx: Trx, after: After): Promise<void> {
  const { statement, organisations, now } = after
  const round = lastRound(statement)
  if (!round) return
  const standsAt = async (person: Person, { organisationId, asked, answer, reconfirm }: ToldFor): Promise<StandsAt> => ({
    organisation: nameIn(organisations, organisationId, now), answer: answer && answerInWords(answer.answer, person.language),
    standing: answer && isKeptLate(answer) ? 'late' : reconfirm ? 'reconfirm' : answer?.answer === 'declined' && answer.roundId !== round.roundId ? 'no-before' : answer?.standing ?? 'counts', personal: answer?.capacity === 'personal',
    url: asked ? urlOfLink(deps, await linkFor(trx, { statementId: statement.id, roundId: round.roundId, organisationId, personId: person.id, now })) : null,
  })
  await tell(trx, after, 'round-closed', 'round-closed', now, async (person, told) => {
    const stands: StandsAt[] = []
    for (const one of told.for) stands.push(await standsAt(person, one))
    return { ...roundClosedMail(person.language, { name: person.name, title: titleOf(statement, round), stands }), inside: stands.some(({ standing }) => standing === 'provisional') }
  })
}

export async function tellReopened(deps: Deps, trx: Trx, after: After, reason: string | null): Promise<void> {
  const { statement, now } = after
  const round = lastRound(statement)
  if (!round) return
  // An edition under embargo is not there yet, in this mail either (E1).
  const edition = publicEdition(statement, now)
  const published = edition ? { edition: edition.number, url: `${deps.config.baseUrl}/p/${statement.slug}` } : null
  await tell(trx, after, 'draft-reopened', 'reopened', now, async (person, told) => {
    const own = told.for.find(({ asked }) => asked)
    const page = own ? urlOfLink(deps, await linkFor(trx, { statementId: statement.id, roundId: round.roundId, organisationId: own.organisationId, personId: person.id, now })) : null
    return reopenedMail(person.language, { name: person.name, title: titleOf(statement, round), reason, published, page })
  })
}

/** After a publication: what was held back of an earlier edition is overtaken by this one. */
export async function tellPublished(deps: Deps, trx: Trx, after: After): Promise<void> {
  await dropHeld(trx, after)
  const edition = standingEdition(after.statement)
  if (edition) await tellEdition(deps, trx, after, edition)
}

/** After a publication was withdrawn: nobody is told of it later, and of an earlier edition that still waits for its embargo they are. */
export async function tellWithdrawn(deps: Deps, trx: Trx, after: After): Promise<void> {
  await dropHeld(trx, after)
  const edition = standingEdition(after.statement)
  if (edition && appearsAt(after.statement, edition) > after.now) await tellEdition(deps, trx, after, edition)
}

async function tellEdition({ config }: Pick<Deps, 'config'>, trx: Trx, after: After, edition: Edition): Promise<void> {
  const { statement, now } = after
  const at = appearsAt(statement, edition)
  // Who never heard of an earlier edition is told of a publication, not of a correction.
  const corrects = statement.editions.some((one) => one.number < edition.number && appearsAt(statement, one) <= now && (one.withdrawn === null || one.withdrawn.at > appearsAt(statement, one)))
  await tell(trx, after, 'edition-published', corrects ? 'corrected' : 'published', at > now ? at : now, (person, told) => {
    // Who answered on personal title only is told nothing of an organisation that this does not put under it (S6).
    const places = told.for.flatMap(({ organisationId, answer }) => {
      const organisation = after.organisations.find((one) => one.id === organisationId)
      const place = organisation && placeIn(edition, organisation, after)
      return !place || (answer?.capacity === 'personal' && place.as === 'left-out') ? [] : [place]
    })
    const news = { name: person.name, title: titleOf(statement, edition), edition: edition.number, url: `${config.baseUrl}/p/${statement.slug}`, places }
    return { ...corrects ? correctedMail(person.language, { ...news, reason: edition.reason ?? '' }) : publishedMail(person.language, news), inside: places.some(({ because }) => because === 'provisional') }
  })
}

async function tell(trx: Trx, { statement, dossier, organisations, now }: After, news: News, kind: MailKind, sendAfter: Instant, letter: (person: Person, told: Told) => ToSend | Promise<ToSend>): Promise<void> {
  const all = whoIsTold(news, { statement, dossier, organisations })
  const persons = await personsById(trx, all.map((one) => one.personId))
  for (const told of all) {
    const person = persons.get(told.personId)
    const organisationId = told.for.length === 1 ? { organisationId: told.for[0]!.organisationId } : {}
    if (person?.email) await putMail(trx, now, { personId: person.id, address: person.email, kind, statementId: statement.id, ...organisationId, sendAfter, ...await letter(person, told) })
  }
}

const dropHeld = (trx: Trx, { statement, now }: After) =>
  trx.deleteFrom('outbox').where('statement_id', '=', statement.id).where('kind', 'in', ['published', 'corrected']).where('sent_at', 'is', null).where('attempts', '=', 0).where('send_after', '>', new Date(now)).execute()

const nameIn = (organisations: readonly Organisation[], id: string, now: Instant): string => {
  const organisation = organisations.find((one) => one.id === id)
  return organisation ? nameOn(organisation, dayOf(now)) : ''
}
