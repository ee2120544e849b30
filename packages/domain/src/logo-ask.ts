/** [G3c] Asking an organisation for its logo and leave for this one use, apart from its answer: who is asked, and when there is nothing to ask. */
import { positionOf } from './answer.ts'
import { isStateBody } from './body-kind.ts'
import { logoFor } from './consent.ts'
import { dayIn } from './deadline.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import { isPartner, partnerIn, type Dossier } from './dossier.ts'
import type { Id, Instant, StatementFact } from './events.ts'
import { holds, type Organisation } from './organisation.ts'
import type { Refusal } from './refusals.ts'
import { askedPersons } from './rounds.ts'
import { lastRound, takesPart, workingEdition, type Statement } from './statement.ts'

/** Whose link may add a logo and give leave for it: a logo manager, a mandate holder, or who is asked to answer. */
export function mayAllowLogo(statement: Statement, organisation: Organisation, personId: Id): boolean {
  const round = lastRound(statement)
  return holds(organisation, personId, 'logo-manager') || holds(organisation, personId, 'mandate-holder') || (round !== undefined && askedPersons(round, organisation.id).some(one => one.personId === personId))
}

/** In the order in which one would ask them: who looks after the logos and nothing else first, so that no director is asked what a designer does. */
export function logoContacts(statement: Statement, organisation: Organisation): readonly Id[] {
  const round = lastRound(statement)
  const having = (role: 'logo-manager' | 'mandate-holder') => Object.keys(organisation.people).filter(personId => holds(organisation, personId, role))
  const deciding = having('mandate-holder')
  return [...new Set([...having('logo-manager').filter(personId => !deciding.includes(personId)), ...deciding, ...(round === undefined ? [] : askedPersons(round, organisation.id).map(one => one.personId))])]
}

/** One mail per person and day, as with reminders: asked again on the same day adds nothing. */
export function decideAskLogo(statement: Statement, dossier: Dossier, organisation: Organisation, wish: { personId: Id }, now: Instant): Decision<StatementFact> {
  const because = whyNoLogoAsk(statement, dossier, organisation, now)
  if (because !== null) return refuse(because)
  const round = lastRound(statement)!
  if (!mayAllowLogo(statement, organisation, wish.personId)) return refuse('no-such-person')
  const { zone } = round.dates
  const today = statement.logoAsks.some(one => one.organisationId === organisation.id && one.personId === wish.personId && dayIn(one.at, zone) === dayIn(now, zone))
  return today ? recorded() : recorded({ type: 'logo-asked', data: { roundId: round.roundId, organisationId: organisation.id, personId: wish.personId } })
}

/** A logo is asked only where it could stand: after a round asked about the text, beside a yes or an answer that is still to come, and while none stands there. */
export function whyNoLogoAsk(statement: Statement, dossier: Dossier, organisation: Organisation, now: Instant): Refusal | null {
  if (statement.stopped !== null) return 'statement-is-stopped'
  if (lastRound(statement) === undefined) return 'no-round'
  if (!isPartner(dossier, organisation.id) || !takesPart(statement, organisation.id)) return 'not-a-partner'
  if (statement.positions[organisation.id] === undefined) return 'not-asked'
  const { state } = positionOf(statement, organisation.id)
  const stateBody = isStateBody(organisation.kind) && partnerIn(dossier, organisation.id)?.logoLeave == null
  if (state === 'declined' || state === 'withdrawn' || stateBody) return 'logo-is-not-needed'
  return 'logo' in logoFor(statement, organisation, { edition: workingEdition(statement), channel: 'website', now, zone: dossier.zone }) ? 'logo-is-not-needed' : null
}
