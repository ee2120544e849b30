/** What goes to one client: everything of a tick in one write, each message framed once for all who get it. */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

export interface Outbox {
  readonly send: (bytes: Uint8Array) => void
  readonly flush: () => void
}

/** What a slow reader may have waiting before it is dropped; it comes back and takes the whole text. */
const BACKLOG = 8 * 1024 * 1024

const COPIED = 64 * 1024
const LONG = 4 * 1024

/** The same message goes to many, one after the other: its frame is made once. Compression is off, so a frame depends on its bytes alone (RFC 6455, 5.2). */
class Framer {
  #last: Uint8Array | null = null
  #frame: Buffer = Buffer.alloc(0)
  /** A long text is sent to everybody who comes in, with other messages in between. */
  #long = new WeakMap<Uint8Array, Buffer>()

  frameOf(bytes: Uint8Array): Buffer {
    if (bytes === this.#last) return this.#frame
    const frame = this.#long.get(bytes) ?? framed(bytes)
    if (bytes.length > LONG) this.#long.set(bytes, frame)
    this.#last = bytes
    this.#frame = frame
    return frame
  }
}

function framed(bytes: Uint8Array): Buffer {
  const { length } = bytes
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x82 // final, binary
  if (head === 2) frame[1] = length
  else if (head === 4) { frame[1] = 126; frame.writeUInt16BE(length, 2) } else { frame[1] = 127; frame.writeBigUInt64BE(BigInt(length), 2) }
  frame.set(bytes, head)
  return frame
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
    const flush = () => {
      if (waiting.length === 0) return
      const frames = waiting
      waiting = []
      if (ws.readyState !== ws.OPEN) return
      if (socket.writableLength > BACKLOG) return ws.terminate()
      write(socket, frames)
    }
    return {
      flush,
      send(bytes) {
        if (waiting.push(framer.frameOf(bytes)) > 1) return
        if (full.push(flush) === 1) setImmediate(flushAll)
      },
    }
  }
}

/** Small ones are copied together, which is cheaper than many pieces; a long text goes to many and is copied for nobody. */
function write(socket: Duplex, frames: readonly Buffer[]): void {
  if (frames.length === 1) return void socket.write(frames[0]!)
  if (frames.reduce((sum, { length }) => sum + length, 0) <= COPIED) return void socket.write(Buffer.concat(frames))
  socket.cork()
  for (const frame of frames) socket.write(frame)
  socket.uncork()
}
