/** A dossier as the contract shows it. */
import type { DossierBrief, DossierFull } from '@draagvlak/api/dossier'
import { access, rightOf, whyNot, type Situation } from '@draagvlak/domain/access'
import { proposedLogo } from '@draagvlak/domain/logo'
import { isStateBody } from '@draagvlak/domain/body-kind'
import { holds, type Organisation } from '@draagvlak/domain/organisation'
import type { Dossier } from '@draagvlak/domain/dossier'
import { hasJoined, isPartner, partnerIn } from '@draagvlak/domain/dossier'
import { streamOf } from '@draagvlak/domain/events'
import type { Consent, Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import type { Caller } from '../people/caller.ts'
import { personsById } from '../people/persons.ts'
import { wallSizes } from '../round/listing.ts'
import { briefOf as statementBrief } from '../statement/views.ts'
import { briefIn, inOrder, organisationsOf } from './coalition.ts'

export async function statementsOf(deps: Pick<Deps, 'connection' | 'events'>, dossierId: string): Promise<Statement[]> {
  const rows = await deps.connection.db.selectFrom('statement_list').select('id').where('dossier_id', '=', dossierId).orderBy('changed_at', 'desc').execute()
  const states = await deps.events.states(rows.map((row) => streamOf.statement(row.id)))
  return rows.flatMap((row) => states.get(streamOf.statement(row.id)) ?? [])
}

export function briefOf(caller: Caller, dossier: Dossier, statements: number): DossierBrief {
  const { id, title, theme, accord, coalition } = dossier
  return {
    id, title, theme, accord, coalition, archived: dossier.archivedAt !== null, partners: dossier.partners.filter((partner) => partner.ended === null && hasJoined(dossier, partner.organisationId)).length, statements,
    roles: dossier.leaders.filter((leader) => leader.personId === caller.who.personId && leader.organisationId === caller.who.organisationId).map((leader) => leader.role),
  }
}

export async function fullOf(deps: Deps, caller: Caller, situation: Situation & { dossier: Dossier }): Promise<DossierFull> {
  const { dossier, now } = situation
  const organisations = inOrder(await organisationsOf(deps.events, dossier), now)
  const all = await statementsOf(deps, dossier.id)
  const readable = all.filter((statement) => whyNot('read-draft', caller.who, { ...situation, statement }) === null)
  const maySeeContacts = whyNot('see-contacts', caller.who, situation) === null
  const peopleIds = [...dossier.leaders.map((leader) => leader.personId), ...dossier.invitations.map((invitation) => invitation.personId), ...organisations.flatMap((one) => peopleOf(dossier, one.id, Object.keys(one.people)))]
  const persons = await personsById(deps.connection.db, peopleIds)
  const nameOf = (id: string) => persons.get(id)?.name ?? ''
  const organisationBrief = briefIn(dossier)
  const consents = all.flatMap((statement) => statement.consents)
  const wall = proposedWall(dossier, organisations, consents)
  return {
    ...briefOf(caller, dossier, readable.length), zone: dossier.zone, defaultRight: dossier.defaultRight,
    leaders: dossier.leaders.map(({ personId, organisationId, role }) => ({ personId, name: nameOf(personId), organisationId, role })),
    partnerList: organisations.map((organisation) => {
      const partner = dossier.partners.find((one) => one.organisationId === organisation.id)!
      const logo = proposedLogo(organisation, consents)
      const own = organisation.id === caller.who.organisationId
      return {
        organisation: organisationBrief(organisation, now), roles: [...partner.roles], since: partner.since, joined: hasJoined(dossier, organisation.id), endedAt: partner.ended?.at ?? null, partnerLogoLeave: partner.logoLeave !== null,
        logo: logo ? { file: logo.file, mediaType: logo.mediaType, wall: wall.get(organisation.id) ?? null } : null,
        people: maySeeContacts || own ? peopleOf(dossier, organisation.id, Object.entries(organisation.people).filter(([, colleague]) => colleague.leftAt === null).map(([id]) => id)).flatMap((id) => {
          const person = persons.get(id)
          return person ? [{ personId: id, name: person.name, function: person.function, email: person.email, right: rightOf(id, organisation.id, dossier, null), mandateHolder: holds(organisation, id, 'mandate-holder') }] : []
        }) : null,
      }
    }),
    invitations: maySeeContacts ? dossier.invitations.map(({ invitationId, organisationId, personId, right, status, expiresAt, declined }) => ({
      id: invitationId, organisationId, personId, name: nameOf(personId), email: persons.get(personId)?.email ?? null, right, status: status === 'open' && expiresAt <= now ? 'expired' as const : status, expiresAt, declined: declined ?? null,
    })) : null,
    statementList: await Promise.all(readable.map((statement) => statementBrief(deps, statement, dossier, organisations, now))),
    may: [...access(caller.who, situation)],
  }
}

/** How the logos in the vault would stand together; leave for each is asked per statement (G3). */
function proposedWall(dossier: Dossier, organisations: readonly Organisation[], consents: readonly Consent[]) {
  const lines = organisations.filter((one) => isPartner(dossier, one.id)).map((organisation) => {
    const onWall = !isStateBody(organisation.kind) || partnerIn(dossier, organisation.id)?.logoLeave != null
    return { organisationId: organisation.id, kind: organisation.kind, place: onWall ? 'wall' as const : 'state' as const, logo: onWall ? proposedLogo(organisation, consents) ?? null : null, nameOnlyBecause: null }
  })
  return wallSizes(lines, new Map(organisations.map((one) => [one.id, one])))
}

/** Colleagues of a partner that have a right here, or could be given one. */
const peopleOf = (dossier: Dossier, organisationId: string, colleagues: readonly string[]): string[] =>
  isPartner(dossier, organisationId) ? [...new Set([...colleagues, ...Object.keys(dossier.rights[organisationId] ?? {})])] : []
