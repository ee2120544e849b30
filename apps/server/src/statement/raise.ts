/** Raises a room to a newer schema, as one command on its text: what it was is kept, and what others type meanwhile merges. */
import { gateOf, raiseText } from '@draagvlak/editor/schema-steps'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import * as Y from 'yjs'
import type { Deps } from '../deps.ts'
import { addRow, rawDraft } from './draft.ts'

const zipped = promisify(gzip)

/**
 * The lock on the room makes it exact on any number of nodes: what was taken before is raised, what was looked at under the older schema is not taken
 * after it, and of two that raise at once one finds nothing to do. A frozen room stays as it is until it is opened again.
 * @returns whether it was raised; everybody in the room must hear of it then.
 * @throws Error where a step makes of it what no text may hold; nothing is changed then.
 */
export async function raiseRoom({ connection, steps, now }: Pick<Deps, 'connection' | 'steps' | 'now'>, room: string, to: number): Promise<boolean> {
  return connection.db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('rooms').selectAll().where('id', '=', room).forUpdate().executeTakeFirst()
    if (!row?.writable || row.schema >= to) return false
    const doc = await rawDraft(trx, room)
    const before = Y.encodeStateAsUpdate(doc)
    const update = raiseText(doc, row.schema, to, steps)
    const invalid = gateOf(to, steps)(doc)
    if (invalid) throw new Error(`The room ${room} can't be raised from schema ${row.schema} to ${to}: ${JSON.stringify(invalid)}`)
    const { seq } = await trx.selectFrom('document_log').select((log) => log.fn.max('seq').as('seq')).where('room', '=', room).executeTakeFirstOrThrow()
    await trx.insertInto('kept_texts').values({ room, because: 'schema-raised', schema: row.schema, seq, gzip: await zipped(before), at: now() }).execute()
    if (update) await addRow(trx, room, row.epoch, update)
    await trx.updateTable('rooms').set({ schema: to }).where('id', '=', room).execute()
    return true
  })
}
