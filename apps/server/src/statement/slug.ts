/** The word in the address of a published statement: readable, and free. */
import { searchFold } from '@draagvlak/domain/search-fold'
import type { Database, Trx } from '../store/database.ts'

const LONGEST = 60

export async function freeSlug(db: Database | Trx, title: string): Promise<string> {
  const base = searchFold(title).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, LONGEST).replace(/-+$/, '') || 'tekst'
  const taken = new Set((await db.selectFrom('statement_list').select('slug').where('slug', 'like', `${base}%`).execute()).map((row) => row.slug))
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}
