/** A person of a partner with the right that person has here, and a person who was invited. */
import { renewInvitation, setRight, withdrawInvitation, type DossierFull } from '@draagvlak/api/dossier'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { PersonMark } from '../ui/Mark.tsx'
import { sentenceOf } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { RIGHT_WORDS, RIGHTS, ROLE_WORDS, type Right } from '../ui/words.ts'
import { InviteDialog } from './InviteDialog.tsx'
import type { Partner } from './Partners.tsx'

type Person = NonNullable<Partner['people']>[number]
type Invitation = NonNullable<DossierFull['invitations']>[number]

export function PartnerPerson({ dossier, organisation, person }: { readonly dossier: DossierFull; readonly organisation: OrganisationBrief; readonly person: Person }): ReactNode {
  const toast = useToast()
  const change = useAct(setRight)
  const params = { dossierId: dossier.id, organisationId: organisation.id, personId: person.personId }
  const wordOf = (right: Right | null) => right ? RIGHT_WORDS[right]() : m.team_right_none()
  const set = (right: Right | null) => {
    const before = person.right
    change.mutate({ params, body: { right } }, { onSuccess: () => toast({ text: m.team_right_saved({ name: person.name, right: wordOf(right) }), undo: () => change.mutate({ params, body: { right: before } }) }) })
  }
  return (
    <li className="partner-person">
      <PersonMark name={person.name} hue={organisation.hue} />
      <span>{person.name}<span className="small quiet second">{[person.function, person.email, person.mandateHolder ? ROLE_WORDS['mandate-holder']() : null].filter(Boolean).join(' · ')}</span>{change.error ? <span className="field-error" role="alert">{sentenceOf(change.error)}</span> : null}</span>
      {dossier.may.includes('set-partner-rights')
        ? <select className="input" aria-label={m.team_right_of({ name: person.name })} value={person.right ?? 'none'} onChange={(event) => set(event.target.value === 'none' ? null : event.target.value as Right)}>{RIGHTS.map((right) => <option key={right} value={right}>{RIGHT_WORDS[right]()}</option>)}<option value="none">{m.team_right_none()}</option></select>
        : <span className="small quiet">{wordOf(person.right)}</span>}
    </li>
  )
}

interface InvitedPersonProps { readonly dossier: DossierFull; readonly organisation: OrganisationBrief; readonly invitation: Invitation }

export function InvitedPerson({ dossier, organisation, invitation }: InvitedPersonProps): ReactNode {
  if (invitation.declined) return <DeclinedPerson dossier={dossier} organisation={organisation} invitation={invitation} declined={invitation.declined} />
  return <OpenInvitation dossier={dossier} invitation={invitation} />
}

/** The no stands there with its reason until somebody is invited again, or it is taken off the list. */
function DeclinedPerson({ dossier, organisation, invitation, declined }: InvitedPersonProps & { readonly declined: NonNullable<Invitation['declined']> }): ReactNode {
  const toast = useToast()
  const [inviting, setInviting] = useState(false)
  const away = useAct(withdrawInvitation, { onDone: () => toast({ text: m.team_invitation_put_away_done({ name: invitation.name }) }) })
  const date = dayWithoutWeekday(declined.at, { zone: dossier.zone })
  return (
    <li className="partner-person">
      <PersonMark name={invitation.name} />
      <span>{invitation.name}<span className="small quiet second">{[invitation.email, m.team_invitation_declined({ date })].filter(Boolean).join(' · ')}</span>{declined.reason ? <span className="small second">{m.team_invitation_declined_reason({ reason: declined.reason })}</span> : null}{away.error ? <span className="field-error" role="alert">{sentenceOf(away.error)}</span> : null}</span>
      {dossier.may.includes('invite-partner') ? (
        <span className="row">
          <Button small aria-label={`${m.team_invitation_instead()}: ${organisation.name}`} onClick={() => setInviting(true)}>{m.team_invitation_instead()}</Button>
          <Button small look="bare" aria-label={`${m.team_invitation_put_away()}: ${invitation.name}`} onClick={() => away.mutate({ params: { dossierId: dossier.id, invitationId: invitation.id } })}>{m.team_invitation_put_away()}</Button>
        </span>
      ) : null}
      {inviting ? <InviteDialog dossier={dossier} organisation={organisation} onClose={() => setInviting(false)} /> : null}
    </li>
  )
}

function OpenInvitation({ dossier, invitation }: Omit<InvitedPersonProps, 'organisation'>): ReactNode {
  const toast = useToast()
  const params = { dossierId: dossier.id, invitationId: invitation.id }
  const renew = useAct(renewInvitation, { onDone: () => toast({ text: m.team_invitation_sent_again({ name: invitation.name }) }) })
  const withdraw = useAct(withdrawInvitation, { onDone: () => toast({ text: m.team_invitation_withdrawn({ name: invitation.name }) }) })
  const error = renew.error ?? withdraw.error
  const date = dayWithoutWeekday(invitation.expiresAt, { zone: dossier.zone })
  return (
    <li className="partner-person">
      <PersonMark name={invitation.name} />
      <span>{invitation.name}<span className="small quiet second">{[invitation.email, invitation.status === 'expired' ? m.team_invitation_expired({ date }) : m.team_invitation_open({ date })].filter(Boolean).join(' · ')}</span>{error ? <span className="field-error" role="alert">{sentenceOf(error)}</span> : null}</span>
      {dossier.may.includes('invite-partner') ? (
        <span className="row">
          <Button small aria-label={`${m.team_invitation_again()}: ${invitation.name}`} busy={renew.isPending && m.shared_sending()} onClick={() => renew.mutate({ params })}>{m.team_invitation_again()}</Button>
          <Button small look="bare" aria-label={`${m.team_invitation_withdraw()}: ${invitation.name}`} onClick={() => withdraw.mutate({ params })}>{m.team_invitation_withdraw()}</Button>
        </span>
      ) : null}
    </li>
  )
}
