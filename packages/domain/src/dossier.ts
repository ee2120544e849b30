/** A dossier as its stream tells it: subject, coalition, who leads it, who was invited and with which right. */
import type { Day, DossierFact, DossierRole, Id, Instant, Kept, OrganisationRole, PartnerRole, Right, Theme } from './events.ts'

export interface Partner {
  readonly organisationId: Id
  readonly roles: readonly PartnerRole[]
  readonly since: Instant
  readonly ended: { readonly at: Instant; readonly by: 'partner' | 'coordinator'; readonly reason: string | null } | null
  /** [G4] A State body's leave to show a partner logo. */
  readonly logoLeave: { readonly decidedOn: Day; readonly body: string } | null
}
export interface Invitation {
  readonly invitationId: Id; readonly organisationId: Id; readonly personId: Id; readonly right: Right; readonly roles: readonly OrganisationRole[]
  readonly expiresAt: Instant; readonly status: 'open' | 'accepted' | 'declined' | 'withdrawn'
  /** Only where that person said no; stays when the invitation is put away. */
  readonly declined?: { readonly at: Instant; readonly reason: string | null }
}
export interface RoleHolder { readonly personId: Id; readonly organisationId: Id; readonly role: DossierRole }
/** organisation → person → right; null takes away what a wider default gave. */
export type Rights = Readonly<Record<Id, Readonly<Record<Id, Right | null>>>>

export interface Dossier {
  readonly id: Id
  readonly revision: number
  readonly title: string
  readonly theme: Theme
  readonly accord: string | null
  readonly coalition: string
  readonly zone: string
  readonly defaultRight: Right
  readonly openedAt: Instant
  readonly archivedAt: Instant | null
  readonly leaders: readonly RoleHolder[]
  /** In the order in which they came. */
  readonly partners: readonly Partner[]
  readonly invitations: readonly Invitation[]
  readonly rights: Rights
}

export const partnerIn = (dossier: Dossier, organisationId: Id): Partner | undefined =>
  dossier.partners.find(partner => partner.organisationId === organisationId)
/** Whether an organisation takes part, or was only invited: it may be asked all the same, and is not called a partner yet. */
export function hasJoined(dossier: Dossier, organisationId: Id): boolean {
  const invitations = dossier.invitations.filter(one => one.organisationId === organisationId && one.status !== 'withdrawn')
  return invitations.length === 0 || invitations.some(one => one.status === 'accepted')
}

export const isPartner = (dossier: Dossier, organisationId: Id): boolean => partnerIn(dossier, organisationId)?.ended === null

export const leads = (dossier: Dossier, personId: Id, organisationId: Id, role: DossierRole): boolean =>
  dossier.leaders.some(leader => leader.personId === personId && leader.organisationId === organisationId && leader.role === role)

export const setRight = (rights: Rights, wish: { organisationId: Id; personId: Id; right: Right | null }): Rights =>
  ({ ...rights, [wish.organisationId]: { ...rights[wish.organisationId], [wish.personId]: wish.right } })

/** Gives back what a wider default says. */
export function withoutRight(rights: Rights, wish: { organisationId: Id; personId: Id }): Rights {
  const { [wish.personId]: _, ...others } = rights[wish.organisationId] ?? {}
  return { ...rights, [wish.organisationId]: others }
}

export function foldDossier(events: readonly Kept<DossierFact>[]): Dossier | null {
  return events.reduce<Dossier | null>(applyDossier, null)
}

/** Carries a state one event further. An erased event changes nothing but the revision. */
export function applyDossier(state: Dossier | null, event: Kept<DossierFact>): Dossier | null {
  if (event.type === 'dossier-opened') return open(event)
  if (state === null) return null
  return { ...state, ...changeOf(state, event), revision: event.revision }
}

function open(event: Kept<DossierFact> & { type: 'dossier-opened' }): Dossier {
  const data = event.data ?? { title: '', theme: 'politics-and-lobby' as const, accord: null, coalition: '', zone: 'Europe/Amsterdam', defaultRight: 'observe' as const }
  return {
    id: event.stream.slice('dossier/'.length), revision: event.revision, ...data,
    openedAt: event.at, archivedAt: null, leaders: [], partners: [], invitations: [], rights: {},
  }
}

function changeOf(state: Dossier, event: Kept<DossierFact>): Partial<Dossier> {
  if (event.data === null) return {}
  switch (event.type) {
    case 'dossier-opened': return {}
    case 'dossier-described': return event.data
    case 'dossier-archived': return { archivedAt: event.at }
    case 'dossier-unarchived': return { archivedAt: null }
    case 'role-given': {
      const given = event.data
      return { leaders: [...state.leaders.filter(leader => !(leader.personId === given.personId && leader.role === given.role)), given] }
    }
    case 'role-ended': {
      const ended = event.data
      return { leaders: state.leaders.filter(leader => !(leader.personId === ended.personId && leader.role === ended.role)) }
    }
    case 'partner-added': {
      const added: Partner = { ...event.data, since: event.at, ended: null, logoLeave: null }
      return { partners: [...state.partners.filter(partner => partner.organisationId !== added.organisationId), added] }
    }
    case 'partnership-ended': {
      const { by, reason, organisationId } = event.data
      return { partners: changePartner(state, organisationId, { ended: { at: event.at, by, reason } }) }
    }
    case 'partner-logo-leave-recorded': {
      const { organisationId, ...logoLeave } = event.data
      return { partners: changePartner(state, organisationId, { logoLeave }) }
    }
    case 'person-invited': return { invitations: [...state.invitations, { ...event.data, status: 'open' }] }
    case 'invitation-renewed': return { invitations: changeInvitation(state, event.data.invitationId, { expiresAt: event.data.expiresAt }) }
    case 'invitation-withdrawn': return { invitations: changeInvitation(state, event.data.invitationId, { status: 'withdrawn' }) }
    case 'invitation-accepted': {
      const { invitationId } = event.data
      const invitation = state.invitations.find(one => one.invitationId === invitationId)
      return {
        invitations: changeInvitation(state, invitationId, { status: 'accepted' }),
        ...(invitation === undefined ? {} : { rights: setRight(state.rights, invitation) }),
      }
    }
    case 'invitation-declined': {
      const { invitationId, reason } = event.data
      return { invitations: changeInvitation(state, invitationId, { status: 'declined', declined: { at: event.at, reason } }) }
    }
    case 'right-set': return { rights: setRight(state.rights, event.data) }
  }
}

const changePartner = (state: Dossier, organisationId: Id, change: Partial<Partner>): readonly Partner[] =>
  state.partners.map(partner => (partner.organisationId === organisationId ? { ...partner, ...change } : partner))
const changeInvitation = (state: Dossier, invitationId: Id, change: Partial<Invitation>): readonly Invitation[] =>
  state.invitations.map(invitation => (invitation.invitationId === invitationId ? { ...invitation, ...change } : invitation))
