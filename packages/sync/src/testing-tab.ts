/** A tab of somebody's browser in tests: a network that may be cut, hold messages back, say them twice or in another order, and a store that may lose its last writes. */
import { IDBKeyRange } from 'fake-indexeddb'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { readFrame, SAVED, SYNC, step1Frame, step2Frame, updateFrame } from './frames.ts'
import { openLocalCopies, type LocalCopy } from './local-copy.ts'
import type { aRoom, TestPeer } from './testing.ts'
import { testPeer, textOf } from './testing.ts'
import { TabStore } from './testing-store.ts'

type Room = Awaited<ReturnType<typeof aRoom>>['room']

export interface Browser {
  readonly person: string
  /** Shared by its tabs. */
  readonly device: IDBFactory
  /** Our own client keeps its text in `local-copy.ts`; those of others in y-indexeddb. */
  readonly keeps: 'own' | 'y-indexeddb'
  /** An empty page, with a client id that no other page has. */
  readonly newPage: () => Y.Doc
  /** Told of what the store answered that it has: so far of this client. */
  readonly kept: (client: number, clock: number) => void
}

const FROM_STORE = Symbol('from the store of this browser')
/** From so few rows on a copy is put together, so that it happens in every story. */
const MANY = 6

export class Tab {
  readonly browser: Browser
  doc!: Y.Doc
  peer: TestPeer | null = null
  /** Words may be typed: our own page shows no editor before its store was read, others do. */
  ready = false
  /** What the store said at its opening that the server has, when it said so. */
  confirmed: Uint8Array | null = null
  /** Every code that it was closed with. */
  readonly closes: number[] = []
  #store!: TabStore
  #copy: LocalCopy | null = null
  #opening: Promise<void> = Promise.resolve()
  #sent = 0
  #saved = 0
  #answered = false
  #member: ReturnType<Room['join']> | null = null
  #outbox: Uint8Array[] = []
  #read = 0

  constructor(browser: Browser) {
    this.browser = browser
    this.#open()
  }

  /** The page is loaded again: what the store has comes back under a new client id. `written`: what was under way to the store got there. */
  async reload(written: boolean): Promise<void> {
    this.cut()
    if (written) await this.stored()
    this.#store.kill()
    this.#open()
  }
  /** Resolves when the store was read and all that was handed to it is there. */
  async stored(): Promise<void> {
    await this.#opening
    await this.#store.done()
  }

  /** To whichever node the network leads. */
  connect(room: Room): void {
    if (this.#member || !this.ready) return
    this.#sent = 0
    this.#saved = 0
    this.#answered = false
    this.#read = 0
    this.peer = testPeer('write', { name: this.browser.person })
    this.#member = room.join(this.peer)
    this.#send(step1Frame(Y.encodeStateVector(this.doc)))
  }
  cut(): void {
    this.#member?.leave()
    this.#member = null
    this.#outbox = []
  }
  type(words: string, at: number): void { if (this.ready) this.doc.getText('default').insert(Math.floor(at * (textOf(this.doc).length + 1)), words) }
  erase(at: number): void {
    const { length } = textOf(this.doc)
    if (this.ready && length > 0) this.doc.getText('default').delete(Math.floor(at * length), 1)
  }
  /** Tabs of the stock client also tell each other, without any network. */
  tell(other: Tab): void { Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(this.doc), 'another tab') }
  /** Messages that wait go out; in order, as a socket does. */
  deliver(): void { for (const bytes of this.#outbox.splice(0)) this.#member?.receive(bytes) }
  /** What came in is read. Yjs must not mind order or repetition, so they vary. */
  read(turned: boolean, twice: boolean): void {
    if (this.peer?.closed && this.#member) {
      this.closes.push(this.peer.closed.code)
      this.cut()
    }
    if (!this.peer || !this.#member) return
    const fresh = this.peer.got.slice(this.#read)
    this.#read = this.peer.got.length
    const updates: Uint8Array[] = []
    for (const bytes of fresh) {
      if (bytes[0] === SAVED) this.#saved = bytes[1]!
      else if (bytes[0] === SYNC) {
        const frame = readFrame(bytes)
        if (frame.type === 'step-1') {
          this.#answered = true
          this.#send(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.stateVector)))
        } else if (frame.type === 'step-2' || frame.type === 'update') updates.push(frame.update)
      }
    }
    if (turned) updates.reverse()
    for (const update of twice ? [...updates, ...updates] : updates) Y.applyUpdate(this.doc, update, 'network')
  }
  get believesSaved(): boolean { return this.#member !== null && this.#answered && this.#outbox.length === 0 && this.#saved === this.#sent }
  /** As the client does where all is saved: remembered for the next opening. */
  confirm(): void { this.#copy?.confirm(Y.encodeStateVector(this.doc)).catch(() => {}) }

  #open(): void {
    const { browser: { device, keeps, newPage } } = this
    const doc = this.doc = newPage()
    const store = this.#store = new TabStore(device)
    this.#copy = null
    this.confirmed = null
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.doc !== doc || origin === FROM_STORE) return
      if (origin !== 'network' && this.#member) this.#send(updateFrame(update))
      if (this.#copy) this.#keep(doc, update)
    })
    this.ready = keeps === 'y-indexeddb'
    if (keeps === 'own') this.#opening = this.#readOwn(doc, store)
    else {
      // It takes the store from the window, as soon as it is made.
      Object.assign(globalThis, { indexedDB: store.indexedDB, IDBKeyRange })
      const persistence = new IndexeddbPersistence('text', doc)
      this.#opening = persistence.whenSynced.then(() => {})
    }
  }
  async #readOwn(doc: Y.Doc, store: TabStore): Promise<void> {
    const copy = (await openLocalCopies(store.indexedDB, 'draagvlak-text', MANY)).open('text')
    const { updates, confirmed } = await copy.load()
    doc.transact(() => { for (const update of updates) Y.applyUpdate(doc, update, FROM_STORE) }, FROM_STORE)
    if (this.doc !== doc) return
    this.#copy = copy
    this.confirmed = confirmed
    this.ready = true
  }
  #keep(doc: Y.Doc, update: Uint8Array): void {
    const clock = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID) ?? 0
    this.#copy!.keep(update).then(() => this.browser.kept(doc.clientID, clock), () => {})
  }
  #send(bytes: Uint8Array): void {
    if (bytes[1] !== 0) this.#sent += 1
    this.#outbox.push(bytes)
  }
}
