/** Every route of the house, mounted by name, behind the same doors. */
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { directoryRoutes } from './directory/routes.ts'
import { logoRoutes } from './directory/logo-routes.ts'
import { logoUseRoutes } from './directory/logo-uses.ts'
import { dossierRoutes } from './dossier/routes.ts'
import { invitationRoutes } from './dossier/invitation-routes.ts'
import { documentationRoutes } from './http/documentation.ts'
import { doors } from './http/doors.ts'
import { faultResponse } from './http/fault.ts'
import { healthRoutes } from './http/health.ts'
import { linkRoutes } from './link/routes.ts'
import { liveRoutes } from './http/live-routes.ts'
import { notFound } from './http/no.ts'
import { problemResponse, routes } from './http/route.ts'
import { mailPages } from './mail/pages.ts'
import { preferred } from './people/caller.ts'
import { peopleRoutes } from './people/routes.ts'
import { pageRoutes } from './http/pages.ts'
import { editionRoutes } from './out/edition-routes.ts'
import { publicRoutes } from './out/public-routes.ts'
import { eventRoutes } from './out/event-routes.ts'
import { logoAskRoute } from './round/logo-ask-route.ts'
import { roundRoutes } from './round/routes.ts'
import { signOffRoutes } from './sign-off/routes.ts'
import { statementRoutes } from './statement/routes.ts'
import { statementRightsRoutes } from './statement/rights-routes.ts'
import { deskRoutes } from './statement/desk-routes.ts'

export function createApp(deps: Deps, draining: () => boolean = () => false): Hono {
  const app = new Hono()
  app.onError((error, context) => faultResponse(deps, error, context))
  healthRoutes(app, deps, draining)
  doors(app, deps)
  const on = routes(app, deps)
  peopleRoutes(on, deps)
  directoryRoutes(on, deps)
  logoRoutes(app, on, deps)
  logoUseRoutes(on, deps)
  dossierRoutes(on, deps)
  invitationRoutes(on, deps)
  statementRoutes(on, deps)
  statementRightsRoutes(on, deps)
  roundRoutes(on, deps)
  logoAskRoute(on, deps)
  signOffRoutes(on, deps)
  linkRoutes(on, deps)
  editionRoutes(on, deps)
  eventRoutes(on, deps)
  deskRoutes(on, deps)
  liveRoutes(app, deps)
  mailPages(app, deps)
  documentationRoutes(app)
  publicRoutes(app, deps)
  app.all('/api/*', (context) => problemResponse(notFound(), preferred(context.req.header('accept-language'))))
  pageRoutes(app)
  return app
}
