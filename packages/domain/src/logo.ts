/** The logos of an organisation: taking one in, and retiring one. Which one stands where is a matter of consent (G2). */
import { recorded, refuse, type Decision } from './decision.ts'
import type { Id, LogoVariant, OrganisationFact, Sha256 } from './events.ts'
import type { LogoFacts } from './logo-wall.ts'
import type { Logo, Organisation } from './organisation.ts'

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

/** The logo to propose when consent is asked: fit for print before the rest, colour before the rest, then the newest. */
export function proposedLogo(organisation: Organisation): Logo | undefined {
  const rank = (logo: Logo) => (logo.facts.readsOn === 'light' ? 4 : 0) + (logo.facts.fitForPrint ? 2 : 0) + (logo.variant === 'colour' ? 1 : 0)
  return validLogos(organisation).toReversed().reduce<Logo | undefined>((best, logo) => (best === undefined || rank(logo) > rank(best) ? logo : best), undefined)
}
