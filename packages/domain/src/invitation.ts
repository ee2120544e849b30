/** Inviting a person into a dossier for an organisation, and what that person may do with its texts. */
import { recorded, refuse, type Decision } from './decision.ts'
import { isPartner, type Dossier, type Invitation } from './dossier.ts'
import type { DossierFact, Id, Instant, OrganisationRole, Right } from './events.ts'
import type { Refusal } from './refusals.ts'

const RANK = { 'observe': 0, 'read-along': 1, 'propose': 2, 'write': 3 } as const satisfies Record<Right, number>
/** Whether `right` goes no further than `limit`. */
export const isWithin = (right: Right, limit: Right): boolean => RANK[right] <= RANK[limit]

/** The widest right that anyone of a partner was given: what its mandate holder may pass on to colleagues. */
export function widestRight(dossier: Dossier, organisationId: Id): Right {
  const given = [
    dossier.defaultRight,
    ...Object.values(dossier.rights[organisationId] ?? {}).flatMap(right => right ?? []),
    ...dossier.invitations.filter(one => one.organisationId === organisationId && one.status === 'open').map(one => one.right),
  ]
  return given.reduce((widest, right) => (RANK[right] > RANK[widest] ? right : widest))
}

export interface InvitePerson {
  readonly invitationId: Id; readonly organisationId: Id; readonly personId: Id; readonly right: Right; readonly roles: readonly OrganisationRole[]; readonly expiresAt: Instant
  /** Who invites: the coordinator, or a mandate holder within what the partner has. */
  readonly as: 'coordinator' | 'mandate-holder'
}

/** Inviting the same person again replaces the open invitation: one link is valid at a time. */
export function decideInvitePerson(dossier: Dossier, { as, ...wish }: InvitePerson, now: Instant): Decision<DossierFact> {
  if (!isPartner(dossier, wish.organisationId)) return refuse('not-a-partner')
  if (wish.expiresAt <= now) return refuse('dates-are-past')
  if (as === 'mandate-holder' && !isWithin(wish.right, widestRight(dossier, wish.organisationId))) return refuse('right-exceeds-own')
  if (dossier.invitations.some(one => one.invitationId === wish.invitationId)) return recorded()
  const open = dossier.invitations.filter(one => one.status === 'open' && one.personId === wish.personId && one.organisationId === wish.organisationId)
  return recorded<DossierFact>(
    ...open.map(({ invitationId }): DossierFact => ({ type: 'invitation-withdrawn', data: { invitationId } })),
    { type: 'person-invited', data: wish },
  )
}

export function decideRenewInvitation(dossier: Dossier, wish: { invitationId: Id; expiresAt: Instant }, now: Instant): Decision<DossierFact> {
  const found = openInvitation(dossier, wish.invitationId)
  if ('because' in found) return refuse(found.because)
  return wish.expiresAt <= now ? refuse('dates-are-past') : recorded({ type: 'invitation-renewed', data: wish })
}

/** An invitation that was declined is put away this way: its link goes on saying that it was declined. */
export function decideWithdrawInvitation(dossier: Dossier, wish: { invitationId: Id }): Decision<DossierFact> {
  const invitation = dossier.invitations.find(one => one.invitationId === wish.invitationId)
  if (invitation === undefined) return refuse('no-such-invitation')
  if (invitation.status === 'withdrawn') return recorded()
  return invitation.status === 'open' || invitation.status === 'declined' ? recorded({ type: 'invitation-withdrawn', data: wish }) : refuse('invitation-is-used-or-withdrawn')
}

export function decideAcceptInvitation(dossier: Dossier, wish: { invitationId: Id }, now: Instant): Decision<DossierFact> {
  const found = openInvitation(dossier, wish.invitationId)
  if ('because' in found) return dossier.invitations.some(one => one.invitationId === wish.invitationId && one.status === 'accepted') ? recorded() : refuse(found.because)
  if (!isPartner(dossier, found.invitation.organisationId)) return refuse('not-a-partner')
  return now > found.invitation.expiresAt ? refuse('invitation-has-expired') : recorded({ type: 'invitation-accepted', data: wish })
}

/** A no needs no reason. Whoever changes their mind asks for a new invitation. */
export function decideDeclineInvitation(dossier: Dossier, wish: { invitationId: Id; reason: string | null }, now: Instant): Decision<DossierFact> {
  const found = openInvitation(dossier, wish.invitationId)
  if ('because' in found) return dossier.invitations.some(one => one.invitationId === wish.invitationId && one.declined !== undefined) ? recorded() : refuse(found.because)
  return now > found.invitation.expiresAt ? refuse('invitation-has-expired') : recorded({ type: 'invitation-declined', data: wish })
}

/** Invitations that were declined and wait for somebody to be invited instead: nobody of that organisation was invited since. */
export function declinedInvitations(dossier: Dossier): readonly Invitation[] {
  return dossier.invitations.filter((one, at) => one.status === 'declined' && isPartner(dossier, one.organisationId)
    && !dossier.invitations.slice(at + 1).some(later => later.organisationId === one.organisationId && later.status !== 'withdrawn'))
}

function openInvitation(dossier: Dossier, invitationId: Id): { readonly invitation: Invitation } | { readonly because: Refusal } {
  const invitation = dossier.invitations.find(one => one.invitationId === invitationId)
  if (invitation === undefined) return { because: 'no-such-invitation' }
  return invitation.status === 'open' ? { invitation } : { because: 'invitation-is-used-or-withdrawn' }
}

/** Null takes the right away. */
export function decideSetRight(dossier: Dossier, { as, ...wish }: { organisationId: Id; personId: Id; right: Right | null; as: 'coordinator' | 'mandate-holder' }): Decision<DossierFact> {
  if (!isPartner(dossier, wish.organisationId)) return refuse('not-a-partner')
  if (as === 'mandate-holder' && wish.right !== null && !isWithin(wish.right, widestRight(dossier, wish.organisationId))) return refuse('right-exceeds-own')
  return (dossier.rights[wish.organisationId]?.[wish.personId] ?? null) === wish.right ? recorded() : recorded({ type: 'right-set', data: wish })
}
