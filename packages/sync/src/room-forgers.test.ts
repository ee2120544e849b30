/** What somebody with ill will and a client of their own tries on a room, and what the others go on seeing. */
import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writePresences } from './awareness.ts'
import { decodeUpdate } from './decoded.ts'
import { awarenessFrame, CLOSE, step1Frame, updateFrame } from './frames.ts'
import { aRoom, framesOf, onDisk, plainGate, testPeer, tick, told } from './testing.ts'
import { openLog, writer } from './testing-writer.ts'

const sees = (room: Parameters<typeof writer>[0]) => {
  const late = writer(room, testPeer('read', { name: 'Later' }))
  late.member.receive(step1Frame(Y.encodeStateVector(new Y.Doc())))
  return late.sees()
}
const number = (value: number): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}
const somebody = (name: string) => Object.assign(testPeer('write', { name }), { user: { id: name, name } })

test('[R11] who repeats the words of another as other words changes them for nobody, whoever comes in later', async () => {
  const log = openLog()
  const { room } = await aRoom(log, { gate: plainGate() })
  const noor = writer(room, testPeer('write', { name: 'Noor' }))
  for (let letter = 0; letter < 140; letter += 1) noor.types('n')
  await room.settled()
  const other = new Y.Doc()
  other.clientID = noor.doc.clientID
  other.getText('default').insert(0, 'X'.repeat(140))
  const forger = writer(room, testPeer('write', { name: 'Vreemd' }), other)
  other.clientID = 7
  forger.member.receive(updateFrame(((): Uint8Array => { forger.typed('!'); return Y.encodeStateAsUpdate(other) })()))
  await room.settled()
  await log.compact('room')
  const again = await aRoom(log)
  for (const text of [sees(room), sees(again.room), await onDisk(log)]) expect(text).toBe(`${'n'.repeat(140)}!`)
})
test('[R7] an update that can be read in two ways is no update', () => {
  const list = (word: string): Uint8Array => {
    const doc = new Y.Doc()
    doc.clientID = 7
    doc.getText('default').insert(0, word)
    return Y.encodeStateAsUpdate(doc).slice(1, -1)
  }
  const twice = new Uint8Array([2, ...list('goed'), ...list('kwaa'), 0])
  expect(Y.decodeUpdate(twice).structs.length).toBe(2)
  expect([decodeUpdate(twice), decodeUpdate(new Uint8Array([1, ...list('goed'), 0]))?.structs.length]).toEqual([null, 1])
})
test('[R11] the client id under which somebody is present, here or on another node, is not taken before the first word', async () => {
  const { room } = await aRoom(openLog())
  const noor = writer(room, somebody('Noor'))
  noor.member.receive(awarenessFrame(writePresences([{ clientId: noor.doc.clientID, clock: 1, state: {} }])))
  room.heardAwareness(writePresences([{ clientId: 99, clock: 1, state: { user: { id: 'Samira' } } }]))
  for (const taken of [noor.doc.clientID, 99]) {
    const doc = new Y.Doc()
    doc.clientID = taken
    const thief = writer(room, somebody('Vreemd'), doc)
    thief.types('mijn')
    await room.settled()
    expect(thief.peer.closed?.code).toBe(CLOSE.notYours)
  }
  noor.types('van Noor')
  await room.settled()
  expect([noor.peer.closed, told(noor.peer).at(-1)]).toEqual([null, 'saved 1'])
})

test.each([
  ['whose it is is not known yet', false, CLOSE.tryAgain],
  ['whose it is is known', true, CLOSE.notYours],
])('[R11] who is faster on another node with the id of somebody who just came in takes it, and its words are not called saved: %s', async (_, known, code) => {
  const log = openLog()
  const [here, there] = [await aRoom(log, { gate: plainGate() }), await aRoom(log, { gate: plainGate() })]
  const noor = writer(here.room, somebody('Noor'))
  noor.member.receive(awarenessFrame(writePresences([{ clientId: noor.doc.clientID, clock: 1, state: {} }])))
  const doc = new Y.Doc()
  doc.clientID = noor.doc.clientID
  const thief = writer(there.room, somebody('Vreemd'), doc)
  thief.types('anders')
  await there.room.settled()
  const heard = here.room.heard(there.published[0]!.updates, there.published[0]!.seq)
  if (known) await heard
  noor.types('Noor')
  await here.room.settled()
  expect([noor.peer.closed?.code, told(noor.peer).includes('saved 1'), await onDisk(log)]).toEqual([code, false, 'anders'])
  await heard
})

describe('too much', () => {
  test('[R7] a presence that says to hold millions makes no room for them', async () => {
    const { room } = await aRoom(openLog())
    const bad = testPeer('read')
    const member = room.join(bad)
    const spy = Array.from
    let most = 0
    Array.from = ((...args: Parameters<typeof spy>) => { most = Math.max(most, (args[0] as ArrayLike<unknown>).length ?? 0); return most > 1_000_000 ? [] : spy(...args) }) as typeof spy
    try { member.receive(awarenessFrame(number(33_000_000))) } finally { Array.from = spy }
    expect([bad.closed?.code, most < 1_000_000]).toEqual([CLOSE.badFrame, true])
  })
  test('[R7] a presence that is a book goes to nobody', async () => {
    const { room } = await aRoom(openLog())
    const [bad, reader] = [testPeer('read'), testPeer('read')]
    room.join(reader)
    const before = reader.got.length
    room.join(bad).receive(awarenessFrame(writePresences([{ clientId: 7, clock: 1, state: { book: 'x'.repeat(10_000) } }])))
    expect([bad.closed?.code, reader.got.length - before]).toEqual([CLOSE.badFrame, 0])
  })
  test('what a stock client repeats of people on other nodes stays theirs, is told again to nobody, and does not close it', async () => {
    const said: Uint8Array[] = []
    const { room } = await aRoom(openLog(), { publishAwareness: (update) => said.push(update) })
    const samira = somebody('Samira')
    const member = room.join(samira)
    const others = writePresences(Array.from({ length: 20 }, (_, clientId) => ({ clientId, clock: 1, state: { user: { id: `p${clientId}`, name: 'Elders' } } })))
    room.heardAwareness(others)
    member.receive(awarenessFrame(others))
    const late = testPeer('read')
    room.join(late)
    const present = late.got.filter((bytes) => bytes[0] === 1).map((bytes) => new TextDecoder().decode(bytes)).join('')
    expect([samira.closed, said.length, present.includes('Elders'), present.includes('Samira')]).toEqual([null, 0, true, false])
    member.leave()
    expect(said).toEqual([])
  })
  test('who asks for the text a thousand times in one tick is answered twice', async () => {
    const { room } = await aRoom(openLog())
    const noor = writer(room, testPeer('write'))
    noor.types('Wij vragen actie.')
    await room.settled()
    const asks = testPeer('read')
    const member = room.join(asks)
    for (let time = 0; time < 1000; time += 1) member.receive(step1Frame(new Uint8Array([0])))
    await tick()
    expect(framesOf(asks).filter(({ type }) => type === 'step-2').length).toBe(2)
  })
})
