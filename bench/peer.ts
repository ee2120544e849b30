/** One connection to one document: asks, answers, sends, and counts what it is told is saved. */
import { Socket, type Closed } from './socket.ts'
import { presence, wireOf, type Wire } from './wire.ts'
import type { Door } from './site.ts'

export interface PeerOptions {
  /** What of the text it has; nothing by default. */
  readonly stateVector?: Uint8Array
  /** What it answers when the server asks what the server lacks; nothing by default. */
  readonly answer?: (stateVector: Uint8Array) => Uint8Array
  readonly heard?: (update: Uint8Array) => void
  /** How many of its updates are on the server's disk, its answers not counted. */
  readonly saved?: (updates: number) => void
}

export const NOTHING = new Uint8Array([0, 0])
const NO_STATE = new Uint8Array([0])

export class Peer {
  /** The server has sent all that this peer lacked. */
  readonly ready: Promise<void>
  readonly ended: Promise<Closed>
  closed: Closed | null = null
  #socket: Socket
  #wire: Wire
  #options
  #sent = 0
  /** Which of the messages that the server counts were answers. */
  #answers: number[] = []
  #savedMessages = 0
  #isReady: () => void = () => {}

  constructor({ port, path, protocol, savedType, doc }: Door, options: PeerOptions = {}) {
    this.#options = options
    this.#wire = wireOf(protocol, doc, savedType)
    let ended: (how: Closed) => void
    this.ended = new Promise((resolve) => { ended = resolve })
    this.ready = new Promise((resolve, reject) => {
      this.#isReady = resolve
      void this.ended.then(({ code, why }) => reject(new Error(`a connection to ${doc} ended: ${code ?? 'no code'} ${why}`)))
    })
    this.ready.catch(() => {}) // who does not wait for it has no use for it
    this.#socket = new Socket({
      port, path,
      opened: () => { for (const message of [...this.#wire.greeting, this.#wire.ask(options.stateVector ?? NO_STATE)]) this.#socket.send(message) },
      heard: (message) => this.#hear(message),
      closed: (how) => {
        this.closed = how
        ended(how)
      },
    })
  }

  get received(): number { return this.#socket.received }
  send(update: Uint8Array): void {
    this.#sent += 1
    this.#socket.send(this.#wire.update(update))
  }
  present(client: number, clock: number): void { this.#socket.send(this.#wire.awareness(presence(client, clock, { user: { name: `Bench ${client}`, color: '#336699' } }))) }
  /** Leaves at once; nothing is told to it any more. */
  cut(): void {
    this.#options = {}
    this.#socket.cut()
  }

  #hear(message: Uint8Array): void {
    const heard = this.#wire.read(message)
    switch (heard.is) {
      case 'asked':
        this.#answers.push(this.#sent)
        this.#sent += 1
        return this.#socket.send(this.#wire.answer(this.#options.answer?.(heard.stateVector) ?? NOTHING))
      case 'answered':
        this.#options.heard?.(heard.update)
        return this.#isReady()
      case 'updated': return this.#options.heard?.(heard.update)
      case 'saved': return this.#count(heard.count)
      case 'one-saved': return this.#count(this.#savedMessages + 1)
      case 'other':
    }
  }

  #count(messages: number): void {
    this.#savedMessages = messages
    this.#options.saved?.(messages - this.#answers.filter((at) => at < messages).length)
  }
}
