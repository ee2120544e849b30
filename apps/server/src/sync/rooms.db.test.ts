/** What one server hears of another, in the order in which it was said. */
import { passageElements, readPassages } from '@draagvlak/editor/ydoc'
import { textOf } from '@draagvlak/editor/passage'
import { step2Frame } from '@draagvlak/sync/frames'
import type { Room } from '@draagvlak/sync/room'
import { testPeer, told } from '@draagvlak/sync/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../ids.ts'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { holdRow } from '../testing/held-row.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { createAnnouncer } from './announcer.ts'
import { openRooms } from './rooms.ts'

let house: TestHouse, coalition: TestCoalition
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
})
afterAll(() => house.close())

/** Somebody comes in and types a word. */
function typesIn(room: Room) {
  const peer = { ...testPeer('write'), owner: newId(), actingFor: newId() }
  const member = room.join(peer)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, room.read((all) => Y.encodeStateAsUpdate(all)))
  const before = Y.encodeStateVector(doc)
  passageElements(doc)[0]!.insert(0, [new Y.XmlText('Nu')])
  member.receive(step2Frame(Y.encodeStateAsUpdate(doc, before)))
  return { isSaved: () => told(peer).includes('saved 1') }
}

test('a room that waits for its own write keeps nothing back that is said of another room', async () => {
  const [busy, quiet] = [await coalition.statement('Bezig'), await coalition.statement('Rustig')]
  let hear: (channel: 'rooms', payload: string) => void = () => {}
  const bus = { publish: () => Promise.resolve(), publishToOthers: () => Promise.resolve(), subscribe: (heard: typeof hear) => { hear = heard; return Promise.resolve(() => Promise.resolve()) } }
  const rooms = openRooms({ ...house.deps, bus: bus as unknown as typeof house.deps.bus })
  const [one, other] = [(await rooms.open(busy))!, (await rooms.open(quiet))!]

  /** Words that somebody types on another server, each update by itself. */
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, other.read((doc) => Y.encodeStateAsUpdate(doc)))
  const said: Uint8Array[] = []
  elsewhere.on('update', (update: Uint8Array) => said.push(update))
  const passage = passageElements(elsewhere)[0]!
  const text = new Y.XmlText()
  passage.insert(0, [text])
  text.insert(0, 'Wij ')
  text.insert(4, 'vragen.')
  const messages: string[] = []
  const announce = (of: readonly { room: string; updates: readonly Uint8Array[]; seq: number }[]) => {
    const announcer = createAnnouncer({ node: 'elsewhere', channel: 'rooms', soon: (work) => work(), fault: (error) => { throw error as Error }, publish: async (_, made) => { messages.push(...made()) } })
    for (const { room, updates, seq } of of) announcer.say(room, updates, seq, 1)
  }
  announce([{ room: quiet, updates: said.slice(0, 2), seq: 1_000_001 }])
  announce([{ room: quiet, updates: said.slice(2), seq: 1_000_002 }])
  const [first, second] = messages as [string, string]

  // Somebody holds the row of the first room: its write waits.
  const row = await holdRow(house.connection, 'rooms where id = $1', busy)
  typesIn(one)
  await vi.waitFor(() => { expect(one.busy).toBe(true) })

  hear('rooms', `elsewhere ${busy}#1000000 ${first.slice('elsewhere '.length)}`)
  hear('rooms', second)
  await vi.waitFor(() => { expect(other.read((doc) => readPassages(doc).map(textOf).join(' '))).toContain('Wij vragen.') })
  expect(one.busy).toBe(true)
  await row.release()
  await one.settled()
  await rooms.stop()
})

test('a command that holds one room for long keeps nobody waiting who types in another', async () => {
  const [held, free] = [await coalition.statement('Vastgehouden'), await coalition.statement('Vrij')]
  const rooms = openRooms(house.deps)
  const [one, other] = [(await rooms.open(held))!, (await rooms.open(free))!]
  const row = await holdRow(house.connection, 'rooms where id = $1', held)
  const waits = typesIn(one)
  await vi.waitFor(() => { expect(one.busy).toBe(true) })
  await row.waitedFor()
  const types = typesIn(other)
  await vi.waitFor(() => { expect(types.isSaved()).toBe(true) })
  expect(waits.isSaved()).toBe(false)
  await row.release()
  await vi.waitFor(() => { expect(waits.isSaved()).toBe(true) })
  await rooms.stop()
})

test('who comes into one room does not wait for what holds another', async () => {
  const [held, free] = [await coalition.statement('Vast'), await coalition.statement('Los')]
  const rooms = openRooms(house.deps)
  const one = (await rooms.open(held))!
  await rooms.open(free)
  const row = await holdRow(house.connection, 'rooms where id = $1', held)
  typesIn(one)
  await vi.waitFor(() => { expect(one.busy).toBe(true) })
  const waits = rooms.look(held)
  await rooms.look(free)
  expect(one.busy).toBe(true)
  await row.release()
  await waits
  await rooms.stop()
})

test('a room that takes long to open, and then can not be, keeps nobody in another room his rights, nor the server from ending', async () => {
  const [open, broken] = [await coalition.statement('Open'), await coalition.statement('Stuk')]
  let breaks: (() => void) | null = null
  const { pool } = house.connection
  const query = (asked: { name?: string; values?: unknown[] }) => (asked.name === 'rooms' && JSON.stringify(asked.values).includes(broken) ? new Promise((_, reject) => { breaks = () => reject(new Error('the database was away')) }) : pool.query(asked as never))
  const rooms = openRooms({ ...house.deps, connection: { ...house.connection, pool: Object.create(pool, { query: { value: query } }) as typeof pool } })
  const room = (await rooms.open(open))!
  const peer = testPeer('write')
  room.join({ ...peer, may: () => peer.right, close: (code) => { peer.closed = { code, reason: '' } } })
  const opening = rooms.open(broken).catch(() => 'broken')
  await vi.waitFor(() => { expect(breaks).not.toBeNull() })
  peer.right = 'none'
  rooms.recheck()
  await vi.waitFor(() => { expect(peer.closed?.code).toBe(4403) })
  const stopped = rooms.stop()
  breaks!()
  expect(await opening).toBe('broken')
  await stopped
})
