/** Counts what may be tried only so often, per address and per person, on every node alike. */
import type { Database, Trx } from './database.ts'

export interface Limit { readonly most: number; readonly minutes: number }

/** Counts this attempt and says whether it is still within the limit. */
export async function withinLimit(db: Database | Trx, key: string, now: string, { most, minutes }: Limit): Promise<boolean> {
  const since = new Date(Date.parse(now) - minutes * 60_000)
  await db.deleteFrom('attempts').where('key', '=', key).where('at', '<', since).execute()
  const { count } = await db.selectFrom('attempts').where('key', '=', key).select((select) => select.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  if (Number(count) >= most) return false
  await db.insertInto('attempts').values({ key, at: now }).execute()
  return true
}
