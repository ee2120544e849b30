/** The person's own menu: account, the organisation to act for, signing out. */
import { actFor } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { oneStop } from '@draagvlak/messages/one-stop'
import { useNavigate } from '@tanstack/react-router'
import { Building2, Folder, LogOut, Search, UserRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { useActingFor, useMe } from '../me.ts'
import { initialsOfPerson, PersonMark } from '../ui/Mark.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'

export function AccountMenu(): ReactNode {
  const me = useMe()
  const acting = useActingFor()
  const navigate = useNavigate()
  const toast = useToast()
  const [leaving, setLeaving] = useState(false)
  const switchTo = useAct(actFor, { onDone: (now) => toast({ text: oneStop(m.team_now_acting_for({ organisation: now.organisations.find(({ id }) => id === now.actingFor)?.name ?? '' })) }) })
  const icon = (Icon: typeof Folder) => <Icon className="icon" aria-hidden="true" />
  const entries: MenuEntry[] = [
    { id: 'dossiers', label: m.team_dossiers(), icon: icon(Folder), onAction: () => void navigate({ to: '/dossiers' }) },
    { id: 'organisations', label: m.team_organisations(), icon: icon(Search), onAction: () => void navigate({ to: '/organisaties' }) },
    ...(acting ? [{ id: 'own', label: acting.name, icon: icon(Building2), onAction: () => void navigate({ to: '/organisaties/$organisationId', params: { organisationId: acting.id } }) }] : []),
    { id: 'cut-1', cut: true },
    ...me.organisations.filter(({ id }) => id !== acting?.id).map(({ id, name }): MenuEntry => ({ id, label: m.team_act_for({ organisation: name }), icon: icon(Building2), onAction: () => switchTo.mutate({ body: { organisationId: id } }) })),
    { id: 'account', label: m.team_account(), second: me.person.email, icon: icon(UserRound), onAction: () => void navigate({ to: '/account' }) },
    { id: 'cut-2', cut: true },
    { id: 'sign-out', label: m.team_sign_out(), icon: icon(LogOut), onAction: () => setLeaving(true) },
  ]
  return (
    <>
      <Menu label={`${m.team_account_menu({ name: me.person.name })}, ${initialsOfPerson(me.person.name)}`} entries={entries} buttonClass="account-button"><PersonMark name={me.person.name} hue={acting?.hue} /></Menu>
      {leaving ? <SignOutDialog onClose={() => setLeaving(false)} /> : null}
    </>
  )
}
