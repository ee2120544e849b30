/** The log of updates in PostgreSQL: one insert per commit for all rooms, taken only while a room is open under the writer's epoch and schema. */
import type { Together } from '@draagvlak/sync/compaction'
import type { Appended, DocumentLog, Entry, Loaded, Row } from '@draagvlak/sync/document-log'
import { packFrames } from '@draagvlak/sync/frames'
import type pg from 'pg'
import { together } from '../together.ts'
import type { Connection } from './database.ts'

// `for share` makes a freeze or a raise wait for the commit of what it would miss, and this insert wait for one that is under way, or leave its room out.
const append = (how: string) => `
  insert into document_log (room, epoch, frames)
  select entry.room, entry.epoch, entry.frames
  from unnest($1::text[], $2::int[], $3::bytea[], $4::int[]) as entry (room, epoch, frames, schema)
  join rooms on rooms.id = entry.room and rooms.writable and rooms.epoch = entry.epoch and rooms.schema = entry.schema
  for share of rooms ${how}
  returning room, seq`
// The same for one room: most writes are one person's letter, and this is planned once.
const appendOne = (how: string) => `
  insert into document_log (room, epoch, frames)
  select id, epoch, $3 from rooms where id = $1 and writable and epoch = $2 and schema = $4
  for share ${how}
  returning room, seq`
// The same, with whose client ids are used for the first time: in one statement, so that no words are without their owner. Where another node was faster with an id, for somebody else, nothing of that room is taken: two would have said different things under the same numbers.
const appendWithClaims = (how: string) => `
  with entry as (
    select entry.* from unnest($1::text[], $2::int[], $3::bytea[], $4::int[]) as entry (room, epoch, frames, schema)
    join rooms on rooms.id = entry.room and rooms.writable and rooms.epoch = entry.epoch and rooms.schema = entry.schema
    for share of rooms ${how}
  ), claim as (
    select * from unnest($5::text[], $6::bigint[], $7::uuid[], $8::uuid[]) as claim (room, client_id, person_id, organisation_id)
  ), claimed as (
    insert into room_clients (room, client_id, person_id, organisation_id)
    select room, client_id, person_id, organisation_id from claim where room in (select room from entry) order by room, client_id
    on conflict (room, client_id) do update set person_id = room_clients.person_id
    returning room, client_id, person_id
  )
  insert into document_log (room, epoch, frames)
  select entry.room, entry.epoch, entry.frames from entry
  where not exists (select from claim join claimed using (room, client_id) where claim.room = entry.room and claim.person_id <> claimed.person_id)
  returning room, seq`
const TAILS = `
  select rooms.id as room, rooms.epoch, rooms.schema, rooms.writable, array_agg(log.seq) filter (where log.seq is not null) as seqs, array_agg(log.seq) filter (where log.vector is not null) as whole
  from unnest($1::text[], $2::bigint[]) as asked (room, above)
  join rooms on rooms.id = asked.room
  left join document_log log on log.room = asked.room and log.seq > asked.above
  group by rooms.id`

const QUERIES = { free: queriesFor('skip locked'), held: queriesFor('') }
function queriesFor(how: string) { return { one: appendOne(how), many: append(how), withClaims: appendWithClaims(how) } }
/** A command holds a room for a moment. One that holds it longer than this has lost its server. */
const LONGEST_HELD = '10s'

/** `free`: what can be written without waiting for a command that holds a room. */
function appendQuery(entries: readonly Entry[], which: keyof typeof QUERIES): { name: string; text: string; values: unknown[] } {
  const rows = [entries.map((entry) => entry.room), entries.map((entry) => entry.epoch), entries.map((entry) => asBuffer(entry.frames)), entries.map((entry) => entry.schema)]
  const claims = entries.flatMap((entry) => entry.claims.map((claim) => ({ room: entry.room, ...claim })))
  const [only] = entries
  if (only && entries.length === 1 && claims.length === 0) return { name: `append-one-${which}`, text: QUERIES[which].one, values: [only.room, only.epoch, asBuffer(only.frames), only.schema] }
  if (claims.length === 0) return { name: `append-${which}`, text: QUERIES[which].many, values: rows }
  return { name: `append-with-claims-${which}`, text: QUERIES[which].withClaims, values: [...rows, claims.map((claim) => claim.room), claims.map((claim) => claim.clientId), claims.map((claim) => claim.owner), claims.map((claim) => claim.actingFor)] }
}

/** So many texts are loaded with one question: after a restart all that were open are. */
const LOADED = 16

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** One update, and the same as whoever opens the text fetches it. */
export interface Compacted extends Together { readonly gzip: Uint8Array }
/** Makes one update of many rows, see `compacted`; off this thread where it would keep everybody waiting. */
export type Compact = (rows: readonly Uint8Array[]) => Promise<Compacted | null>

export function postgresLog({ pool, writer }: Pick<Connection, 'pool' | 'writer'>, compact: Compact): DocumentLog & Required<Pick<DocumentLog, 'appendFree'>> {
  const owners = async (rooms: readonly string[]) => {
    const { rows } = await pool.query<{ room: string; client_id: string; person_id: string }>({ name: 'owners', text: 'select room, client_id, person_id from room_clients where room = any($1::text[])', values: [rooms] })
    const byRoom = new Map(rooms.map((room) => [room, new Map<number, string>()]))
    for (const row of rows) byRoom.get(row.room)!.set(Number(row.client_id), row.person_id)
    return byRoom
  }
  const rowsOf = async (rooms: readonly string[]) => {
    // As base64 a long text is a third smaller on its way than as the hexadecimal digits in which it would come by itself.
    const { rows } = await pool.query<{ room: string; seq: string; frames: string; vector: Buffer | null }>({ name: 'log', text: "select room, seq, encode(frames, 'base64') as frames, vector from document_log where room = any($1::text[]) order by room, seq", values: [rooms] })
    const byRoom = new Map(rooms.map((room) => [room, [] as Row[]]))
    for (const { room, seq, frames, vector } of rows) byRoom.get(room)!.push({ seq: Number(seq), frames: Buffer.from(frames, 'base64'), vector })
    return byRoom
  }
  const load = together(async (rooms: readonly string[]): Promise<(Loaded | null)[]> => {
    // The state first: what is written between the two is in the rows, and a freeze between the two shows at the next look. The owners last: no row without its owner.
    const { rows: states } = await pool.query<{ id: string; epoch: number; schema: number; writable: boolean }>({ name: 'rooms', text: 'select id, epoch, schema, writable from rooms where id = any($1::text[])', values: [rooms] })
    const there = states.map(({ id }) => id)
    const rows = await rowsOf(there)
    const known = await owners(there)
    return rooms.map((room) => {
      const state = states.find(({ id }) => id === room)
      return state ? { epoch: state.epoch, schema: state.schema, writable: state.writable, rows: rows.get(room)!, owners: known.get(room)! } : null
    })
  }, { most: LOADED })
  return {
    append: (entries) => appendHeld(pool, entries),
    async appendFree(entries) {
      const { rows } = await writer.query<{ room: string; seq: string }>(appendQuery(entries, 'free'))
      return appended(entries, rows)
    },
    load,
    async tails(asked) {
      const { rows } = await pool.query<{ room: string; epoch: number; schema: number; writable: boolean; seqs: string[] | null; whole: string[] | null }>({ name: 'tails', text: TAILS, values: [asked.map(({ room }) => room), asked.map(({ above }) => above)] })
      return new Map(rows.map(({ room, epoch, schema, writable, seqs, whole }) => [room, { epoch, schema, writable, seqs: (seqs ?? []).map(Number).sort((a, b) => a - b), whole: (whole ?? []).map(Number) }]))
    },
    async rows(room, seqs) {
      const { rows } = await pool.query<{ seq: string; frames: Buffer }>('select seq, frames from document_log where room = $1 and seq = any($2::bigint[]) order by seq', [room, seqs])
      return rows.map(({ seq, frames }) => ({ seq: Number(seq), frames }))
    },
    owners: async (room) => (await owners([room])).get(room)!,
    async compact(room) {
      const rows = (await rowsOf([room])).get(room)!
      const last = rows.at(-1)
      if (!last || (rows.length === 1 && last.vector)) return []
      const one = await compact(rows.map(({ frames }) => frames))
      return one ? putInPlace(pool, room, rows.map(({ seq }) => seq), one) : []
    },
  }
}

function appended(entries: readonly Entry[], rows: readonly { readonly room: string; readonly seq: string }[]): Appended {
  const seqs = new Map(rows.map(({ room, seq }) => [room, Number(seq)]))
  return { seqs, closed: rows.length === entries.length ? [] : entries.map(({ room }) => room).filter((room) => !seqs.has(room)) }
}

/** Waits for the commands that hold these rooms, on a connection that nobody else waits for. */
async function appendHeld(pool: pg.Pool, entries: readonly Entry[]): Promise<Appended> {
  const client = await pool.connect()
  let broken = false
  try {
    await client.query(`begin; set local lock_timeout = '${LONGEST_HELD}'`)
    const { rows } = await client.query<{ room: string; seq: string }>(appendQuery(entries, 'held'))
    await client.query('commit')
    return appended(entries, rows)
  } catch (error) {
    await client.query('rollback').catch(() => { broken = true })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Nobody waits for this but another compaction: who writes adds rows, and these are changed by nobody else. */
async function putInPlace(pool: pg.Pool, room: string, seqs: readonly number[], { update, vector, gzip }: Compacted): Promise<readonly number[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query('select seq from document_log where room = $1 and seq = any($2::bigint[]) for update', [room, seqs])
    if (rows.length === seqs.length) { // else another node was faster
      await client.query('delete from document_log where room = $1 and seq = any($2::bigint[])', [room, seqs.slice(0, -1)])
      await client.query('update document_log set frames = $3, vector = $4 where room = $1 and seq = $2', [room, seqs.at(-1), asBuffer(packFrames([update])), asBuffer(vector)])
      await client.query('insert into snapshots (room, seq, gzip) values ($1, $2, $3) on conflict (room) do update set seq = excluded.seq, gzip = excluded.gzip', [room, seqs.at(-1), asBuffer(gzip)])
    }
    await client.query('commit')
    return rows.length === seqs.length ? seqs : []
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
