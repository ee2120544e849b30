/** A statement as its stream tells it: draft, versions, rounds, answers, consents, editions, and the stage that follows from them. */
import { applyAnswer, askOrganisation, type Answers } from './answer.ts'
import { setRight, withoutRight, type Rights } from './dossier.ts'
import type { ConsentUse, Id, Instant, Kept, Listed, Sha256, StatementFact } from './events.ts'
import type { Language, PassagePrint, StatementType } from './passage.ts'
import { applyToRounds, isRoundFact, roundFrom, type Round } from './rounds.ts'

export interface Version {
  readonly version: Sha256; readonly number: number; readonly words: number; readonly title: string; readonly passages: readonly PassagePrint[]; readonly at: Instant
}
export interface Consent {
  readonly consentId: Id; readonly organisationId: Id; readonly logoId: Id; readonly file: Sha256; readonly use: ConsentUse; readonly personId: Id
  /** The edition at hand when it was given: `this-edition` means this one. */
  readonly edition: number
  readonly givenAt: Instant; readonly revokedAt: Instant | null
}
export interface Edition {
  readonly number: number; readonly version: Sha256; readonly roundId: Id | null; readonly file: Sha256; readonly list: readonly Listed[]; readonly reason: string | null
  readonly embargoUntil: Instant | null; readonly publishedAt: Instant; readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
}
export interface NameInPrint { readonly personId: Id; readonly organisationId: Id; readonly allowed: boolean }

export interface Statement extends Answers {
  readonly id: Id
  readonly revision: number
  readonly dossierId: Id
  readonly type: StatementType
  readonly language: Language
  readonly title: string
  readonly slug: string
  readonly wordBudget: number | null
  readonly copiedFrom: Id | null
  readonly startedAt: Instant
  readonly participants: readonly Id[] | 'all'
  readonly rights: Rights
  /** `epoch` goes up at every freeze and every reopening, as the room's does. */
  readonly draft: { readonly open: boolean; readonly epoch: number }
  readonly versions: readonly Version[]
  readonly rounds: readonly Round[]
  readonly consents: readonly Consent[]
  /** [G3c] Who was asked for a logo, apart from the answer. */
  readonly logoAsks: readonly { readonly organisationId: Id; readonly personId: Id; readonly at: Instant }[]
  readonly editions: readonly Edition[]
  readonly namesInPrint: readonly NameInPrint[]
  readonly archivedAt: Instant | null
  readonly deletedAt: Instant | null
  readonly stopped: { readonly at: Instant; readonly reason: string } | null
}

/** [L1] The stage by its contract name. */
export type Stage = 'concept' | 'in-ronde' | 'ronde-gesloten' | 'vastgesteld' | 'gepubliceerd' | 'gepubliceerd-in-bewerking' | 'gestopt'
/** What may be done now, whatever edition stands: the work on edition 2 runs through the same phases as that on edition 1. */
export const PHASES = ['concept', 'in-round', 'round-closed', 'adopted', 'published', 'stopped'] as const
export type Phase = (typeof PHASES)[number]

const STAGE_OF_PHASE = {
  'concept': 'concept', 'in-round': 'in-ronde', 'round-closed': 'ronde-gesloten', 'adopted': 'vastgesteld', 'published': 'gepubliceerd', 'stopped': 'gestopt',
} as const satisfies Record<Phase, Stage>

export const lastRound = (statement: Statement): Round | undefined => statement.rounds.at(-1)
export const openRound = (statement: Statement): Round | undefined => statement.rounds.find(round => round.status === 'open')
export const versionOf = (statement: Statement, version: Sha256): Version | undefined => statement.versions.findLast(one => one.version === version)

/** The newest edition that was not withdrawn, embargo or not. */
export const standingEdition = (statement: Statement): Edition | undefined => statement.editions.findLast(edition => edition.withdrawn === null)
/** [E1] The newest edition that outsiders may know of. */
export const publicEdition = (statement: Statement, now: Instant): Edition | undefined =>
  statement.editions.findLast(edition => edition.withdrawn === null && !isUnderEmbargo(statement, edition, now))
/** [E1] A correction never lifts an embargo: an edition is under every embargo set for it or for one before it. */
export const isUnderEmbargo = (statement: Statement, edition: Edition, now: Instant): boolean =>
  statement.editions.some(one => one.number <= edition.number && one.embargoUntil !== null && now < one.embargoUntil)
/** [E1] The moment from which outsiders may know of an edition. */
export const appearsAt = (statement: Statement, edition: Edition): Instant =>
  statement.editions.reduce((at, one) => (one.number <= edition.number && (one.embargoUntil ?? at) > at ? one.embargoUntil! : at), edition.publishedAt)

/** The number of the edition that is being made: of the last round, or the next after what was ever published. */
export function workingEdition(statement: Statement): number {
  const highest = Math.max(0, ...statement.editions.map(edition => edition.number))
  const round = lastRound(statement)
  return Math.max(highest + 1, round !== undefined && !statement.draft.open ? round.edition : 0)
}

/** The edition that consent to `this-edition` means: the one that is out while nothing is being made, else the one being made. */
export const editionAtHand = (statement: Statement): number =>
  (phaseOf(statement) === 'published' ? standingEdition(statement)?.number : undefined) ?? workingEdition(statement)

export function phaseOf(statement: Statement): Phase {
  if (statement.stopped !== null || statement.deletedAt !== null) return 'stopped'
  const round = lastRound(statement)
  if (round?.status === 'open') return 'in-round'
  if (statement.draft.open || round?.status !== 'closed') return 'concept'
  if (round.adopted === null) return 'round-closed'
  return statement.editions.some(edition => edition.roundId === round.roundId && edition.withdrawn === null) ? 'published' : 'adopted'
}

/** [L1] While an edition stands, work on the next keeps one name, in whatever phase it is. */
export function stageOf(statement: Statement): Stage {
  const phase = phaseOf(statement)
  if (phase === 'stopped' || standingEdition(statement) === undefined) return STAGE_OF_PHASE[phase]
  return phase === 'published' ? 'gepubliceerd' : 'gepubliceerd-in-bewerking'
}

export const takesPart = (statement: Statement, organisationId: Id): boolean =>
  statement.participants === 'all' || statement.participants.includes(organisationId)

export function foldStatement(events: readonly Kept<StatementFact>[]): Statement | null {
  return events.reduce<Statement | null>(applyStatement, null)
}

/** Carries a state one event further. An erased event changes nothing but the revision. */
export function applyStatement(state: Statement | null, event: Kept<StatementFact>): Statement | null {
  if (event.type === 'statement-started') return start(event)
  if (state === null) return null
  return { ...state, ...changeOf(state, event), revision: event.revision }
}

function start(event: Kept<StatementFact> & { type: 'statement-started' }): Statement {
  const data = event.data ?? { dossierId: '', type: 'open-letter' as const, language: 'nl' as const, title: '', slug: '', wordBudget: null, copiedFrom: null }
  return {
    id: event.stream.slice('statement/'.length), revision: event.revision, ...data, startedAt: event.at,
    participants: 'all', rights: {}, draft: { open: true, epoch: 0 }, versions: [], rounds: [], answers: {}, positions: {}, consents: [], logoAsks: [], editions: [],
    namesInPrint: [], archivedAt: null, deletedAt: null, stopped: null,
  }
}

function changeOf(state: Statement, event: Kept<StatementFact>): Partial<Statement> {
  if (event.data === null) return {}
  if (isRoundFact(event)) return { rounds: applyToRounds(state.rounds, event), ...askedBy(state, event) }
  switch (event.type) {
    case 'statement-renamed': return { title: event.data.title }
    case 'word-budget-set': return { wordBudget: event.data.wordBudget }
    case 'participants-set': return { participants: event.data.organisationIds }
    case 'right-set': return { rights: setRight(state.rights, event.data) }
    case 'right-follows-dossier': return { rights: withoutRight(state.rights, event.data) }
    case 'statement-archived': return { archivedAt: event.at }
    case 'statement-unarchived': return { archivedAt: null }
    case 'statement-deleted': return { deletedAt: event.at }
    case 'statement-stopped': return {
      stopped: { at: event.at, reason: event.data.reason }, draft: { ...state.draft, open: false },
      rounds: state.rounds.map(round => (round.status === 'open' ? { ...round, status: 'stopped', stoppedBecause: event.data?.reason ?? null } : round)),
    }
    case 'version-frozen': return { versions: [...state.versions, { ...event.data, at: event.at }] }
    case 'round-opened': return {
      ...event.data.asked.map(one => one.organisationId).reduce<Answers>(askOrganisation, state),
      rounds: [...state.rounds, roundFrom(event.data, event.at, state.rounds.length + 1)],
      draft: { open: false, epoch: state.draft.epoch + 1 },
    }
    case 'draft-reopened': return { draft: { open: true, epoch: event.data.epoch } }
    case 'name-in-print-set': return { namesInPrint: printName(state.namesInPrint, event.data) }
    case 'logo-asked': return { logoAsks: [...state.logoAsks, { organisationId: event.data.organisationId, personId: event.data.personId, at: event.at }] }
    case 'consent-given': return { consents: [...state.consents, { ...event.data, edition: editionAtHand(state), givenAt: event.at, revokedAt: null }] }
    case 'consent-revoked': {
      const { consentId } = event.data
      return { consents: state.consents.map(consent => (consent.consentId === consentId && consent.revokedAt === null ? { ...consent, revokedAt: event.at } : consent)) }
    }
    case 'edition-published': {
      const round = state.rounds.findLast(one => one.adopted?.version === event.data?.version)
      return { editions: [...state.editions, { ...event.data, roundId: round?.roundId ?? null, publishedAt: event.at, withdrawn: null }] }
    }
    case 'publication-withdrawn': {
      const { number, reason } = event.data
      return { editions: state.editions.map(edition => (edition.number === number ? { ...edition, withdrawn: { at: event.at, reason } } : edition)) }
    }
    case 'answer-given': return {
      ...applyAnswer(state, event),
      ...(event.data.nameInPrint ? { namesInPrint: printName(state.namesInPrint, { ...event.data, allowed: true }) } : {}),
    }
    default: return applyAnswer(state, event)
  }
}

/** Naming a person of an organisation that nobody had asked yet, asks the organisation. */
function askedBy(state: Statement, event: Kept<StatementFact>): Partial<Answers> {
  if (event.type !== 'person-asked' || event.data === null || state.positions[event.data.organisationId] !== undefined) return {}
  return askOrganisation(state, event.data.organisationId)
}

const printName = (names: readonly NameInPrint[], { personId, organisationId, allowed }: NameInPrint): readonly NameInPrint[] =>
  [...names.filter(one => !(one.personId === personId && one.organisationId === organisationId)), { personId, organisationId, allowed }]
