/** What goes to one client: everything of a tick in one write, each message framed once for all who get it. */
import { MAXIMUM_TEXT } from '@draagvlak/sync/limits'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

export interface Outbox {
  readonly send: (bytes: Uint8Array, rest?: Uint8Array) => void
  readonly flush: () => void
}

/** What a slow reader may have waiting, beside the text that it asked for, before it is dropped; it comes back and takes the whole text. */
const BACKLOG = 8 * 1024 * 1024

/** And of texts that it asked for: who asks again and again, and reads nothing, is dropped as well. */
const MOST_ASKED = 2 * MAXIMUM_TEXT

const COPIED = 64 * 1024
const LONG = 4 * 1024

/** The same message goes to many, one after the other: its frame is made once. Compression is off, so a frame depends on its bytes alone (RFC 6455, 5.2). */
class Framer {
  #last: Uint8Array | null = null
  #frame: readonly Buffer[] = []

  /** In one piece; a long `rest` as it is behind it, for it goes to many and is copied for nobody. */
  piecesOf(bytes: Uint8Array, rest?: Uint8Array): readonly Buffer[] {
    if (!rest && bytes === this.#last) return this.#frame
    const length = bytes.length + (rest?.length ?? 0)
    const apart = rest && rest.length > LONG ? rest : null
    const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
    const frame = Buffer.allocUnsafe(head + length - (apart?.length ?? 0))
    frame[0] = 0x82 // final, binary
    if (head === 2) frame[1] = length
    else if (head === 4) { frame[1] = 126; frame.writeUInt16BE(length, 2) } else { frame[1] = 127; frame.writeBigUInt64BE(BigInt(length), 2) }
    frame.set(bytes, head)
    if (rest && !apart) frame.set(rest, head + bytes.length)
    this.#last = rest ? null : bytes
    return this.#frame = apart ? [frame, Buffer.from(apart.buffer, apart.byteOffset, apart.length)] : [frame]
  }
}

/** The outboxes of one server: emptied together, once per tick. */
export function createOutboxes(): (ws: WebSocket, socket: Duplex) => Outbox {
  const framer = new Framer()
  let full: (() => void)[] = []
  const flushAll = () => {
    const all = full
    full = []
    for (const flush of all) flush()
  }
  return (ws, socket) => {
    let waiting: Buffer[] = []
    let allowed = BACKLOG
    /** Of the text that it asked for: that comes on top. */
    let asked = 0
    const flush = () => {
      if (waiting.length === 0) return
      const frames = waiting
      waiting = []
      if (ws.readyState !== ws.OPEN) return
      if (socket.writableLength <= BACKLOG) allowed = BACKLOG
      if (socket.writableLength > allowed) return ws.terminate()
      if (allowed > BACKLOG && allowed + asked > BACKLOG + MOST_ASKED) return ws.terminate()
      allowed += asked
      asked = 0
      write(socket, frames)
    }
    return {
      flush,
      send(bytes, rest) {
        const isFirst = waiting.length === 0
        for (const piece of framer.piecesOf(bytes, rest)) waiting.push(piece)
        asked += rest?.length ?? 0
        if (isFirst && full.push(flush) === 1) setImmediate(flushAll)
      },
    }
  }
}

/** Small ones are copied together, which is cheaper than many pieces. */
function write(socket: Duplex, frames: readonly Buffer[]): void {
  if (frames.length === 1) return void socket.write(frames[0]!)
  if (frames.reduce((sum, { length }) => sum + length, 0) <= COPIED) return void socket.write(Buffer.concat(frames))
  socket.cork()
  for (const frame of frames) socket.write(frame)
  socket.uncork()
}
