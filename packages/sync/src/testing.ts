/** What tests of the wire need: a log in memory and the suite that every log must pass, and a peer that remembers. */
import type { DocumentLog, Entry } from './document-log.ts'
import type { Peer } from './room.ts'

export interface MemoryLog extends DocumentLog {
  create(room: string): void
  freeze(room: string): void
  reopen(room: string): void
  rows(room: string): readonly Uint8Array[]
  /** The next appends wait until this is called with the number that may pass. */
  hold(): () => void
  failNext(error: Error): void
}

export function memoryLog(): MemoryLog {
  const rooms = new Map<string, { rows: Uint8Array[]; epoch: number; writable: boolean }>()
  let held: Promise<void> | null = null
  let failure: Error | null = null
  const take = (entry: Entry): boolean => {
    const room = rooms.get(entry.room)
    if (!room?.writable || room.epoch !== entry.epoch) return false
    room.rows.push(entry.frames)
    return true
  }
  const stateOf = (room: { rows: Uint8Array[]; epoch: number; writable: boolean }) => ({ mark: String(room.rows.length), epoch: room.epoch, writable: room.writable })
  return {
    create: (room) => { rooms.set(room, { rows: [], epoch: 0, writable: true }) },
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
    load: (name) => { const room = rooms.get(name); return Promise.resolve(room ? { ...stateOf(room), rows: [...room.rows] } : null) },
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
    right, got: [], closed: null, frames: options.frames ?? true, user: { name: options.name ?? 'somebody' },
    may: () => peer.right,
    send(bytes) { peer.got.push(bytes); options.onSend?.(bytes) },
    close(code, reason) { peer.closed = { code, reason } },
  }
  return peer
}
