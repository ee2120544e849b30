/** An organisation as the contract shows it. */
import type { OrganisationBrief, OrganisationFull, LogoView } from '@draagvlak/api/organisation'
import { access } from '@draagvlak/domain/access'
import type { Day, Instant } from '@draagvlak/domain/events'
import { streamOf } from '@draagvlak/domain/events'
import { nameOn, routeOf, type Logo, type Organisation } from '@draagvlak/domain/organisation'
import { organisationSortKey } from '@draagvlak/domain/sort-key'
import type { Deps } from '../deps.ts'
import type { Call } from '../http/route.ts'
import type { Endpoint } from '@draagvlak/api/endpoint'
import { personsById } from '../people/persons.ts'
import { hueOf, initialsOf } from './marks.ts'

export const dayOf = (now: Instant): Day => now.slice(0, 10)

export function briefOf(organisation: Organisation, now: Instant): OrganisationBrief {
  const name = nameOn(organisation, dayOf(now))
  const { id, kind, reach, number, place } = organisation
  return { id, name, kind, reach, number, place, hue: hueOf(id), initials: initialsOf(name) }
}

export const logoView = (logo: Logo): LogoView => ({
  id: logo.logoId, file: logo.file, mediaType: logo.mediaType, variant: logo.variant, addedAt: logo.addedAt, retiredAt: logo.retiredAt,
  facts: { format: logo.facts.format, width: logo.facts.width, height: logo.facts.height, transparent: logo.facts.transparent, fitForPrint: logo.facts.fitForPrint, hasText: logo.facts.hasText, notes: [...logo.facts.notes] },
})

/** People and mandates only for who belongs to it, leads a dossier with it, or administers. */
export async function fullOf(deps: Deps, { caller, situation, now }: Pick<Call<Endpoint>, 'caller' | 'situation' | 'now'>, organisation: Organisation): Promise<OrganisationFull> {
  const { db } = deps.connection
  const own = organisation.people[caller.who.personId ?? '']?.leftAt === null
  const shared = await db.selectFrom('dossier_partners as theirs').innerJoin('dossier_partners as mine', 'mine.dossier_id', 'theirs.dossier_id').innerJoin('dossier_list', 'dossier_list.id', 'theirs.dossier_id')
    .where('theirs.organisation_id', '=', organisation.id).where('mine.organisation_id', '=', caller.who.organisationId).select(['dossier_list.id', 'dossier_list.title']).distinct().execute()
  const people = own || caller.who.administrator ? await peopleOf(deps, organisation) : null
  const parent = organisation.parentId ? await deps.events.state(streamOf.organisation(organisation.parentId)) : null
  return {
    ...briefOf(organisation, now),
    names: [...organisation.names], website: organisation.website, about: organisation.about, parent: parent ? briefOf(parent, now) : null,
    members: organisation.members, printedName: organisation.printedName, sortKey: organisation.sortKey, defaultSortKey: organisationSortKey({ name: nameOn(organisation, dayOf(now)) }), minimumWidth: organisation.minimumWidth,
    route: { ...routeOf(organisation), meetings: [...routeOf(organisation).meetings] }, logos: organisation.logos.map(logoView),
    people, mandates: people ? organisation.mandates.map(({ mandateId, ...mandate }) => ({ id: mandateId, ...mandate })) : null,
    dossiers: shared, may: [...access(caller.who, { ...situation, about: organisation })],
  }
}

async function peopleOf(deps: Deps, organisation: Organisation): Promise<NonNullable<OrganisationFull['people']>> {
  const here = Object.entries(organisation.people).filter(([, colleague]) => colleague.leftAt === null)
  const persons = await personsById(deps.connection.db, here.map(([id]) => id))
  return here.flatMap(([id, { roles }]) => {
    const person = persons.get(id)
    return person ? [{ personId: id, name: person.name, function: person.function, email: person.email, roles: [...roles] }] : []
  })
}
