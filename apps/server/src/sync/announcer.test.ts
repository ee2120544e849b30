/** What one node tells the others about what it wrote. */
import { tick } from '@draagvlak/sync/testing'
import { expect, test } from 'vitest'
import { readPresences, writePresences } from '@draagvlak/sync/awareness'
import { Members } from '@draagvlak/sync/members'
import { announceCommand, createAnnouncer, readAnnouncement } from './announcer.ts'

const soon = (work: () => void) => { setImmediate(work) }

function aBus() {
  const messages: string[] = []
  return { messages, publish: (_: string, message: string) => { messages.push(message); return Promise.resolve() } }
}

const aNode = ({ publish }: { publish: (channel: string, message: string) => Promise<void> }, fault: (error: unknown) => void = () => {}) =>
  createAnnouncer({ publish: async (channel, messages) => { for (const message of messages()) await publish(channel, message) }, channel: 'rooms', node: 'node-a', soon, fault })

test('what rooms wrote in one tick is one message, and comes back as it went', async () => {
  const bus = aBus()
  const announcer = aNode(bus)
  announcer.say('een', [new Uint8Array([1, 2]), new Uint8Array([3])], 12, 1)
  announcer.say('twee', [new Uint8Array([4])], 12, 2)
  await tick()
  expect(bus.messages).toHaveLength(1)
  expect(readAnnouncement('node-b', bus.messages[0]!)).toEqual([{ room: 'een', seq: 12, schema: 1, updates: [new Uint8Array([1, 2]), new Uint8Array([3])] }, { room: 'twee', seq: 12, schema: 2, updates: [new Uint8Array([4])] }])
})
test('a node does not hear itself, and hears every command', async () => {
  const bus = aBus()
  aNode(bus).say('een', [new Uint8Array([1])], 12, 1)
  await announceCommand(bus, 'twee', { update: new Uint8Array([2]), schema: 2 })
  await announceCommand(bus, 'drie', null)
  await tick()
  const heard = bus.messages.map((message) => readAnnouncement('node-a', message))
  expect(heard).toEqual([[{ room: 'twee', seq: null, schema: 2, updates: [new Uint8Array([2])] }], [{ room: 'drie', seq: null, schema: null, updates: null }], null])
})
test('a text too long for one message is a place to look, and no message is longer than PostgreSQL takes', async () => {
  const bus = aBus()
  const announcer = aNode(bus)
  announcer.say('groot', [new Uint8Array(20_000)], 12, 1)
  announcer.say('middel', [new Uint8Array(7_000)], 12, 1) // too long only as letters
  for (let room = 0; room < 20; room += 1) announcer.say(`klein-${room}`, [new Uint8Array(1_000)], 12, 1)
  await tick()
  expect(bus.messages.every((message) => message.length < 8_000)).toBe(true)
  const heard = bus.messages.flatMap((message) => readAnnouncement('node-b', message) ?? [])
  expect(heard.slice(0, 2)).toEqual(['groot', 'middel'].map((room) => ({ room, seq: 12, schema: 1, updates: null })))
  expect(heard.slice(2).map(({ room }) => room)).toEqual(Array.from({ length: 20 }, (_, room) => `klein-${room}`))
})
test('a command with a long text is a place to look as well', async () => {
  const bus = aBus()
  await announceCommand(bus, 'groot', { update: new Uint8Array(20_000), schema: 1 })
  expect(readAnnouncement('node-a', bus.messages[0]!)).toEqual([{ room: 'groot', seq: null, schema: 1, updates: null }])
})
test('a bus that fails is reported, and what comes later is told', async () => {
  const bus = aBus()
  const faults: unknown[] = []
  let broken = true
  const announcer = aNode({ publish: (channel, message) => (broken ? Promise.reject(new Error('gone')) : bus.publish(channel, message)) }, (error) => faults.push(error))
  announcer.say('een', [new Uint8Array([1])], 12, 1)
  await tick()
  broken = false
  announcer.say('twee', [new Uint8Array([2])], 12, 1)
  await tick()
  expect([faults.length, bus.messages.length]).toEqual([1, 1])
})
test('of a crowd that comes in at once every other node hears who is there, whatever one of them says of itself', async () => {
  const bus = aBus()
  const announcer = aNode(bus)
  const members = new Members({ publish: (update) => announcer.say('een', [update], null, null), schedule: soon, later: soon })
  for (let at = 0; at < 60; at += 1) {
    const member = members.join({ may: () => 'read', frames: true, schema: 1, owner: `${at}`, actingFor: null, user: { id: `${at}`, name: 'Noor' }, send: () => {}, close: () => {} }, false)
    members.says(member, writePresences([{ clientId: at, clock: 1, state: { cursor: (at === 0 ? 'é'.repeat(1_900) : 'x'.repeat(200)) } }]))
  }
  await tick()
  await tick()
  expect(bus.messages.every((message) => message.length < 8_000)).toBe(true)
  const heard = bus.messages.flatMap((message) => readAnnouncement('node-b', message) ?? []).flatMap(({ updates }) => (updates ?? []).flatMap((update) => readPresences(update)))
  expect(heard.map(({ clientId }) => clientId)).toEqual(Array.from({ length: 60 }, (_, at) => at))
})
