/** What the directory says of an organisation, and how it decides and stands in print. */
import type { OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { dayInFull, dayWithoutWeekday } from '../ui/dates.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { PrintedDialog } from './PrintedDialog.tsx'
import { RouteDialog } from './RouteDialog.tsx'

export function Entry({ organisation }: { readonly organisation: OrganisationFull }): ReactNode {
  const [open, setOpen] = useState<'entry' | 'route' | 'printed' | null>(null)
  const close = () => setOpen(null)
  const may = (act: string) => organisation.may.includes(act)
  const { route, members } = organisation
  const earlier = organisation.names.filter(({ name }) => name !== organisation.name)
  return (
    <>
      {may('change-organisation') ? <div className="tab-head"><span /><Button onClick={() => setOpen('entry')}>{m.team_organisation_change()}</Button></div> : null}
      <dl className="facts">
        <Fact name={m.team_organisation_about()}><p className={organisation.about ? 'about' : 'quiet'}>{organisation.about || m.team_organisation_about_none()}</p></Fact>
        {organisation.number ? <Fact name={m.team_organisation_number()}><span className="figures">{organisation.number}</span></Fact> : null}
        {organisation.website ? <Fact name={m.team_organisation_website()}><a href={organisation.website} rel="noreferrer">{organisation.website.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a></Fact> : null}
        {organisation.parent ? <Fact name={m.team_organisation_parent_label()}><Link to="/organisaties/$organisationId" params={{ organisationId: organisation.parent.id }}>{organisation.parent.name}</Link></Fact> : null}
        {members ? <Fact name={m.team_organisation_member_count()}><span>{m.team_organisation_members({ count: members.count.toLocaleString(), date: dayWithoutWeekday(members.countedOn) })}</span></Fact> : null}
        {earlier.length > 0 ? <Fact name={m.team_organisation_formerly()}>{organisation.names.map(({ name, validFrom }) => <span key={`${name}${validFrom}`}>{name} <span className="small quiet">{m.team_organisation_name_since({ date: dayWithoutWeekday(validFrom) })}</span></span>)}</Fact> : null}
        <Fact name={m.team_route()}>
          <span>{route.route === 'short' ? m.team_route_short() : m.team_route_long()}</span>
          {route.route === 'long' ? <span className="small quiet">{m.team_route_lead_days({ count: route.leadDays })}; {route.meetings.length > 0 ? route.meetings.map((day) => dayInFull(day)).join('; ') : m.team_route_meetings_none()}</span> : null}
          {may('set-route') ? <Button look="word" onClick={() => setOpen('route')}>{m.team_route_change()}</Button> : null}
        </Fact>
        <Fact name={m.team_printed()}>
          <span>{organisation.printedName ?? organisation.name}</span>
          <span className="small quiet">{[m.team_printed_sorts({ key: organisation.sortKey ?? organisation.defaultSortKey }), organisation.minimumWidth ? m.team_printed_minimum({ mm: organisation.minimumWidth }) : null].filter(Boolean).join('; ')}</span>
          {may('set-printed-name') ? <Button look="word" onClick={() => setOpen('printed')}>{m.team_printed_change()}</Button> : null}
        </Fact>
        {organisation.dossiers.length > 0 ? <Fact name={m.team_organisation_shared_dossiers()}>{organisation.dossiers.map(({ id, title }) => <Link key={id} to="/dossiers/$dossierId" params={{ dossierId: id }}>{title}</Link>)}</Fact> : null}
      </dl>
      {open === 'entry' ? <EntryDialog organisation={organisation} onClose={close} /> : null}
      {open === 'route' ? <RouteDialog organisation={organisation} onClose={close} /> : null}
      {open === 'printed' ? <PrintedDialog organisation={organisation} onClose={close} /> : null}
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
