/** Who would be listed under an edition, with logo or by name, and who not and why: shown before closing, adopting and publishing. */
import { isKeptLate, noBefore, positionOf, type AnswerKept } from './answer.ts'
import { isStateBody } from './body-kind.ts'
import { logoFor } from './consent.ts'
import { askedInRound, hasOpenConditions, unsettled } from './coverage.ts'
import { dayIn } from './deadline.ts'
import { isPartner, partnerIn, type Dossier } from './dossier.ts'
import type { Channel, Id, Instant, Listed, PublicReservation, Sha256 } from './events.ts'
import { printedNameOn, type Organisation } from './organisation.ts'
import { compareSortKeys, organisationSortKey } from './sort-key.ts'
import { lastRound, takesPart, versionOf, type Statement } from './statement.ts'

export type LeftOutReason =
  | 'no-answer' | 'not-asked' | 'provisional' | 'declined' | 'withdrawn' | 'late' | 'conditions-open' | 'reconfirm' | 'asked-not-to-be-listed' | 'partnership-ended'
export interface LeftOut { readonly organisationId: Id; readonly because: LeftOutReason; readonly passageIds: readonly string[] }
/** [S6] On personal title: a list of persons of its own, only with their own yes to print. */
export interface PersonListed { readonly personId: Id; readonly organisationId: Id; readonly answerId: Id }

export interface Listing {
  /** [G5] In the one order, wall and State list together. */
  readonly listed: readonly Listed[]
  readonly leftOut: readonly LeftOut[]
  readonly personal: readonly PersonListed[]
  /** Persons printed beside their organisation, each on a separate yes (S6). */
  readonly printed: readonly { readonly personId: Id; readonly organisationId: Id }[]
}

export interface ListingAsk {
  readonly statement: Statement
  readonly organisations: readonly Organisation[]
  readonly dossier: Dossier
  readonly edition: number
  readonly now: Instant
  /** Else the version of the last round. */
  readonly version?: Sha256
  /** Where it will stand; consent names channels (G3). */
  readonly channel?: Channel
}

export function listingOf(ask: ListingAsk): Listing {
  const { statement, organisations, dossier } = ask
  const round = lastRound(statement)
  const concerned = round === undefined ? [] : organisations.filter(one => takesPart(statement, one.id) && (isPartner(dossier, one.id) || statement.positions[one.id] !== undefined))
  const lines = concerned.map(organisation => lineOf(organisation, ask))
  const listed = lines.flatMap(line => ('name' in line ? [line] : [])).sort((a, b) => compareSortKeys({ key: a.sortKey, name: a.name }, { key: b.sortKey, name: b.name }))
  return {
    listed,
    leftOut: lines.flatMap(line => ('name' in line ? [] : [line])),
    personal: personalOf(statement, ask.edition, dossier),
    printed: statement.namesInPrint
      .filter(one => one.allowed && listed.some(line => line.organisationId === one.organisationId && statement.answers[line.answerId]?.personId === one.personId))
      .map(({ personId, organisationId }) => ({ personId, organisationId })),
  }
}

function lineOf(organisation: Organisation, ask: ListingAsk): Listed | LeftOut {
  const out = (because: LeftOutReason, passageIds: readonly string[] = []): LeftOut => ({ organisationId: organisation.id, because, passageIds })
  const { statement, dossier, edition, now } = ask
  if (!isPartner(dossier, organisation.id)) return out('partnership-ended')
  const position = positionOf(statement, organisation.id)
  if (position.state === 'provisional') return out('provisional')
  if (position.state === 'declined' || position.state === 'withdrawn') return out(position.state)
  const answer = answerForEdition(statement, organisation.id, edition)
  if (answer === null && position.late.length === 0 && noBefore(statement, organisation.id) !== null) return out('declined')
  if (answer === null) return out(position.late.length > 0 || position.current !== null ? 'late' : askedInRound(statement, organisation.id) ? 'no-answer' : 'not-asked')
  if (hasOpenConditions(answer)) return out('conditions-open')
  if (answer.reservations.some(one => one.kind === 'substance' && !one.listed)) return out('asked-not-to-be-listed')
  const open = unsettled(statement, answer, versionOf(statement, ask.version ?? lastRound(statement)?.version ?? '')?.passages ?? [])
  if (open.length > 0) return out('reconfirm', open)

  const name = printedNameOn(organisation, dayIn(now, dossier.zone))
  return {
    organisationId: organisation.id, name, sortKey: organisationSortKey({ name, ownKey: organisation.sortKey }), kind: organisation.kind, ...markOf(organisation, answer, ask),
    // [S6] An umbrella signs in its own name; the number of members is said with its date, the members are never implied.
    alsoFor: organisation.kind === 'umbrella' ? organisation.members : null,
    reservations: publicReservationsOf(answer), answerId: answer.answerId,
  }
}

/** [L5] An answer admitted to the next edition does not count for this one; what counted before it still does. */
function answerForEdition(statement: Statement, organisationId: Id, edition: number): AnswerKept | null {
  const { current, history } = positionOf(statement, organisationId)
  if (current === null) return null
  const upTo = history.slice(0, history.indexOf(current) + 1).flatMap(id => statement.answers[id] ?? [])
  const answer = upTo.findLast(one => one.capacity === 'organisation' && one.standing === 'counts' && one.ended === null && !isKeptLate(one) && countsFrom(statement, one) <= edition)
  return answer === undefined || answer.answer === 'declined' ? null : answer
}

const countsFrom = (statement: Statement, answer: AnswerKept): number => {
  const edition = statement.rounds.find(round => round.roundId === answer.roundId)?.edition ?? 1
  return answer.admittedTo === 'next-edition' ? edition + 1 : edition
}

/** [G2, G3, G4] Logo or name, and in which list. Without consent the name takes the same place in the order. */
function markOf(organisation: Organisation, answer: AnswerKept, { statement, dossier, edition, now, channel }: ListingAsk): Pick<Listed, 'place' | 'logo' | 'nameOnlyBecause'> {
  const byName = (nameOnlyBecause: string, place: Listed['place'] = 'wall') => ({ place, logo: null, nameOnlyBecause })
  if (isStateBody(organisation.kind) && partnerIn(dossier, organisation.id)?.logoLeave == null) return byName('state-body', 'state')
  const namesStandIn = isStateBody(organisation.kind) ? 'state' : 'wall'
  if (answer.reservations.some(one => one.kind === 'form')) return byName('asked-by-name', namesStandIn)
  const found = logoFor(statement, organisation, { edition, channel: channel ?? 'website', now, zone: dossier.zone })
  if ('because' in found) return byName(found.because, namesStandIn)
  const { logoId, file, mediaType, facts } = found.logo
  return { place: 'wall', logo: { logoId, file, mediaType, facts }, nameOnlyBecause: null }
}

/** [S4] Reservations that are for the public stand under the list. */
function publicReservationsOf(answer: AnswerKept): readonly PublicReservation[] {
  return answer.reservations.flatMap(one => (one.visibility === 'public' && one.text !== null && one.text !== '' ? [{ passageId: one.kind === 'substance' ? one.passageId : null, text: one.text }] : []))
}

function personalOf(statement: Statement, edition: number, dossier: Dossier): readonly PersonListed[] {
  const last: Record<string, AnswerKept> = {}
  for (const { organisationId, history } of Object.values(statement.positions)) {
    if (!isPartner(dossier, organisationId)) continue
    for (const id of history) {
      const answer = statement.answers[id]
      if (answer?.capacity === 'personal' && countsFrom(statement, answer) <= edition) last[`${organisationId} ${answer.personId}`] = answer
    }
  }
  const version = lastRound(statement)?.version
  const mayPrint = (answer: AnswerKept) => statement.namesInPrint.some(one => one.allowed && one.personId === answer.personId && one.organisationId === answer.organisationId)
  return Object.values(last)
    .filter(answer => answer.ended === null && answer.answer !== 'declined' && answer.version === version && mayPrint(answer))
    .map(({ personId, organisationId, answerId }) => ({ personId, organisationId, answerId }))
}
