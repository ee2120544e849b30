/** Who would be listed, as the contract shows it: with the sizes the wall gives and the words for what is left out. */
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import type { Listing as ListingView, WallLogo } from '@draagvlak/api/round'
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Listed } from '@draagvlak/domain/events'
import { listingOf, type Listing } from '@draagvlak/domain/listing'
import { layOutWall, SCREEN_WALL, type WallEntry } from '@draagvlak/domain/logo-wall'
import type { Organisation } from '@draagvlak/domain/organisation'
import { carriersOf } from '@draagvlak/domain/publish'
import { lastRound, workingEdition, type Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { briefIn } from '../dossier/coalition.ts'
import { personsById } from '../people/persons.ts'

export interface Coalition { readonly statement: Statement; readonly dossier: Dossier; readonly organisations: readonly Organisation[] }

export async function listingView(deps: Deps, { statement, dossier, organisations }: Coalition, now: string): Promise<ListingView> {
  const listing = listingOf({ statement, organisations, dossier, edition: workingEdition(statement), now })
  const byId = new Map(organisations.map((one) => [one.id, one]))
  const persons = await personsById(deps.connection.db, [...listing.printed, ...listing.personal].map((one) => one.personId))
  const sizes = wallSizes(listing.listed, byId)
  const briefOf = briefIn(dossier)
  const nameOf = (personId: string) => { const person = persons.get(personId); return person ? { name: person.name, function: person.function } : null }
  return {
    listed: [
      ...listing.listed.map((line) => {
        const printed = listing.printed.find((one) => one.organisationId === line.organisationId)
        return {
          organisation: briefOf(byId.get(line.organisationId)!, now), printedName: line.name, place: line.place, alsoFor: line.alsoFor, reservations: [...line.reservations],
          logo: sizes.get(line.organisationId) ?? null, nameOnlyBecause: sizes.get(line.organisationId) ? null : line.nameOnlyBecause ?? (line.logo ? 'below-minimum-width' : null), person: printed ? nameOf(printed.personId) : null,
        }
      }),
      ...personalLines(listing, byId, nameOf, (organisation) => briefOf(organisation, now)),
    ],
    notListed: listing.leftOut.map(({ organisationId, because }) => ({ organisation: briefOf(byId.get(organisationId)!, now), because })),
    refusals: [], minimum: lastRound(statement)?.minimum ?? null, carrying: lastRound(statement) ? carriersOf(statement, dossier, lastRound(statement)!.version).length : 0,
  }
}

function personalLines(listing: Listing, byId: ReadonlyMap<string, Organisation>, nameOf: (id: string) => { name: string; function: string } | null, briefOf: (organisation: Organisation) => OrganisationBrief): ListingView['listed'] {
  return listing.personal.flatMap(({ personId, organisationId }) => {
    const person = nameOf(personId)
    const organisation = byId.get(organisationId)
    return person && organisation ? [{ organisation: briefOf(organisation), printedName: person.name, place: 'personal' as const, alsoFor: null, reservations: [], logo: null, nameOnlyBecause: null, person }] : []
  })
}

type OnWall = Pick<Listed, 'organisationId' | 'kind' | 'place' | 'logo' | 'nameOnlyBecause'>

/** Sizes on the screen; an organisation that is missing here stands by name. */
export function wallSizes(lines: readonly OnWall[], byId: ReadonlyMap<string, Pick<Organisation, 'minimumWidth'>>): Map<string, WallLogo> {
  const files = new Map(lines.flatMap((line) => (line.logo ? [[line.organisationId, line.logo] as const] : [])))
  const { places } = layOutWall(wallEntries(lines, byId), SCREEN_WALL)
  return new Map(places.flatMap((place) => {
    const logo = files.get(place.id)
    if (place.as !== 'logo' || !logo) return []
    const { width, height, limitedBy, image } = place
    return [[place.id, { file: logo.file, mediaType: logo.mediaType, width, height, limitedBy, image }] as const]
  }))
}

export const wallEntries = (lines: readonly OnWall[], byId: ReadonlyMap<string, Pick<Organisation, 'minimumWidth'>>): WallEntry[] =>
  lines.filter((line) => line.place === 'wall').map((line) => ({
    id: line.organisationId, kind: line.kind, hasPartnerLogoLeave: line.logo !== null,
    mark: line.logo ? { facts: line.logo.facts, ...minimum(byId.get(line.organisationId)) } : { because: (line.nameOnlyBecause ?? 'no-logo') as never },
  }))

/** The owner says millimetres; a screen has 96 pixels to 25.4 of them. */
const minimum = (organisation: Pick<Organisation, 'minimumWidth'> | undefined): { minimumWidth?: number } =>
  (organisation?.minimumWidth ? { minimumWidth: organisation.minimumWidth * 96 / 25.4 } : {})
