/** Keeps what was deleted of a text, so that it can be put back: what is deleted while the database is busy goes there together. */
import type { Deps } from '../deps.ts'
import { together } from '../together.ts'
import type { Deleted } from './text-gate.ts'

interface Row { readonly room: string; readonly schema: number; readonly deleted: Deleted }

/** PostgreSQL takes 65,535 values in one question. */
const ROWS = 1_000

export function deletedPassages(deps: Pick<Deps, 'connection' | 'now'>): (room: string, passages: readonly Deleted[], schema: number) => Promise<void> {
  const keep = together(async (all: readonly (readonly Row[])[]) => {
    // Of one that was deleted more than once the last.
    const last = [...new Map(all.flat().map((row) => [`${row.room} ${row.deleted.passage.id}`, row])).values()]
    for (let from = 0; from < last.length; from += ROWS) await write(deps, last.slice(from, from + ROWS))
    return all
  })
  return async (room, passages, schema) => { await keep(passages.map((deleted) => ({ room, schema, deleted }))) }
}

async function write({ connection, now }: Pick<Deps, 'connection' | 'now'>, all: readonly Row[]): Promise<void> {
  const rows = all.map(({ room, schema, deleted: { passage, after } }) => ({ room, passage_id: passage.id, passage: JSON.stringify(passage), after_id: after, deleted_at: now(), schema }))
  await connection.db.insertInto('deleted_passages').values(rows).onConflict((conflict) => conflict.columns(['room', 'passage_id']).doUpdateSet((row) => ({ passage: row.ref('excluded.passage'), after_id: row.ref('excluded.after_id'), deleted_at: row.ref('excluded.deleted_at'), schema: row.ref('excluded.schema') }))).execute()
}
