/** What lies under the text: who stands on the wall, who in the list of the State, and who does not stand there yet. */
import type { DossierFull } from '@draagvlak/api/dossier'
import type { Listing, WallLogo } from '@draagvlak/api/round'
import { stateBodyLine } from '@draagvlak/domain/body-kind'
import { m } from '@draagvlak/messages/m'

export interface Standing { readonly id: string; readonly name: string; readonly logo: WallLogo | null }
export interface FoundationLines {
  readonly wall: readonly Standing[]
  /** [G4] Names, or one line for three or more. */
  readonly state: readonly string[]
  /** Organisations, also where State bodies share one line. */
  readonly count: number
  readonly personal: readonly string[]
  readonly missing: readonly string[]
}

/** As the answers and consents are now. */
export function linesOfListing({ listed, notListed }: Pick<Listing, 'listed' | 'notListed'>): FoundationLines {
  const at = (place: Listing['listed'][number]['place']) => listed.filter((line) => line.place === place)
  return {
    wall: at('wall').map(({ organisation, printedName, logo }) => ({ id: organisation.id, name: printedName, logo })),
    state: stateNames(at('state').map(({ printedName }) => printedName)),
    count: at('wall').length + at('state').length,
    personal: at('personal').map(({ printedName }) => printedName),
    missing: notListed.map(({ organisation }) => organisation.name),
  }
}

/** Before anybody answered, and for who may not see the list: the coalition with the logos in its vaults. */
export function linesOfPartners(partners: DossierFull['partnerList'], participants: readonly string[]): FoundationLines {
  const here = partners.filter(({ organisation, endedAt }) => endedAt === null && participants.includes(organisation.id))
  const byName = here.filter(({ organisation, partnerLogoLeave }) => organisation.kind === 'state-body' && !partnerLogoLeave)
  return {
    wall: here.filter((one) => !byName.includes(one)).map(({ organisation, logo }) => ({ id: organisation.id, name: organisation.name, logo: logo?.wall ?? null })),
    state: stateNames(byName.map(({ organisation }) => organisation.name)),
    count: here.length,
    personal: [], missing: [],
  }
}

export const standingOn = ({ wall, count }: FoundationLines): { readonly count: number; readonly logos: number } => ({ count, logos: wall.filter(({ logo }) => logo !== null).length })

function stateNames(names: readonly string[]): readonly string[] {
  const line = stateBodyLine(names)
  return line.as === 'one-line' ? [m.public_state_line()] : line.bodies
}
