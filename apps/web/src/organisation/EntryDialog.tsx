/** Changes the entry of an organisation; a new name keeps the old one with its dates. */
import { changeOrganisation, type OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { dayThere } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/Field.tsx'
import { NamedOrganisation } from '../ui/Mark.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { atStart, kindChoices, REACH_WORDS } from '../ui/words.ts'
import { fullAddress } from './NewOrganisation.tsx'
import { OrganisationFinder } from './OrganisationFinder.tsx'

const REACHES = ['national', 'regional', 'local'] as const

export function EntryDialog({ organisation, onClose }: { readonly organisation: OrganisationFull; readonly onClose: () => void }): ReactNode {
  const { kind, reach, parent } = organisation
  const [wish, setWish] = useState({
    name: organisation.name, kind, reach, parent, number: organisation.number ?? '', place: organisation.place ?? '', website: organisation.website ?? '', about: organisation.about,
    count: organisation.members ? String(organisation.members.count) : '', countedOn: organisation.members?.countedOn ?? dayThere(new Date().toISOString()),
  })
  const put = (part: Partial<typeof wish>) => setWish({ ...wish, ...part })
  const change = useAct(changeOrganisation, { onDone: onClose })
  const number = wish.number.replace(/\D/g, '')
  const wrongNumber = wish.number.trim() !== '' && number.length !== 8
  const members = { count: Number(wish.count), countedOn: wish.countedOn }
  const newMembers = wish.count.trim() !== '' && (members.count !== organisation.members?.count || members.countedOn !== organisation.members?.countedOn)
  const send = () => {
    if (!wrongNumber) change.mutate({ params: { organisationId: organisation.id }, body: {
      ...(wish.name === organisation.name ? {} : { name: wish.name }), ...(newMembers ? { members } : {}),
      kind: wish.kind, reach: wish.reach, parentId: wish.parent?.id ?? null, number: number || null, place: wish.place.trim() || null, website: fullAddress(wish.website), about: wish.about,
    } })
  }
  return (
    <Dialog
      wide title={m.team_organisation_change()} onClose={onClose} onSubmit={send}
      actions={<><Button look="primary" type="submit" busy={change.isPending && m.shared_saving()}>{m.shared_save()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <TextField label={m.shared_name()} hint={m.team_organisation_name_change_hint()} required maxLength={200} value={wish.name} onChange={(name) => put({ name })} />
      <TextAreaField label={m.team_organisation_about()} hint={m.team_organisation_about_hint()} maxLength={2000} rows={5} value={wish.about} onChange={(about) => put({ about })} />
      <div className="columns">
        <SelectField label={m.team_organisation_kind()} value={wish.kind} choices={kindChoices()} onChange={(value) => put({ kind: value })} />
        <SelectField label={m.team_organisation_reach()} value={wish.reach} choices={REACHES.map((value) => ({ value, label: atStart(REACH_WORDS[value]()) }))} onChange={(value) => put({ reach: value })} />
        <TextField label={m.team_organisation_number()} hint={m.team_organisation_number_hint()} inputMode="numeric" error={wrongNumber ? m.team_organisation_number_wrong() : null} value={wish.number} onChange={(value) => put({ number: value })} />
        <TextField label={m.team_organisation_place()} hint={m.shared_optional()} maxLength={100} value={wish.place} onChange={(place) => put({ place })} />
      </div>
      <TextField label={m.team_organisation_website()} hint={m.shared_optional()} maxLength={300} value={wish.website} onChange={(website) => put({ website })} />
      {wish.parent
        ? <div className="field"><span className="field-label">{m.team_organisation_parent_label()}</span><div className="row"><NamedOrganisation organisation={wish.parent} /><Button small onClick={() => put({ parent: null })}>{m.team_organisation_parent_clear()}</Button></div></div>
        : <OrganisationFinder label={m.team_organisation_parent_label()} hint={m.team_organisation_parent_hint()} because={new Map([[organisation.id, m.team_organisation_is_this()]])} onChoose={(chosen) => put({ parent: chosen })} />}
      <fieldset className="stack tight">
        <div className="columns">
          <TextField label={m.team_organisation_member_count()} type="number" min={0} max={20_000_000} step={1} inputMode="numeric" value={wish.count} onChange={(count) => put({ count })} />
          <TextField label={m.team_organisation_counted_on()} type="date" value={wish.countedOn} onChange={(countedOn) => put({ countedOn })} />
        </div>
        <p className="field-hint">{m.team_organisation_members_hint()}</p>
      </fieldset>
      <Trouble error={change.error} />
    </Dialog>
  )
}
