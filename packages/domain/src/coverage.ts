/** [V3] What a text that changed does to an answer, per passage, and the beams that show who carries what. */
import { noBefore, positionOf, type AnswerKept, type Answers } from './answer.ts'
import type { Id } from './events.ts'
import type { PassagePrint } from './passage.ts'
import { isAsked } from './rounds.ts'
import { askedSegments, type SegmentState } from './segment.ts'
import { lastRound, versionOf, type Statement } from './statement.ts'

/** `stands`, `reconfirm` (the words changed), `not-asked` (a passage that was not in the signed text). */
export type Verdict = 'stands' | 'reconfirm' | 'not-asked'
/** A signed passage that is gone: a condition asks for reconfirmation, the rest is told (V10). */
export interface Gone { readonly passageId: string; readonly needs: 'reconfirm' | 'notice' }
export interface Verdicts { readonly passages: Readonly<Record<string, Verdict>>; readonly gone: readonly Gone[] }

/** [S4] A *nee, tenzij* carries nothing until its conditions are confirmed. */
export const hasOpenConditions = (answer: AnswerKept): boolean => answer.reservations.some(one => one.kind === 'no-unless' && one.confirmedAt === null)

/** The answer that speaks for an organisation now: the current one, and not while something waits on top of it (M3). */
export function countingAnswer(statement: Answers, organisationId: Id): AnswerKept | null {
  const { state, current } = positionOf(statement, organisationId)
  return state === 'provisional' || current === null ? null : statement.answers[current] ?? null
}

/**
 * [V3] Compares with the text that was signed, never with the one in between, so a text put back stands again (V11).
 * Equal words stand wherever they stand now and under whatever id (V2, V5). Each signed passage vouches for one passage:
 * a copy of it elsewhere is new text (V9).
 */
export function compareWithSigned(signed: readonly PassagePrint[], now: readonly PassagePrint[], conditions: readonly string[] = []): Verdicts {
  const left = [...signed]
  const take = (matches: (one: PassagePrint) => boolean) => {
    const at = left.findIndex(matches)
    return at >= 0 && left.splice(at, 1).length > 0
  }
  const passages: Record<string, Verdict> = {}
  // Passages that stayed where they were speak for themselves first, then those that moved, then those that changed.
  for (const one of now) if (take(was => was.id === one.id && was.fingerprint === one.fingerprint)) passages[one.id] = 'stands'
  for (const one of now) if (passages[one.id] === undefined && take(was => was.fingerprint === one.fingerprint)) passages[one.id] = 'stands'
  for (const one of now) passages[one.id] ??= take(was => was.id === one.id) ? 'reconfirm' : 'not-asked'
  return { passages, gone: left.map(was => ({ passageId: was.id, needs: conditions.includes(was.id) ? 'reconfirm' : 'notice' })) }
}

/** What the text now does to an organisation's counting answer; null where it has none. */
export function verdictsOf(statement: Statement, organisationId: Id, now: readonly PassagePrint[]): Verdicts | null {
  const answer = countingAnswer(statement, organisationId)
  return answer === null ? null : verdictsOn(statement, answer, now)
}

export function verdictsOn(statement: Statement, answer: AnswerKept, now: readonly PassagePrint[]): Verdicts {
  return compareWithSigned(versionOf(statement, answer.version)?.passages ?? [], now, answer.conditions)
}

/** The passages, now or gone, on which an answer no longer speaks: changed, new, or a condition that vanished. Passages it declined are not covered. */
export function unsettled(statement: Statement, answer: AnswerKept, now: readonly PassagePrint[]): readonly string[] {
  const { passages, gone } = verdictsOn(statement, answer, now)
  const declined = answer.exceptions.filter(one => one.answer === 'declined').map(one => one.passageId)
  return [
    ...now.map(one => one.id).filter(id => passages[id] !== 'stands' && !declined.includes(id)),
    ...gone.filter(one => one.needs === 'reconfirm').map(one => one.passageId),
  ]
}

/** Whether an organisation carries this text as it stands: what the minimum counts (S3, S4). */
export function carriesText(statement: Statement, organisationId: Id, now: readonly PassagePrint[]): boolean {
  const answer = countingAnswer(statement, organisationId)
  return answer !== null && answer.answer !== 'declined' && !hasOpenConditions(answer) && unsettled(statement, answer, now).length === 0
}

/** [L2] Whether the last round asked this organisation. Who was left out, or came to the coalition later, waits for nothing and is waited for by nobody. */
export function askedInRound(statement: Statement, organisationId: Id): boolean {
  const round = lastRound(statement)
  return round !== undefined && isAsked(round, organisationId)
}

export interface Segment { readonly organisationId: Id; readonly state: SegmentState }
export interface Beam {
  readonly passageId: string
  /** In the order asked for: the same under every passage. */
  readonly segments: readonly Segment[]
  readonly counts: Readonly<Record<SegmentState, number>>
  /** Every partner that was asked carries it, with or without reservation: one unbroken line. */
  readonly closed: boolean
}

export function beamsOf(statement: Statement, passagesNow: readonly PassagePrint[], order: readonly Id[]): readonly Beam[] {
  const columns = order.map(organisationId => segmentStates(statement, organisationId, passagesNow))
  return passagesNow.map(passage => {
    const segments = order.map((organisationId, at) => ({ organisationId, state: columns[at]?.[passage.id] ?? 'not-asked' }))
    const count = (state: SegmentState) => segments.filter(segment => segment.state === state).length
    const counts = { carries: count('carries'), reserved: count('reserved'), waiting: count('waiting'), reconfirm: count('reconfirm'), declined: count('declined'), 'not-asked': count('not-asked') }
    const asked = askedSegments(segments).length
    return { passageId: passage.id, segments, counts, closed: asked > 0 && counts.carries + counts.reserved === asked }
  })
}

/** What one organisation shows under every passage. */
function segmentStates(statement: Statement, organisationId: Id, now: readonly PassagePrint[]): Readonly<Record<string, SegmentState>> {
  const all = (state: SegmentState) => Object.fromEntries(now.map(passage => [passage.id, state]))
  const { state } = positionOf(statement, organisationId)
  if (state === 'declined' || state === 'withdrawn') return all('declined')
  const answer = countingAnswer(statement, organisationId)
  const asked = askedInRound(statement, organisationId)
  if (answer === null && lastRound(statement)?.status !== 'open' && noBefore(statement, organisationId) !== null) return all('declined')
  if (answer === null) return all(asked || state === 'provisional' ? 'waiting' : 'not-asked')
  if (hasOpenConditions(answer)) return all('declined')
  const { passages, gone } = verdictsOn(statement, answer, now)
  const conditionGone = gone.some(one => one.needs === 'reconfirm')
  return Object.fromEntries(now.map(passage => [passage.id, segmentState(answer, passage, conditionGone ? 'reconfirm' : passages[passage.id] ?? 'not-asked', asked)]))
}

function segmentState(answer: AnswerKept, passage: PassagePrint, verdict: Verdict, asked: boolean): SegmentState {
  // A no to a passage stays a no when its words change, until the partner says otherwise.
  const exception = answer.exceptions.find(one => one.passageId === passage.id) ?? answer.exceptions.find(one => one.fingerprint === passage.fingerprint)
  if (exception?.answer === 'declined') return 'declined'
  if (verdict === 'reconfirm') return 'reconfirm'
  if (verdict === 'not-asked') return asked ? 'waiting' : 'not-asked'
  const reserves = exception?.answer === 'reserved' || answer.reservations.some(one =>
    one.kind === 'members' || one.kind === 'no-unless' || (one.kind === 'substance' && (one.passageId === null || one.passageId === passage.id)))
  return reserves ? 'reserved' : 'carries'
}
