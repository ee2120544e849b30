/** Whatever the network does, everybody ends with the same text, nothing that was seen is lost, and saved is true. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readFrame, SAVED, SYNC, step1Frame, step2Frame, unpackFrames, updateFrame } from './frames.ts'
import { holds, patience } from './kept-seeds.ts'
import { aRoom, memoryLog, onDisk, openGate, plainGate, testPeer, textOf, type TestPeer } from './testing.ts'

type Room = Awaited<ReturnType<typeof aRoom>>['room']

/** A browser with a network that may be cut, hold messages back, say them twice or in another order. */
class Browser {
  doc: Y.Doc
  peer: TestPeer | null = null
  sent = 0
  saved = 0
  answered = false
  #member: ReturnType<Room['join']> | null = null
  #outbox: Uint8Array[] = []
  #read = 0

  readonly #name; readonly #newPage

  constructor(name: string, newPage: () => Y.Doc) {
    this.#name = name
    this.#newPage = newPage
    this.doc = newPage()
    this.#listen()
  }
  #listen(): void { this.doc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'network' && this.#member) this.#send(updateFrame(update)) }) }

  /** To whichever node the network leads. */
  connect(room: Room): void {
    if (this.#member) return
    Object.assign(this, { sent: 0, saved: 0, answered: false })
    this.peer = testPeer('write', { name: this.#name })
    this.#read = 0
    this.#member = room.join(this.peer)
    this.#send(step1Frame(Y.encodeStateVector(this.doc)))
  }
  /** The page is loaded again: what the browser kept comes back under a new client id. */
  reload(): void {
    this.cut()
    const kept = Y.encodeStateAsUpdate(this.doc)
    this.doc = this.#newPage()
    Y.applyUpdate(this.doc, kept)
    this.#listen()
  }
  cut(): void {
    this.#member?.leave()
    this.#member = null
    this.#outbox = []
  }
  type(words: string, at: number): void { this.doc.getText('default').insert(Math.floor(at * (textOf(this.doc).length + 1)), words) }
  erase(at: number): void {
    const { length } = textOf(this.doc)
    if (length > 0) this.doc.getText('default').delete(Math.floor(at * length), 1)
  }
  /** Messages that wait go out; in order, as a socket does. */
  deliver(): void { for (const bytes of this.#outbox.splice(0)) this.#member?.receive(bytes) }
  /** What came in is read. Yjs must not mind order or repetition, so they vary. */
  read(turned: boolean, twice: boolean): void {
    if (this.peer?.closed) this.cut()
    if (!this.peer || !this.#member) return
    const fresh = this.peer.got.slice(this.#read)
    this.#read = this.peer.got.length
    const updates: Uint8Array[] = []
    for (const bytes of fresh) {
      if (bytes[0] === SAVED) this.saved = bytes[1]!
      else if (bytes[0] === SYNC) {
        const frame = readFrame(bytes)
        if (frame.type === 'step-1') {
          this.answered = true
          this.#send(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.stateVector)))
        } else if (frame.type === 'step-2' || frame.type === 'update') updates.push(frame.update)
      }
    }
    if (turned) updates.reverse()
    for (const update of twice ? [...updates, ...updates] : updates) Y.applyUpdate(this.doc, update, 'network')
  }
  get believesSaved(): boolean { return this.#member !== null && this.answered && this.#outbox.length === 0 && this.saved === this.sent }
  #send(bytes: Uint8Array): void {
    if (bytes[1] !== 0) this.sent += 1
    this.#outbox.push(bytes)
  }
}

/** Every page has a client id of its own, no chance in it: the same seed plays the same (Park and Miller, 1988). */
function pagesFrom(seed: number): () => Y.Doc {
  let state = seed
  return () => {
    const doc = new Y.Doc()
    doc.clientID = state = state * 48271 % 2147483647
    return doc
  }
}

const act = fc.record({
  who: fc.integer({ min: 0, max: 2 }), node: fc.integer({ min: 0, max: 1 }),
  what: fc.constantFrom('type', 'type', 'type', 'erase', 'deliver', 'deliver', 'read', 'read', 'cut', 'connect', 'reload', 'flush', 'fail', 'bus', 'bus', 'lose', 'look', 'compact', 'rest'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }), turned: fc.boolean(), twice: fc.boolean(),
})

test('[R1] [R4] [R6] [R8] [R10] three browsers on two nodes, a bad network, a bad bus and a bad disk come together, and saved words are on disk', async () => {
  await holds(fc.asyncProperty(fc.array(act, { maxLength: 70 }), fc.boolean(), fc.integer({ min: 1, max: 2147483646 }), async (acts, plain, ids) => {
    const log = memoryLog()
    log.create('room')
    const nodes = await Promise.all([0, 1].map(() => aRoom(log, { fault: () => {}, gate: plain ? plainGate() : openGate() })))
    const rooms = nodes.map(({ room }) => room)
    const heard = [0, 0]
    /** What the other node published and this one has not heard yet. */
    const bus = (node: number) => nodes[1 - node]!.published.slice(heard[node])
    const newPage = pagesFrom(ids)
    const browsers = ['Noor', 'Samira', 'Thijs'].map((name) => new Browser(name, newPage))
    browsers.forEach((browser, at) => browser.connect(rooms[at % 2]!))
    let word = 0
    for (const { who, node, what, at, turned, twice } of acts) {
      const browser = browsers[who]!
      if (what === 'type') browser.type(`<${who}:${word += 1}>`, at)
      else if (what === 'erase') browser.erase(at)
      else if (what === 'deliver') browser.deliver()
      else if (what === 'read') browser.read(turned, twice)
      else if (what === 'cut') browser.cut()
      else if (what === 'connect') browser.connect(rooms[node]!)
      else if (what === 'reload') browser.reload()
      else if (what === 'fail') log.failNext(new Error('the disk is full'))
      else if (what === 'lose') heard[node] = nodes[1 - node]!.published.length
      else if (what === 'look') await rooms[node]!.catchUp()
      else if (what === 'compact') { if (log.frames('room').length > 1) await log.compact('room') }
      else if (what === 'rest') rooms[node]!.rest()
      else if (what === 'bus') {
        const messages = bus(node)
        heard[node] = nodes[1 - node]!.published.length
        for (const { updates, seq } of turned ? messages.reverse() : messages) await rooms[node]!.heard(updates, twice ? null : seq)
      } else await rooms[node]!.settled()
      for (const each of browsers) {
        if (!each.believesSaved) continue
        const disk = new Y.Doc()
        Y.applyUpdate(disk, diskState(log))
        const has = Y.decodeStateVector(Y.encodeStateVector(disk)).get(each.doc.clientID) ?? 0
        expect(has).toBe(Y.decodeStateVector(Y.encodeStateVector(each.doc)).get(each.doc.clientID) ?? 0)
      }
    }
    for (let turn = 0; turn < 12; turn += 1) {
      for (const [at, browser] of browsers.entries()) {
        browser.connect(rooms[at % 2]!)
        browser.deliver()
        for (const room of rooms) await room.settled()
        for (const room of rooms) await room.catchUp()
        browser.read(false, false)
      }
    }
    const texts = browsers.map(({ doc }) => textOf(doc))
    expect(texts).toEqual([texts[0], texts[0], texts[0]])
    expect([...rooms.map((room) => room.read(textOf)), await onDisk(log)]).toEqual([texts[0], texts[0], texts[0]])
  }), { name: 'convergence', seed: 20261203, numRuns: 250 })
}, patience())

function diskState(log: ReturnType<typeof memoryLog>): Uint8Array {
  const doc = new Y.Doc()
  for (const row of log.frames('room')) for (const update of unpackFrames(row)) Y.applyUpdate(doc, update)
  return Y.encodeStateAsUpdate(doc)
}
