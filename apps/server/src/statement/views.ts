/** A statement as the contract shows it. */
import type { StatementBrief, StatementFull } from '@draagvlak/api/statement'
import { access, rightOf, rolesOf, roomAccess, type Situation } from '@draagvlak/domain/access'
import { beamsOf, carriesText } from '@draagvlak/domain/coverage'
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Instant } from '@draagvlak/domain/events'
import type { Organisation } from '@draagvlak/domain/organisation'
import type { PassagePrint } from '@draagvlak/domain/passage'
import type { Round } from '@draagvlak/domain/rounds'
import { askedSegments, weakestOf } from '@draagvlak/domain/segment'
import { lastRound, phaseOf, stageOf, standingEdition, versionOf, type Statement, type Version } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { organisationsOf, participantsOf } from '../dossier/coalition.ts'
import type { Caller } from '../people/caller.ts'
import { passagePrints } from '@draagvlak/editor/canonical'
import { readPassages } from '@draagvlak/editor/ydoc'
import { loadDraft } from './draft.ts'

/** The passages that answers are held against: the draft while it is open, else the version of the last round. */
export async function passagesNow(deps: Deps, statement: Statement): Promise<readonly PassagePrint[]> {
  const round = lastRound(statement)
  if (statement.draft.open) return round ? passagePrints(readPassages(await loadDraft(deps.connection.db, statement.id, deps.steps))) : []
  return round ? versionOf(statement, round.version)?.passages ?? [] : []
}

/** What a line in a list counts: the edition that stands while the next one is being written, whose words nobody was asked about yet. */
async function passagesInShort(deps: Deps, statement: Statement): Promise<readonly PassagePrint[]> {
  const edition = statement.draft.open ? standingEdition(statement) : undefined
  return edition ? versionOf(statement, edition.version)?.passages ?? [] : passagesNow(deps, statement)
}

/** What the whole text shows for each partner. */
export function wholeBeam(statement: Statement, prints: readonly PassagePrint[], order: readonly string[]): StatementBrief['beam'] {
  const beams = beamsOf(statement, prints, order)
  return order.map((organisationId, at) => ({ organisationId, state: weakestOf(beams.map((beam) => beam.segments[at]?.state ?? 'not-asked')) }))
}

export async function briefOf(deps: Deps, statement: Statement, dossier: Dossier, organisations: readonly Organisation[], now: Instant): Promise<StatementBrief> {
  const prints = await passagesInShort(deps, statement)
  const order = participantsOf(statement, dossier, organisations, now).map((one) => one.id)
  const round = lastRound(statement)
  const beam = wholeBeam(statement, prints, order)
  return {
    id: statement.id, dossierId: statement.dossierId, slug: statement.slug, type: statement.type, stage: stageOf(statement), title: statement.title, language: statement.language,
    room: statement.id, archived: statement.archivedAt !== null, edition: standingEdition(statement)?.number ?? null,
    beam, carrying: prints.length === 0 ? 0 : order.filter((id) => carriesText(statement, id, prints)).length, asked: askedSegments(beam).length,
    closesAt: round?.status === 'open' ? round.dates.closesAt : null, changedAt: statement.versions.at(-1)?.at ?? statement.startedAt,
  }
}

export async function fullOf(deps: Deps, caller: Caller, situation: Situation & { statement: Statement; dossier: Dossier }): Promise<StatementFull> {
  const { statement, dossier, now } = situation
  const organisations = await organisationsOf(deps.events, dossier)
  const { who } = caller
  return {
    ...await briefOf(deps, statement, dossier, organisations, now),
    phase: phaseOf(statement),
    dossier: { id: dossier.id, title: dossier.title, coalition: dossier.coalition, zone: dossier.zone }, wordBudget: statement.wordBudget,
    draftOpen: statement.draft.open, epoch: statement.draft.epoch, access: roomAccess(who, situation), myRight: who.personId && who.organisationId ? rightOf(who.personId, who.organisationId, dossier, statement) : null, myRoles: [...rolesOf(who, situation)],
    versions: statement.versions.map(versionView), round: lastRound(statement) ? roundView(lastRound(statement)!) : null,
    editions: statement.editions.map((edition) => ({ number: edition.number, version: edition.version, publishedAt: edition.publishedAt, withdrawnAt: edition.withdrawn?.at ?? null, embargoUntil: edition.embargoUntil, reason: edition.reason, signatories: edition.list.length })),
    participants: participantsOf(statement, dossier, organisations, now).map((one) => one.id), participation: statement.participants === 'all' ? 'all' : 'chosen', stoppedReason: statement.stopped?.reason ?? null,
    may: [...access(who, situation)], revision: statement.revision,
  }
}

export const versionView = ({ version, number, words, title, at, passages }: Version): StatementFull['versions'][number] => ({ hash: version, number, words, title, at, passages: [...passages] })

const roundView = (round: Round): NonNullable<StatementFull['round']> => ({
  id: round.roundId, version: round.version, edition: round.edition, openedAt: round.openedAt, status: round.adopted ? 'adopted' : round.status, dates: round.dates,
  mustAnswer: [...round.mustAnswer], minimum: round.minimum, proposalsAllowed: round.proposalsAllowed,
})
