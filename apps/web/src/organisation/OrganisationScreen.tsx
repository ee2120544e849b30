/** One organisation: its entry, its people and mandates, how it decides, and its logos. */
import { seeOrganisation, type OrganisationFull } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { ScreenWait } from '../shell/ScreenWait.tsx'
import { OrganisationMark } from '../ui/Mark.tsx'
import { Tabs, type TabEntry } from '../ui/Tabs.tsx'
import { PageTitle } from '../ui/title.tsx'
import { KIND_WORDS, REACH_WORDS } from '../ui/words.ts'
import { Colleagues } from './Colleagues.tsx'
import { Entry } from './Entry.tsx'
import { Logos } from './Logos.tsx'
import { Mandates } from './Mandates.tsx'
import './organisation.css'

export function OrganisationScreen({ organisationId }: { readonly organisationId: string }): ReactNode {
  const { data: organisation, error } = useAsk(seeOrganisation, { params: { organisationId } })
  if (!organisation) return <ScreenWait error={error} />
  return <Organisation organisation={organisation} />
}

type Tab = 'about' | 'people' | 'mandates' | 'logos'

function Organisation({ organisation }: { readonly organisation: OrganisationFull }): ReactNode {
  const [tab, setTab] = useState<Tab>('about')
  const { people, mandates } = organisation
  const tabs: TabEntry<Tab>[] = [
    { id: 'about', label: m.team_tab_about(), content: <Entry organisation={organisation} /> },
    ...(people ? [{ id: 'people' as const, label: m.team_tab_people(), count: people.length, content: <Colleagues organisation={organisation} people={people} /> }] : []),
    ...(mandates ? [{ id: 'mandates' as const, label: m.team_tab_mandates(), count: mandates.filter(({ endedAt }) => endedAt === null).length, content: <Mandates organisation={organisation} mandates={mandates} people={people ?? []} /> }] : []),
    { id: 'logos', label: m.team_tab_logos(), count: organisation.logos.filter(({ retiredAt }) => retiredAt === null).length, content: <Logos organisation={organisation} /> },
  ]
  return (
    <main className="page" id="main">
      <div className="organisation-name">
        <OrganisationMark organisation={organisation} />
        <PageTitle above={[KIND_WORDS[organisation.kind](), REACH_WORDS[organisation.reach](), organisation.place, organisation.parent ? m.team_organisation_parent({ name: organisation.parent.name }) : null].filter(Boolean).join(' · ')}>{organisation.name}</PageTitle>
      </div>
      <Tabs className="organisation-tabs" label={organisation.name} tabs={tabs} selected={tabs.some(({ id }) => id === tab) ? tab : 'about'} onSelect={setTab} />
    </main>
  )
}
