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

/** The same message goes to many: its frame is made once. Compression is off, so a frame depends on its bytes alone (RFC 6455, 5.2). */
const framed = new WeakMap<Uint8Array, Buffer>()

function frameOf(bytes: Uint8Array): Buffer {
  const known = framed.get(bytes)
  if (known) return known
  const { length } = bytes
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = 0x82 // final, binary
  if (head === 2) frame[1] = length
  else if (head === 4) { frame[1] = 126; frame.writeUInt16BE(length, 2) } else { frame[1] = 127; frame.writeBigUInt64BE(BigInt(length), 2) }
  frame.set(bytes, head)
  framed.set(bytes, frame)
  return frame
}

export function openOutbox(ws: WebSocket, socket: Duplex): Outbox {
  let waiting: Buffer[] = []
  let planned = false
  const flush = () => {
    planned = false
    if (waiting.length === 0) return
    const frames = waiting
    waiting = []
    if (ws.readyState !== ws.OPEN) return
    if (socket.writableLength > BACKLOG) return ws.terminate()
    if (frames.length === 1) return void socket.write(frames[0]!)
    // Small ones are copied together, which is cheaper than many pieces; a long text goes to many and is copied for nobody.
    if (frames.reduce((sum, { length }) => sum + length, 0) <= COPIED) return void socket.write(Buffer.concat(frames))
    socket.cork()
    for (const frame of frames) socket.write(frame)
    socket.uncork()
  }
  return {
    flush,
    send(bytes) {
      waiting.push(frameOf(bytes))
      if (planned) return
      planned = true
      setImmediate(flush)
    },
  }
}
