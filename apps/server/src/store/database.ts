/** The one PostgreSQL: its pool, its typed query builder, and what must be true of it before anything is written. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { lastingClient, type LastingClient } from './lasting-client.ts'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
export type Trx = Transaction<Tables>
export interface Connection {
  readonly url: string
  readonly pool: pg.Pool
  readonly db: Database
  /** Only for the log of updates: one question at a time. */
  readonly writer: LastingClient
  /** Only for messages to other nodes. They may be lost, so that nobody waits until they are on disk. */
  readonly speaker: LastingClient
  close(): Promise<void>
}

/** A server that was stopped in mid-command, or a laptop that sleeps, holds on to a text that others want to write in: for so long at most, in ms. */
const LONGEST_IDLE = 60_000

export function connect(url: string, connections = 10): Connection {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000, idle_in_transaction_session_timeout: LONGEST_IDLE })
  pool.on('error', () => {}) // an idle connection lost its server; the next query reports it
  // One that is in use, between two questions of a command, too: without this a database that starts again would end this server.
  pool.on('connect', (client) => { client.on('error', () => {}) })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  // Kysely's own destroy does nothing while no query went through it, so the pool is closed itself.
  const writer = lastingClient(url)
  const speaker = lastingClient(url, { options: '-c synchronous_commit=off' })
  return {
    url, pool, db, writer, speaker,
    async close() {
      await Promise.all([writer.close(), speaker.close()])
      await pool.end()
    },
  }
}

/** One sentence per setting under which a confirmed write could be lost, or an old server; empty when all is well. */
export async function whatIsUnsafe(pool: pg.Pool): Promise<string[]> {
  const { rows: [is] } = await pool.query<{ version: string; fsync: string; full_page_writes: string; synchronous_commit: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes, current_setting('synchronous_commit') as synchronous_commit, current_setting('server_encoding') as encoding")
  const unsafe: string[] = []
  if (Number(is!.version) < 150_000) unsafe.push(`PostgreSQL is version ${Math.floor(Number(is!.version) / 10_000)}; Draagvlak needs 15 or newer`)
  if (is!.encoding !== 'UTF8') unsafe.push(`the database is encoded in ${is!.encoding}; it must be UTF8`)
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'] as const) {
    if (is![name] === 'off') unsafe.push(`${name} is off, so that what was confirmed can be lost in a power cut; set ${name} = on`)
  }
  return unsafe
}
