/** The directory that all dossiers share. */
import { call } from '@draagvlak/api/call'
import { listOrganisations } from '@draagvlak/api/organisation'
import { m } from '@draagvlak/messages/m'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { seeHome } from '@draagvlak/api/desk'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { OrganisationMark } from '../ui/Mark.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'
import { KIND_WORDS, REACH_WORDS } from '../ui/words.ts'
import { NewOrganisation } from './NewOrganisation.tsx'
import './organisation.css'

export function Organisations(): ReactNode {
  const [words, setWords] = useState('')
  const [adding, setAdding] = useState(false)
  const navigate = useNavigate()
  const asked = useDeferredValue(words.trim())
  // Who may open a dossier may add to the directory: both are acts of a coordinator.
  const mayAdd = useAsk(seeHome, {}).data?.mayOpenDossier ?? false
  const found = useInfiniteQuery({
    queryKey: [listOrganisations.path, null, { q: asked }, 'pages'], initialPageParam: null as string | null, placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => call(listOrganisations, { query: { ...(asked ? { q: asked } : {}), ...(pageParam ? { after: pageParam } : {}) }, signal }), getNextPageParam: (page) => page.next,
  })
  const organisations = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="page" id="main">
      <div className="section-head"><PageTitle>{m.team_organisations()}</PageTitle>{mayAdd ? <Button onClick={() => setAdding(true)}>{m.team_organisation_new()}</Button> : null}</div>
      <div className="directory-search"><TextField label={m.team_organisations_search()} type="search" autoComplete="off" value={words} onChange={setWords} /></div>
      <Trouble error={found.error} />
      {found.isPending ? <Fetching /> : null}
      <p className="aloud" role="status">{found.isSuccess ? m.team_find_count({ count: organisations.length }) : ''}</p>
      {organisations.length > 0 ? (
        <ol className="lines directory">
          {organisations.map((organisation) => (
            <li key={organisation.id}>
              <OrganisationMark organisation={organisation} />
              <Link className="item-title" to="/organisaties/$organisationId" params={{ organisationId: organisation.id }}>{organisation.name}</Link>
              <span className="quiet">{[KIND_WORDS[organisation.kind](), REACH_WORDS[organisation.reach](), organisation.place].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ol>
      ) : found.isSuccess ? <p className="waiting-words">{m.team_organisations_none()}</p> : null}
      {found.hasNextPage ? <p className="first-gap"><Button busy={found.isFetchingNextPage && m.shared_fetching()} onClick={() => void found.fetchNextPage()}>{m.shared_more()}</Button></p> : null}
      {adding ? <Dialog wide title={m.team_organisation_new()} onClose={() => setAdding(false)}><NewOrganisation name={words} onBack={() => setAdding(false)} onDone={({ id }) => void navigate({ to: '/organisaties/$organisationId', params: { organisationId: id } })} /></Dialog> : null}
    </main>
  )
}
