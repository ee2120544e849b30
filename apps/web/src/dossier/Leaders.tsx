/** Who coordinates and edits finally, appointing, and handing over. */
import { endRole, giveRole, type DossierFull } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RadioCards, SelectField } from '../ui/Field.tsx'
import { PersonMark } from '../ui/Mark.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { atStart, ROLE_WORDS } from '../ui/words.ts'

type Role = DossierFull['leaders'][number]['role']

export function Leaders({ dossier }: { readonly dossier: DossierFull }): ReactNode {
  const [appointing, setAppointing] = useState(false)
  const end = useAct(endRole)
  const may = dossier.may.includes('appoint')
  const organisations = new Map(dossier.partnerList.map(({ organisation }) => [organisation.id, organisation]))
  return (
    <section aria-labelledby="leaders">
      <div className="section-head"><h2 className="section-title" id="leaders">{m.team_leaders()}</h2>{may ? <Button onClick={() => setAppointing(true)}>{m.team_leader_appoint()}</Button> : null}</div>
      <p className="prose quiet">{m.team_leaders_what()}</p>
      <ul className="lines">
        {dossier.leaders.map(({ personId, name, organisationId, role }) => (
          <li key={`${personId}${role}`} className="partner-person">
            <PersonMark name={name} hue={organisations.get(organisationId)?.hue} />
            <span>{name}<span className="small quiet second">{[atStart(ROLE_WORDS[role]()), organisations.get(organisationId)?.name].filter(Boolean).join(' · ')}</span></span>
            {may ? <Button small look="bare" aria-label={`${m.team_leader_end()}: ${name}, ${ROLE_WORDS[role]()}`} onClick={() => end.mutate({ params: { dossierId: dossier.id, role, personId } })}>{m.team_leader_end()}</Button> : null}
          </li>
        ))}
      </ul>
      {end.error ? <div className="first-gap"><Trouble error={end.error} /></div> : null}
      {appointing ? <AppointDialog dossier={dossier} onClose={() => setAppointing(false)} /> : null}
    </section>
  )
}

function AppointDialog({ dossier, onClose }: { readonly dossier: DossierFull; readonly onClose: () => void }): ReactNode {
  const toast = useToast()
  const people = dossier.partnerList.filter(({ endedAt }) => endedAt === null).flatMap(({ organisation, people: own }) => (own ?? []).map((person) => ({ ...person, organisation })))
  const [who, setWho] = useState(`${people[0]?.organisation.id}/${people[0]?.personId}`)
  const [role, setRole] = useState<Role>('coordinator')
  const chosen = people.find(({ personId, organisation }) => `${organisation.id}/${personId}` === who)
  const appoint = useAct(giveRole, { onDone: () => { toast({ text: m.team_leader_appointed({ name: chosen?.name ?? '', role: ROLE_WORDS[role]() }) }); onClose() } })
  return (
    <Dialog
      title={m.team_leader_appoint()} onClose={onClose}
      onSubmit={() => { if (chosen) appoint.mutate({ params: { dossierId: dossier.id }, body: { personId: chosen.personId, organisationId: chosen.organisation.id, role } }) }}
      actions={<><Button look="primary" type="submit" busy={appoint.isPending && m.shared_busy()} because={chosen ? null : m.team_leader_nobody()}>{m.team_leader_go()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      {people.length > 0 ? <SelectField label={m.team_leader_who()} value={who} choices={people.map(({ personId, name, organisation }) => ({ value: `${organisation.id}/${personId}`, label: `${name}, ${organisation.name}` }))} onChange={setWho} /> : <Notice>{m.team_leader_nobody()}</Notice>}
      <RadioCards label={m.team_leader_role()} value={role} choices={(['coordinator', 'final-editor'] as const).map((value) => ({ value, label: atStart(ROLE_WORDS[value]()) }))} onChange={setRole} />
      <Trouble error={appoint.error} />
    </Dialog>
  )
}
