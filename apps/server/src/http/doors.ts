/** What every request passes: the right host, one log line, and headers that keep a page to itself. */
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { preferred } from '../people/caller.ts'
import { routePattern } from './fault.ts'
import { badInput } from './no.ts'
import { problemResponse } from './route.ts'

const POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

export function doors(app: Hono, deps: Pick<Deps, 'config' | 'log'>): void {
  const base = new URL(deps.config.baseUrl)
  app.use(async (context, next) => {
    const host = context.req.header('host')
    // A cookie belongs to one host name: whoever came by another is sent to the right one.
    if (host && host !== base.host && context.req.method === 'GET' && !context.req.path.startsWith('/api/')) {
      const to = new URL(context.req.url)
      return context.redirect(`${base.origin}${to.pathname}${to.search}`, 308)
    }
    const started = performance.now()
    // No text here holds U+0000, and PostgreSQL can't be asked for it.
    if (context.req.url.includes('%00')) context.res = problemResponse(badInput([{ path: '(address)', message: 'holds U+0000' }]), preferred(context.req.header('accept-language')))
    else await next()
    deps.log.debug({ method: context.req.method, route: routePattern(context), status: context.res.status, ms: Math.round(performance.now() - started) }, 'request')
    const { headers } = context.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
    if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'no-referrer')
    if (base.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000')
  })
}
