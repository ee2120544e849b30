/** [G2, G3] Leave to use a logo on one statement: given for a use, revocable, and never implied by an answer. */
import { recorded, refuse, type Decision } from './decision.ts'
import { dayIn, endOfDay } from './deadline.ts'
import type { Channel, ConsentUse, Id, Instant, StatementFact } from './events.ts'
import type { NameReason } from './logo-wall.ts'
import type { Logo, Organisation } from './organisation.ts'
import { editionAtHand, takesPart, type Consent, type Statement } from './statement.ts'

export interface GiveConsent { readonly consentId: Id; readonly logoId: Id; readonly use: ConsentUse; readonly personId: Id }

/**
 * Consent is its own act and may come before the answer: it is asked for on the same page. It shows nothing until the answer
 * stands (G2). It is refused to an organisation that was never asked about this statement, since nothing would be used.
 */
export function decideGiveConsent(statement: Statement, organisation: Organisation, wish: GiveConsent, now: Instant, zone: string): Decision<StatementFact> {
  if (statement.stopped !== null) return refuse('statement-is-stopped')
  if (!takesPart(statement, organisation.id)) return refuse('not-a-partner')
  if (statement.positions[organisation.id] === undefined) return refuse('consent-needs-an-answer')
  const logo = organisation.logos.find(one => one.logoId === wish.logoId)
  if (logo === undefined) return refuse('no-such-logo')
  if (logo.retiredAt !== null) return refuse('logo-is-retired')
  if (wish.use.until !== null && now > endOfDay(wish.use.until, zone)) return refuse('dates-are-past')
  const same = statement.consents.some(one => one.organisationId === organisation.id && one.revokedAt === null && one.logoId === wish.logoId
    && sameUse(one.use, wish.use) && (one.use.editions === 'all-editions' || one.edition === editionAtHand(statement)))
  if (same || statement.consents.some(one => one.consentId === wish.consentId)) return recorded()
  const use = { ...wish.use, channels: [...new Set(wish.use.channels)].sort() }
  return recorded({ type: 'consent-given', data: { ...wish, use, organisationId: organisation.id, file: logo.file } })
}

/** [G3] At any time, before and after publication; editions already printed keep what they showed. */
export function decideRevokeConsent(statement: Statement, organisation: Organisation, wish: { consentId: Id; reason: string | null }): Decision<StatementFact> {
  const consent = statement.consents.find(one => one.consentId === wish.consentId && one.organisationId === organisation.id)
  if (consent === undefined) return refuse('no-such-consent')
  return consent.revokedAt !== null ? recorded() : recorded({ type: 'consent-revoked', data: { ...wish, organisationId: organisation.id } })
}

const sameUse = (a: ConsentUse, b: ConsentUse): boolean =>
  a.editions === b.editions && a.until === b.until && [...new Set(a.channels)].sort().join() === [...new Set(b.channels)].sort().join()

export interface LogoUse { readonly edition: number; readonly channel: Channel; readonly now: Instant; readonly zone: string }

/** [G3] A new use is a new ask: another channel, another edition, a later day are not covered. */
export const consentCovers = (consent: Consent, { edition, channel, now, zone }: LogoUse): boolean =>
  consent.revokedAt === null && consent.use.channels.includes(channel)
  && (consent.use.editions === 'all-editions' ? consent.edition <= edition : consent.edition === edition)
  && (consent.use.until === null || dayIn(now, zone) <= consent.use.until)

/** [G2] The logo that may stand there, by the newest consent that covers this use, or why the name does. */
export function logoFor(statement: Statement, organisation: Organisation, use: LogoUse): { readonly logo: Logo } | { readonly because: NameReason } {
  if (organisation.logos.every(logo => logo.retiredAt !== null)) return { because: 'no-logo' }
  const consents = statement.consents.filter(one => one.organisationId === organisation.id && consentCovers(one, use))
  if (consents.length === 0) return { because: 'no-consent' }
  const logos = consents.toReversed().flatMap(consent => organisation.logos.find(one => one.logoId === consent.logoId && one.file === consent.file && one.retiredAt === null) ?? [])
  const logo = logos.find(one => one.facts.readsOn === 'light') ?? logos[0]
  if (logo === undefined) return { because: 'not-valid' }
  return logo.facts.readsOn === 'dark' ? { because: 'needs-dark-ground' } : { logo }
}
