/** Inviting: first the organisation from the directory, then the person who gets the mail. */
import { invitePartner, type DossierFull } from '@draagvlak/api/dossier'
import type { OrganisationBrief } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { NewOrganisation } from '../organisation/NewOrganisation.tsx'
import { OrganisationFinder } from '../organisation/OrganisationFinder.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckField, SelectField, TextField } from '../ui/Field.tsx'
import { NamedOrganisation } from '../ui/Mark.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { atStart, PARTNER_ROLE_WORDS, RIGHT_HINTS, RIGHT_WORDS, RIGHTS, type Right } from '../ui/words.ts'

export interface InviteDialogProps { readonly dossier: DossierFull; /** Known already: invites one more person of this partner. */ readonly organisation?: OrganisationBrief; readonly onClose: () => void }

export function InviteDialog({ dossier, organisation, onClose }: InviteDialogProps): ReactNode {
  const [chosen, setChosen] = useState<OrganisationBrief | null>(organisation ?? null)
  const [adding, setAdding] = useState<string | null>(null)
  const partners = new Map(dossier.partnerList.filter(({ endedAt }) => endedAt === null).map((partner) => [partner.organisation.id, m.team_invite_already()]))
  if (chosen) return <InvitePerson dossier={dossier} organisation={chosen} isPartner={partners.has(chosen.id)} onOther={organisation ? null : () => setChosen(null)} onClose={onClose} />
  if (adding !== null) return <Dialog wide title={m.team_organisation_new()} onClose={onClose}><NewOrganisation name={adding} onDone={setChosen} onBack={() => setAdding(null)} /></Dialog>
  return (
    <Dialog wide title={m.team_partner_invite()} onClose={onClose} actions={<Button onClick={onClose}>{m.shared_cancel()}</Button>}>
      <OrganisationFinder label={m.team_invite_find()} hint={m.team_invite_find_hint()} because={partners} onChoose={setChosen} onNew={setAdding} />
    </Dialog>
  )
}

interface Named { readonly name: string; readonly function: string }
/** Somebody of this dossier with that address: who is known is not asked for a name again. */
function knownAs({ partnerList }: DossierFull, email: string): Named | null {
  const sought = email.trim().toLowerCase()
  const person = sought === '' ? undefined : partnerList.flatMap(({ people }) => people ?? []).find((one) => one.email?.toLowerCase() === sought)
  return person ? { name: person.name, function: person.function } : null
}

/** What is still to be filled in, in our own words: those of the browser speak its language and not ours. */
function whyNotInvited({ email, name }: Named & { readonly email: string }, known: Named | null): string | null {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) return m.team_invite_need_email()
  return known || name.trim() !== '' ? null : m.team_invite_need_name()
}

type Role = DossierFull['partnerList'][number]['roles'][number]
const ROLES: readonly Role[] = ['partner', 'addressee', 'target']
interface InvitePersonProps { readonly dossier: DossierFull; readonly organisation: OrganisationBrief; readonly isPartner: boolean; readonly onOther: (() => void) | null; readonly onClose: () => void }

function InvitePerson({ dossier, organisation, isPartner, onOther, onClose }: InvitePersonProps): ReactNode {
  const toast = useToast()
  const [person, setPerson] = useState({ email: '', name: '', function: '' })
  const [right, setRight] = useState<Right>(dossier.defaultRight)
  // Who writes along does not answer for that: a mandate is given, never left standing.
  const [mandateHolder, setMandateHolder] = useState(false)
  const [roles, setRoles] = useState<readonly Role[]>(['partner'])
  const [nobody, setNobody] = useState(false)
  const known = knownAs(dossier, person.email)
  const because = nobody ? null : whyNotInvited(person, known)
  const put = (part: Partial<typeof person>) => setPerson({ ...person, ...part })
  const invite = useAct(invitePartner, { onDone: () => { toast({ text: nobody ? m.team_invite_added({ organisation: organisation.name }) : m.team_invite_sent({ name: known?.name ?? person.name }) }); onClose() } })
  const send = () => invite.mutate({ params: { dossierId: dossier.id }, body: { organisationId: organisation.id, ...(isPartner ? {} : { roles: [...roles] }), person: nobody ? null : { ...person, ...known, right, mandateHolder } } })
  return (
    <Dialog
      wide title={isPartner ? m.team_partner_add_person() : m.team_partner_invite()} onClose={onClose} onSubmit={() => { if (!because) send() }}
      actions={<><Button look="primary" type="submit" because={because} busy={invite.isPending && m.shared_sending()}>{nobody ? m.team_invite_add_only() : m.team_invite_send()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <div className="chosen"><NamedOrganisation organisation={organisation} />{onOther ? <Button look="word" onClick={onOther}>{m.team_invite_other()}</Button> : null}</div>
      {isPartner ? null : (
        <fieldset className="field"><legend className="field-label">{m.team_invite_role()}</legend><p className="field-hint">{m.team_invite_role_hint()}</p>
          <div className="row">{ROLES.map((role) => <CheckField key={role} label={atStart(PARTNER_ROLE_WORDS[role]())} checked={roles.includes(role)} onChange={(checked) => setRoles(checked ? [...roles, role] : roles.filter((one) => one !== role))} />)}</div>
        </fieldset>
      )}
      {nobody ? null : (
        <fieldset className="stack">
          <legend className="field-label">{m.team_invite_person()}</legend>
          <TextField label={m.shared_email()} type="email" maxLength={254} autoComplete="off" value={person.email} onChange={(email) => put({ email })} />
          {known ? <p className="prose">{m.team_invite_known({ name: known.name })}</p> : <div className="columns">
            <TextField label={m.shared_name()} maxLength={120} autoComplete="off" value={person.name} onChange={(name) => put({ name })} />
            <TextField label={m.shared_function()} hint={m.shared_optional()} maxLength={120} autoComplete="off" value={person.function} onChange={(value) => put({ function: value })} />
          </div>}
          <SelectField label={m.team_invite_right()} hint={RIGHT_HINTS[right]()} value={right} choices={RIGHTS.map((value) => ({ value, label: RIGHT_WORDS[value]() }))} onChange={setRight} />
          <CheckField label={m.team_invite_mandate({ organisation: organisation.name })} hint={m.team_invite_mandate_hint()} checked={mandateHolder} onChange={setMandateHolder} />
        </fieldset>
      )}
      {isPartner ? null : <CheckField label={m.team_invite_no_person()} checked={nobody} onChange={setNobody} />}
      <Trouble error={invite.error} />
    </Dialog>
  )
}
