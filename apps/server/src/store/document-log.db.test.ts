/** The log in PostgreSQL passes the suite that every log must pass. */
import { documentLogContract } from '@draagvlak/sync/document-log-contract'
import { compacted } from '@draagvlak/sync/compaction'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe } from 'vitest'
import { newId } from '../ids.ts'
import { freshDatabase } from '../testing/house.ts'
import { connect, type Connection } from './database.ts'
import { postgresLog } from './document-log.ts'

describe('the document log in PostgreSQL', () => {
  let connection: Connection
  beforeAll(async () => { connection = connect(await freshDatabase(), 4) })
  afterAll(() => connection.close())

  const change = (set: string) => async (room: string) => { await connection.pool.query(`update rooms set ${set}, epoch = epoch + 1 where id = $1`, [room]) }
  documentLogContract(async () => ({
    log: postgresLog(connection.pool, (rows) => {
      const together = compacted(rows)
      return Promise.resolve(together && { ...together, gzip: gzipSync(together.update) })
    }),
    async create() {
      const id = newId()
      await connection.pool.query('insert into rooms (id, statement_id, writable, epoch, schema) values ($1, $2, true, 0, 1)', [id, id])
      return id
    },
    freeze: change('writable = false'), reopen: change('writable = true'),
  }))
})
