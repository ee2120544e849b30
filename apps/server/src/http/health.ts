/** Whether the process lives, and whether it can serve. */
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { serverFolder } from '../assets.ts'
import { migrationNames } from '../store/migrate.ts'
import path from 'node:path'

export function healthRoutes(app: Hono, { connection }: Pick<Deps, 'connection'>): void {
  const wanted = migrationNames(path.join(serverFolder(), 'migrations'))
  app.get('/healthz', (context) => context.text('ok'))
  app.get('/readyz', async (context) => {
    const done = await connection.pool.query<{ name: string }>('select name from migrations').then((result) => new Set(result.rows.map((row) => row.name)), () => null)
    if (!done) return context.text('the database does not answer', 503)
    return wanted.every((name) => done.has(name)) ? context.text('ready') : context.text('migrations are missing', 503)
  })
}
