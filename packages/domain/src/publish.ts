/** [L3] Adopting what a round agreed on, publishing it as a numbered edition, and taking either back. */
import { positionOf } from './answer.ts'
import { carriesText, countingAnswer, unsettled } from './coverage.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Id, Instant, Sha256, StatementFact } from './events.ts'
import { listingOf } from './listing.ts'
import type { Organisation } from './organisation.ts'
import type { Refusal } from './refusals.ts'
import { stillRequired, type Round } from './rounds.ts'
import { lastRound, phaseOf, standingEdition, takesPart, versionOf, workingEdition, type Statement } from './statement.ts'

export interface Coalition { readonly dossier: Dossier; readonly organisations: readonly Organisation[] }

/** [S3] The partners that hold up adoption: required, not lifted, and without a yes or no on this text that counts. */
export function holdingUp(statement: Statement, dossier: Dossier, round: Round): readonly Id[] {
  const passages = versionOf(statement, round.version)?.passages ?? []
  return stillRequired(round).filter(id => {
    if (!isPartner(dossier, id)) return false
    const { state } = positionOf(statement, id)
    if (state === 'asked' || state === 'provisional') return true
    const answer = countingAnswer(statement, id)
    return answer !== null && answer.answer !== 'declined' && answer.roundId !== round.roundId && unsettled(statement, answer, passages).length > 0
  })
}

/** The organisations that carry the version of a round: what its minimum counts. */
export function carriersOf(statement: Statement, dossier: Dossier, version: Sha256): readonly Id[] {
  const passages = versionOf(statement, version)?.passages ?? []
  return Object.keys(statement.positions).filter(id => isPartner(dossier, id) && takesPart(statement, id) && carriesText(statement, id, passages))
}

/** The rules of the round, as they stand now: null where they are met. */
export function whyRulesNotMet(statement: Statement, dossier: Dossier, round: Round): Refusal | null {
  if (holdingUp(statement, dossier, round).length > 0) return 'must-answer-is-waiting'
  const carriers = carriersOf(statement, dossier, round.version).length
  if (carriers === 0) return 'nobody-carries'
  return round.minimum !== null && carriers < round.minimum ? 'fewer-than-minimum' : null
}

export function decideAdopt(statement: Statement, { dossier, organisations }: Coalition, now: Instant): Decision<StatementFact> {
  const phase = phaseOf(statement)
  if (phase === 'adopted') return recorded()
  const round = lastRound(statement)
  if (round === undefined) return refuse('no-round')
  if (phase !== 'round-closed') return refuse(phase === 'stopped' ? 'statement-is-stopped' : phase === 'in-round' ? 'round-is-open' : 'round-is-not-closed')
  const because = whyRulesNotMet(statement, dossier, round)
  if (because !== null) return refuse(because)
  const { listed } = listingOf({ statement, organisations, dossier, edition: workingEdition(statement), now, version: round.version })
  return recorded({ type: 'statement-adopted', data: { roundId: round.roundId, version: round.version, list: listed } })
}

/** Gives back *ronde gesloten*. */
export function decideWithdrawAdoption(statement: Statement, wish: { reason: string }): Decision<StatementFact> {
  const round = lastRound(statement)
  const phase = phaseOf(statement)
  if (wish.reason.trim() === '') return refuse('needs-a-reason')
  if (phase === 'published') return refuse('past-a-later-act')
  if (phase !== 'adopted' || round === undefined) return refuse('not-at-this-stage')
  return recorded({ type: 'adoption-withdrawn', data: { roundId: round.roundId, reason: wish.reason } })
}

export interface Publish {
  readonly number: number
  /** Hash of the edition's file, made from the same listing. */
  readonly file: Sha256
  readonly embargoUntil: Instant | null
  /** Needed from the second edition on: what it corrects or adds. */
  readonly reason: string | null
}

/** [S3] Whoever does not stand on this version now is left out and stops nobody. */
export function decidePublish(statement: Statement, { dossier, organisations }: Coalition, wish: Publish, now: Instant): Decision<StatementFact> {
  const phase = phaseOf(statement)
  const round = lastRound(statement)
  if (phase === 'published' && standingEdition(statement)?.number === wish.number && standingEdition(statement)?.file === wish.file) return recorded()
  if (phase === 'published') return refuse('already-published')
  if (phase !== 'adopted' || round === undefined) return refuse(phase === 'stopped' ? 'statement-is-stopped' : 'not-at-this-stage')
  if (wish.number !== workingEdition(statement)) return refuse('edition-number-is-not-next')
  if (wish.number > 1 && (wish.reason ?? '').trim() === '') return refuse('needs-a-reason')
  if (wish.embargoUntil !== null && wish.embargoUntil <= now) return refuse('embargo-is-past')
  const { listed } = listingOf({ statement, organisations, dossier, edition: wish.number, now, version: round.version })
  return recorded({ type: 'edition-published', data: { ...wish, version: round.version, list: listed } })
}

/** Gives back *vastgesteld*; nothing is deleted, and the next edition takes the next number. */
export function decideWithdrawPublication(statement: Statement, wish: { number: number; reason: string }): Decision<StatementFact> {
  const edition = statement.editions.find(one => one.number === wish.number)
  if (edition === undefined) return refuse('no-such-edition')
  if (edition.withdrawn !== null) return recorded()
  return wish.reason.trim() === '' ? refuse('needs-a-reason') : recorded({ type: 'publication-withdrawn', data: wish })
}
