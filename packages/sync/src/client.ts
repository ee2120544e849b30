/**
 * The browser's end of the wire: the official y-websocket client, a copy in this browser, and what may be said about saving.
 *
 * It ends for good where the server says so; the words that the server does not have are then told by `serverHas`.
 */
import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { countingSocket } from './counting-socket.ts'
import { CLOSE, NOTICE, SAVED, SYNC } from './frames.ts'
import type { LocalCopy } from './local-copy.ts'
import { onlyInThisTab, saveState, type ClosedBecause, type SaveFacts, type SaveState } from './save-state.ts'
import { ServerHas } from './server-has.ts'

export interface TextClientOptions {
  /** Without a slash at the end: `wss://example.nl/sync`. */
  readonly serverUrl: string
  readonly room: string
  /** The epoch of the draft that this page knows: words typed under another one are not mixed in. */
  readonly epoch: number
  readonly schema: number
  /** Whether this person may write in this epoch. */
  readonly writing: boolean
  /** Null where the browser refuses to keep anything. */
  readonly copy: LocalCopy | null
  readonly onNotice: (notice: unknown) => void
  /** The text as the server put it together last, to show before the room brings the rest; null where there is none. Asked for only where this browser has nothing. */
  readonly snapshot?: () => Promise<Uint8Array | null>
  readonly WebSocket?: typeof WebSocket
  /** Milliseconds between attempts to connect, at most. */
  readonly patience?: number
}

type Handler = WebsocketProvider['messageHandlers'][number]

const BECAUSE: Readonly<Record<number, ClosedBecause>> = {
  [CLOSE.whoAreYou]: 'signed-out', [CLOSE.notYours]: 'not-yours', [CLOSE.noSuchRoom]: 'no-such-text', [CLOSE.closedForWriting]: 'closed-for-writing',
  [CLOSE.tooLarge]: 'too-large', [CLOSE.notValid]: 'not-valid', [CLOSE.clientTooOld]: 'client-too-old', [CLOSE.badFrame]: 'bad-frame',
}
const FROM_COPY = Symbol('from the copy in this browser')
/** A page that slept is not in touch any more, whatever its socket says; one's own presence echoes every 15 seconds. */
const SILENT_FOR = 20_000

export class TextClient {
  readonly doc = new Y.Doc()
  readonly awareness: Awareness
  /** Resolves when there is a text to show: from this browser or from the server. */
  readonly ready: Promise<void>
  #provider: WebsocketProvider
  #copy: LocalCopy | null
  #serverHas = new ServerHas()
  #writing: boolean
  #closed: ClosedBecause | null = null
  #tried = false
  #synced = false
  #typed = false
  #unsaved = false
  #keeping = 0
  #refused: boolean
  /** Of this connection: changes handed over, whether all that was here is among them, and how many are on disk. */
  #sent = 0
  #answered = false
  #missed = false
  #saved = 0
  #said: SaveState = { is: 'connecting' }
  #listeners = new Set<() => void>()

  constructor(options: TextClientOptions) {
    this.#copy = options.copy
    this.#refused = options.copy === null
    this.#writing = options.writing
    this.#provider = new WebsocketProvider(options.serverUrl, options.room, this.doc, {
      connect: false, disableBc: true, params: { frames: '1', schema: String(options.schema), epoch: String(options.epoch) }, maxBackoffTime: options.patience ?? 2500,
      WebSocketPolyfill: countingSocket(options.WebSocket ?? WebSocket, { opened: () => this.#connectionBegins(), sent: () => { this.#sent += 1 } }),
    })
    this.awareness = this.#provider.awareness
    this.#teach(options.onNotice)
    this.#provider.on('connection-close', () => { this.#tried = true; this.#synced = false; this.#say() })
    this.#provider.on('closed', ({ code }) => this.#close(BECAUSE[code] ?? 'bad-frame'))
    this.doc.on('update', (update, origin) => this.#changed(update, origin))
    const synced = new Promise<void>((resolve) => {
      this.#provider.on('sync', (is: boolean) => {
        if (!is) return
        this.#inTouch()
        resolve()
      })
    })
    this.ready = this.#begin().then((found) => (found ? undefined : Promise.race([synced, this.#paint(options.snapshot)])))
  }

  /** What may be said about saving; the same object until it changes. */
  state = (): SaveState => this.#said
  /** Words typed here that are not known to be on the server's disk. */
  get unsaved(): boolean { return this.#unsaved }
  /** Whether words would be gone with this tab. */
  get onlyInThisTab(): boolean { return onlyInThisTab(this.#facts()) }
  /** What of this text the server has: a state vector. */
  get serverHas(): Uint8Array { return this.#serverHas.stateVector() }
  get inTouch(): boolean { return this.#synced }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The network came back or went away, or the page woke up: finds out now what is true. */
  lookAgain = (): void => {
    if (this.#closed !== null) return
    if (this.#provider.wsconnected && this.#provider.wsLastMessageReceived + SILENT_FOR > Date.now()) return
    this.connectAnew()
  }
  /** Drops the connection and makes another. */
  connectAnew = (): void => {
    if (this.#closed !== null) return
    this.#provider.disconnect()
    this.#provider.connect()
  }

  /** Leaves; what is kept in this browser stays. */
  stop(): void {
    this.#listeners.clear()
    this.#provider.destroy()
    this.awareness.destroy()
  }

  /** The text of this browser first, so that nothing is ever opened over words that were kept. */
  async #begin(): Promise<boolean> {
    const kept = await this.#copy?.load().catch(() => {
      this.#refused = true
      return null
    })
    if (kept) {
      this.doc.transact(() => { for (const update of kept.updates) Y.applyUpdate(this.doc, update, FROM_COPY) }, FROM_COPY)
      this.#serverHas = new ServerHas(kept.confirmed)
      this.#unsaved = this.#serverHas.lacksSomeOf(this.doc)
      this.#typed = this.#unsaved
    }
    // Who only reads, and has nothing to send, may look at any epoch.
    if (!this.#writing && !this.#unsaved) this.#provider.params = { frames: '1', schema: this.#provider.params.schema ?? '' }
    this.#provider.connect()
    this.#say()
    return (kept?.updates.length ?? 0) > 0
  }

  /** Resolves when it shows; where it can't, the room brings everything. */
  async #paint(snapshot: TextClientOptions['snapshot']): Promise<void> {
    const update = await snapshot?.().catch(() => null)
    if (!update || this.#closed !== null) return new Promise(() => {})
    // As if it came through the room: it is on the server's disk.
    Y.applyUpdate(this.doc, update, this.#provider)
  }

  #changed(update: Uint8Array, origin: unknown): void {
    if (origin === FROM_COPY) return
    if (origin === this.#provider) this.#serverHas.sent(update)
    else {
      this.#typed = true
      this.#unsaved = true
      // The provider hands an update over before this listener hears of it, if it can.
      if (!this.#provider.wsconnected || this.#provider.ws?.readyState !== 1) this.#missed = true
    }
    this.#keep(update, origin === this.#provider)
    this.#say()
  }

  #keep(update: Uint8Array, isOfOthers: boolean): void {
    if (this.#copy === null || this.#refused) return
    this.#keeping += 1
    this.#copy.keep(update).then(() => {
      this.#keeping -= 1
      if (isOfOthers) this.#confirm()
    }, () => {
      this.#keeping -= 1
      this.#refused = true
    }).finally(() => this.#say())
  }

  #connectionBegins(): void {
    this.#sent = 0
    this.#saved = 0
    this.#answered = false
    this.#missed = false
  }

  #inTouch(): void {
    this.#tried = true
    this.#synced = true
    // A reader's words are dropped by the server without a word: whoever may no longer write must hear it from here.
    if (!this.#writing && this.#serverHas.lacksSomeOf(this.doc)) {
      this.#provider.disconnect()
      return this.#close('read-only')
    }
    if (!this.#writing) this.#unsaved = false
    this.#say()
  }

  /** Our own frames, and listening in on the sync frames of the stock client. */
  #teach(onNotice: (notice: unknown) => void): void {
    const { messageHandlers } = this.#provider
    const sync = messageHandlers[SYNC]!
    messageHandlers[SYNC] = (encoder, decoder, ...rest) => {
      const asked = decoding.clone(decoder)
      if (decoding.readVarUint(asked) === 0) {
        this.#serverHas.said(decoding.readVarUint8Array(asked))
        // All that is here and not there goes out with the answer, whatever could not be handed over before.
        this.#answered = true
        this.#missed = false
      }
      sync(encoder, decoder, ...rest)
    }
    messageHandlers[SAVED] = ((_, decoder) => {
      this.#saved = decoding.readVarUint(decoder)
      this.#settle()
    }) satisfies Handler
    messageHandlers[NOTICE] = ((_, decoder) => onNotice(JSON.parse(decoding.readVarString(decoder)))) satisfies Handler
  }

  #settle(): void {
    if (!this.#writing || !this.#answered || this.#missed || this.#saved < this.#sent) return
    this.#unsaved = false
    this.#serverHas.all(this.doc)
    this.#confirm()
    this.#say()
  }

  /** What others wrote is never taken for words of one's own, whatever becomes of this page. */
  #confirm(): void { void this.#copy?.confirm(this.#serverHas.stateVector()).catch(() => {}) }

  #close(because: ClosedBecause): void {
    this.#closed = because
    this.#synced = false
    this.#say()
  }

  #facts(): SaveFacts {
    return { closed: this.#closed, inTouch: this.#synced, tried: this.#tried, typed: this.#typed, unsaved: this.#unsaved, store: this.#refused ? 'refuses' : this.#keeping > 0 ? 'asked' : 'has-all' }
  }

  #say(): void {
    const now = saveState(this.#facts())
    if (JSON.stringify(now) === JSON.stringify(this.#said)) return
    this.#said = now
    for (const listener of this.#listeners) listener()
  }
}
