/** The coalition: every partner with its mark, its people and what they may do, and who was invited. */
import type { DossierFull } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { OrganisationMark } from '../ui/Mark.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { KIND_WORDS, PARTNER_ROLE_WORDS } from '../ui/words.ts'
import { EndPartnershipDialog } from './EndPartnershipDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { LogoLeaveDialog } from './LogoLeaveDialog.tsx'
import { InvitedPerson, PartnerPerson } from './PartnerPeople.tsx'

export type Partner = DossierFull['partnerList'][number]

export function Partners({ dossier, onInvite }: { readonly dossier: DossierFull; readonly onInvite: () => void }): ReactNode {
  const now = dossier.partnerList.filter(({ endedAt }) => endedAt === null)
  const joined = now.filter((partner) => partner.joined).length
  const former = dossier.partnerList.filter(({ endedAt }) => endedAt !== null)
  const invite = dossier.may.includes('invite-partner') ? <Button onClick={onInvite}>{m.team_partner_invite()}</Button> : null
  return (
    <section aria-labelledby="partners">
      <div className="section-head"><h2 className="section-title" id="partners">{m.team_dossier_partners()} <span className="quiet small figures">{joined < now.length ? m.team_dossier_partners_invited({ count: joined, invited: now.length - joined }) : joined}</span></h2>{now.length > 0 ? invite : null}</div>
      {now.length > 0 ? <ol className="lines">{now.map((partner) => <PartnerLine key={partner.organisation.id} dossier={dossier} partner={partner} />)}</ol> : <div className="first-gap"><EmptyState act={invite}>{m.team_dossier_partners_none()}</EmptyState></div>}
      {former.length > 0 ? (
        <details className="first-gap">
          <summary>{m.team_partners_former()} <span className="quiet figures">{former.length}</span></summary>
          <ul>{former.map(({ organisation, endedAt }) => <li key={organisation.id} className="partner-person"><OrganisationMark organisation={organisation} /><span>{organisation.name}</span><span className="small quiet">{m.team_partner_ended({ date: dayWithoutWeekday(endedAt!, { zone: dossier.zone }) })}</span></li>)}</ul>
        </details>
      ) : null}
    </section>
  )
}

function PartnerLine({ dossier, partner }: { readonly dossier: DossierFull; readonly partner: Partner }): ReactNode {
  const [open, setOpen] = useState<'person' | 'end' | 'logo' | null>(null)
  const { organisation, people } = partner
  const may = (act: string) => dossier.may.includes(act)
  const ofHere = (dossier.invitations ?? []).filter(({ organisationId, status }) => organisationId === organisation.id && status !== 'withdrawn')
  // A no has been dealt with once somebody was invited after it.
  const invitations = ofHere.filter(({ status }, at) => status === 'open' || status === 'expired' || (status === 'declined' && at === ofHere.length - 1))
  const invited = new Set(invitations.map(({ personId }) => personId))
  const here = (people ?? []).filter(({ personId }) => !invited.has(personId))
  const roles = partner.roles.filter((role) => role !== 'partner').map((role) => PARTNER_ROLE_WORDS[role]())
  const isState = organisation.kind === 'state-body'
  const logo = isState ? partner.partnerLogoLeave ? m.team_logo_leave_given() : m.team_logo_name_only() : partner.logo ? m.team_logo_known() : m.team_logo_unknown()
  const entries: MenuEntry[] = [
    ...(may('invite-partner') ? [{ id: 'person', label: m.team_partner_add_person(), onAction: () => setOpen('person') }] : []),
    ...(isState && may('record-partner-logo-leave') && !partner.partnerLogoLeave ? [{ id: 'logo', label: m.team_logo_leave(), onAction: () => setOpen('logo') }] : []),
    ...(may('end-partnership') ? [{ id: 'end', label: m.team_partner_end(), danger: true, onAction: () => setOpen('end') }] : []),
  ]
  return (
    <li className="partner">
      <div className="partner-name">
        <OrganisationMark organisation={organisation} />
        <div><Link className="item-title" to="/organisaties/$organisationId" params={{ organisationId: organisation.id }}>{organisation.name}</Link><p className="small quiet">{[KIND_WORDS[organisation.kind](), ...roles, (partner.joined ? m.team_partner_since : m.team_partner_invited_on)({ date: dayWithoutWeekday(partner.since, { zone: dossier.zone }) }), logo].join(' · ')}</p></div>
      </div>
      {entries.length > 0 ? <Menu label={m.team_partner_menu({ organisation: organisation.name })} entries={entries} buttonClass="icon-button"><Ellipsis className="icon" aria-hidden="true" /></Menu> : <span />}
      {people || invitations.length > 0 ? (
        <ul className="partner-people">
          {here.map((person) => <PartnerPerson key={person.personId} dossier={dossier} organisation={organisation} person={person} />)}
          {invitations.map((invitation) => <InvitedPerson key={invitation.id} dossier={dossier} organisation={organisation} invitation={invitation} />)}
          {here.length + invitations.length === 0 ? <li className="small quiet">{m.team_partner_no_people()}</li> : null}
        </ul>
      ) : null}
      {open === 'person' ? <InviteDialog dossier={dossier} organisation={organisation} onClose={() => setOpen(null)} /> : null}
      {open === 'end' ? <EndPartnershipDialog dossier={dossier} organisation={organisation} onClose={() => setOpen(null)} /> : null}
      {open === 'logo' ? <LogoLeaveDialog dossierId={dossier.id} organisation={organisation} onClose={() => setOpen(null)} /> : null}
    </li>
  )
}
