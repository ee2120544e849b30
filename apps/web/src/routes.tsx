/** The hallway: every screen of the desk with its address, one line each. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, useParams, type RouteComponent } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { SignIn } from './enter/SignIn.tsx'
import { Home } from './home/Home.tsx'
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

/**
 * A screen comes when it is asked for, or when a hand comes near a link to it. It gets the parameters of its address as props;
 * the address has them, or it would not be this route.
 */
function screen<M extends Readonly<Record<string, unknown>>, K extends keyof M & string>(load: () => Promise<M>, name: K): RouteComponent {
  const Screen = lazyRouteComponent(load, name) as ComponentType<Readonly<Record<string, string>>> & { preload?: () => Promise<void> }
  function WithParams(): ReactNode { return <Screen {...useParams({ strict: false }) as Readonly<Record<string, string>>} /> }
  return Object.assign(WithParams, { preload: Screen.preload })
}

const signIn = createRoute({ getParentRoute: () => root, path: '/aanmelden', component: SignIn, validateSearch: ({ naar }: Record<string, unknown>): { naar?: string } => typeof naar === 'string' && /^\/(?!\/)/.test(naar) ? { naar } : {} })
const signInLink = createRoute({ getParentRoute: () => root, path: '/aanmelden/$token', component: screen(() => import('./enter/SignInLink.tsx'), 'SignInLink') })
const setUp = createRoute({ getParentRoute: () => root, path: '/begin/$token', component: screen(() => import('./enter/SetUp.tsx'), 'SetUp') })
const terminal = createRoute({ getParentRoute: () => root, path: '/binnen/$token', component: screen(() => import('./enter/TerminalLink.tsx'), 'TerminalLink') })
const invitation = createRoute({ getParentRoute: () => root, path: '/uitnodiging/$token', component: screen(() => import('./enter/Invitation.tsx'), 'Invitation') })

const home = createRoute({ getParentRoute: () => desk, path: '/', component: Home })
const dossiers = createRoute({ getParentRoute: () => desk, path: '/dossiers', component: screen(() => import('./dossier/Dossiers.tsx'), 'Dossiers'), validateSearch: ({ nieuw }: Record<string, unknown>): { nieuw?: true } => nieuw ? { nieuw: true } : {} })
const dossier = createRoute({ getParentRoute: () => desk, path: '/dossiers/$dossierId', component: screen(() => import('./dossier/DossierScreen.tsx'), 'DossierScreen'), validateSearch: ({ welkom }: Record<string, unknown>): { welkom?: true } => welkom ? { welkom: true } : {} })
const organisations = createRoute({ getParentRoute: () => desk, path: '/organisaties', component: screen(() => import('./organisation/Organisations.tsx'), 'Organisations') })
const organisation = createRoute({ getParentRoute: () => desk, path: '/organisaties/$organisationId', component: screen(() => import('./organisation/OrganisationScreen.tsx'), 'OrganisationScreen') })
const account = createRoute({ getParentRoute: () => desk, path: '/account', component: screen(() => import('./account/Account.tsx'), 'Account') })

const statement = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId', component: screen(() => import('./statement/StatementScreen.tsx'), 'StatementScreen') })
const round = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId/ronde', component: screen(() => import('./round/RoundScreen.tsx'), 'RoundScreen') })
const answer = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId/antwoord', component: screen(() => import('./round/AnswerScreen.tsx'), 'AnswerScreen') })
const matrix = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId/matrix', component: screen(() => import('./round/MatrixScreen.tsx'), 'MatrixScreen') })
const verloop = createRoute({ getParentRoute: () => shell, path: '/teksten/$statementId/verloop', component: screen(() => import('./verloop/VerloopScreen.tsx'), 'VerloopScreen') })

const routeTree = root.addChildren([
  signIn, signInLink, setUp, terminal, invitation,
  shell.addChildren([desk.addChildren([home, dossiers, dossier, organisations, organisation, account]), statement, round, answer, matrix, verloop]),
])

export const makeRouter = () => createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent', defaultErrorComponent: Broken, defaultNotFoundComponent: NotFound })
declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof makeRouter> }
}
