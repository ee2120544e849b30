/** [L2, L3, L5] Opening a round and what may be done to it until it is closed or stopped. */
import { positionOf } from './answer.ts'
import { carriesText } from './coverage.ts'
import { dayIn, isLate } from './deadline.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Asked, Id, Instant, RoundDates, StatementFact } from './events.ts'
import type { PassagePrint } from './passage.ts'
import type { Refusal } from './refusals.ts'
import { askedPersons, isAsked, stillRequired, type Round } from './rounds.ts'
import { lastRound, openRound, phaseOf, takesPart, workingEdition, type Statement } from './statement.ts'

export interface OpenRound {
  readonly roundId: Id
  /** The frozen draft: its hash, how many words, its title passage, its passages. */
  readonly text: { readonly version: string; readonly words: number; readonly title: string; readonly passages: readonly PassagePrint[] }
  readonly dates: RoundDates
  readonly asked: readonly Asked[]
  readonly mustAnswer: readonly Id[]
  readonly minimum: number | null
  readonly proposalsAllowed: boolean
  readonly silenceRule: string | null
}

/**
 * [L2] Freezes a version and closes the draft. Open proposals and findings are named beforehand by the caller.
 * [V1] An unchanged text keeps its version. Whoever still stands on all of it need not be asked (V3).
 */
export function decideOpenRound(statement: Statement, dossier: Dossier, wish: OpenRound, now: Instant): Decision<StatementFact> {
  if (statement.rounds.some(round => round.roundId === wish.roundId)) return recorded()
  const because = whyNotOpen(statement) ?? whyNotDates(wish.dates, now) ?? whyNotAsked(statement, dossier, wish)
  if (because !== null) return refuse(because)
  const { roundId, text, dates, minimum, proposalsAllowed, silenceRule } = wish
  const frozen: StatementFact[] = statement.versions.at(-1)?.version === text.version ? [] : [{ type: 'version-frozen', data: { ...text, number: statement.versions.length + 1 } }]
  const asked = wish.asked.filter((one, at) => wish.asked.findIndex(other => other.organisationId === one.organisationId && other.personId === one.personId) === at)
  return recorded(...frozen, {
    type: 'round-opened',
    data: { roundId, version: text.version, edition: workingEdition(statement), dates, asked, mustAnswer: [...new Set(wish.mustAnswer)], minimum, proposalsAllowed, silenceRule },
  })
}

function whyNotOpen(statement: Statement): Refusal | null {
  const phase = phaseOf(statement)
  if (phase === 'stopped') return 'statement-is-stopped'
  if (phase === 'in-round') return 'round-is-open'
  return statement.draft.open ? null : 'draft-is-closed'
}

export function whyNotDates({ answerBy, closesAt, recipientAt }: RoundDates, now: Instant): Refusal | null {
  if (closesAt <= now) return 'dates-are-past'
  if (answerBy > closesAt) return 'answer-by-after-closing'
  return recipientAt !== null && recipientAt < closesAt ? 'recipient-before-closing' : null
}

function whyNotAsked(statement: Statement, dossier: Dossier, { asked, mustAnswer, minimum, text }: OpenRound): Refusal | null {
  if (asked.some(one => !isPartner(dossier, one.organisationId) || !takesPart(statement, one.organisationId))) return 'not-a-partner'
  if (asked.some(one => isLeaderElsewhere(dossier, one))) return 'coordinator-cannot-answer-for-partner'
  const organisations = new Set(asked.map(one => one.organisationId))
  const standing = Object.keys(statement.positions).filter(id => !organisations.has(id) && carriesText(statement, id, text.passages))
  if (organisations.size === 0 && standing.length === 0) return 'asks-nobody'
  if (mustAnswer.some(id => !organisations.has(id))) return 'must-answer-not-asked'
  if (minimum !== null && (!Number.isInteger(minimum) || minimum < 1 || minimum > organisations.size + standing.length)) return 'minimum-out-of-range'
  return null
}

/** [M5] Who leads the dossier for one organisation is never named to answer for another. */
const isLeaderElsewhere = (dossier: Dossier, { personId, organisationId }: { personId: Id; organisationId: Id }): boolean =>
  dossier.leaders.some(leader => leader.personId === personId && leader.organisationId !== organisationId)

/** The open round, or why there is none to act on. */
function needOpen(statement: Statement): { readonly round: Round } | { readonly because: Refusal } {
  if (statement.stopped !== null) return { because: 'statement-is-stopped' }
  const round = openRound(statement)
  return round === undefined ? { because: lastRound(statement) === undefined ? 'no-round' : 'round-is-closed' } : { round }
}

/** [L5] Nobody has to answer again because of it; everyone who has not answered is told. */
export function decideMoveDate(statement: Statement, wish: { dates: RoundDates; reason: string | null }, now: Instant): Decision<StatementFact> {
  const open = needOpen(statement)
  if ('because' in open) return refuse(open.because)
  const { dates } = open.round
  const because = whyNotDates(wish.dates, now)
  if (because !== null) return refuse(because)
  const same = dates.answerBy === wish.dates.answerBy && dates.closesAt === wish.dates.closesAt && dates.recipientAt === wish.dates.recipientAt && dates.zone === wish.dates.zone
  return same ? recorded() : recorded({ type: 'round-date-moved', data: { roundId: open.round.roundId, ...wish } })
}

/** [L2] A round that is stopped gives the draft back at once: *concept* again. */
export function decideStopRound(statement: Statement, wish: { reason: string }): Decision<StatementFact> {
  const open = needOpen(statement)
  if ('because' in open) return refuse(open.because)
  if (wish.reason.trim() === '') return refuse('needs-a-reason')
  return recorded<StatementFact>(
    { type: 'round-stopped', data: { roundId: open.round.roundId, reason: wish.reason } },
    { type: 'draft-reopened', data: { epoch: statement.draft.epoch + 1, reason: wish.reason } },
  )
}

/** [L4] Who stayed silent after accepting, while it could still be refused, that silence would count. */
export function silentYeses(statement: Statement): readonly { readonly organisationId: Id; readonly personId: Id }[] {
  const round = openRound(statement)
  if (round === undefined || round.silenceRule === null) return []
  return round.silenceAccepted.filter(({ organisationId }) => {
    const position = positionOf(statement, organisationId)
    return position.state === 'asked' && position.late.length === 0 && position.restsUntil === null && askedPersons(round, organisationId).length > 0
  })
}

/** [L3] Nothing closes by itself (L5). `silentAnswerIds`: an id for each of `silentYeses`; silence counts only from the closing date on. */
export function decideCloseRound(statement: Statement, wish: { silentAnswerIds: Readonly<Record<Id, Id>> }, now: Instant): Decision<StatementFact> {
  if (phaseOf(statement) === 'round-closed') return recorded()
  const open = needOpen(statement)
  if ('because' in open) return refuse(open.because)
  const { roundId, version, dates } = open.round
  const silent = !isLate(dates.closesAt, now) ? [] : silentYeses(statement).flatMap(({ organisationId, personId }): StatementFact[] => {
    const answerId = wish.silentAnswerIds[organisationId]
    return answerId === undefined ? [] : [{ type: 'silence-counted', data: { answerId, roundId, version, organisationId, personId } }]
  })
  return recorded(...silent, { type: 'round-closed', data: { roundId } })
}

/** [L3] Gives back the open round; a silence that was counted at closing is silence again. */
export function decideWithdrawClosing(statement: Statement, wish: { reason: string }): Decision<StatementFact> {
  if (wish.reason.trim() === '') return refuse('needs-a-reason')
  const phase = phaseOf(statement)
  const round = lastRound(statement)
  if (phase === 'stopped') return refuse('statement-is-stopped')
  if (round === undefined || phase === 'in-round') return refuse('round-is-not-closed')
  if (phase !== 'round-closed') return refuse('past-a-later-act')
  const silent = Object.values(statement.answers).filter(answer => answer.roundId === round.roundId && answer.via === 'system' && answer.ended === null)
  return recorded<StatementFact>(
    { type: 'closing-withdrawn', data: { roundId: round.roundId, reason: wish.reason } },
    ...silent.map(({ answerId, organisationId }): StatementFact => ({ type: 'answer-mistaken', data: { answerId, organisationId, reason: wish.reason } })),
  )
}

/** [L2] After a round that was closed with nothing adopted, or after publication. */
export function decideReopenDraft(statement: Statement, wish: { reason: string | null }): Decision<StatementFact> {
  const phase = phaseOf(statement)
  if (phase === 'stopped') return refuse('statement-is-stopped')
  if (phase === 'in-round') return refuse('round-is-open')
  if (phase === 'adopted') return refuse('already-adopted')
  if (statement.draft.open) return recorded()
  return recorded({ type: 'draft-reopened', data: { epoch: statement.draft.epoch + 1, reason: wish.reason } })
}

/** [S3] With a reason that all see. */
export function decideLiftMustAnswer(statement: Statement, wish: { organisationId: Id; reason: string }): Decision<StatementFact> {
  const phase = phaseOf(statement)
  const round = lastRound(statement)
  if (round === undefined) return refuse('no-round')
  if (phase !== 'in-round' && phase !== 'round-closed') return refuse('not-at-this-stage')
  if (wish.reason.trim() === '') return refuse('needs-a-reason')
  if (!round.mustAnswer.includes(wish.organisationId)) return refuse('must-answer-not-asked')
  if (!stillRequired(round).includes(wish.organisationId)) return recorded()
  return recorded({ type: 'must-answer-lifted', data: { roundId: round.roundId, ...wish } })
}

/** [M1] Naming a person who may answer is a mandate for this statement. */
export function decideAskPerson(statement: Statement, dossier: Dossier, wish: { organisationId: Id; personId: Id; reason: string | null; replaces: Id | null }): Decision<StatementFact> {
  const open = needOpen(statement)
  if ('because' in open) return refuse(open.because)
  if (!isPartner(dossier, wish.organisationId) || !takesPart(statement, wish.organisationId)) return refuse('not-a-partner')
  if (isLeaderElsewhere(dossier, wish)) return refuse('coordinator-cannot-answer-for-partner')
  const persons = askedPersons(open.round, wish.organisationId).map(one => one.personId)
  if (wish.replaces !== null && wish.replaces !== wish.personId && !persons.includes(wish.replaces)) return refuse('no-such-person')
  return persons.includes(wish.personId) ? recorded() : recorded({ type: 'person-asked', data: { roundId: open.round.roundId, ...wish } })
}

/** One reminder per person and day; none to who answered or asked to discuss it first. */
export function decideRemind(statement: Statement, wish: { organisationId: Id; personId: Id }, now: Instant): Decision<StatementFact> {
  const open = needOpen(statement)
  if ('because' in open) return refuse(open.because)
  const { round } = open
  const because = whyNoReminder(statement, round, wish, dayIn(now, round.dates.zone))
  if (because !== null) return refuse(because)
  const today = round.reminders.some(one => one.personId === wish.personId && one.organisationId === wish.organisationId && dayIn(one.at, round.dates.zone) === dayIn(now, round.dates.zone))
  return today ? recorded() : recorded({ type: 'reminder-sent', data: { roundId: round.roundId, ...wish } })
}

export function whyNoReminder(statement: Statement, round: Round, { organisationId, personId }: { organisationId: Id; personId: Id }, today: string): Refusal | null {
  if (!isAsked(round, organisationId) || !askedPersons(round, organisationId).some(one => one.personId === personId)) return 'not-asked'
  const position = positionOf(statement, organisationId)
  const current = position.current === null ? undefined : statement.answers[position.current]
  if (position.state !== 'provisional' && position.state !== 'asked' && current?.roundId === round.roundId) return 'nothing-to-remind'
  if (position.state === 'withdrawn' || position.late.some(id => statement.answers[id]?.roundId === round.roundId)) return 'nothing-to-remind'
  return position.restsUntil !== null && position.restsUntil >= today ? 'reminder-rests' : null
}
