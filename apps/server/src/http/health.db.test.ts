/** What whoever divides the work between nodes asks of each. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { connect } from '../store/database.ts'
import { freshDatabase } from '../testing/house.ts'
import { healthRoutes } from './health.ts'

test('a node is ready while its database answers and its migrations are done, and not any more when it drains', async () => {
  const connection = connect(await freshDatabase(), 2)
  let draining = false
  const app = new Hono()
  healthRoutes(app, { connection }, () => draining)
  const ask = async (path: string) => { const answer = await app.request(path); return [answer.status, await answer.text()] }
  expect(await ask('/readyz')).toEqual([200, 'ready'])
  draining = true
  expect([await ask('/readyz'), await ask('/healthz')]).toEqual([[503, 'draining'], [200, 'ok']])
  draining = false
  await connection.pool.query("delete from migrations where name = (select max(name) from migrations)")
  expect(await ask('/readyz')).toEqual([503, 'migrations are missing'])
  await connection.close()
  expect(await ask('/readyz')).toEqual([503, 'the database does not answer'])
})
