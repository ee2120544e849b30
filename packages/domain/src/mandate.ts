/** [M1] On whose authority a person answers: a mandate in the register of the organisation, or being named in the round. */
import type { Day, Id, Instant, MandateCited, MandateScope, OrganisationFact } from './events.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import { addDays, dayIn, endOfDay } from './deadline.ts'
import { routeOf, type Mandate, type Organisation } from './organisation.ts'
import type { Refusal } from './refusals.ts'
import { askedPersons } from './rounds.ts'
import { lastRound, type Statement } from './statement.ts'

/** Mandates end with their last day on the Dutch clock, where the register is kept. */
const REGISTER_ZONE = 'Europe/Amsterdam'

const covers = (scope: MandateScope, statement: Pick<Statement, 'id' | 'dossierId'>): boolean =>
  scope.kind === 'all' || (scope.kind === 'dossier' ? scope.dossierId === statement.dossierId : scope.statementId === statement.id)

export const hasEnded = (mandate: Mandate, now: Instant): boolean =>
  mandate.endedAt !== null || (mandate.until !== null && now > endOfDay(mandate.until, REGISTER_ZONE))

const registered = (organisation: Organisation, personId: Id, statement: Statement): readonly Mandate[] =>
  organisation.people[personId]?.leftAt === null
    ? organisation.mandates.filter(mandate => mandate.personId === personId && covers(mandate.scope, statement))
    : []

export const coversStatement = (organisation: Organisation, personId: Id, statement: Statement, now: Instant): boolean =>
  registered(organisation, personId, statement).some(mandate => !hasEnded(mandate, now))

/**
 * The mandate a person may cite for an answer on this statement, or null: then the answer is provisional.
 * Who said in this round not to be authorised cites nothing until asked again (S1).
 */
export function mandateFor(statement: Statement, organisation: Organisation, personId: Id, now: Instant): MandateCited | null {
  const round = lastRound(statement)
  const asked = round === undefined ? [] : askedPersons(round, organisation.id)
  if (round !== undefined && asked.some(one => one.personId === personId)) return { kind: 'asked-in-round', roundId: round.roundId }
  if (round?.asked.some(one => one.organisationId === organisation.id && one.personId === personId && one.ended === 'not-authorised')) return null
  const mandate = registered(organisation, personId, statement).find(one => !hasEnded(one, now))
  return mandate === undefined ? null : { kind: 'recorded', mandateId: mandate.mandateId }
}

/** Why a person can't answer so that it counts. */
export function whyNoMandate(statement: Statement, organisation: Organisation, personId: Id, now: Instant): Refusal | null {
  if (mandateFor(statement, organisation, personId, now) !== null) return null
  return registered(organisation, personId, statement).length > 0 ? 'mandate-has-ended' : 'needs-organisations-own-mandate'
}

/** The persons who could answer for an organisation without being named first. */
export function mandateHolders(statement: Pick<Statement, 'id' | 'dossierId'>, organisation: Organisation, now: Instant): readonly Id[] {
  const holders = organisation.mandates
    .filter(mandate => covers(mandate.scope, statement) && !hasEnded(mandate, now) && organisation.people[mandate.personId]?.leftAt === null)
    .map(mandate => mandate.personId)
  return [...new Set(holders)]
}

export interface RecordMandate {
  readonly mandateId: Id; readonly personId: Id; readonly scope: MandateScope; readonly until: Day | null; readonly decidedOn: Day | null; readonly body: string | null
}

export function decideRecordMandate(organisation: Organisation, wish: RecordMandate, now: Instant): Decision<OrganisationFact> {
  if (organisation.people[wish.personId]?.leftAt !== null) return refuse('no-such-person')
  if (wish.until !== null && now > endOfDay(wish.until, REGISTER_ZONE)) return refuse('dates-are-past')
  if (organisation.mandates.some(mandate => mandate.mandateId === wish.mandateId)) return recorded()
  return recorded({ type: 'mandate-recorded', data: wish })
}

/** [M2] Ending a mandate leaves the answers given under it standing. */
export function decideEndMandate(organisation: Organisation, wish: { mandateId: Id; reason: string | null }, now: Instant): Decision<OrganisationFact> {
  const mandate = organisation.mandates.find(one => one.mandateId === wish.mandateId)
  if (mandate === undefined) return refuse('no-such-mandate')
  return hasEnded(mandate, now) ? recorded() : recorded({ type: 'mandate-ended', data: { mandateId: wish.mandateId, reason: wish.reason } })
}

export function decideSetRoute(_organisation: Organisation, wish: { route: 'short' | 'long'; leadDays: number; meetings: readonly Day[] }): Decision<OrganisationFact> {
  return recorded({ type: 'decision-route-set', data: { ...wish, meetings: [...new Set(wish.meetings)].sort() } })
}

/**
 * [M6] The earliest day on which an organisation can answer what it gets now: the first meeting for which the papers
 * are still in time, or, without meetings, the lead time counted from today. Null: it has meetings, and all are too soon or past.
 */
export function earliestFeasible(organisation: Organisation, now: Instant, zone: string): Day | null {
  const { route, leadDays, meetings } = routeOf(organisation)
  const ready = addDays(dayIn(now, zone), leadDays)
  if (route === 'short' || meetings.length === 0) return ready
  return [...meetings].sort().find(meeting => meeting >= ready) ?? null
}
