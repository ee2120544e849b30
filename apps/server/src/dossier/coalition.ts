/** The organisations of a dossier with their order: everywhere the same, that of the list of signatories (G5). */
import type { Dossier } from '@draagvlak/domain/dossier'
import { streamOf, type Instant } from '@draagvlak/domain/events'
import { printedNameOn, type Organisation } from '@draagvlak/domain/organisation'
import { compareSortKeys, organisationSortKey } from '@draagvlak/domain/sort-key'
import { isPartner } from '@draagvlak/domain/dossier'
import { takesPart, type Statement } from '@draagvlak/domain/statement'
import type { Events } from '../store/events.ts'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { hueOf, huesOf } from '../directory/marks.ts'
import { briefOf, dayOf } from '../directory/views.ts'

/** Every organisation that ever was a partner: who left may still stand in an edition. */
export async function organisationsOf(events: Pick<Events, 'states'>, dossier: Dossier): Promise<Organisation[]> {
  return [...(await events.states(dossier.partners.map((partner) => streamOf.organisation(partner.organisationId)))).values()]
}

export function inOrder(organisations: readonly Organisation[], now: Instant): Organisation[] {
  const keyed = organisations.map((organisation) => {
    const name = printedNameOn(organisation, dayOf(now))
    return { organisation, key: { key: organisationSortKey(organisation.sortKey === null ? { name } : { name, ownKey: organisation.sortKey }), name } }
  })
  return keyed.sort((a, b) => compareSortKeys(a.key, b.key)).map(({ organisation }) => organisation)
}

/** Who takes part in this statement now, in order: the segments of every beam. */
export const participantsOf = (statement: Statement, dossier: Dossier, organisations: readonly Organisation[], now: Instant): Organisation[] =>
  inOrder(organisations.filter((one) => isPartner(dossier, one.id) && takesPart(statement, one.id)), now)

/** The hues in a dossier, in the order of joining: who left has given its own back. */
export function huesIn(dossier: Dossier): (organisationId: string) => number {
  const hues = huesOf(dossier.partners.filter((partner) => partner.ended === null).map((partner) => partner.organisationId))
  return (organisationId) => hues.get(organisationId) ?? hueOf(organisationId)
}

/** An organisation as it is shown among its partners. */
export function briefIn(dossier: Dossier): (organisation: Organisation, now: Instant) => OrganisationBrief {
  const hueIn = huesIn(dossier)
  return (organisation, now) => ({ ...briefOf(organisation, now), hue: hueIn(organisation.id) })
}
