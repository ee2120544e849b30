/** What tests of the wire need: a log in memory, a copy in memory, a room to join, and a peer that remembers. */
import * as Y from 'yjs'
import { compacted } from './compaction.ts'
import type { DocumentLog, Entry, Row } from './document-log.ts'
import { packFrames, readFrame, SAVED, unpackFrames, type Frame } from './frames.ts'
import type { LocalCopy } from './local-copy.ts'
import { Room } from './room.ts'
import type { Gate, Peer, RoomDependencies } from './room-ports.ts'

export interface MemoryLog extends DocumentLog {
  create(room: string): void
  freeze(room: string): void
  reopen(room: string): void
  raise(room: string, schema: number, update?: Uint8Array): void
  frames(room: string): readonly Uint8Array[]
  /** Appends wait until what this returns is called. */
  hold(): () => void
  failNext(error: Error): void
}

export function memoryLog(): MemoryLog {
  const rooms = new Map<string, { rows: Row[]; epoch: number; schema: number; writable: boolean; owners: Map<number, string> }>()
  let held: Promise<void> | null = null
  let failure: Error | null = null
  let seq = 0
  const take = (entry: Entry): number | null => {
    const room = rooms.get(entry.room)
    if (!room?.writable || room.epoch !== entry.epoch || room.schema !== entry.schema) return null
    if (entry.claims.some(({ clientId, owner }) => (room.owners.get(clientId) ?? owner) !== owner)) return null
    room.rows.push({ seq: seq += 1, frames: entry.frames })
    for (const { clientId, owner } of entry.claims) if (!room.owners.has(clientId)) room.owners.set(clientId, owner)
    return seq
  }
  return {
    create: (room) => { rooms.set(room, { rows: [], epoch: 0, schema: 1, writable: true, owners: new Map() }) },
    freeze: (name) => { const room = rooms.get(name)!; room.writable = false; room.epoch += 1 },
    reopen: (name) => { const room = rooms.get(name)!; room.writable = true; room.epoch += 1 },
    raise(name, schema, update) {
      const room = rooms.get(name)!
      room.schema = schema
      if (update) room.rows.push({ seq: seq += 1, frames: packFrames([update]) })
    },
    frames: (room) => (rooms.get(room)?.rows ?? []).map(({ frames }) => frames),
    hold() {
      let release = () => {}
      held = new Promise((resolve) => { release = resolve })
      return () => { held = null; release() }
    },
    failNext: (error) => { failure = error },
    async append(entries) {
      await held
      const error = failure
      failure = null
      if (error) throw error
      const taken = entries.map((entry) => [entry.room, take(entry)] as const)
      return { closed: taken.filter(([, at]) => at === null).map(([room]) => room), seqs: new Map(taken.filter((one): one is readonly [string, number] => one[1] !== null)) }
    },
    load: (name) => { const room = rooms.get(name); return Promise.resolve(room ? { epoch: room.epoch, schema: room.schema, writable: room.writable, rows: [...room.rows], owners: new Map(room.owners) } : null) },
    tails: (asked) => Promise.resolve(new Map(asked.flatMap(({ room: name, above }) => {
      const room = rooms.get(name)
      return room ? [[name, { epoch: room.epoch, schema: room.schema, writable: room.writable, ...tailOf(room.rows.filter(({ seq: one }) => one > above)) }] as const] : []
    }))),
    rows: (name, seqs) => Promise.resolve((rooms.get(name)?.rows ?? []).filter((row) => seqs.includes(row.seq))),
    owners: (name) => Promise.resolve(new Map(rooms.get(name)?.owners)),
    compact(name) {
      const room = rooms.get(name)!
      const { update, vector } = compacted(room.rows.map(({ frames }) => frames))!
      const seqs = room.rows.map((row) => row.seq)
      room.rows = [{ seq: seqs.at(-1)!, frames: packFrames([update]), vector }]
      return Promise.resolve(seqs)
    },
  }
}

const tailOf = (rows: readonly Row[]) => ({ seqs: rows.map((row) => row.seq), whole: rows.filter(({ vector }) => vector).map((row) => row.seq) })

export interface TestPeer extends Peer {
  right: 'none' | 'read' | 'write'
  readonly got: Uint8Array[]
  closed: { code: number; reason: string } | null
}
export function testPeer(right: TestPeer['right'], options: { frames?: boolean; schema?: number | null; name?: string; onSend?: (bytes: Uint8Array) => void } = {}): TestPeer {
  const peer: TestPeer = {
    right, got: [], closed: null, frames: options.frames ?? true, schema: options.schema === undefined ? 1 : options.schema, owner: options.name ?? 'somebody', actingFor: null, user: { name: options.name ?? 'somebody' },
    may: () => peer.right,
    send(first, rest) {
      const bytes = whole(first, rest)
      peer.got.push(bytes)
      options.onSend?.(bytes)
    },
    close(code, reason) { peer.closed = { code, reason } },
  }
  return peer
}

/** A message as it comes out at the other end. */
export function whole(bytes: Uint8Array, rest: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes.length + rest.length)
  all.set(bytes)
  all.set(rest, bytes.length)
  return all
}

/** A gate that lets everything stand, or says no where the text of the document holds this word. */
export function openGate(forbidden?: string): Gate {
  return {
    newDocument: () => new Y.Doc(), reset: () => {}, isPlain: () => false, took: () => {}, before: () => {}, accepted: () => {},
    whyNot: (doc) => (forbidden !== undefined && textOf(doc).includes(forbidden) ? `holds ${forbidden}` : null),
  }
}
/** Resolves when what waits for this tick, and what that asks for, has been done. */
export const tick = (): Promise<void> => new Promise((resolve) => { setImmediate(() => setImmediate(resolve)) })

export const textOf = (doc: Y.Doc): string => doc.getText('default').toJSON()

/** Whatever is written, nothing more than its bytes is looked at. */
export const plainGate = (): Gate => ({ ...openGate(), isPlain: () => true, whyNot: () => 'nobody looks' })

/** A room on a log, whose batches are written when the test says so, and what it reported as faults. */
export async function aRoom(log: DocumentLog, options: Partial<RoomDependencies> = {}): Promise<{ room: Room; faults: unknown[]; published: Published[] }> {
  const faults: unknown[] = []
  const published: Published[] = []
  const room = await Room.open({
    name: 'room', log, gate: openGate(), newest: 1, publish: (updates, seq, schema) => published.push({ updates, seq, schema }), publishAwareness: () => {}, schedule: (work) => setImmediate(work), gather: (write) => setImmediate(write), later: (work) => setImmediate(work), fault: (error) => faults.push(error), ...options,
  })
  if (room === null) throw new Error('no such room')
  return { room, faults, published }
}

export interface Published { readonly updates: readonly Uint8Array[]; readonly seq: number; readonly schema: number }

/** What a peer was told, in order: our own frames as `saved 2`, the rest by their type. */
export function told(peer: TestPeer): string[] {
  return peer.got.map((bytes) => (bytes[0] === SAVED ? `saved ${bytes[1]}` : bytes[0] === 101 ? 'notice' : readFrame(bytes).type))
}
export const framesOf = (peer: TestPeer): Frame[] => peer.got.filter((bytes) => bytes[0]! < 100).map(readFrame)

/** What a fresh reader of the log finds. */
export async function onDisk(log: DocumentLog): Promise<string> {
  const doc = new Y.Doc()
  for (const { frames } of (await log.load('room'))?.rows ?? []) for (const update of unpackFrames(frames)) Y.applyUpdate(doc, update)
  return textOf(doc)
}

export interface MemoryCopy extends LocalCopy { refuse: boolean; readonly updates: Uint8Array[] }
/** The store of a browser, in memory. */
export function memoryCopy(): MemoryCopy {
  let confirmed: Uint8Array | null = null
  const copy: MemoryCopy = {
    refuse: false, updates: [],
    load: () => Promise.resolve({ updates: [...copy.updates], confirmed }),
    keep(update) {
      if (copy.refuse) return Promise.reject(new DOMException('full', 'QuotaExceededError'))
      copy.updates.push(update)
      return Promise.resolve()
    },
    confirm: (stateVector) => { confirmed = stateVector; return Promise.resolve() },
  }
  return copy
}
