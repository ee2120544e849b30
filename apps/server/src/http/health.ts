/** Whether the process lives, and whether it can serve. */
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { serverFolder } from '../assets.ts'
import { migrationNames } from '../store/migrate.ts'
import path from 'node:path'

/** @param draining whether this node is on its way out: whoever divides the work must send nobody here any more. */
export function healthRoutes(app: Hono, { connection }: Pick<Deps, 'connection'>, draining: () => boolean): void {
  const wanted = migrationNames(path.join(serverFolder(), 'migrations'))
  app.get('/healthz', (context) => context.text('ok'))
  app.get('/readyz', async (context) => {
    if (draining()) return context.text('draining', 503)
    const done = await connection.pool.query<{ name: string }>('select name from migrations').then((result) => new Set(result.rows.map((row) => row.name)), () => null)
    if (!done) return context.text('the database does not answer', 503)
    return wanted.every((name) => done.has(name)) ? context.text('ready') : context.text('migrations are missing', 503)
  })
}
