/** Whatever the network, the disk and the browser do, everybody ends with the same text, nothing that was seen or kept is lost, and saved is true. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE, unpackFrames } from './frames.ts'
import { holds, patience } from './kept-seeds.ts'
import { aRoom, memoryLog, openGate, plainGate, textOf } from './testing.ts'
import { aDevice } from './testing-store.ts'
import { Tab, type Browser } from './testing-tab.ts'

/** Every page has a client id of its own, no chance in it: the same seed plays the same (Park and Miller, 1988). */
function idsFrom(seed: number): () => number {
  let state = seed
  return () => (state = state * 48271 % 2147483647)
}

type Clocks = ReadonlyMap<number, number>
const clocksOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc))
/** What these have and those lack. */
const lacking = (these: Clocks, those: Clocks, of: (client: number) => boolean = () => true) => [...these].filter(([client, clock]) => of(client) && clock > (those.get(client) ?? 0))
function raise(clocks: Map<number, number>, to: Clocks): void {
  for (const [client, clock] of to) clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
}

const act = fc.record({
  who: fc.integer({ min: 0, max: 3 }), node: fc.integer({ min: 0, max: 1 }),
  what: fc.constantFrom('type', 'type', 'type', 'type', 'erase', 'deliver', 'deliver', 'read', 'read', 'cut', 'connect', 'connect', 'reload', 'reload', 'reload', 'stored', 'stored', 'moment', 'moment', 'tell', 'flush', 'flush', 'fail', 'slow', 'bus', 'bus', 'lose', 'look', 'compact', 'rest'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }), times: fc.integer({ min: 1, max: 4 }), turned: fc.boolean(), twice: fc.boolean(),
})
/** Without `size` there would be ten at most, and little happens in ten. */
const acts = fc.array(act, { maxLength: 120, size: 'max' })
const store = fc.constantFrom<Browser['keeps']>('own', 'y-indexeddb')

test('[R1] [R4] [R6] [R8] [R10] [C1] [C2] four tabs in three browsers with their stores, on two nodes, with a bad network, a bad bus, a bad disk and tabs that are killed, come together, and what is called saved or kept is', async () => {
  await holds(fc.asyncProperty(acts, fc.boolean(), fc.integer({ min: 1, max: 2147483646 }), fc.tuple(store, store, store), async (story, plain, seed, stores) => {
    const log = memoryLog()
    log.create('room')
    const nodes = await Promise.all([0, 1].map(() => aRoom(log, { fault: () => {}, gate: plain ? plainGate() : openGate() })))
    const rooms = nodes.map(({ room }) => room)
    const heard = [0, 0]
    /** What the other node published and this one has not heard yet. */
    const bus = (node: number) => nodes[1 - node]!.published.slice(heard[node])
    const nextId = idsFrom(seed)
    const owners = new Map<number, string>()
    /** What was ever called saved, or kept in a browser. */
    const [acknowledged, kept] = [new Map<number, number>(), new Map<number, number>()]
    const [noor, samira, thijs] = ['Noor', 'Samira', 'Thijs'].map((person, at): Browser => ({
      person, device: aDevice(), keeps: stores[at]!, kept: (client, clock) => raise(kept, new Map([[client, clock]])),
      newPage: () => {
        const doc = new Y.Doc()
        doc.clientID = nextId()
        owners.set(doc.clientID, person)
        return doc
      },
    })) as [Browser, Browser, Browser]
    // Noor has the text open twice, on one store.
    const tabs = [noor, noor, samira, thijs].map((browser) => new Tab(browser))
    for (const [at, tab] of tabs.entries()) {
      await tab.stored()
      tab.connect(rooms[at % 2]!)
    }
    /** Makes a slow disk quick again: what waits for it can go on. */
    let quicken = () => {}
    let [rows, disk]: [readonly Uint8Array[], Clocks] = [[], new Map()]
    const look = () => {
      const now = log.frames('room')
      if (now.length !== rows.length || now.at(-1) !== rows.at(-1)) [rows, disk] = [now, clocksOf(onDiskNow(log))]
      for (const tab of tabs) {
        const has = clocksOf(tab.doc)
        expect(lacking(has, disk, (client) => owners.get(client) !== tab.browser.person)).toEqual([]) // [R6]
        if (tab.confirmed) expect(lacking(Y.decodeStateVector(tab.confirmed), disk)).toEqual([])
        expect(tab.closes.filter((code) => code !== CLOSE.tryAgain)).toEqual([]) // nobody here did anything wrong
        if (!tab.believesSaved) continue
        expect(lacking(has, disk)).toEqual([])
        raise(acknowledged, has)
        tab.confirm()
      }
    }
    let word = 0
    for (const { who, node, what, at, times, turned, twice } of story) {
      const tab = tabs[who]!
      if (['flush', 'bus', 'look', 'compact'].includes(what)) quicken()
      if (what === 'type') for (let time = 0; time < times; time += 1) tab.type(`<${String(word += 1).padStart(3, '0')}>`, at)
      else if (what === 'erase') tab.erase(at)
      else if (what === 'deliver') tab.deliver()
      else if (what === 'read') tab.read(turned, twice)
      else if (what === 'cut') tab.cut()
      else if (what === 'connect') tab.connect(rooms[node]!)
      else if (what === 'reload') await tab.reload(twice)
      else if (what === 'stored') await tab.stored()
      else if (what === 'moment') await new Promise((resolve) => { setImmediate(resolve) })
      else if (what === 'tell') { if (who < 2 && noor.keeps === 'y-indexeddb') tab.tell(tabs[1 - who]!) }
      else if (what === 'fail') log.failNext(new Error('the disk is full'))
      else if (what === 'slow') {
        quicken()
        quicken = log.hold()
      } else if (what === 'lose') heard[node] = nodes[1 - node]!.published.length
      else if (what === 'look') await rooms[node]!.catchUp()
      else if (what === 'compact') {
        if (log.frames('room').length < 2) continue
        const together = await log.compact('room')
        if (twice) await rooms[node]!.wasCompacted(together)
      }
      else if (what === 'rest') rooms[node]!.rest()
      else if (what === 'bus') {
        const messages = bus(node)
        heard[node] = nodes[1 - node]!.published.length
        for (const { updates, seq } of turned ? messages.reverse() : messages) await rooms[node]!.heard(updates, twice ? null : seq)
      } else await rooms[node]!.settled()
      look()
    }
    quicken()
    for (let turn = 0; turn < 12; turn += 1) {
      for (const [at, tab] of tabs.entries()) {
        await tab.stored()
        tab.connect(rooms[at % 2]!)
        tab.deliver()
        for (const room of rooms) await room.settled()
        for (const room of rooms) await room.catchUp()
        tab.read(false, false)
      }
    }
    look()
    const text = textOf(onDiskNow(log))
    expect([...tabs.map(({ doc }) => textOf(doc)), ...rooms.map((room) => room.read(textOf))]).toEqual(Array.from({ length: 6 }, () => text))
    expect([lacking(acknowledged, disk), lacking(kept, disk)]).toEqual([[], []])
    const words = text.match(/<\d{3}>/g) ?? []
    expect(new Set(words).size).toBe(words.length)
  }), { name: 'convergence', seed: 20261203, numRuns: 200 })
}, patience())

function onDiskNow(log: ReturnType<typeof memoryLog>): Y.Doc {
  const doc = new Y.Doc()
  for (const row of log.frames('room')) for (const update of unpackFrames(row)) Y.applyUpdate(doc, update)
  return doc
}
