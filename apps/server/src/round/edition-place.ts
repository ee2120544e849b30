/** How one organisation stands under an edition, with its logo or by name, or why it does not: told to its own people. */
import type { Dossier } from '@draagvlak/domain/dossier'
import type { Instant } from '@draagvlak/domain/events'
import { listingOf, type LeftOutReason } from '@draagvlak/domain/listing'
import { nameOn, type Organisation } from '@draagvlak/domain/organisation'
import type { Edition, Statement } from '@draagvlak/domain/statement'
import { dayOf } from '../directory/views.ts'
import { wallSizes } from './listing.ts'

export interface EditionPlace {
  readonly organisation: string
  readonly as: 'logo' | 'name' | 'left-out'
  /** Only of who is left out, and null where what left it out then no longer holds. */
  readonly because: LeftOutReason | null
  /** The reservations that are printed beside the name. */
  readonly reservations: readonly string[]
}
export interface PlaceAsk { readonly statement: Statement; readonly dossier: Dossier; readonly organisations: readonly Organisation[]; readonly now: Instant }

export function placeIn(edition: Edition, organisation: Organisation, { statement, dossier, organisations, now }: PlaceAsk): EditionPlace {
  const line = edition.list.find((one) => one.organisationId === organisation.id)
  // A logo that its owner wants larger than the wall gives stands there as a name.
  if (line) return { organisation: line.name, as: wallSizes(edition.list, new Map(organisations.map((one) => [one.id, one]))).has(organisation.id) ? 'logo' : 'name', because: null, reservations: line.reservations.map((one) => one.text) }
  const { leftOut } = listingOf({ statement, dossier, organisations, edition: edition.number, version: edition.version, now })
  return { organisation: nameOn(organisation, dayOf(now)), as: 'left-out', because: leftOut.find((one) => one.organisationId === organisation.id)?.because ?? null, reservations: [] }
}
