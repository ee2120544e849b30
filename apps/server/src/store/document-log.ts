/** The log of updates in PostgreSQL: one insert per commit for all rooms, taken only while a room is open under the writer's epoch. */
import type { DocumentLog, Entry } from '@draagvlak/sync/document-log'
import { packFrames, unpackFrames } from '@draagvlak/sync/frames'
import type pg from 'pg'
import * as Y from 'yjs'

// `for share` makes a freeze wait for the commit of what it would miss, and this insert wait for a freeze that is under way.
const APPEND = `
  insert into document_log (room, epoch, frames)
  select entry.room, entry.epoch, entry.frames
  from unnest($1::text[], $2::int[], $3::bytea[]) with ordinality as entry (room, epoch, frames, place)
  join rooms on rooms.id = entry.room and rooms.writable and rooms.epoch = entry.epoch
  order by entry.place
  for share of rooms
  returning room`
// The same, with whose client ids are used for the first time: in one statement, so that neither is without the other.
const APPEND_WITH_CLAIMS = `
  with taken as (${APPEND}), claimed as (
    insert into room_clients (room, client_id, person_id, organisation_id)
    select claim.room, claim.client_id, claim.person_id, claim.organisation_id
    from unnest($4::text[], $5::bigint[], $6::uuid[], $7::uuid[]) as claim (room, client_id, person_id, organisation_id)
    where claim.room in (select room from taken)
    on conflict do nothing
  )
  select room from taken`
const MARK = `select epoch, writable, (select count(*) || '.' || coalesce(max(seq), 0) from document_log where room = rooms.id) as mark from rooms where id = $1`

function appendQuery(entries: readonly Entry[]): { name: string; text: string; values: unknown[] } {
  const rows = [entries.map((entry) => entry.room), entries.map((entry) => entry.epoch), entries.map((entry) => Buffer.from(entry.frames.buffer, entry.frames.byteOffset, entry.frames.byteLength))]
  const claims = entries.flatMap((entry) => entry.claims.map((claim) => ({ room: entry.room, ...claim })))
  if (claims.length === 0) return { name: 'append', text: APPEND, values: rows }
  return { name: 'append-with-claims', text: APPEND_WITH_CLAIMS, values: [...rows, claims.map((claim) => claim.room), claims.map((claim) => claim.clientId), claims.map((claim) => claim.owner), claims.map((claim) => claim.actingFor)] }
}

export function postgresLog(pool: pg.Pool): DocumentLog {
  const mark = async (room: string) => (await pool.query<{ epoch: number; writable: boolean; mark: string }>({ name: 'mark', text: MARK, values: [room] })).rows[0] ?? null
  return {
    async append(entries) {
      const { rows } = await pool.query<{ room: string }>(appendQuery(entries))
      if (rows.length === entries.length) return { closed: [] }
      const taken = new Set(rows.map((row) => row.room))
      return { closed: entries.map((entry) => entry.room).filter((room) => !taken.has(room)) }
    },
    async load(room) {
      const state = await mark(room)
      if (!state) return null
      const { rows } = await pool.query<{ frames: Buffer }>('select frames from document_log where room = $1 order by seq', [room])
      const { rows: clients } = await pool.query<{ client_id: string; person_id: string }>('select client_id, person_id from room_clients where room = $1', [room])
      return { ...state, rows: rows.map((row) => row.frames), owners: new Map(clients.map((row) => [Number(row.client_id), row.person_id])) }
    },
    mark,
    async compact(room) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query('select id from rooms where id = $1 for update', [room])
        const { rows } = await client.query<{ seq: string; frames: Buffer; epoch: number }>('select seq, frames, epoch from document_log where room = $1 order by seq', [room])
        if (rows.length > 1) {
          const doc = new Y.Doc()
          doc.transact(() => { for (const row of rows) for (const update of unpackFrames(row.frames)) Y.applyUpdate(doc, update) })
          await client.query('delete from document_log where room = $1', [room])
          await client.query('insert into document_log (room, epoch, frames) values ($1, $2, $3)', [room, rows.at(-1)!.epoch, Buffer.from(packFrames([Y.encodeStateAsUpdate(doc)]))])
        }
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
  }
}
