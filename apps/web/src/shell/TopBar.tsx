/** The bar at the top of the desk: where you are, everything by name, and for whom you act. */
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { lazy, Suspense, type ReactNode } from 'react'
import { useActingFor, useMe } from '../me.ts'
import { PersonMark } from '../ui/Mark.tsx'
import { usePalette } from './palette-context.ts'
import './TopBar.css'

// Menus bring a third of the code of the desk; the page does not wait for it.
const AccountMenu = lazy(() => import('./AccountMenu.tsx').then((file) => ({ default: file.AccountMenu })))
const ActingBar = lazy(() => import('./ActingBar.tsx').then((file) => ({ default: file.ActingBar })))

/** @param to an address inside the desk; left out for where one is. */
export interface Crumb { readonly name: string; readonly to?: string }
export interface TopBarProps {
  /** Instead of the ordinary links: the way to the text one is in. */
  readonly crumbs?: readonly Crumb[]
  /** What belongs to the screen: stages, save state, who is here, the primary act. */
  readonly children?: ReactNode
}

export function TopBar({ crumbs, children }: TopBarProps): ReactNode {
  const openPalette = usePalette()
  const organisation = useActingFor()
  const me = useMe()
  return (
    <>
      <header className="top-bar">
        <Link className="brand" to="/">{m.shared_brand()}</Link>
        {crumbs
          ? <nav className="crumbs" aria-label={m.team_breadcrumbs()}><ol>{crumbs.map(({ name, to }) => <li key={name}>{to ? <Link to={to} activeOptions={{ exact: true }}>{name}</Link> : <span aria-current="page">{name}</span>}</li>)}</ol></nav>
          : (
            <nav className="main-links" aria-label={m.team_main_menu()}>
              <Link to="/dossiers">{m.team_dossiers()}</Link>
              {organisation ? <Link to="/organisaties/$organisationId" params={{ organisationId: organisation.id }}>{organisation.name}</Link> : null}
            </nav>
          )}
        {children}
        <div className="top-end">
          <button type="button" className={crumbs ? 'find-button icon-only' : 'find-button'} onClick={openPalette} aria-keyshortcuts="Control+K" title={m.team_find_by_name()}>
            <Search className="icon" aria-hidden="true" />
            {crumbs ? <span className="aloud">{m.team_find_by_name()}</span> : <><span>{m.team_find_by_name()}</span><span className="key" aria-hidden="true">Ctrl K</span></>}
          </button>
          <Suspense fallback={<span className="account-button"><PersonMark name={me.person.name} hue={organisation?.hue} /></span>}><AccountMenu /></Suspense>
        </div>
      </header>
      {me.organisations.length > 1 ? <Suspense><ActingBar /></Suspense> : null}
    </>
  )
}
