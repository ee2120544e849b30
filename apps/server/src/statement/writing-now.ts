/** Who writes in a text at this moment, as its log tells it: the same on every node, also for somebody who is connected to another. */
import type { Id } from '@draagvlak/domain/events'
import { decodeUpdate } from '@draagvlak/sync/decoded'
import { unpackFrames } from '@draagvlak/sync/frames'
import { sql } from 'kysely'
import type { Database } from '../store/database.ts'

/** Who wrote so long ago may be looking for a word, and goes on. */
const A_MOMENT = sql`interval '20 seconds'`

export interface Writing { readonly personId: Id; readonly organisationId: Id }

/** A row that a compaction put together tells nothing of now; what commands write has no author here. */
export async function writingNow(db: Database, room: Id): Promise<Writing[]> {
  const rows = await db.selectFrom('document_log').select('frames').where('room', '=', room).where('vector', 'is', null).where('at', '>', sql<Date>`now() - ${A_MOMENT}`).execute()
  const clients = new Set(rows.flatMap((row) => unpackFrames(row.frames)).flatMap((update) => decodeUpdate(update)?.structs ?? []).map((struct) => String(struct.id.client)))
  if (clients.size === 0) return []
  const found = await db.selectFrom('room_clients').select(['person_id', 'organisation_id']).distinct().where('room', '=', room).where('client_id', 'in', [...clients]).execute()
  return found.map((row) => ({ personId: row.person_id, organisationId: row.organisation_id }))
}
