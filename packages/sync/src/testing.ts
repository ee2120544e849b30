/** What tests of the wire need: a log in memory, a copy in memory, a room to join, and a peer that remembers. */
import * as Y from 'yjs'
import type { DocumentLog, Entry } from './document-log.ts'
import { readFrame, SAVED, unpackFrames, type Frame } from './frames.ts'
import type { LocalCopy } from './local-copy.ts'
import { Room } from './room.ts'
import type { Gate, Peer, RoomDependencies } from './room-ports.ts'

export interface MemoryLog extends DocumentLog {
  create(room: string): void
  freeze(room: string): void
  reopen(room: string): void
  rows(room: string): readonly Uint8Array[]
  /** Appends wait until what this returns is called. */
  hold(): () => void
  failNext(error: Error): void
}

export function memoryLog(): MemoryLog {
  const rooms = new Map<string, { rows: Uint8Array[]; epoch: number; writable: boolean; owners: Map<number, string> }>()
  let held: Promise<void> | null = null
  let failure: Error | null = null
  const take = (entry: Entry): boolean => {
    const room = rooms.get(entry.room)
    if (!room?.writable || room.epoch !== entry.epoch) return false
    room.rows.push(entry.frames)
    for (const { clientId, owner } of entry.claims) if (!room.owners.has(clientId)) room.owners.set(clientId, owner)
    return true
  }
  const stateOf = (room: { rows: Uint8Array[]; epoch: number; writable: boolean }) => ({ mark: String(room.rows.length), epoch: room.epoch, writable: room.writable })
  return {
    create: (room) => { rooms.set(room, { rows: [], epoch: 0, writable: true, owners: new Map() }) },
    freeze: (name) => { const room = rooms.get(name)!; room.writable = false; room.epoch += 1 },
    reopen: (name) => { const room = rooms.get(name)!; room.writable = true; room.epoch += 1 },
    rows: (room) => rooms.get(room)?.rows ?? [],
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
      return { closed: entries.filter((entry) => !take(entry)).map((entry) => entry.room) }
    },
    load: (name) => { const room = rooms.get(name); return Promise.resolve(room ? { ...stateOf(room), rows: [...room.rows], owners: new Map(room.owners) } : null) },
    mark: (name) => { const room = rooms.get(name); return Promise.resolve(room ? stateOf(room) : null) },
    compact: () => Promise.resolve(),
  }
}

export interface TestPeer extends Peer {
  right: 'none' | 'read' | 'write'
  readonly got: Uint8Array[]
  closed: { code: number; reason: string } | null
}
export function testPeer(right: TestPeer['right'], options: { frames?: boolean; name?: string; onSend?: (bytes: Uint8Array) => void } = {}): TestPeer {
  const peer: TestPeer = {
    right, got: [], closed: null, frames: options.frames ?? true, owner: options.name ?? 'somebody', actingFor: null, user: { name: options.name ?? 'somebody' },
    may: () => peer.right,
    send(bytes) { peer.got.push(bytes); options.onSend?.(bytes) },
    close(code, reason) { peer.closed = { code, reason } },
  }
  return peer
}

/** A gate that lets everything stand, or says no where the text of the document holds this word. */
export function openGate(forbidden?: string): Gate {
  return {
    loaded: () => {}, accepted: () => {},
    whyNot: (doc) => (forbidden !== undefined && textOf(doc).includes(forbidden) ? `holds ${forbidden}` : null),
  }
}
export const textOf = (doc: Y.Doc): string => doc.getText('default').toJSON()

/** A room on a log, whose batches are written when the test says so, and what it reported as faults. */
export async function aRoom(log: DocumentLog, options: Partial<RoomDependencies> = {}): Promise<{ room: Room; faults: unknown[]; published: Uint8Array[] }> {
  const faults: unknown[] = []
  const published: Uint8Array[] = []
  const room = await Room.open({
    name: 'room', log, gate: openGate(), publish: (updates) => published.push(...updates), publishAwareness: () => {}, schedule: (work) => setImmediate(work), fault: (error) => faults.push(error), ...options,
  })
  if (room === null) throw new Error('no such room')
  return { room, faults, published }
}

/** What a peer was told, in order: our own frames as `saved 2`, the rest by their type. */
export function told(peer: TestPeer): string[] {
  return peer.got.map((bytes) => (bytes[0] === SAVED ? `saved ${bytes[1]}` : bytes[0] === 101 ? 'notice' : readFrame(bytes).type))
}
export const framesOf = (peer: TestPeer): Frame[] => peer.got.filter((bytes) => bytes[0]! < 100).map(readFrame)

/** What a fresh reader of the log finds. */
export async function onDisk(log: DocumentLog): Promise<string> {
  const doc = new Y.Doc()
  for (const row of (await log.load('room'))?.rows ?? []) for (const update of unpackFrames(row)) Y.applyUpdate(doc, update)
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
