/** The logos of an organisation: taking one in, and retiring one. Which one stands where is a matter of consent (G2). */
import { recorded, refuse, type Decision } from './decision.ts'
import type { Id, Instant, LogoVariant, OrganisationFact, Sha256 } from './events.ts'
import type { LogoFacts } from './logo-wall.ts'
import type { Logo, Organisation } from './organisation.ts'
import type { Consent } from './statement.ts'

export interface AddLogo { readonly logoId: Id; readonly file: Sha256; readonly mediaType: string; readonly variant: LogoVariant; readonly facts: LogoFacts }

/** [G1] `facts` were measured from the bytes. The same file in the same variant is there already. A new logo replaces none: consent names the one it is for. */
export function decideAddLogo(organisation: Organisation, wish: AddLogo): Decision<OrganisationFact> {
  if (organisation.logos.some(logo => logo.logoId === wish.logoId)) return recorded()
  return validLogos(organisation).some(logo => logo.file === wish.file && logo.variant === wish.variant) ? recorded() : recorded({ type: 'logo-added', data: wish })
}

/** [G2] From now on no live wall shows it; editions keep what they printed. */
export function decideRetireLogo(organisation: Organisation, wish: { logoId: Id; reason: string | null }): Decision<OrganisationFact> {
  const logo = organisation.logos.find(one => one.logoId === wish.logoId)
  if (logo === undefined) return refuse('no-such-logo')
  return logo.retiredAt !== null ? recorded() : recorded({ type: 'logo-retired', data: wish })
}

export const validLogos = (organisation: Organisation): readonly Logo[] => organisation.logos.filter(logo => logo.retiredAt === null)

/** A logo that was sent in by mistake for one question goes again by that same question, as long as no leave rests on it. */
export const mayTakeBackLogo = (logo: Logo, since: Instant, consents: readonly Consent[]): boolean =>
  logo.retiredAt === null && logo.addedAt >= since && !consents.some(one => one.logoId === logo.logoId && one.revokedAt === null)

/** [G2] By a personal link: only what came in since that question was asked. */
export function decideTakeBackLogo(organisation: Organisation, wish: { logoId: Id; since: Instant; consents: readonly Consent[] }): Decision<OrganisationFact> {
  const logo = organisation.logos.find(one => one.logoId === wish.logoId)
  if (logo === undefined) return refuse('no-such-logo')
  if (logo.retiredAt !== null) return recorded()
  return mayTakeBackLogo(logo, wish.since, wish.consents) ? recorded({ type: 'logo-retired', data: { logoId: wish.logoId, reason: null } }) : refuse('logo-is-in-use')
}

/**
 * The logo to propose when consent is asked: the one its owner last gave leave for, so that what is sent in for one text takes over in no other.
 * Else fit for print before the rest, colour before the rest, then the newest.
 */
export function proposedLogo(organisation: Organisation, consents: readonly Consent[]): Logo | undefined {
  const given = consents.filter(one => one.organisationId === organisation.id && one.revokedAt === null).toSorted((a, b) => (a.givenAt < b.givenAt ? -1 : 1))
  const chosen = given.flatMap(({ logoId }) => validLogos(organisation).find(logo => logo.logoId === logoId) ?? []).at(-1)
  if (chosen !== undefined) return chosen
  const rank = (logo: Logo) => (logo.facts.readsOn === 'light' ? 4 : 0) + (logo.facts.fitForPrint ? 2 : 0) + (logo.variant === 'colour' ? 1 : 0)
  return validLogos(organisation).toReversed().reduce<Logo | undefined>((best, logo) => (best === undefined || rank(logo) > rank(best) ? logo : best), undefined)
}
