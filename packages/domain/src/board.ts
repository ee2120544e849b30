/** Who still has to answer and who waits for whom, as one viewer may see it: an organisation, or the secretariat. */
import { noBefore, positionOf, type AnswerKept, type Position, type ReservationKept } from './answer.ts'
import { askedInRound, hasOpenConditions, unsettled } from './coverage.ts'
import { dayIn } from './deadline.ts'
import { partnerIn, type Dossier } from './dossier.ts'
import type { Day, Id, Instant } from './events.ts'
import { earliestFeasible } from './mandate.ts'
import type { SignOffState } from './moves.ts'
import type { Organisation } from './organisation.ts'
import type { PassagePrint } from './passage.ts'
import { askedPersons, isAsked, stillRequired } from './rounds.ts'
import { lastRound, openRound, versionOf, type Statement } from './statement.ts'

/** `secretariat`: the coordinator and final editor. They see all but what is private to an organisation. */
export interface Viewer { readonly organisationId: Id | null; readonly secretariat: boolean }

export interface SeenState {
  readonly state: SignOffState | 'not-asked'
  /** The answer as far as this viewer may read it; null while it is only *in behandeling* for others (M3). */
  readonly answer: AnswerKept | null
  readonly restsUntil: Day | null
  /** Answers kept as late: known to the organisation and the secretariat (L5). */
  readonly late: readonly AnswerKept[]
}

/** [P1, M3, S4] The state of an organisation, without what this viewer may not know. */
export function stateFor(statement: Statement, organisationId: Id, viewer: Viewer): SeenState {
  const position = statement.positions[organisationId]
  if (position === undefined) return { state: 'not-asked', answer: null, restsUntil: null, late: [] }
  const own = viewer.organisationId === organisationId
  const shown = position.state === 'provisional' ? waiting(statement, position, own, viewer.secretariat) : position.current
  const read = (id: Id) => { const answer = statement.answers[id]; return answer === undefined ? [] : [answerFor(answer, viewer)] }
  return {
    state: position.state === 'asked' && !askedInRound(statement, organisationId) ? 'not-asked' : position.state, restsUntil: position.restsUntil,
    answer: shown === null ? null : read(shown)[0] ?? null,
    late: own || viewer.secretariat ? position.late.flatMap(read).filter(answer => own || answer.standing === 'counts') : [],
  }
}

/** What waits is the organisation's own business; a yes by telephone the coordinator entered, and knows. */
function waiting(statement: Statement, { pending }: Position, own: boolean, secretariat: boolean): Id | null {
  if (pending === null) return null
  return own || (secretariat && statement.answers[pending]?.via === 'telephone') ? pending : null
}

/** An answer without the words that its visibility keeps from this viewer (S4). */
export function answerFor(answer: AnswerKept, viewer: Viewer): AnswerKept {
  if (viewer.organisationId === answer.organisationId || viewer.secretariat) return answer
  const outside = viewer.organisationId === null
  const may = (visibility: 'secretariat' | 'partners' | 'public') => visibility === 'public' || (visibility === 'partners' && !outside)
  return {
    ...answer,
    reservations: answer.reservations.map(one => (may(one.visibility) ? one : withoutWords(one))),
    explanation: answer.explanation !== null && may(answer.explanation.visibility) ? answer.explanation : null,
  }
}

const withoutWords = (one: ReservationKept): ReservationKept =>
  ({ ...one, text: null, conditionTexts: [], ...(one.kind === 'members' ? { body: '', decidesOn: null } : {}) })

/** `late`: answered after the closing date, so that the coordinator is to move. Others see it wait (L5). */
export const BOARD_GROUPS = ['late', 'waiting', 'reconfirm', 'reservation', 'declined', 'agreed', 'not-asked'] as const
export type BoardGroup = (typeof BOARD_GROUPS)[number]

export type WaitsFor =
  | { readonly for: 'answer'; readonly personIds: readonly Id[]; readonly feasibleOn: Day | null }
  | { readonly for: 'discussion'; readonly personIds: readonly Id[]; readonly until: Day }
  | { readonly for: 'naming' }
  | { readonly for: 'admission' }
  | { readonly for: 'consideration' } | { readonly for: 'ratification' } | { readonly for: 'resolution' } | { readonly for: 'telephone-confirmation' }
  | { readonly for: 'reconfirmation'; readonly passageIds: readonly string[] }
  | { readonly for: 'conditions'; readonly open: number }
  | { readonly for: 'members'; readonly decidesOn: Day | null }

/** Why a round did not ask a partner: it became one after the round opened, or whoever opened it left it out. */
export type NotAskedBecause = 'joined-later' | 'left-out'

export interface BoardRow {
  readonly organisationId: Id
  readonly group: BoardGroup
  readonly seen: SeenState
  readonly mustAnswer: boolean
  readonly waitsFor: WaitsFor | null
  /** [L5] The late answer that the coordinator may admit, for who may know of it. */
  readonly admissible: AnswerKept | null
  /** Only in the group `not-asked`. */
  readonly notAskedBecause: NotAskedBecause | null
}

export interface BoardAsk {
  readonly viewer: Viewer
  readonly now: Instant
  /** When a partner joined, and the zone its coalition lives in. */
  readonly dossier: Dossier
  /** The text that answers are held against: the draft now, or without it the version of the last round. */
  readonly passages?: readonly PassagePrint[]
}

/** Every organisation has its row, also who was not asked: in the order of the groups, and within a group in the order of `organisations`. */
export function boardOf(statement: Statement, organisations: readonly Organisation[], ask: BoardAsk): readonly BoardRow[] {
  const rows = lastRound(statement) === undefined ? [] : organisations.map(organisation => rowOf(statement, organisation, ask))
  return BOARD_GROUPS.flatMap(group => rows.filter(row => row.group === group))
}

function rowOf(statement: Statement, organisation: Organisation, { viewer, now, dossier, passages }: BoardAsk): BoardRow {
  const round = lastRound(statement)
  const text = passages ?? (round === undefined ? [] : versionOf(statement, round.version)?.passages ?? [])
  const position = positionOf(statement, organisation.id)
  const answer = position.state === 'provisional' || position.current === null ? null : statement.answers[position.current] ?? null
  // Asked anew after a no, and silent until the round ended: that no is what it said.
  const before = openRound(statement) === undefined && position.late.length === 0 ? noBefore(statement, organisation.id) : null
  const group = before !== null ? 'declined' : position.state === 'asked' && !askedInRound(statement, organisation.id) ? 'not-asked' : null
  const open = answer === null || answer.answer === 'declined' ? [] : unsettled(statement, answer, text)
  const seen = { ...stateFor(statement, organisation.id, viewer), ...(before === null ? {} : { state: 'declined' as const, answer: answerFor(before, viewer) }) }
  const admissible = lateToAdmit(statement, organisation.id, position, seen)
  // A late answer of who carries the text changes what it carries, not where it stands.
  const isLate = admissible !== null && (answer === null || answer.answer === 'declined' || open.length > 0)
  return {
    organisationId: organisation.id, seen, admissible,
    mustAnswer: round !== undefined && stillRequired(round).includes(organisation.id),
    group: group ?? (isLate ? 'late' : groupOf(position, open.length > 0)),
    waitsFor: admissible !== null ? { for: 'admission' } : waitsFor(statement, organisation, { position, answer, open, viewer, now, zone: dossier.zone }),
    notAskedBecause: group !== 'not-asked' ? null : round !== undefined && (partnerIn(dossier, organisation.id)?.since ?? '') > round.openedAt ? 'joined-later' : 'left-out',
  }
}

/** The last thing said late, where nothing that counts was said after it; of who was asked again, in the round that asked. */
function lateToAdmit(statement: Statement, organisationId: Id, position: Position, { late }: SeenState): AnswerKept | null {
  const answer = late.at(-1)
  if (answer === undefined || answer.standing !== 'counts' || position.state === 'provisional') return null
  if (askedInRound(statement, organisationId) && answer.roundId !== lastRound(statement)?.roundId) return null
  const counts = position.current === null ? undefined : statement.answers[position.current]
  return counts !== undefined && counts.revision > answer.revision ? null : answer
}

function groupOf({ state }: Position, open: boolean): BoardGroup {
  if (state === 'asked' || state === 'provisional') return 'waiting'
  if (state === 'declined' || state === 'withdrawn') return 'declined'
  if (open) return 'reconfirm'
  return state === 'reserved' ? 'reservation' : 'agreed'
}

interface Known {
  readonly position: Position; readonly answer: AnswerKept | null; readonly open: readonly string[]
  readonly viewer: Viewer; readonly now: Instant; readonly zone: string
}

function waitsFor(statement: Statement, organisation: Organisation, { position, answer, open, viewer, now, zone }: Known): WaitsFor | null {
  if (position.state === 'provisional') return whatWaits(statement, position, viewer)
  if (position.state === 'asked') return answerAwaited(statement, organisation, position, now, zone)
  if (answer === null || answer.answer === 'declined') return null
  if (open.length > 0) return { for: 'reconfirmation', passageIds: open }
  if (hasOpenConditions(answer)) {
    const unmet = answer.reservations.flatMap(one => (one.kind === 'no-unless' && one.confirmedAt === null ? [one.conditions - one.met.length] : []))
    return { for: 'conditions', open: unmet.reduce((sum, one) => sum + one, 0) }
  }
  const members = answerFor(answer, viewer).reservations.find(one => one.kind === 'members')
  return members?.kind === 'members' ? { for: 'members', decidesOn: members.decidesOn } : null
}

function answerAwaited(statement: Statement, organisation: Organisation, position: Position, now: Instant, zone: string): WaitsFor | null {
  const round = openRound(statement)
  if (round === undefined || !isAsked(round, organisation.id)) return null
  const personIds = [...new Set(askedPersons(round, organisation.id).map(one => one.personId))]
  if (personIds.length === 0) return { for: 'naming' }
  if (position.restsUntil !== null && position.restsUntil >= dayIn(now, zone)) return { for: 'discussion', personIds, until: position.restsUntil }
  return { for: 'answer', personIds, feasibleOn: earliestFeasible(organisation, now, zone) }
}

function whatWaits(statement: Statement, position: Position, viewer: Viewer): WaitsFor {
  const pending = position.pending === null ? undefined : statement.answers[position.pending]
  if (pending?.via === 'telephone' && (viewer.secretariat || viewer.organisationId === position.organisationId)) return { for: 'telephone-confirmation' }
  if (viewer.organisationId !== position.organisationId) return { for: 'consideration' }
  if (position.contested) return { for: 'resolution' }
  return pending === undefined ? { for: 'consideration' } : { for: 'ratification' }
}

/** `asked` leaves out who was not. */
export interface Tally { readonly asked: number; readonly notAsked: number; readonly late: number; readonly waiting: number; readonly reconfirm: number; readonly reservation: number; readonly declined: number; readonly agreed: number }

/** How many stand in each group; personal answers are counted nowhere (S6). */
export function tallyOf(rows: readonly BoardRow[]): Tally {
  const count = (group: BoardGroup) => rows.filter(row => row.group === group).length
  return { asked: rows.length - count('not-asked'), notAsked: count('not-asked'), late: count('late'), waiting: count('waiting'), reconfirm: count('reconfirm'), reservation: count('reservation'), declined: count('declined'), agreed: count('agreed') }
}
