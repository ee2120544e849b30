/** Decides and records: reads the streams under a lock, asks the law, and writes the answer with everything that must come true with it. */
import { randomBytes } from 'node:crypto'
import { dataHashOf, eventHash } from '@draagvlak/domain/audit'
import type { AnyFact, By, Instant, Recorded } from '@draagvlak/domain/events'
import type { Refusal } from '@draagvlak/domain/refusals'
import { HASHING } from './chain.ts'
import type { Connection, Trx } from './database.ts'
import { project } from './projections.ts'
import { carryForward, kindOf, type StateOf, type Stream } from './streams.ts'

export type AnyRecorded = Recorded<AnyFact>

export interface Reading {
  /** The state of a stream that was named in `write` or `read`; null when nothing happened there yet. */
  readonly state: <S extends Stream>(stream: S) => StateOf<S> | null
  readonly trx: Trx
  readonly now: Instant
}
export interface Writing {
  readonly ok: true
  readonly facts: readonly AnyFact[]
  /** Who is named for `facts`, where that is not who asks: what a colleague prepares names the organisation only (P1). */
  readonly by?: By
  /** Facts for other streams named in `write`, by stream. */
  readonly elsewhere?: Readonly<Record<string, readonly AnyFact[]>>
  /** What must come true together with the facts: files, mail, rooms. Runs in the same transaction. */
  readonly with?: (trx: Trx, recorded: readonly AnyRecorded[]) => Promise<void>
}
export type Answered = Writing | { readonly ok: false; readonly because: Refusal }
export type Outcome = { readonly ok: true; readonly recorded: readonly AnyRecorded[] } | { readonly ok: false; readonly because: Refusal }

export interface Asking {
  /** The stream that is written, or several; the first is where `facts` go. */
  readonly write: Stream | readonly Stream[]
  readonly read?: readonly Stream[]
  readonly by: By
}

export interface Events {
  decide(asking: Asking, ask: (reading: Reading) => Answered | Promise<Answered>): Promise<Outcome>
  state<S extends Stream>(stream: S): Promise<StateOf<S> | null>
  states<S extends Stream>(streams: readonly S[]): Promise<Map<S, StateOf<S>>>
  history(stream: string): Promise<AnyRecorded[]>
  /** Empties every projection and folds all events again; returns how many there were. */
  rebuild(): Promise<number>
}

export interface EventDependencies {
  readonly connection: Connection
  readonly now: () => Instant
  /** Told after the commit. */
  readonly recorded: (events: readonly AnyRecorded[]) => void
}

class RefusedInside extends Error {
  readonly because: Refusal
  constructor(because: Refusal) { super(because); this.because = because }
}

/** A new stream has no row to lock: two that begin it at once meet at the primary key. 40P01 and 40001 are PostgreSQL's own "try again". */
const TRY_AGAIN = new Set(['23505', '40P01', '40001'])
const TRIES = 8

export function openEvents({ connection, now, recorded }: EventDependencies): Events {
  const { db } = connection

  async function decideOnce(asking: Asking, ask: (reading: Reading) => Answered | Promise<Answered>): Promise<AnyRecorded[]> {
    const written = ([] as Stream[]).concat(asking.write as Stream)
    const streams = [...new Set([...written, ...(asking.read ?? [])])].sort()
    return db.transaction().execute(async (trx) => {
      // Locked in one order, so that two decisions never wait for each other in a circle.
      const rows = await trx.selectFrom('states').selectAll().where('stream', 'in', streams).orderBy('stream').forUpdate().execute()
      const found = new Map(rows.map((row) => [row.stream, row]))
      const answer = await ask({ trx, now: now(), state: (stream) => (found.get(stream)?.state ?? null) as never })
      if (!answer.ok) throw new RefusedInside(answer.because)
      const reads = Object.fromEntries(streams.map((stream) => [stream, found.get(stream)?.revision ?? 0]))
      const all: AnyRecorded[] = []
      for (const [index, stream] of written.entries()) {
        const facts = index === 0 ? answer.facts : answer.elsewhere?.[stream] ?? []
        const before = found.get(stream)
        all.push(...await append(trx, stream, facts, { reads: readsFor(stream, reads), by: index === 0 ? answer.by ?? asking.by : asking.by, at: now(), revision: before?.revision ?? 0, state: before?.state ?? null }))
      }
      await answer.with?.(trx, all)
      return all
    })
  }

  return {
    async decide(asking, ask) {
      for (let attempt = 1; ; attempt++) {
        try {
          const events = await decideOnce(asking, ask)
          if (events.length > 0) recorded(events)
          return { ok: true, recorded: events }
        } catch (error) {
          if (error instanceof RefusedInside) return { ok: false, because: error.because }
          if (attempt === TRIES || !TRY_AGAIN.has((error as { code?: string }).code ?? '')) throw error
        }
      }
    },
    async state(stream) {
      const row = await db.selectFrom('states').select('state').where('stream', '=', stream).executeTakeFirst()
      return (row?.state ?? null) as never
    },
    async states(streams) {
      if (streams.length === 0) return new Map()
      const rows = await db.selectFrom('states').select(['stream', 'state']).where('stream', 'in', streams).execute()
      return new Map(rows.map((row) => [row.stream, row.state])) as never
    },
    history: (stream) => historyOf(db as unknown as Trx, stream),
    rebuild: () => db.transaction().execute(rebuild),
  }
}

/** [P1] A stream that others read never names a private layer: its number alone would tell that something happened there. */
function readsFor(stream: Stream, reads: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return kindOf(stream) === 'private' ? reads : Object.fromEntries(Object.entries(reads).filter(([name]) => kindOf(name) !== 'private'))
}

interface Before { readonly reads: Readonly<Record<string, number>>; readonly by: By; readonly at: Instant; readonly revision: number; readonly state: unknown }

async function append(trx: Trx, stream: Stream, facts: readonly AnyFact[], before: Before): Promise<AnyRecorded[]> {
  if (facts.length === 0) return []
  let previous = before.revision === 0 ? null
    : (await trx.selectFrom('events').select('hash').where('stream', '=', stream).where('revision', '=', before.revision).executeTakeFirstOrThrow()).hash
  let state = before.state
  const events: AnyRecorded[] = []
  for (const [index, fact] of facts.entries()) {
    const salt = randomBytes(16)
    const body = { stream, revision: before.revision + index + 1, type: fact.type, v: 1, at: before.at, by: before.by, reads: before.reads, dataHash: dataHashOf(fact.data, salt.toString('hex'), HASHING), previous }
    const hash = eventHash(body, HASHING)
    const event = { ...body, hash, data: fact.data } as AnyRecorded
    await trx.insertInto('events').values({
      stream, revision: body.revision, type: body.type, v: body.v, at: body.at, by: JSON.stringify(body.by), reads: JSON.stringify(body.reads),
      data: JSON.stringify(fact.data), salt, data_hash: body.dataHash, previous, hash,
    }).execute()
    state = carryForward(state, event)
    events.push(event)
    previous = hash
  }
  await keepState(trx, stream, events.at(-1)!, state)
  return events
}

async function keepState(trx: Trx, stream: Stream, last: AnyRecorded, state: unknown): Promise<void> {
  const row = { revision: last.revision, state: JSON.stringify(state) }
  await trx.insertInto('states').values({ stream, ...row }).onConflict((conflict) => conflict.column('stream').doUpdateSet(row)).execute()
  await project(trx, stream, state, last.at)
}

async function historyOf(trx: Trx, stream: string): Promise<AnyRecorded[]> {
  const rows = await trx.selectFrom('events').selectAll().where('stream', '=', stream).orderBy('revision').execute()
  return rows.map((row) => ({
    stream: row.stream, revision: row.revision, type: row.type, v: row.v, at: row.at.toISOString(), by: row.by, reads: row.reads,
    dataHash: row.data_hash, previous: row.previous, hash: row.hash, data: row.data,
  }) as AnyRecorded)
}

async function rebuild(trx: Trx): Promise<number> {
  for (const table of ['states', 'organisation_list', 'dossier_list', 'statement_list', 'dossier_partners', 'organisation_people'] as const) await trx.deleteFrom(table).execute()
  const streams = await trx.selectFrom('events').select('stream').distinct().orderBy('stream').execute()
  let count = 0
  for (const { stream } of streams) {
    let state: unknown = null
    const events = await historyOf(trx, stream)
    for (const event of events) state = carryForward(state, event)
    await keepState(trx, stream as Stream, events.at(-1)!, state)
    count += events.length
  }
  return count
}
