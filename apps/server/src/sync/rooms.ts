/** The open rooms of this node: opened for the first peer, forgotten after the last one and its last write. */
import type { Live } from '../http/live.ts'
import { passageId, editDraft } from '../statement/draft.ts'
import type { Deps } from '../deps.ts'
import { newToken } from '../ids.ts'
import { postgresLog } from '../store/document-log.ts'
import { healDuplicateIds } from '@draagvlak/editor/heal'
import { groupedLog } from '@draagvlak/sync/grouped-log'
import { Room } from '@draagvlak/sync/room'
import { announceCommand, createAnnouncer, readAnnouncement } from './announcer.ts'
import { textGate, type Deleted } from './text-gate.ts'

export interface Rooms {
  readonly count: number
  /** Null when there is no such room. */
  open(name: string): Promise<Room | null>
  /** A peer left: the room may be forgotten. */
  left(name: string): void
  /** Looks again at the rights of everybody who is connected. */
  recheck(): void
  stop(): Promise<void>
}

const AWARENESS_LIMIT = 5_000
const TAIL = 4_000
/** How old the remembered form of a deleted passage may be. */
const GLANCE = 300
const COMPACT_AT = 400

/** Tells every node, this one too, that a command wrote to the log of a room. */
export const publishUpdate = (deps: Pick<Deps, 'bus'>, room: string, update: Uint8Array): Promise<void> => announceCommand(deps.bus, room, update)
/** Tells every node that a room was frozen or opened again. */
export const publishRoomChanged = (deps: Pick<Deps, 'bus'>, room: string): Promise<void> => announceCommand(deps.bus, room, null)

export function openRooms(deps: Deps): Rooms {
  const node = newToken().slice(0, 8)
  const stored = postgresLog(deps.connection.pool)
  const log = groupedLog(stored, setImmediate)
  const rooms = new Map<string, Promise<Room | null>>()
  const fault = (error: unknown) => deps.log.error({ err: error }, 'a room failed')
  const announcer = createAnnouncer(deps.bus, node, setImmediate, fault)
  const loaded = async () => (await Promise.all(rooms.values())).filter((room) => room !== null)

  const open = (name: string): Promise<Room | null> => {
    const known = rooms.get(name)
    if (known) return known
    const gate = textGate({ deleted: (passages) => void keepDeleted(deps, name, passages).catch(fault), heal: () => void heal(name).catch(fault), later: (work) => setTimeout(work, GLANCE).unref() })
    const opening = Room.open({
      name, log, gate, fault,
      publish: (updates) => announcer.say(name, updates),
      publishAwareness: (update) => { if (update.length <= AWARENESS_LIMIT) void deps.bus.publish('awareness', `${node} ${name}:${Buffer.from(update).toString('base64')}`).catch(fault) },
      schedule: (work) => setImmediate(work),
    })
    rooms.set(name, opening)
    void opening.then((room) => { if (!room) rooms.delete(name) }, () => rooms.delete(name))
    return opening
  }

  async function heal(name: string): Promise<void> {
    const edited = await editDraft(deps.connection.db, name, (doc) => (healDuplicateIds(doc, passageId).length > 0 ? { ok: true } : { ok: false, because: 'nothing' as const }))
    if (edited.ok) await publishUpdate(deps, name, edited.update)
  }

  const hear = async (channel: string, payload: string): Promise<void> => {
    if (channel !== 'rooms' && channel !== 'awareness') return
    for (const { room: name, updates } of readAnnouncement(node, payload) ?? []) {
      const room = await rooms.get(name)
      if (!room) continue
      if (channel === 'awareness') for (const update of updates ?? []) room.heardAwareness(update)
      else if (updates === null) await room.heard(null)
      else for (const update of updates) await room.heard(update)
    }
  }
  const stopListening = deps.bus.subscribe((channel, payload) => void hear(channel, payload).catch(fault), () => void catchUpAll().catch(fault))
  // A node may die between its commit and its message.
  const tail = setInterval(() => void catchUpAll().catch(fault), TAIL)
  const catchUpAll = async () => { for (const room of await loaded()) await room.catchUp() }
  const stopLive = noticeRooms(deps.live, rooms)

  return {
    get count() { return rooms.size },
    open,
    left(name) {
      void rooms.get(name)?.then(async (room) => {
        await room?.settled()
        if (room && room.size === 0 && !room.busy) {
          rooms.delete(name)
          if (await isLong(deps, name)) await log.compact(name)
        }
      }).catch(fault)
    },
    recheck() { void loaded().then((all) => { for (const room of all) room.recheck() }) },
    async stop() {
      clearInterval(tail)
      stopLive()
      for (const room of await loaded()) {
        await room.settled()
        room.closeAll(1001, 'the server stops')
      }
      await (await stopListening)()
    },
  }
}

const isLong = async (deps: Deps, room: string): Promise<boolean> =>
  Number((await deps.connection.db.selectFrom('document_log').where('room', '=', room).select((select) => select.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count) > COMPACT_AT

/** Screens in a room hear of decisions about their statement at once. */
const noticeRooms = (live: Live, rooms: ReadonlyMap<string, Promise<Room | null>>): (() => void) => live.listen((moved) => {
  if (moved === 'gap') return
  const [kind, id = ''] = moved.stream.split('/')
  if (kind === 'statement' && moved.stream.split('/').length === 2) void rooms.get(id)?.then((room) => room?.notice(moved), () => {})
})

async function keepDeleted(deps: Deps, room: string, passages: readonly Deleted[]): Promise<void> {
  const rows = passages.map(({ passage, after }) => ({ room, passage_id: passage.id, passage: JSON.stringify(passage), after_id: after, deleted_at: deps.now() }))
  await deps.connection.db.insertInto('deleted_passages').values(rows).onConflict((conflict) => conflict.columns(['room', 'passage_id']).doUpdateSet((row) => ({ passage: row.ref('excluded.passage'), after_id: row.ref('excluded.after_id'), deleted_at: row.ref('excluded.deleted_at') }))).execute()
}
