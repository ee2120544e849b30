/** Brings a database up to date: plain SQL files in the order of their names, one transaction each, one node at a time. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

const LOCK = 7_270_411
/** While a file waits for a table that another server uses, everybody waits who comes to that table after it: so long at once, then they go first; and so many times, in ms. */
const LONGEST_HELD = 2_000
const PAUSE = 500
const TRIES = 60
const isHeld = (error: unknown): boolean => (error as { code?: string }).code === '55P03'

/** Runs what has not run yet and returns those names. @throws Error when a file fails or was edited after it ran. */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query('create table if not exists migrations (name text collate "C" primary key, sha256 text not null, at timestamptz not null default now())')
    const known = new Map((await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')).rows.map((row) => [row.name, row.sha256]))
    const done: string[] = []
    for (const name of migrationNames(folder)) {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8').replace(/\r\n/g, '\n')
      const sum = createHash('sha256').update(sql).digest('hex')
      if (known.has(name)) {
        if (known.get(name) !== sum) throw new Error(`The migration ${name} was edited after it ran; restore it and put the change into a new file`)
        continue
      }
      await runOne(client, name, sql, sum)
      done.push(name)
    }
    return done
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

export const migrationNames = (folder: string): string[] => fs.readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()

async function runOne(client: pg.PoolClient, name: string, sql: string, sum: string, tries = TRIES): Promise<void> {
  try {
    await client.query(`begin; set local lock_timeout = ${LONGEST_HELD}`)
    await client.query(sql)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    if (isHeld(cause) && tries > 1) {
      await pause(PAUSE)
      return runOne(client, name, sql, sum, tries - 1)
    }
    throw new Error(`The migration ${name} failed: ${(cause as Error).message}`, { cause })
  }
}
