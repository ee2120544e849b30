/** Bringing a database up to date while servers of an older build work on it. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '../testing/house.ts'
import { connect, type Connection } from './database.ts'
import { migrate } from './migrate.ts'

let connection: Connection, folder: string
beforeAll(async () => {
  connection = connect(await freshDatabase())
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'migrations-'))
  await connection.pool.query('create table things (id int)')
})
afterAll(async () => {
  await connection?.close()
  fs.rmSync(folder, { recursive: true })
})

test('a file that waits for a table in use lets everybody else go on, and runs when the table is free; of two servers one runs it', async () => {
  fs.writeFileSync(path.join(folder, '99990101T0000_colour.sql'), 'alter table things add column colour text;')
  const holder = await connection.pool.connect()
  await holder.query('begin')
  await holder.query('select * from things')
  const both = Promise.all([migrate(connection.pool, folder), migrate(connection.pool, folder)])
  await vi.waitFor(async () => {
    const { rows: [found] } = await connection.pool.query<{ count: number }>("select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'alter table%'")
    expect(found!.count).toBe(1)
  }, 5_000)
  const since = performance.now()
  await connection.pool.query('select * from things')
  expect(performance.now() - since).toBeLessThan(4_000)
  await holder.query('commit')
  holder.release()
  expect((await both).flat()).toEqual(['99990101T0000_colour.sql'])
  await connection.pool.query('select colour from things')
}, 15_000)
