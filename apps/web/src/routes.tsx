/** The hallway: every screen of the desk with its address, one line each. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, useParams } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { Account } from './account/Account.tsx'
import { DossierScreen } from './dossier/DossierScreen.tsx'
import { Dossiers } from './dossier/Dossiers.tsx'
import { Invitation } from './enter/Invitation.tsx'
import { SetUp } from './enter/SetUp.tsx'
import { SignIn } from './enter/SignIn.tsx'
import { SignInLink } from './enter/SignInLink.tsx'
import { TerminalLink } from './enter/TerminalLink.tsx'
import { Home } from './home/Home.tsx'
import { OrganisationScreen } from './organisation/OrganisationScreen.tsx'
import { Organisations } from './organisation/Organisations.tsx'
import { DeskLayout, Shell } from './shell/Shell.tsx'
import { Broken, NotFound } from './shell/Wrong.tsx'
import { ArrivalProvider } from './ui/title.tsx'
import { Toasts } from './ui/Toasts.tsx'
import { UnsentProvider } from './unsent.ts'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: Broken })
function Root(): ReactNode {
  return <ArrivalProvider><UnsentProvider><Toasts><Outlet /></Toasts></UnsentProvider></ArrivalProvider>
}
/** Inside the shell somebody is signed in; the desk has the ordinary bar, a sheet fills the bar itself. */
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
const desk = createRoute({ getParentRoute: () => shell, id: 'desk', component: DeskLayout })

/** A screen gets the parameters of its address as props; the address has them, or it would not be this route. */
const withParams = <P extends Readonly<Record<string, string>>>(Screen: ComponentType<P>) => function WithParams(): ReactNode { return <Screen {...useParams({ strict: false }) as unknown as P} /> }

const signIn = createRoute({ getParentRoute: () => root, path: '/aanmelden', component: SignIn, validateSearch: ({ naar }: Record<string, unknown>): { naar?: string } => typeof naar === 'string' && /^\/(?!\/)/.test(naar) ? { naar } : {} })
const signInLink = createRoute({ getParentRoute: () => root, path: '/aanmelden/$token', component: withParams(SignInLink) })
const setUp = createRoute({ getParentRoute: () => root, path: '/begin/$token', component: withParams(SetUp) })
const terminal = createRoute({ getParentRoute: () => root, path: '/binnen/$token', component: withParams(TerminalLink) })
const invitation = createRoute({ getParentRoute: () => root, path: '/uitnodiging/$token', component: withParams(Invitation) })

const home = createRoute({ getParentRoute: () => desk, path: '/', component: Home })
const dossiers = createRoute({ getParentRoute: () => desk, path: '/dossiers', component: Dossiers, validateSearch: ({ nieuw }: Record<string, unknown>): { nieuw?: true } => nieuw ? { nieuw: true } : {} })
const dossier = createRoute({ getParentRoute: () => desk, path: '/dossiers/$dossierId', component: withParams(DossierScreen) })
const organisations = createRoute({ getParentRoute: () => desk, path: '/organisaties', component: Organisations })
const organisation = createRoute({ getParentRoute: () => desk, path: '/organisaties/$organisationId', component: withParams(OrganisationScreen) })
const account = createRoute({ getParentRoute: () => desk, path: '/account', component: Account })

const statement = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId', component: withParams(lazyRouteComponent(() => import('./statement/StatementScreen.tsx'), 'StatementScreen')) })
const round = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId/ronde', component: withParams(lazyRouteComponent(() => import('./round/RoundScreen.tsx'), 'RoundScreen')) })
const matrix = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId/matrix', component: withParams(lazyRouteComponent(() => import('./round/MatrixScreen.tsx'), 'MatrixScreen')) })
const verloop = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId/verloop', component: withParams(lazyRouteComponent(() => import('./verloop/VerloopScreen.tsx'), 'VerloopScreen')) })

const routeTree = root.addChildren([
  signIn, signInLink, setUp, terminal, invitation,
  shell.addChildren([desk.addChildren([home, dossiers, dossier, organisations, organisation, account]), statement, round, matrix, verloop]),
])

export const makeRouter = () => createRouter({ routeTree, scrollRestoration: true, defaultErrorComponent: Broken, defaultNotFoundComponent: NotFound })
declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof makeRouter> }
}
