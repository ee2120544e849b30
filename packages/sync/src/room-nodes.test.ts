/** Rooms of one text on more than one node, a log that fails, and who is said to be present. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { awarenessFrame, CLOSE, readFrame, step2Frame, updateFrame } from './frames.ts'
import { readPresences, writePresences } from './awareness.ts'
import { aRoom, onDisk, testPeer, textOf, tick, told, type MemoryLog, type TestPeer } from './testing.ts'
import { openLog, writer } from './testing-writer.ts'

describe('a log that fails', () => {
  test('[R10] nobody is told saved, nobody sees the words, and the writer comes back with them', async () => {
    const log = openLog()
    const { room, faults } = await aRoom(log)
    const [noor, samira] = [writer(room, testPeer('write')), writer(room, testPeer('write'))]
    log.failNext(new Error('the disk is full'))
    noor.types('Wij vragen actie.')
    await room.settled()
    expect([noor.peer.closed?.code, told(noor.peer), samira.sees(), faults.length, room.read(textOf)]).toEqual([CLOSE.tryAgain, ['step-1'], '', 1, ''])
    const back = writer(room, testPeer('write'), noor.doc)
    back.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    await room.settled()
    expect([samira.sees(), told(back.peer)]).toEqual(['Wij vragen actie.', ['step-1', 'saved 1']])
  })
})

describe('a room that was opened again', () => {
  test('[R2] who reads there and may write starts from a fresh copy, though the right was looked at before that was known', async () => {
    const log = openLog()
    log.freeze('room')
    const { room } = await aRoom(log)
    const reader = testPeer('read')
    room.join(reader)
    reader.right = 'write'
    log.reopen('room')
    room.recheck()
    expect(reader.closed).toBe(null)
    await room.catchUp()
    expect(reader.closed?.code).toBe(CLOSE.tryAgain)
  })
})

interface Nodes { readonly log: MemoryLog; readonly here: Awaited<ReturnType<typeof aRoom>> }
describe('more nodes', () => {
  test('what another node wrote is seen here, and a lost message is found in the log', async () => {
    const log = openLog()
    const [here, there] = [await aRoom(log), await aRoom(log)]
    const reader = writer(here.room, testPeer('read'))
    const noor = writer(there.room, testPeer('write'))
    noor.types('een ')
    await there.room.settled()
    await here.room.heard(there.published[0]!.updates, there.published[0]!.seq)
    noor.types('twee ')
    noor.types('drie')
    await there.room.settled()
    await here.room.heard(there.published.at(-1)!.updates.slice(-1), null) // what came before never came
    expect([reader.sees(), here.room.read(textOf)]).toEqual(['een twee drie', 'een twee drie'])
  })
  test('what another node wrote and a compaction took in before this one heard of it is found, deletions among it', async () => {
    const log = openLog()
    const [here, there] = [await aRoom(log), await aRoom(log)]
    const reader = writer(here.room, testPeer('read', { name: 'Lezer' }))
    const [noor, samira] = [writer(there.room, testPeer('write', { name: 'Noor' })), writer(here.room, testPeer('write', { name: 'Samira' }))]
    samira.types('één twee ')
    await here.room.settled()
    await there.room.catchUp()
    const before = Y.encodeStateVector(samira.doc)
    Y.applyUpdate(noor.doc, Y.encodeStateAsUpdate(samira.doc))
    noor.doc.getText('default').delete(0, 4)
    noor.member.receive(updateFrame(Y.encodeStateAsUpdate(noor.doc, before)))
    noor.types('drie ')
    await there.room.settled()
    samira.types('vier ') // this node has the last row, and not the one before it
    await here.room.settled()
    await log.compact('room')
    await here.room.catchUp()
    const [text] = [here.room.read(textOf)]
    expect([text, reader.sees()]).toEqual([await onDisk(log), text])
    expect([text.includes('drie'), text.includes('vier'), text.includes('één')]).toEqual([true, true, false])
    const told = reader.peer.got.length
    await here.room.catchUp()
    expect(reader.peer.got.length).toBe(told)
  })
  test.each([
    ['[R10] a write that failed', async ({ log, here }: Nodes) => {
      const writes = writer(here.room, testPeer('write', { name: 'Samira' }))
      log.failNext(new Error('the disk is full'))
      writes.types('vier')
      await here.room.settled()
    }],
    ['a compaction of its own', async ({ log, here }: Nodes) => { await here.room.wasCompacted(await log.compact('room')) }],
  ])('%s, after which the text is read again, tells what another node wrote, though its message comes later', async (_, reads) => {
    const log = openLog()
    const [here, there] = [await aRoom(log), await aRoom(log)]
    const reader = writer(here.room, testPeer('read', { name: 'Lezer' }))
    const noor = writer(there.room, testPeer('write', { name: 'Noor' }))
    const typed = async (words: string) => {
      noor.types(words)
      await there.room.settled()
      return there.published.at(-1)!
    }
    const first = await typed('een ')
    await here.room.heard(first.updates, first.seq)
    const late = [await typed('twee '), await typed('drie ')]
    await reads({ log, here })
    for (const { updates, seq } of late) await here.room.heard(updates, seq)
    expect(reader.sees()).toBe('een twee drie ')
    const before = Y.encodeStateVector(noor.doc)
    noor.doc.getText('default').delete(0, 4)
    noor.member.receive(updateFrame(Y.encodeStateAsUpdate(noor.doc, before)))
    await there.room.settled()
    await here.room.catchUp()
    expect(reader.sees()).toBe('twee drie ')
    const told = reader.peer.got.length
    await here.room.wasCompacted(await log.compact('room'))
    expect(reader.peer.got.length).toBe(told) // what everybody has is not told again, what was deleted neither
  })
  test('reading the log again while words are under way loses none of them', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    const release = log.hold()
    noor.types('een ')
    await tick()
    const caughtUp = room.catchUp()
    noor.types('twee')
    release()
    await caughtUp
    await room.settled()
    expect([room.read(textOf), await onDisk(log), noor.peer.closed]).toEqual(['een twee', 'een twee', null])
  })
})

describe('presence', () => {
  const present = (clientId: number, clock = 1) => awarenessFrame(writePresences([{ clientId, clock, state: { user: { name: 'De minister' } } }]))
  /** Who is present for this peer, after all that it was told. */
  const presencesOf = (peer: TestPeer): number[] => {
    const here = new Set<number>()
    for (const bytes of peer.got.filter(([type]) => type === 1)) {
      const frame = readFrame(bytes)
      for (const { clientId, state } of frame.type === 'awareness' ? readPresences(frame.update) : []) {
        if (state === null) here.delete(clientId)
        else here.add(clientId)
      }
    }
    return [...here].sort((a, b) => a - b)
  }
  test('[R1] a caret that never rests is told a few times, and then once in a while, with its last word', async () => {
    const moments: (() => void)[] = []
    const { room } = await aRoom(openLog(), { later: (work) => moments.push(work) })
    const [noor, samira] = [testPeer('write', { name: 'Noor' }), testPeer('read', { name: 'Samira' })]
    room.join(samira)
    const member = room.join(noor)
    const told = () => samira.got.filter(([type]) => type === 1).length
    for (let clock = 1; clock <= 100; clock += 1) {
      member.receive(present(7, clock))
      await tick()
    }
    expect(told()).toBeLessThan(10)
    const before = told()
    for (const moment of moments.splice(0)) moment()
    expect(told()).toBe(before + 1)
    const last = readFrame(samira.got.at(-1)!)
    expect(last.type === 'awareness' && readPresences(last.update)).toMatchObject([{ clientId: 7, clock: 100 }])
    member.receive(present(7, 101))
    await tick()
    expect(told()).toBe(before + 2)
  })
  test('[R15] who comes back before its old connection is known to be gone is present at once, and the old one takes nothing away when it ends', async () => {
    const { room } = await aRoom(openLog())
    const [old, again, watcher] = [testPeer('write', { name: 'Noor' }), testPeer('write', { name: 'Noor' }), testPeer('read', { name: 'Samira' })]
    room.join(watcher)
    const before = room.join(old)
    before.receive(present(7))
    await tick()
    watcher.got.length = 0
    room.join(again).receive(present(7))
    await tick()
    expect(presencesOf(watcher)).toEqual([7])
    before.leave()
    await tick()
    const late = testPeer('read', { name: 'Laat' })
    room.join(late)
    expect(presencesOf(late)).toEqual([7])
  })
  test('[R15] a second window that repeats what it heard of the first does not speak for it', async () => {
    const { room } = await aRoom(openLog())
    const [first, second] = [testPeer('write', { name: 'Noor' }), testPeer('write', { name: 'Noor' })]
    room.join(first).receive(present(7))
    const window = room.join(second)
    window.receive(present(8))
    window.receive(present(7))
    await tick()
    window.leave()
    await tick()
    const late = testPeer('read', { name: 'Laat' })
    room.join(late)
    expect(presencesOf(late)).toEqual([7])
  })
  test('[R15] who said nothing for longer than a minute is present no more: its node may have been killed', async () => {
    const { room } = await aRoom(openLog())
    room.heardAwareness(writePresences([{ clientId: 7, clock: 1, state: { user: { name: 'Elders' } } }]))
    const member = room.join(testPeer('write', { name: 'Noor' }))
    for (let look = 0; look < 30; look += 1) {
      if (look % 15 === 0) member.receive(present(8, 1 + look))
      await tick()
      room.looked()
    }
    const late = testPeer('read', { name: 'Laat' })
    room.join(late)
    expect(presencesOf(late)).toEqual([8])
  })
  test('a person is who the session says, is echoed, and leaves with the connection', async () => {
    const { room } = await aRoom(openLog())
    const [noor, samira] = [testPeer('write', { name: 'Noor Hageman' }), testPeer('read', { name: 'Samira' })]
    const member = room.join(noor)
    room.join(samira)
    member.receive(present(7))
    const names = (peer: TestPeer) => peer.got.filter((bytes) => bytes[0] === 1).map((bytes) => new TextDecoder().decode(bytes).includes('Noor Hageman'))
    await tick()
    expect([names(noor), names(samira)]).toEqual([[true], [true]])
    member.leave()
    await tick()
    expect(names(samira)).toEqual([true, false])
  })
  test('what many say in one moment is one message to each', async () => {
    const { room } = await aRoom(openLog())
    const reader = testPeer('read')
    room.join(reader)
    const members = [1, 2, 3].map((clientId) => ({ clientId, member: room.join(testPeer('write', { name: `naam ${clientId}` })) }))
    for (const { clientId, member } of members) member.receive(present(clientId))
    await tick()
    const said = reader.got.filter((bytes) => bytes[0] === 1).map((bytes) => new TextDecoder().decode(bytes))
    expect([said.length, [1, 2, 3].every((clientId) => said[0]!.includes(`naam ${clientId}`))]).toEqual([1, true])
  })
  test('in a crowd what is said waits a moment for more, and an older word does not take the place of a newer one', async () => {
    const moments: (() => void)[] = []
    const { room } = await aRoom(openLog(), { later: (work) => moments.push(work) })
    const [reader, noor] = [testPeer('read'), testPeer('write', { name: 'Noor' })]
    room.join(reader)
    for (let other = 0; other < 60; other += 1) room.join(testPeer('read'))
    const member = room.join(noor)
    const said = () => reader.got.filter((bytes) => bytes[0] === 1)
    member.receive(present(7, 2))
    await tick()
    expect([said().length, moments.length]).toEqual([0, 1])
    moments[0]!()
    expect(said().length).toBe(1)
    room.heardAwareness(writePresences([{ clientId: 7, clock: 1, state: null }])) // another node says it late
    const late = testPeer('read')
    room.join(late)
    expect(late.got.some((bytes) => new TextDecoder().decode(bytes).includes('Noor'))).toBe(true)
  })
  test('[R7] who speaks for more clients than a browser has, or in no form that can be read, goes', async () => {
    const { room } = await aRoom(openLog())
    const [crowd, garbled, honest] = [testPeer('write'), testPeer('write'), testPeer('write')]
    const member = room.join(crowd)
    for (let clientId = 1; clientId < 20; clientId += 1) member.receive(present(clientId))
    room.join(garbled).receive(awarenessFrame(new Uint8Array([1, 1, 1, 1, 123])))
    room.join(honest).receive(present(99))
    await tick()
    expect([crowd.closed?.code, garbled.closed?.code, honest.closed]).toEqual([CLOSE.badFrame, CLOSE.badFrame, null])
  })
  test('nobody speaks for the caret of somebody else', async () => {
    const { room } = await aRoom(openLog())
    const [noor, other, reader] = [testPeer('write', { name: 'Noor' }), testPeer('write', { name: 'Ander' }), testPeer('read')]
    room.join(noor).receive(present(7))
    room.join(reader)
    await tick()
    const before = reader.got.length
    room.join(other).receive(present(7, 9))
    await tick()
    expect(reader.got.slice(before).some((bytes) => new TextDecoder().decode(bytes).includes('Ander'))).toBe(false)
  })
})
