/** The log of updates in PostgreSQL: one insert per flush for all rooms, taken only while a room is open under the writer's epoch. */
import type { DocumentLog } from '@draagvlak/sync/document-log'
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
const MARK = `select epoch, writable, (select count(*) || '.' || coalesce(max(seq), 0) from document_log where room = rooms.id) as mark from rooms where id = $1`

export function postgresLog(pool: pg.Pool): DocumentLog {
  const mark = async (room: string) => (await pool.query<{ epoch: number; writable: boolean; mark: string }>(MARK, [room])).rows[0] ?? null
  return {
    async append(entries) {
      const { rows } = await pool.query<{ room: string }>({ name: 'append', text: APPEND, values: [entries.map((entry) => entry.room), entries.map((entry) => entry.epoch), entries.map((entry) => Buffer.from(entry.frames))] })
      const taken = new Set(rows.map((row) => row.room))
      return { closed: entries.map((entry) => entry.room).filter((room) => !taken.has(room)) }
    },
    async load(room) {
      const state = await mark(room)
      if (!state) return null
      const { rows } = await pool.query<{ frames: Buffer }>('select frames from document_log where room = $1 order by seq', [room])
      return { ...state, rows: rows.map((row) => row.frames) }
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
