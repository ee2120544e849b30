/** A WebSocket client on a bare socket: what it spends must stay small beside what the server spends. */
import { randomBytes } from 'node:crypto'
import net from 'node:net'

export interface Closed { readonly code: number | null; readonly why: string }
export interface SocketOptions {
  readonly port: number
  readonly path: string
  readonly opened: () => void
  readonly heard: (message: Uint8Array) => void
  readonly closed: (how: Closed) => void
}

const [CONTINUED, TEXT, BINARY, CLOSE, PING, PONG] = [0, 1, 2, 8, 9, 10] as const
const NOTHING = Buffer.alloc(0)

/** Masked with zeros, which RFC 6455 allows: the bytes stay as they are. */
export function maskedFrame(payload: Uint8Array, kind: number = BINARY): Buffer {
  const { length } = payload
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(size + 4 + length)
  frame[0] = 0x80 | kind
  frame[1] = 0x80 | (size === 2 ? length : size === 4 ? 126 : 127)
  if (size === 4) frame.writeUInt16BE(length, 2)
  if (size === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.set(payload, size + 4)
  return frame
}

/** Takes the bytes of a connection as they come and gives the frames that are whole. */
export class FrameReader {
  #rest: Buffer = NOTHING
  #parts: Uint8Array[] = []
  #frame
  constructor(frame: (kind: number, payload: Uint8Array) => void) { this.#frame = frame }

  take(bytes: Buffer): void {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    let at = 0
    while (at + 2 <= all.length) {
      const short = all[at + 1]! & 0x7f
      const head = short < 126 ? 2 : short === 126 ? 4 : 10
      if (at + head > all.length) break
      const length = head === 2 ? short : head === 4 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2))
      if (at + head + length > all.length) break
      this.#piece(all[at]!, all.subarray(at + head, at + head + length))
      at += head + length
    }
    this.#rest = at === all.length ? NOTHING : all.subarray(at)
  }

  #piece(first: number, payload: Uint8Array): void {
    const kind = first & 0x0f
    const last = (first & 0x80) !== 0
    if (last && kind !== CONTINUED) return this.#frame(kind, payload)
    this.#parts.push(payload.slice())
    if (!last) return
    const whole = Buffer.concat(this.#parts)
    this.#parts = []
    this.#frame(BINARY, whole)
  }
}

export class Socket {
  received = 0
  #socket; #options
  #open = false
  #corked = false
  #how: Closed = { code: null, why: 'the connection was cut' }

  constructor(options: SocketOptions) {
    this.#options = options
    const socket = net.connect({ port: options.port, host: '127.0.0.1', noDelay: true })
    this.#socket = socket
    socket.write(`GET ${options.path} HTTP/1.1\r\nhost: 127.0.0.1:${options.port}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${randomBytes(16).toString('base64')}\r\n\r\n`)
    const reader = new FrameReader((kind, payload) => this.#frame(kind, payload))
    let answer = NOTHING
    socket.on('data', (bytes: Buffer) => {
      this.received += bytes.length
      if (this.#open) return reader.take(bytes)
      answer = Buffer.concat([answer, bytes])
      const end = answer.indexOf('\r\n\r\n')
      if (end < 0) return
      const status = answer.toString('latin1', 0, answer.indexOf('\r\n'))
      if (!status.includes(' 101 ')) {
        this.#how = { code: null, why: status }
        return void socket.destroy()
      }
      this.#open = true
      options.opened()
      if (answer.length > end + 4) reader.take(answer.subarray(end + 4))
    })
    socket.on('error', ({ message }) => { if (this.#how.code === null) this.#how = { code: null, why: message } })
    socket.on('close', () => options.closed(this.#how))
  }

  /** All that is sent in one turn goes out in one write. */
  send(message: Uint8Array): void { this.#write(maskedFrame(message)) }
  cut(): void { this.#socket.destroy() }

  #write(frame: Buffer): void {
    if (this.#socket.destroyed) return
    if (!this.#corked) {
      this.#corked = true
      this.#socket.cork()
      process.nextTick(() => {
        this.#corked = false
        this.#socket.uncork()
      })
    }
    this.#socket.write(frame)
  }

  #frame(kind: number, payload: Uint8Array): void {
    if (kind === BINARY || kind === TEXT) return this.#options.heard(payload)
    if (kind === PING) return this.#write(maskedFrame(payload, PONG))
    if (kind !== CLOSE) return
    const body = Buffer.from(payload)
    this.#how = { code: body.length >= 2 ? body.readUInt16BE(0) : null, why: body.toString('utf8', 2) }
    this.#write(maskedFrame(payload, CLOSE))
    this.#socket.end()
  }
}
