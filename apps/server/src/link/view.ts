/** What a personal link shows: what is asked, the frozen text and what changed since; who carries it only where the law lets this person see that. */
import type { LinkView } from '@draagvlak/api/link'
import { whyNot } from '@draagvlak/domain/access'
import type { Act } from '@draagvlak/domain/access-table'
import { isKeptLate, positionOf } from '@draagvlak/domain/answer'
import { logoFor } from '@draagvlak/domain/consent'
import { beamsOf, countingAnswer } from '@draagvlak/domain/coverage'
import { isPartner } from '@draagvlak/domain/dossier'
import { listingOf } from '@draagvlak/domain/listing'
import { mayTakeBackLogo, proposedLogo, validLogos } from '@draagvlak/domain/logo'
import { layOutWall, SCREEN_WALL } from '@draagvlak/domain/logo-wall'
import { mandateFor } from '@draagvlak/domain/mandate'
import { nameOn, type Logo, type Organisation } from '@draagvlak/domain/organisation'
import { isLateNow } from '@draagvlak/domain/sign-off'
import { askedPersons, isAsked } from '@draagvlak/domain/rounds'
import { appearsAt, lastRound, phaseOf, publicEdition, versionOf, workingEdition } from '@draagvlak/domain/statement'
import { fingerprint } from '@draagvlak/editor/canonical'
import { textOf, type Passage } from '@draagvlak/editor/passage'
import type { Deps } from '../deps.ts'
import { leavesOf } from '../directory/logo-uses.ts'
import { dayOf, logoView } from '../directory/views.ts'
import { briefIn, organisationsOf, participantsOf } from '../dossier/coalition.ts'
import { emailHint, personsById } from '../people/persons.ts'
import { placeIn } from '../round/edition-place.ts'
import { wallSizes } from '../round/listing.ts'
import { minutesFor, titleOf } from '../round/people.ts'
import { answerView } from '../sign-off/answer-view.ts'
import { answerFor, hashAt } from '../sign-off/answering.ts'
import { passagesOf } from '../statement/frozen.ts'
import { passageView } from '../statement/routes.ts'
import type { Link } from './link.ts'

export async function linkView(deps: Deps, link: Link, purpose: 'answer' | 'logo'): Promise<LinkView> {
  const { statement, dossier, organisation, round, version, person } = link
  const now = deps.now()
  const briefOf = briefIn(dossier)
  const organisations = await organisationsOf(deps.events, dossier)
  const order = participantsOf(statement, dossier, organisations, now)
  const passages = await passagesOf(deps, version.version)
  const before = maySee(link, 'see-own-answers') ? await answeredBefore(deps, link) : await askedBefore(deps, link)
  const leader = dossier.leaders.find((one) => one.role === 'coordinator')
  const asker = organisations.find((one) => one.id === leader?.organisationId)
  const carriers = carriersIn(link)
  // [G3] Who gives leave for a logo sees among whom it would stand.
  const seesWall = carriers === 'shown' || maySee(link, 'give-consent')
  const listing = listingOf({ statement, organisations, dossier, edition: workingEdition(statement), now })
  const sizes = wallSizes(listing.listed, new Map(organisations.map((one) => [one.id, one])))
  const found = logoFor(statement, organisation, { edition: workingEdition(statement), channel: 'website', now, zone: dossier.zone })
  const standing = link.purpose === 'logo' ? logoStandingOf(link) : standingOf(link, now)
  const { status } = standing
  const gone = status === 'replaced' || status === 'revoked'
  // Who was asked for the logo only is not told the answer here; who was replaced finds back the own words, not those of the successor.
  const recorded = link.known && link.purpose === 'answer' ? answerFor(statement, { organisationId: organisation.id, personId: person.id }) : null
  const kept = gone && recorded?.personId !== person.id ? null : recorded
  const by = kept ? (await personsById(deps.connection.db, [kept.personId])).get(kept.personId) : undefined
  const leaves = link.known ? (await leavesOf(deps, organisation.id)).map(({ consent }) => consent) : []
  return {
    purpose, ...standing, answerable: isAnswerable(link, status), published: publishedBy(deps, link, organisations, now), organisation: briefOf(organisation, now), person: { name: person.name, function: person.function, emailHint: emailHint(person.email) }, mandate: mandateKind(link, now),
    statement: { title: titleOf(statement, round), type: statement.type, language: statement.language, coalition: dossier.coalition, askedBy: asker ? nameOn(asker, dayOf(now)) : '' },
    version: { hash: version.version, number: version.number, words: version.words }, passages: passages.map(passageView),
    changes: before ? changesBetween(before.passages, passages) : [], since: before?.at ?? null, comparedWith: before?.what ?? null,
    dates: round.dates, late: isLateNow(round, now), minutes: minutesFor(version.words),
    carriers, beams: carriers !== 'shown' ? [] : beamsOf(statement, version.passages, order.map((one) => one.id)).map((beam, at) => ({ passageId: beam.passageId, fingerprint: version.passages[at]!.fingerprint, segments: [...beam.segments], closed: beam.closed, carrying: beam.counts.carries + beam.counts.reserved })),
    order: !seesWall ? [] : order.map((one) => briefOf(one, now)), known: link.known,
    answer: kept && kept.roundId === round.roundId ? {
      organisation: nameOn(organisation, dayOf(now)), statement: titleOf(statement, round), answer: kept.answer, standing: isKeptLate(kept) ? 'late' : kept.standing, version: { number: version.number, hash: version.version },
      by: { name: by?.name ?? '', function: by?.function ?? '' }, at: kept.at, logo: 'logo' in found ? 'consented' : 'refused', chainHead: await hashAt(deps, statement.id, kept.revision), until: null, named: null, ...answerView(kept),
    } : null,
    earlier: link.known && !gone && link.purpose === 'answer' ? earlierView(link) : null,
    logos: link.known && !gone ? validLogos(organisation).map((logo) => onWall(logo, organisation, mayTakeBackLogo(logo, round.openedAt, leaves))) : [], proposedLogo: link.known && !gone ? proposedLogo(organisation, leaves)?.logoId ?? null : null,
    consent: link.known && 'logo' in found ? { logoId: found.logo.logoId, until: statement.consents.findLast((one) => one.organisationId === organisation.id && one.revokedAt === null)?.use.until ?? null } : null,
    wall: !seesWall ? [] : listing.listed.filter((line) => line.place === 'wall').map((line) => ({ organisationId: line.organisationId, name: line.name, logo: sizes.get(line.organisationId) ?? null })),
  }
}

/** The answer of the organisation from an earlier round. */
function earlierView({ statement, organisation, round }: Link): LinkView['earlier'] {
  const answer = countingAnswer(statement, organisation.id)
  if (answer === null || answer.roundId === round.roundId) return null
  const { reservations, exceptions, explanation } = answerView(answer)
  return { answer: answer.answer, at: answer.at, number: versionOf(statement, answer.version)?.number ?? 0, reservations, exceptions, explanation }
}

/** A link that was replaced shows the text and nothing of anybody. */
const maySee = ({ revoked, situation, who }: Link, act: Act, as = who): boolean => !revoked && whyNot(act, as, situation) === null
/** Whoever merely holds the link, or was forwarded it, reads the text: who carries it comes after the code, or not here at all. */
const carriersIn = (link: Link): LinkView['carriers'] => (maySee(link, 'see-carriers') ? 'shown' : maySee(link, 'see-carriers', typed(link.who)) ? 'after-code' : 'withheld')
export const typed = (who: Link['who']): Link['who'] => ({ ...who, link: who.link && { ...who.link, codeTyped: true } })

type Standing = Pick<LinkView, 'status' | 'statusAt'>
/** A link for the logo holds as long as its person may give leave for it. */
function logoStandingOf({ statement, dossier, organisation, revoked, who, situation }: Link): Standing {
  const status = statement.stopped ? 'round-stopped' : !isPartner(dossier, organisation.id) ? 'left-dossier' : revoked || whyNot('give-consent', typed(who), situation) !== null ? 'revoked' : 'open'
  return { status, statusAt: null }
}

/** What holds for this link now, and since when. An edition under embargo is not there yet, here as for everybody outside (E1). */
function standingOf({ statement, dossier, round, organisation, person, revoked }: Link, now: string): Standing {
  const since = (status: LinkView['status'], statusAt: string | null = null): Standing => ({ status, statusAt })
  if (!isPartner(dossier, organisation.id)) return since('left-dossier')
  if (revoked) return since('replaced')
  if (round.status === 'stopped' || statement.stopped) return since('round-stopped')
  if (lastRound(statement)?.roundId !== round.roundId) return since('newer-round')
  if (!askedPersons(round, organisation.id).some((one) => one.personId === person.id) || (organisation.people[person.id]?.leftAt ?? null) !== null) return since('revoked')
  if (round.status === 'open') return since('open')
  if (phaseOf(statement) === 'concept') return since('in-revision')
  const edition = publicEdition(statement, now)
  if (edition && edition.roundId === round.roundId) return since('published', appearsAt(statement, edition))
  return round.adopted ? since('adopted', round.adopted.at) : since('round-closed', round.closedAt)
}

/** [L5] [G3c] As the law says of somebody who types the code over: an answer, or leave for the logo. */
const isAnswerable = ({ who, situation, purpose }: Link, status: LinkView['status']): boolean =>
  status !== 'newer-round' && status !== 'replaced' && whyNot(purpose === 'logo' ? 'give-consent' : 'answer', typed(who), situation) === null

function publishedBy(deps: Deps, { statement, dossier, organisation, round, known, purpose }: Link, organisations: readonly Organisation[], now: string): LinkView['published'] {
  const edition = publicEdition(statement, now)
  if (!edition || edition.roundId !== round.roundId) return null
  const { as, because } = placeIn(edition, organisation, { statement, dossier, organisations, now })
  const takenBack = as !== 'left-out' && positionOf(statement, organisation.id).current === null
  // The list is public, what somebody answered is not (M5a).
  const own = takenBack ? null : { as, because: known && purpose === 'answer' ? because : null }
  return { address: `${deps.config.baseUrl}/p/${statement.slug}`, edition: edition.number, at: appearsAt(statement, edition), own }
}

/** On whose authority: named in this round, or a mandate on record with its end. */
function mandateKind({ statement, organisation, person }: Link, now: string): string | null {
  const cited = mandateFor(statement, organisation, person.id, now)
  if (!cited) return null
  return cited.kind === 'recorded' ? organisation.mandates.find((one) => one.mandateId === cited.mandateId)?.until ?? 'standing' : 'asked'
}

interface Before { readonly passages: readonly Passage[]; readonly at: string; readonly what: 'own-answer' | 'earlier-round' }
/** [V3] Compared with the text that this partner answered, never with a version in between. */
async function answeredBefore(deps: Deps, { statement, organisation, version }: Link): Promise<Before | null> {
  const last = positionOf(statement, organisation.id).history.map((id) => statement.answers[id]).findLast((answer) => answer && answer.version !== version.version)
  return last ? { passages: await passagesOf(deps, last.version), at: last.at, what: 'own-answer' } : null
}
/** Before the code: with the text that this partner was asked about before, whether it answered or not. */
async function askedBefore(deps: Deps, { statement, organisation, round, version }: Link): Promise<Before | null> {
  const last = statement.rounds.slice(0, statement.rounds.findIndex((one) => one.roundId === round.roundId)).findLast((one) => isAsked(one, organisation.id))
  return last && last.version !== version.version ? { passages: await passagesOf(deps, last.version), at: last.openedAt, what: 'earlier-round' } : null
}

export function changesBetween(before: readonly Passage[], after: readonly Passage[]): LinkView['changes'] {
  const old = new Map(before.map((passage) => [passage.id, passage]))
  const present = new Set(after.map((passage) => passage.id))
  return [
    ...after.flatMap((passage): LinkView['changes'] => {
      const was = old.get(passage.id)
      if (!was) return [{ passageId: passage.id, kind: 'new', before: null, after: textOf(passage) }]
      return fingerprint(was) === fingerprint(passage) ? [] : [{ passageId: passage.id, kind: 'changed', before: textOf(was), after: textOf(passage) }]
    }),
    ...before.filter((passage) => !present.has(passage.id)).map((passage) => ({ passageId: passage.id, kind: 'gone' as const, before: textOf(passage), after: null })),
  ]
}

/** The place that a logo would have: equal optical area does not depend on the neighbours. */
export function onWall(logo: Logo, organisation: Pick<Organisation, 'minimumWidth' | 'kind' | 'id'>, mayTakeBack: boolean): LinkView['logos'][number] {
  const minimum = organisation.minimumWidth ? { minimumWidth: organisation.minimumWidth * 96 / 25.4 } : {}
  const [place] = layOutWall([{ id: organisation.id, kind: organisation.kind, hasPartnerLogoLeave: true, mark: { facts: logo.facts, ...minimum } }], SCREEN_WALL).places
  if (place?.as !== 'logo') return { ...logoView(logo), mayTakeBack, wall: null }
  const { width, height, limitedBy, image } = place
  return { ...logoView(logo), mayTakeBack, wall: { file: logo.file, mediaType: logo.mediaType, width, height, limitedBy, image } }
}
