/** WebSockets without a network for tests: the stock client on one end, a room on the other, and a cable that can be pulled. */
import { whole } from './testing.ts'
import type { Room } from './room.ts'
import type { Peer } from './room-ports.ts'

export interface Cable {
  /** A class to give to the client as its WebSocket. */
  readonly Socket: typeof WebSocket
  /** The addresses that were asked for, in order. */
  readonly asked: string[]
  /** Pulls the cable: open sockets end, new ones fail until it is put back. */
  pull(): void
  putBack(): void
  /** Every new connection is accepted and closed with this code; null: they join the room. */
  refuseWith(code: number | null): void
}

/** @param join makes the peer of a connection; its `send` and `close` are filled in here. */
export function cableTo(room: () => Room, join: () => Pick<Peer, 'may' | 'frames' | 'user'>): Cable {
  const open = new Set<PairedSocket>()
  const asked: string[] = []
  let pulled = false
  let refusal: number | null = null

  class PairedSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    binaryType = 'blob'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: ((event: unknown) => void) | null = null
    #member: ReturnType<Room['join']> | null = null

    constructor(url: string) {
      asked.push(url)
      queueMicrotask(() => this.#open())
    }

    send(data: Uint8Array): void {
      const bytes = data.slice()
      queueMicrotask(() => { if (this.readyState === 1) this.#member?.receive(bytes) })
    }
    close(code = 1005, reason = ''): void {
      if (this.readyState === 3) return
      this.readyState = 3
      open.delete(this)
      this.#member?.leave()
      queueMicrotask(() => this.onclose?.({ code, reason }))
    }

    #open(): void {
      if (this.readyState !== 0) return
      if (pulled) return this.close(1006)
      this.readyState = 1
      open.add(this)
      this.onopen?.()
      if (refusal !== null) return this.close(refusal)
      this.#member = room().join({
        owner: 'somebody', actingFor: null, schema: null, ...join(),
        send: (bytes, rest) => {
          const copy = whole(bytes, rest)
          queueMicrotask(() => { if (this.readyState === 1) this.onmessage?.({ data: copy.buffer }) })
        },
        close: (code, reason) => this.close(code, reason),
      })
    }
  }

  return {
    Socket: PairedSocket as unknown as typeof WebSocket, asked,
    pull() {
      pulled = true
      for (const socket of open) socket.close(1006)
    },
    putBack: () => { pulled = false },
    refuseWith: (code) => { refusal = code },
  }
}
