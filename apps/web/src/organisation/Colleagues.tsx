/** The people of an organisation and what they may do for it. */
import { inviteColleague, removeColleague, setColleagueRoles, type OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { oneStop } from '@draagvlak/messages/one-stop'
import { Ellipsis } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckField, TextField } from '../ui/Field.tsx'
import { PersonMark } from '../ui/Mark.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { atStart, ROLE_WORDS } from '../ui/words.ts'

type People = NonNullable<OrganisationFull['people']>
type Colleague = People[number]
type Role = Colleague['roles'][number]

export function Colleagues({ organisation, people }: { readonly organisation: OrganisationFull; readonly people: People }): ReactNode {
  const [inviting, setInviting] = useState(false)
  const mayInvite = organisation.may.includes('invite-colleague')
  return (
    <>
      <div className="tab-head"><span />{mayInvite ? <Button onClick={() => setInviting(true)}>{m.team_colleague_add()}</Button> : null}</div>
      {people.length > 0 ? <ul className="lines">{people.map((colleague) => <ColleagueLine key={colleague.personId} organisation={organisation} colleague={colleague} />)}</ul> : <p className="waiting-words">{m.team_people_none()}</p>}
      {inviting ? <InviteColleagueDialog organisation={organisation} onClose={() => setInviting(false)} /> : null}
    </>
  )
}

function ColleagueLine({ organisation, colleague }: { readonly organisation: OrganisationFull; readonly colleague: Colleague }): ReactNode {
  const [open, setOpen] = useState<'roles' | 'remove' | null>(null)
  const { name } = colleague
  const roles = colleague.roles.length > 0 ? colleague.roles.map((role) => ROLE_WORDS[role]()).join(', ') : m.team_colleague_no_roles()
  return (
    <li className="line-row">
      <PersonMark name={name} hue={organisation.hue} />
      <span>{name}<span className="small quiet second">{[colleague.function, colleague.email, roles].filter(Boolean).join(' · ')}</span></span>
      {organisation.may.includes('set-colleague-rights') ? (
        <Menu label={m.team_colleague_menu({ name })} buttonClass="icon-button" entries={[{ id: 'roles', label: m.team_colleague_change_roles({ name }), onAction: () => setOpen('roles') }, { id: 'remove', label: m.team_colleague_remove(), danger: true, onAction: () => setOpen('remove') }]}><Ellipsis className="icon" aria-hidden="true" /></Menu>
      ) : <span />}
      {open === 'roles' ? <RolesDialog organisation={organisation} colleague={colleague} onClose={() => setOpen(null)} /> : null}
      {open === 'remove' ? <RemoveDialog organisation={organisation} colleague={colleague} onClose={() => setOpen(null)} /> : null}
    </li>
  )
}

function RoleFields({ roles, onChange }: { readonly roles: readonly Role[]; readonly onChange: (roles: readonly Role[]) => void }): ReactNode {
  const hints = { 'mandate-holder': m.team_colleague_mandate_hint(), 'logo-manager': m.team_colleague_logo_hint() }
  return <>{(['mandate-holder', 'logo-manager'] as const).map((role) => <CheckField key={role} label={atStart(ROLE_WORDS[role]())} hint={hints[role]} checked={roles.includes(role)} onChange={(checked) => onChange(checked ? [...roles, role] : roles.filter((one) => one !== role))} />)}</>
}

function InviteColleagueDialog({ organisation, onClose }: { readonly organisation: OrganisationFull; readonly onClose: () => void }): ReactNode {
  const toast = useToast()
  const [person, setPerson] = useState({ email: '', name: '', function: '' })
  const [roles, setRoles] = useState<readonly Role[]>([])
  const put = (part: Partial<typeof person>) => setPerson({ ...person, ...part })
  const invite = useAct(inviteColleague, { onDone: ({ name }) => { toast({ text: m.team_colleague_invited({ name }) }); onClose() } })
  return (
    <Dialog
      title={m.team_colleague_add()} onClose={onClose} onSubmit={() => invite.mutate({ params: { organisationId: organisation.id }, body: { ...person, roles: [...roles] } })}
      actions={<><Button look="primary" type="submit" busy={invite.isPending && m.shared_sending()}>{m.team_invite_send()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <TextField label={m.shared_email()} type="email" required maxLength={254} autoComplete="off" value={person.email} onChange={(email) => put({ email })} />
      <TextField label={m.shared_name()} required maxLength={120} autoComplete="off" value={person.name} onChange={(name) => put({ name })} />
      <TextField label={m.shared_function()} hint={m.shared_optional()} maxLength={120} autoComplete="off" value={person.function} onChange={(value) => put({ function: value })} />
      <fieldset className="field"><legend className="field-label">{m.team_colleague_roles({ organisation: organisation.name })}</legend><RoleFields roles={roles} onChange={setRoles} /></fieldset>
      <Trouble error={invite.error} />
    </Dialog>
  )
}

function RolesDialog({ organisation, colleague, onClose }: { readonly organisation: OrganisationFull; readonly colleague: Colleague; readonly onClose: () => void }): ReactNode {
  const [roles, setRoles] = useState<readonly Role[]>(colleague.roles)
  const set = useAct(setColleagueRoles, { onDone: onClose })
  return (
    <Dialog
      title={m.team_colleague_change_roles({ name: colleague.name })} onClose={onClose} onSubmit={() => set.mutate({ params: { organisationId: organisation.id, personId: colleague.personId }, body: { roles: [...roles] } })}
      actions={<><Button look="primary" type="submit" busy={set.isPending && m.shared_saving()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <RoleFields roles={roles} onChange={setRoles} />
      <Trouble error={set.error} />
    </Dialog>
  )
}

function RemoveDialog({ organisation, colleague, onClose }: { readonly organisation: OrganisationFull; readonly colleague: Colleague; readonly onClose: () => void }): ReactNode {
  const remove = useAct(removeColleague, { onDone: onClose })
  return (
    <Dialog
      title={m.team_colleague_remove_title({ name: colleague.name })} must onClose={onClose}
      actions={<><Button look="danger-confirmed" busy={remove.isPending && m.shared_busy()} onClick={() => remove.mutate({ params: { organisationId: organisation.id, personId: colleague.personId } })}>{m.team_colleague_remove_go()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{oneStop(m.team_colleague_remove_what({ name: colleague.name, organisation: organisation.name }))}</p>
      <Trouble error={remove.error} />
    </Dialog>
  )
}
