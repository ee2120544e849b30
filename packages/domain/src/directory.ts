/** The directory of organisations: their entries, their people, likely doubles, and merging by a person's act (E4). */
import type { BodyKind } from './body-kind.ts'
import { recorded, refuse, type Decision } from './decision.ts'
import type { Day, Id, OrganisationFact, OrganisationRole, Reach } from './events.ts'
import { nameOn, type Organisation } from './organisation.ts'
import { searchFold } from './search-fold.ts'
import { organisationSortKey } from './sort-key.ts'

export interface Register {
  readonly name: string; readonly kind: BodyKind; readonly reach: Reach; readonly number: string | null; readonly parentId: Id | null; readonly place: string | null; readonly website: string | null
}

export function decideRegister(wish: Register): Decision<OrganisationFact> {
  return wish.name.trim() === '' ? refuse('needs-a-name') : recorded({ type: 'organisation-registered', data: wish })
}

/** [G6] Live uses show the new name from that day on; editions keep what was printed. */
export function decideRenameOrganisation(organisation: Organisation, wish: { name: string; validFrom: Day }): Decision<OrganisationFact> {
  if (wish.name.trim() === '') return refuse('needs-a-name')
  return nameOn(organisation, wish.validFrom) === wish.name ? recorded() : recorded({ type: 'organisation-renamed', data: wish })
}

export interface Describe {
  readonly kind: BodyKind; readonly reach: Reach; readonly number: string | null; readonly parentId: Id | null; readonly place: string | null; readonly website: string | null; readonly about: string
}

export function decideDescribeOrganisation(organisation: Organisation, wish: Describe): Decision<OrganisationFact> {
  if (wish.parentId === organisation.id) return refuse('same-organisation')
  const { kind, reach, number, parentId, place, website, about } = organisation
  return JSON.stringify([kind, reach, number, parentId, place, website, about]) === JSON.stringify([wish.kind, wish.reach, wish.number, wish.parentId, wish.place, wish.website, wish.about])
    ? recorded() : recorded({ type: 'organisation-described', data: wish })
}

/** [S6] A number of members counts as of a day: without the day it says nothing. */
export function decideStateMembers(organisation: Organisation, wish: { count: number; countedOn: Day }): Decision<OrganisationFact> {
  return organisation.members?.count === wish.count && organisation.members.countedOn === wish.countedOn ? recorded() : recorded({ type: 'member-count-stated', data: wish })
}

/** [G5] Letter for letter; null goes back to the name, its default sort key, no minimum width. */
export function decideSetPrintedName(organisation: Organisation, wish: { printedName: string | null; sortKey: string | null; minimumWidth: number | null }): Decision<OrganisationFact> {
  if (wish.printedName !== null && wish.printedName.trim() === '') return refuse('needs-a-name')
  const same = organisation.printedName === wish.printedName && organisation.sortKey === wish.sortKey && organisation.minimumWidth === wish.minimumWidth
  return same ? recorded() : recorded({ type: 'printed-name-set', data: wish })
}

export function decideJoin(organisation: Organisation, wish: { personId: Id; roles: readonly OrganisationRole[] }): Decision<OrganisationFact> {
  const colleague = organisation.people[wish.personId]
  if (colleague !== undefined && colleague.leftAt === null) {
    return wish.roles.every(role => colleague.roles.includes(role)) ? recorded()
      : recorded({ type: 'person-roles-set', data: { personId: wish.personId, roles: [...new Set([...colleague.roles, ...wish.roles])] } })
  }
  return recorded({ type: 'person-joined', data: { ...wish, roles: [...new Set(wish.roles)] } })
}

export function decideSetRoles(organisation: Organisation, wish: { personId: Id; roles: readonly OrganisationRole[] }): Decision<OrganisationFact> {
  const colleague = organisation.people[wish.personId]
  if (colleague === undefined || colleague.leftAt !== null) return refuse('no-such-person')
  const same = colleague.roles.length === wish.roles.length && wish.roles.every(role => colleague.roles.includes(role))
  return same ? recorded() : recorded({ type: 'person-roles-set', data: wish })
}

/** [M2] Mandates end with the person; answers given under them stand. */
export function decideLeave(organisation: Organisation, wish: { personId: Id }): Decision<OrganisationFact> {
  const colleague = organisation.people[wish.personId]
  if (colleague === undefined) return refuse('no-such-person')
  if (colleague.leftAt !== null) return recorded()
  const live = organisation.mandates.filter(mandate => mandate.personId === wish.personId && mandate.endedAt === null)
  return recorded<OrganisationFact>(
    { type: 'person-left', data: wish },
    ...live.map(({ mandateId }): OrganisationFact => ({ type: 'mandate-ended', data: { mandateId, reason: null } })),
  )
}

/** [E4] The same number or a like name warns; only a person merges, and that is an event. */
export function decideMerge(organisation: Organisation, into: Organisation, wish: { reason: string }): Decision<OrganisationFact> {
  if (organisation.id === into.id || into.mergedInto === organisation.id) return refuse('same-organisation')
  if (organisation.mergedInto === into.id) return recorded()
  if (wish.reason.trim() === '') return refuse('needs-a-reason')
  return recorded({ type: 'organisation-merged', data: { intoId: into.id, reason: wish.reason } })
}

export interface LikelyDouble { readonly organisationId: Id; readonly because: 'same-number' | 'same-name' | 'like-name' }

/** [E4] Warnings only. Names are alike when folded they are equal, or differ by one letter in ten. */
export function likelyDoubles(organisations: readonly Organisation[], wish: { name: string; number: string | null; today: Day; exceptId?: Id }): readonly LikelyDouble[] {
  const bare = (name: string) => searchFold(organisationSortKey({ name })).replaceAll(' ', '')
  const wanted = bare(wish.name)
  const digits = wish.number?.replace(/\D/g, '') ?? ''
  return organisations.filter(one => one.id !== wish.exceptId && one.mergedInto === null).flatMap((one): LikelyDouble[] => {
    if (digits !== '' && one.number?.replace(/\D/g, '') === digits) return [{ organisationId: one.id, because: 'same-number' }]
    const names = [nameOn(one, wish.today), ...one.names.map(other => other.name)].map(bare)
    if (wanted !== '' && names.includes(wanted)) return [{ organisationId: one.id, because: 'same-name' }]
    const alike = names.some(name => Math.min(name.length, wanted.length) >= 5 && distance(name, wanted) <= Math.floor(Math.max(name.length, wanted.length) / 10 + 0.5))
    return alike ? [{ organisationId: one.id, because: 'like-name' }] : []
  })
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const here = [row]
    for (let at = 1; at <= b.length; at++) {
      here.push(Math.min((here[at - 1] ?? 0) + 1, (above[at] ?? 0) + 1, (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1)))
    }
    above = here
  }
  return above[b.length] ?? 0
}
