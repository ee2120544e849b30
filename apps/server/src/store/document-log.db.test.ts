/** The log in PostgreSQL passes the suite that every log must pass. */
import { documentLogContract } from '@draagvlak/sync/document-log-contract'
import { compacted } from '@draagvlak/sync/compaction'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { freshDatabase } from '../testing/house.ts'
import { connect, type Connection } from './database.ts'
import { postgresLog } from './document-log.ts'
import { lastingClient } from './lasting-client.ts'

describe('the document log in PostgreSQL', () => {
  let connection: Connection
  beforeAll(async () => { connection = connect(await freshDatabase(), 4) })
  afterAll(() => connection.close())

  const change = (set: string) => async (room: string) => { await connection.pool.query(`update rooms set ${set}, epoch = epoch + 1 where id = $1`, [room]) }
  documentLogContract(async () => ({
    log: postgresLog(connection, (rows) => {
      const together = compacted(rows)
      return Promise.resolve(together && { ...together, gzip: gzipSync(together.update) })
    }),
    async create() {
      const id = newId()
      await connection.pool.query('insert into rooms (id, statement_id, writable, epoch, schema) values ($1, $2, true, 0, 1)', [id, id])
      return id
    },
    freeze: change('writable = false'), reopen: change('writable = true'),
    raise: async (room, schema) => { await connection.pool.query('update rooms set schema = $2 where id = $1', [room, schema]) },
  }))
})

test('a connection that the database ends is made anew for the next question, and what was under way fails', async () => {
  const connection = connect(await freshDatabase(), 2)
  const ask = async () => (await connection.writer.query<{ pid: number }>({ text: 'select pg_backend_pid() as pid' })).rows[0]!.pid
  const first = await ask()
  expect(await ask()).toBe(first)
  const underWay = connection.writer.query({ text: 'select count(*) from generate_series(1, 100000000000)' })
  const broken = expect(underWay).rejects.toThrow()
  await connection.pool.query('select pg_terminate_backend($1)', [first])
  await broken
  expect(await ask()).not.toBe(first)
  await connection.close()
  await expect(ask()).rejects.toThrow('closed')
})

test('a database that says nothing more is not waited for: the question fails, and the next one is asked anew', async () => {
  const client = lastingClient(await freshDatabase(), { patience: 300 })
  await expect(client.query({ text: 'select pg_sleep(60)' })).rejects.toThrow('timeout')
  expect((await client.query<{ one: number }>({ text: 'select 1 as one' })).rows).toEqual([{ one: 1 }])
  await client.close()
})
