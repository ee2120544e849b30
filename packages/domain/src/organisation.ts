/** An organisation as its stream tells it: names, people, mandates, decision route and logos. */
import type { BodyKind } from './body-kind.ts'
import type { Day, Id, Instant, Kept, LogoVariant, MandateScope, OrganisationFact, OrganisationRole, Reach, Sha256 } from './events.ts'
import type { LogoFacts } from './logo-wall.ts'

export interface Mandate {
  readonly mandateId: Id; readonly personId: Id; readonly scope: MandateScope
  readonly until: Day | null; readonly decidedOn: Day | null; readonly body: string | null
  readonly recordedAt: Instant; readonly endedAt: Instant | null
}
export interface Logo {
  readonly logoId: Id; readonly file: Sha256; readonly mediaType: string; readonly variant: LogoVariant; readonly facts: LogoFacts
  readonly addedAt: Instant; readonly retiredAt: Instant | null
}
export interface Colleague { readonly roles: readonly OrganisationRole[]; readonly leftAt: Instant | null }
export interface DecisionRoute { readonly route: 'short' | 'long'; readonly leadDays: number; readonly meetings: readonly Day[] }

/** Plain JSON; `revision` is that of the last event folded, so that a stored state can be carried forward. */
export interface Organisation {
  readonly id: Id
  readonly revision: number
  /** Newest last. */
  readonly names: readonly { readonly name: string; readonly validFrom: Day }[]
  readonly kind: BodyKind
  readonly reach: Reach
  readonly number: string | null
  readonly parentId: Id | null
  readonly place: string | null
  readonly website: string | null
  readonly about: string
  readonly members: { readonly count: number; readonly countedOn: Day } | null
  readonly printedName: string | null
  readonly sortKey: string | null
  readonly minimumWidth: number | null
  readonly people: Readonly<Record<Id, Colleague>>
  readonly mandates: readonly Mandate[]
  readonly route: DecisionRoute | null
  readonly logos: readonly Logo[]
  readonly mergedInto: Id | null
}

/** The legal name on a day: the newest that was valid by then, or the first one ever. */
export function nameOn(organisation: Organisation, day: Day): string {
  const valid = organisation.names.filter(name => name.validFrom <= day)
  return (valid.at(-1) ?? organisation.names[0])?.name ?? ''
}

/** [G5] The name letter for letter as the organisation wants it printed. */
export const printedNameOn = (organisation: Organisation, day: Day): string => organisation.printedName ?? nameOn(organisation, day)

/** The route unless told otherwise: whoever holds the mandate answers at once (M6). */
export const routeOf = (organisation: Organisation): DecisionRoute => organisation.route ?? { route: 'short', leadDays: 0, meetings: [] }

export const holds = (organisation: Organisation, personId: Id, role: OrganisationRole): boolean => {
  const colleague = organisation.people[personId]
  return colleague !== undefined && colleague.leftAt === null && colleague.roles.includes(role)
}

export function foldOrganisation(events: readonly Kept<OrganisationFact>[]): Organisation | null {
  return events.reduce<Organisation | null>(applyOrganisation, null)
}

/** Carries a state one event further. An erased event changes nothing but the revision. */
export function applyOrganisation(state: Organisation | null, event: Kept<OrganisationFact>): Organisation | null {
  if (event.type === 'organisation-registered') return register(event)
  if (state === null) return null
  return { ...state, ...(event.data === null ? {} : changeOf(state, event)), revision: event.revision }
}

function register(event: Kept<OrganisationFact> & { type: 'organisation-registered' }): Organisation {
  const { name, ...rest } = event.data ?? { name: '', kind: 'national-member' as const, reach: 'national' as const, number: null, parentId: null, place: null, website: null }
  return {
    id: event.stream.slice('organisation/'.length), revision: event.revision, ...rest,
    names: [{ name, validFrom: event.at.slice(0, 10) }], about: '', members: null, printedName: null, sortKey: null, minimumWidth: null,
    people: {}, mandates: [], route: null, logos: [], mergedInto: null,
  }
}

function changeOf(state: Organisation, event: Kept<OrganisationFact>): Partial<Organisation> {
  if (event.data === null) return {}
  switch (event.type) {
    case 'organisation-registered': return {}
    case 'organisation-renamed': return {
      names: [...state.names, { name: event.data.name, validFrom: event.data.validFrom }].sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0)),
    }
    case 'organisation-described': return event.data
    case 'member-count-stated': return { members: event.data }
    case 'printed-name-set': return event.data
    case 'person-joined':
    case 'person-roles-set': return withPerson(state, event.data.personId, { roles: event.data.roles, leftAt: null })
    case 'person-left': return withPerson(state, event.data.personId, { roles: [], leftAt: event.at })
    case 'mandate-recorded': return { mandates: [...state.mandates, { ...event.data, recordedAt: event.at, endedAt: null }] }
    case 'mandate-ended': {
      const { mandateId } = event.data
      return { mandates: state.mandates.map(mandate => (mandate.mandateId === mandateId && mandate.endedAt === null ? { ...mandate, endedAt: event.at } : mandate)) }
    }
    case 'decision-route-set': return { route: event.data }
    case 'logo-added': return { logos: [...state.logos, { ...event.data, addedAt: event.at, retiredAt: null }] }
    case 'logo-retired': {
      const { logoId } = event.data
      return { logos: state.logos.map(logo => (logo.logoId === logoId && logo.retiredAt === null ? { ...logo, retiredAt: event.at } : logo)) }
    }
    case 'organisation-merged': return { mergedInto: event.data.intoId }
  }
}

const withPerson = (state: Organisation, personId: Id, colleague: Colleague): Partial<Organisation> => ({ people: { ...state.people, [personId]: colleague } })
