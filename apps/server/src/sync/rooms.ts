/** The open rooms of this node: opened for the first peer, forgotten after the last one and its last write. */
import type { Live } from '../http/live.ts'
import { passageId, editDraft } from '../statement/draft.ts'
import type { Deps } from '../deps.ts'
import { newToken } from '../ids.ts'
import { watchDisk } from '../store/full-disk.ts'
import { healDuplicateIds } from '@draagvlak/editor/heal'
import { newestSchema } from '@draagvlak/editor/schema-steps'
import { CLOSE } from '@draagvlak/sync/frames'
import { Room } from '@draagvlak/sync/room'
import { announceCommand, createAnnouncer, readAnnouncement } from './announcer.ts'
import { createCompactor } from './compactor.ts'
import { deletedPassages } from './deleted-passages.ts'
import { createHealer } from './healer.ts'
import { pacedLog } from './paced-log.ts'
import { raiseOnce } from './raising.ts'
import { textGate } from './text-gate.ts'
import { together } from '../together.ts'

export interface Rooms {
  readonly count: number
  /** Null when there is no such room. Who opens it leaves it once, whether or not it went in: until then it stays. */
  open(name: string): Promise<Room | null>
  left(name: string): void
  /** Looks whether an open room missed something: together with those that others ask for in the same moment. */
  look(name: string): Promise<void>
  /** Looks at all of them: a message may have been lost. */
  lookAtAll(): void
  /** [R14] Before somebody who knows this schema goes in: raises an open room that has an older one. */
  raise(name: string, to: number): Promise<void>
  /** Looks again at the rights of everybody who is connected. */
  recheck(): void
  stop(): Promise<void>
}

/** How often the log is looked at for what a lost message would have told. */
const TAIL = 4_000
/** A document that nobody needed for so many looks is let go. */
const RESTS = 8
/** Presence of everybody in this time goes to the other nodes in one message. */
const GLANCE = 80
/** So many updates are worth making one of when the last peer leaves; so many, while people write. */
const MANY = 100
const TOO_MANY = 2_000
/** And, where there are many, so many bytes. */
const LARGE = 4 * 1024 * 1024
/** For many who come in, one look at the log in this time. */
const MOMENT = 100
/** And so long it may take, before it is asked for again. */
const PATIENCE = 15_000

/** Tells every node, this one too, that a command wrote to the log of a room. */
export const publishUpdate = (deps: Pick<Deps, 'bus'>, room: string, edit: { readonly update: Uint8Array; readonly schema: number }): Promise<void> => announceCommand(deps.bus, room, edit)
/** Tells every node that a room was frozen or opened again. */
export const publishRoomChanged = (deps: Pick<Deps, 'bus'>, room: string): Promise<void> => announceCommand(deps.bus, room, null)

export function openRooms(deps: Deps): Rooms {
  const node = newToken().slice(0, 8)
  const disk = watchDisk(deps.log)
  const compactor = createCompactor()
  const { log, gather } = pacedLog(deps, compactor.compact, () => disk.wrote())
  const rooms = new Map<string, Promise<Room | null>>()
  /** Those of them that are open: nobody else waits for one that is being opened, nor for the fault of one that can't be. Whoever opens one looks at it then. */
  const loaded = new Map<string, Room>()
  /** How many opened a room and did not leave it: who comes while the last one goes joins the same room. */
  const visitors = new Map<string, number>()
  /** Connections that end after the last room was settled leave nothing to do: the next server compacts what is long. */
  let stopped = false

  const fault = (error: unknown) => { if (!disk.isFull(error)) deps.log.error({ err: error }, 'a room failed') }
  const publish: Deps['bus']['publishToOthers'] = (channel, payloads) => deps.bus.publishToOthers(channel, payloads)
  // What can't be told any more at the end, others find in the log.
  const unheard = (error: unknown) => { if (!stopped) fault(error) }
  const updates = createAnnouncer({ publish, node, fault: unheard, channel: 'rooms', soon: setImmediate })
  const presence = createAnnouncer({ publish, node, fault: unheard, channel: 'awareness', soon: (work) => { setTimeout(work, GLANCE) } })
  /** What nobody waits for, but the end does. */
  const background = new Set<Promise<unknown>>()
  const inBackground = (work: Promise<unknown>): void => {
    const done = work.catch(fault).finally(() => background.delete(done))
    background.add(done)
  }

  const ending = new AbortController()
  const healer = (name: string) => createHealer(async () => {
    const edited = await editDraft(deps.connection.db, name, (doc) => (healDuplicateIds(doc, passageId).length > 0 ? { ok: true } : { ok: false, because: 'nothing' as const }))
    if (edited.ok) await publishUpdate(deps, name, edited)
  }, ending.signal)
  const keepDeleted = deletedPassages(deps)

  const open = (name: string): Promise<Room | null> => {
    visitors.set(name, (visitors.get(name) ?? 0) + 1)
    const known = rooms.get(name)
    if (known) return known
    const heal = healer(name)
    const gate = textGate({ steps: deps.steps, deleted: (passages, schema) => inBackground(keepDeleted(name, passages, schema)), heal: () => inBackground(heal()) })
    const opening = Room.open({
      name, log, gate, fault, newest: newestSchema(deps.steps), schedule: setImmediate, gather, later: (work) => { setTimeout(work, GLANCE) },
      publish: (written, seq, schema) => updates.say(name, written, seq, schema),
      publishAwareness: (update) => presence.say(name, [update], null, null),
    })
    rooms.set(name, opening)
    // A server that was killed left its log as it was.
    void opening.then((room) => {
      if (!room) return void rooms.delete(name)
      loaded.set(name, room)
      inBackground(compactIfLong(room))
    }, () => rooms.delete(name))
    return opening
  }

  /** All of a message at once: a room that waits for its own write must not keep what the next message says of another one from coming after this. */
  const hear = (channel: string, payload: string): void => {
    if (channel !== 'rooms' && channel !== 'awareness') return
    for (const { room: name, updates: heard, seq, schema } of readAnnouncement(node, payload) ?? []) {
      const opened = rooms.get(name)
      if (!opened) continue
      inBackground(opened.then(async (room) => {
        if (channel === 'rooms') await room?.heard(heard, seq, schema ?? undefined)
        else for (const update of heard ?? []) room?.heardAwareness(update)
      }))
    }
  }
  const stopListening = deps.bus.subscribe(hear, () => inBackground(lookAtAll()))

  /** A node may die between its commit and its message. One question for all rooms. */
  const tailsOf = (all: readonly Room[]) => log.tails(all.map((room) => ({ room: room.name, above: room.above })))
  async function lookAtAll({ atItsTime = false } = {}): Promise<void> {
    const all = [...loaded.values()]
    if (all.length === 0) return
    const tails = await tailsOf(all)
    // Each by itself: what holds one room, or fails there, is not for the others to wait for.
    await Promise.all(all.map((room) => room.compare(tails.get(room.name)).then(() => { if (atItsTime) room.looked() }, fault)))
  }
  const tailOf = together(async (all: readonly Room[]) => {
    const tails = await tailsOf([...new Set(all)])
    return all.map((room) => tails.get(room.name))
  }, { wait: MOMENT, patience: PATIENCE })
  async function look(name: string): Promise<void> {
    const room = loaded.get(name)
    await room?.compare(await tailOf(room))
  }
  const raise = raiseOnce(deps, look)
  async function compactLongOnes(): Promise<void> {
    for (const room of loaded.values()) await compactIfLong(room)
  }
  async function compactIfLong(room: Room): Promise<void> {
    if (room.updates <= TOO_MANY && (room.updates <= MANY || room.bytes <= LARGE)) return
    await room.wasCompacted(await log.compact(room.name))
  }
  let looks = 0
  const tail = setInterval(() => {
    inBackground(lookAtAll({ atItsTime: true }))
    if ((looks += 1) % RESTS > 0) return
    for (const room of loaded.values()) room.rest()
    inBackground(compactLongOnes())
  }, TAIL)
  const stopLive = noticeRooms(deps.live, rooms)

  async function forget(name: string): Promise<void> {
    const room = await rooms.get(name)
    await room?.settled()
    if (!room || visitors.has(name) || room.busy) return
    rooms.delete(name)
    loaded.delete(name)
    if (room.updates > MANY) await log.compact(name)
  }

  return {
    get count() { return rooms.size },
    open,
    look,
    lookAtAll() { inBackground(lookAtAll()) },
    async raise(name, to) {
      const room = await rooms.get(name)
      if (room) await raise(room, to)
    },
    left(name) {
      const others = (visitors.get(name) ?? 1) - 1
      if (others > 0) return void visitors.set(name, others)
      visitors.delete(name)
      if (!stopped) inBackground(forget(name))
    },
    recheck() { for (const room of loaded.values()) room.recheck() },
    async stop() {
      stopped = true
      clearInterval(tail)
      stopLive()
      await Promise.allSettled(rooms.values())
      for (const room of loaded.values()) {
        await room.settled()
        room.closeAll(CLOSE.goingAway, 'the server stops')
      }
      await (await stopListening)()
      ending.abort()
      while (background.size > 0) await Promise.all(background)
      await compactor.stop()
    },
  }
}

/** Screens in a room hear of decisions about their statement at once. */
const noticeRooms = (live: Live, rooms: ReadonlyMap<string, Promise<Room | null>>): (() => void) => live.listen((moved) => {
  if (moved === 'gap') return
  const [kind, id = ''] = moved.stream.split('/')
  if (kind === 'statement' && moved.stream.split('/').length === 2) void rooms.get(id)?.then((room) => room?.notice(moved), () => {})
})
