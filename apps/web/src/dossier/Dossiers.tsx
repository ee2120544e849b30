/** The dossiers one takes part in, and making a new one. */
import { listDossiers, type DossierBrief } from '@draagvlak/api/dossier'
import { seeHome } from '@draagvlak/api/desk'
import { m } from '@draagvlak/messages/m'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'
import { ROLE_WORDS, themeWords } from '../ui/words.ts'
import { NewDossierDialog } from './NewDossierDialog.tsx'
import './dossier.css'

const route = getRouteApi('/shell/desk/dossiers')

export function Dossiers(): ReactNode {
  const [archived, setArchived] = useState(false)
  const [making, setMaking] = useState(Boolean(route.useSearch().nieuw))
  const dossiers = useAsk(listDossiers, { query: { archived: archived ? 'yes' : 'no' } })
  const mayOpen = useAsk(seeHome, {}).data?.mayOpenDossier ?? false
  const make = mayOpen ? <Button look="primary" onClick={() => setMaking(true)}>{m.team_dossier_new()}</Button> : null
  return (
    <main className="page" id="main">
      <div className="section-head"><PageTitle>{m.team_dossiers()}</PageTitle>{dossiers.data?.items.length ? make : null}</div>
      {dossiers.error ? <Trouble error={dossiers.error} /> : null}
      {dossiers.isPending ? <Fetching /> : null}
      {dossiers.data?.items.length === 0 ? <div className="first-gap"><EmptyState act={archived ? null : make}>{archived ? m.team_dossiers_none_archived() : mayOpen ? m.team_home_no_dossiers() : m.team_dossiers_none()}</EmptyState></div> : null}
      {dossiers.data?.items.length ? <ol className="lines">{dossiers.data.items.map((dossier) => <DossierLine key={dossier.id} dossier={dossier} />)}</ol> : null}
      <p className="first-gap"><Button look="word" onClick={() => setArchived(!archived)}>{archived ? m.team_dossiers_current() : m.team_dossiers_archived()}</Button></p>
      {making ? <NewDossierDialog onClose={() => setMaking(false)} /> : null}
    </main>
  )
}

function DossierLine({ dossier }: { readonly dossier: DossierBrief }): ReactNode {
  return (
    <li className="dossier-line">
      <div>
        <Link className="item-title" to="/dossiers/$dossierId" params={{ dossierId: dossier.id }}>{dossier.title}</Link>
        <p className="quiet">{[dossier.coalition, themeWords(dossier.theme), dossier.accord].filter(Boolean).join(' · ')}</p>
      </div>
      <p className="figures">{m.team_dossier_partners_count({ count: dossier.partners })}, {m.team_dossier_statements_count({ count: dossier.statements })}{dossier.roles.length > 0 ? <span className="small quiet second">{dossier.roles.map((role) => ROLE_WORDS[role]()).join(', ')}</span> : null}</p>
    </li>
  )
}
