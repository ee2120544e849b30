/** A database that ends in the middle of a command ends that command, and nothing else. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { freshDatabase } from '../testing/house.ts'
import { connect, type Connection } from './database.ts'

let connection: Connection, other: Connection
beforeAll(async () => {
  const url = await freshDatabase()
  ;[connection, other] = [connect(url, 2), connect(url, 1)]
})
afterAll(() => Promise.all([connection.close(), other.close()]))

test('a command whose connection is cut between two questions fails, and the server lives', async () => {
  const uncaught: unknown[] = []
  const note = (error: unknown) => uncaught.push(error)
  const before = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException').on('uncaughtException', note)
  onTestFinished(() => {
    process.off('uncaughtException', note)
    for (const listener of before) process.on('uncaughtException', listener)
  })
  let goodbyes = 0
  connection.pool.once('connect', (client) => { client.once('end', () => { goodbyes += 1 }) })
  const command = connection.db.transaction().execute(async (trx) => {
    const { rows: [mine] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
    await other.pool.query('select pg_terminate_backend($1, 5000)', [mine!.pid])
    await vi.waitFor(() => { expect(goodbyes).toBe(1) }) // between two questions
    await sql`select 1`.execute(trx)
  })
  await expect(command).rejects.toThrow()
  expect(uncaught).toEqual([])
  expect((await connection.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
