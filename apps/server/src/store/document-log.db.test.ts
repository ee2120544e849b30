/** The log in PostgreSQL passes the suite that every log must pass. */
import { documentLogContract } from '@draagvlak/sync/document-log-contract'
import { compacted } from '@draagvlak/sync/compaction'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../ids.ts'
import { freshDatabase } from '../testing/house.ts'
import { openLine } from '../testing/line.ts'
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
  // Somebody holds what it asks for, so that it is under way.
  const holder = await connection.pool.connect()
  await holder.query('select pg_advisory_lock(1)')
  const underWay = connection.writer.query({ text: 'select pg_advisory_lock(1)' })
  const broken = expect(underWay).rejects.toThrow()
  await connection.pool.query('select pg_terminate_backend($1)', [first])
  await broken
  holder.release()
  expect(await ask()).not.toBe(first)
  await connection.close()
  await expect(ask()).rejects.toThrow('closed')
})

test('a database that is cut off without a word is not waited for: the question fails, and the next one is asked anew', async () => {
  const line = await openLine(await freshDatabase())
  const client = lastingClient(line.url, { patience: 300 })
  const ask = async () => (await client.query<{ one: number }>({ text: 'select 1 as one' })).rows
  expect(await ask()).toEqual([{ one: 1 }])
  line.freeze()
  await expect(ask()).rejects.toThrow('timeout')
  expect(await ask()).toEqual([{ one: 1 }])
  await client.close()
  line.close()
})

test('a server that stops in mid-command does not hold a text for ever', async () => {
  const connection = connect(await freshDatabase(), 1)
  const { rows } = await connection.pool.query<{ longest: string }>("select current_setting('idle_in_transaction_session_timeout') as longest")
  expect(rows).toEqual([{ longest: '1min' }])
  await connection.close()
})

test('[R11] of two people who use one client id at the same moment on two nodes only one is written', async () => {
  const url = await freshDatabase()
  const nodes = [connect(url, 1), connect(url, 1)]
  const room = newId()
  await nodes[0]!.pool.query('insert into rooms (id, statement_id, writable, epoch, schema) values ($1, $2, true, 0, 1)', [room, room])
  const answers = await Promise.all(nodes.map((node) => {
    const owner = newId()
    return postgresLog(node, () => Promise.resolve(null)).append([{ room, epoch: 0, schema: 1, frames: new Uint8Array([2, 0, 0]), claims: [{ clientId: 7, owner, actingFor: owner }] }])
  }))
  expect(answers.map(({ closed }) => closed.length).sort((a, b) => a - b)).toEqual([0, 1])
  await Promise.all(nodes.map((node) => node.close()))
})
