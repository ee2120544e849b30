/** A fault: logged once with a number, answered 500 with that number and nothing of the cause. */
import { m } from '@draagvlak/messages/m'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { newId } from '../ids.ts'
import { preferred } from '../people/caller.ts'

export function faultResponse(deps: Pick<Deps, 'log'>, error: unknown, context: Context): Response {
  const number = newId().slice(-8)
  deps.log.error({ err: error, fault: number, method: context.req.method, route: routePattern(context) }, 'fault')
  const locale = preferred(context.req.header('accept-language'))
  const problem = { type: 'about:blank', title: 'fault', status: 500, detail: m.shared_fault({ number }, { locale }) }
  return new Response(JSON.stringify(problem), { status: 500, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } })
}

/** The pattern, never the path: paths of personal pages carry tokens. */
export const routePattern = (context: Context): string => context.req.matchedRoutes.map((route) => route.path).findLast((path) => !path.includes('*')) ?? '(none)'
