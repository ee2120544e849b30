/** A row that a command holds: whoever writes it waits until the test lets it go. */
import { expect, vi } from 'vitest'
import type { Connection } from '../store/database.ts'

export interface HeldRow {
  /** Resolves when somebody waits for a row of this database. */
  waitedFor(): Promise<void>
  release(): Promise<void>
}

const WAITING = "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"

/** @param row its table and the column of its key, as `rooms where id = $1`. */
export async function holdRow({ pool }: Pick<Connection, 'pool'>, row: string, key: string): Promise<HeldRow> {
  const holder = await pool.connect()
  await holder.query('begin')
  await holder.query(`select 1 from ${row} for update`, [key])
  return {
    waitedFor: () => vi.waitFor(async () => {
      const { rows: [found] } = await pool.query<{ count: number }>(WAITING)
      expect(found!.count).toBe(1)
    }),
    async release() {
      await holder.query('commit')
      holder.release()
    },
  }
}
