/** The browser's end against a room: the official y-websocket client, cuts, freezes and refusals. The clock is moved, nobody waits. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { TextClient, type TextClientOptions } from './client.ts'
import { CLOSE, packFrames } from './frames.ts'
import type { Room } from './room.ts'
import { cableTo } from './socket-pair.ts'
import { aRoom, memoryCopy, memoryLog, onDisk, textOf, type MemoryLog } from './testing.ts'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }) })
const started: { stop(): void }[] = []
afterEach(() => {
  for (const one of started.splice(0)) one.stop()
  vi.useRealTimers()
})
/** Lets everything happen that is under way, and time pass. */
const pass = async (milliseconds = 0) => {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => { setImmediate(resolve) })
  await vi.advanceTimersByTimeAsync(milliseconds)
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => { setImmediate(resolve) })
}

async function aWorld() {
  const log = memoryLog()
  log.create('room')
  const { room } = await aRoom(log)
  let right: 'none' | 'read' | 'write' = 'write'
  const cable = cableTo(() => room, () => ({ may: () => right, frames: true, user: { name: 'Noor Hageman' } }))
  const open = (options: Partial<TextClientOptions> = {}): TextClient => {
    const client = new TextClient({ serverUrl: 'ws://test/sync', room: 'room', epoch: 0, schema: 1, writing: true, copy: memoryCopy(), onNotice: () => {}, WebSocket: cable.Socket, ...options })
    started.push(client)
    return client
  }
  return { log, room, cable, open, setRight: (to: typeof right) => { right = to } }
}
const type = (client: TextClient, words: string) => client.doc.getText('default').insert(textOf(client.doc).length, words)
const freeze = async (log: MemoryLog, room: Room) => { log.freeze('room'); await room.catchUp() }

describe('the address', () => {
  test('says frames, schema and epoch', async () => {
    const { cable, open } = await aWorld()
    open({ epoch: 3 })
    await pass()
    expect(cable.asked).toEqual(['ws://test/sync/room?frames=1&schema=1&epoch=3'])
  })
  test('of somebody who only reads says no epoch: there is nothing to mix in', async () => {
    const { cable, open } = await aWorld()
    open({ writing: false })
    await pass()
    expect(cable.asked).toEqual(['ws://test/sync/room?frames=1&schema=1'])
  })
})

describe('the text as it was put together last', () => {
  const written = (words: string) => {
    const doc = new Y.Doc()
    doc.getText('default').insert(0, words)
    return Y.encodeStateAsUpdate(doc)
  }
  test('[C1] shows before the room has answered, and is not taken for words of this page', async () => {
    const { log, cable, open } = await aWorld()
    const update = written('Lang verhaal.')
    await log.append([{ room: 'room', epoch: 0, schema: 1, frames: packFrames([update]), claims: [] }])
    cable.pull()
    const client = open({ snapshot: () => Promise.resolve(update) })
    await pass()
    await client.ready
    expect([textOf(client.doc), client.unsaved, client.inTouch]).toEqual(['Lang verhaal.', false, false])
  })
  test('where it can not be had the room brings everything, and where this browser has the text it is not asked for', async () => {
    const { room, open } = await aWorld()
    const noor = open()
    await pass()
    type(noor, 'Uit de kamer.')
    await pass()
    await room.settled()
    const without = open({ snapshot: () => Promise.reject(new Error('unreachable')) })
    await pass()
    await without.ready
    expect(textOf(without.doc)).toBe('Uit de kamer.')
    let asked = 0
    const copy = memoryCopy()
    copy.updates.push(written('Uit dit apparaat.'))
    const kept = open({ copy, snapshot: () => { asked += 1; return Promise.resolve(null) } })
    await kept.ready
    expect(asked).toBe(0)
  })
})

describe('what is said', () => {
  test('[C1] connected, then saving until the row is on disk, then saved', async () => {
    const { log, open } = await aWorld()
    const client = open()
    expect(client.state().is).toBe('connecting')
    await pass()
    expect(client.state().is).toBe('connected')
    const release = log.hold()
    type(client, 'Wij vragen actie.')
    await pass()
    expect([client.state().is, client.unsaved]).toEqual(['saving', true])
    release()
    await pass()
    expect([client.state().is, client.unsaved, await onDisk(log)]).toEqual(['saved', false, 'Wij vragen actie.'])
  })
  test('[C2] offline is kept only after the store answered', async () => {
    const { cable, open } = await aWorld()
    const copy = memoryCopy()
    const client = open({ copy })
    await pass()
    cable.pull()
    await pass()
    expect(client.state().is).toBe('offline-kept')
    let kept = () => {}
    copy.keep = () => new Promise((resolve) => { kept = resolve })
    type(client, 'a')
    await pass()
    expect([client.state().is, client.onlyInThisTab]).toEqual(['offline-keeping', true])
    kept()
    await pass()
    expect([client.state().is, client.onlyInThisTab]).toEqual(['offline-kept', false])
  })
  test('[C2] a full disk is told, and stays true for the rest of the page', async () => {
    const { cable, open } = await aWorld()
    const copy = memoryCopy()
    const client = open({ copy })
    await pass()
    cable.pull()
    copy.refuse = true
    type(client, 'a')
    await pass()
    expect([client.state().is, client.onlyInThisTab]).toEqual(['offline-not-kept', true])
  })
  test('without any store, offline says that nothing is kept', async () => {
    const { cable, open } = await aWorld()
    cable.pull()
    const client = open({ copy: null })
    await pass()
    expect(client.state().is).toBe('offline-not-kept')
  })
})

describe('cuts', () => {
  test('what was typed without a network arrives when it is back', async () => {
    const { log, cable, open } = await aWorld()
    const [noor, samira] = [open(), open()]
    await pass()
    cable.pull()
    await pass()
    type(noor, 'Offline. ')
    cable.putBack()
    await pass(5000)
    expect([noor.state().is, textOf(samira.doc), await onDisk(log)]).toEqual(['saved', 'Offline. ', 'Offline. '])
  })
  test('a reload without a network opens the text with its words, and sends them later', async () => {
    const { log, cable, open } = await aWorld()
    const copy = memoryCopy()
    const before = open({ copy })
    await pass()
    type(before, 'Bewaard. ')
    await pass()
    cable.pull()
    type(before, 'Nog niet verstuurd.')
    await pass()
    before.stop()
    const after = open({ copy })
    await after.ready
    await pass()
    expect([textOf(after.doc), after.state().is, after.unsaved]).toEqual(['Bewaard. Nog niet verstuurd.', 'offline-kept', true])
    cable.putBack()
    await pass(5000)
    expect([after.state().is, await onDisk(log)]).toEqual(['saved', 'Bewaard. Nog niet verstuurd.'])
  })
  test('[R8] typing in the very moment of connecting again loses nothing and is never called saved too early', async () => {
    const { log, cable, open } = await aWorld()
    const client = open()
    await pass()
    cable.pull()
    await pass()
    type(client, 'een ')
    cable.putBack()
    client.subscribe(() => {})
    client.connectAnew()
    for (const word of ['twee ', 'drie ']) {
      await Promise.resolve()
      type(client, word)
    }
    await pass(5000)
    expect([client.state().is, await onDisk(log)]).toEqual(['saved', 'een twee drie '])
  })
  test('a failing disk sends everybody back with their words', async () => {
    const { log, open } = await aWorld()
    const client = open()
    await pass()
    log.failNext(new Error('the disk is full'))
    type(client, 'Blijft. ')
    await pass()
    expect(client.state().is).not.toBe('saved')
    await pass(5000)
    expect([client.state().is, await onDisk(log)]).toEqual(['saved', 'Blijft. '])
  })
})

describe('the end', () => {
  test('[R9] words after a freeze close with the reason, and the server is known to lack them', async () => {
    const { log, room, open } = await aWorld()
    const client = open()
    await pass()
    type(client, 'Op tijd. ')
    await pass()
    await freeze(log, room)
    type(client, 'Te laat.')
    await pass()
    expect(client.state()).toEqual({ is: 'closed', because: 'closed-for-writing' })
    const has = Y.decodeStateVector(client.serverHas).get(client.doc.clientID)
    expect([has, client.unsaved]).toEqual(['Op tijd. '.length, true])
  })
  test.each([
    [CLOSE.whoAreYou, 'signed-out'], [CLOSE.notYours, 'not-yours'], [CLOSE.noSuchRoom, 'no-such-text'], [CLOSE.closedForWriting, 'closed-for-writing'], [CLOSE.notValid, 'not-valid'], [CLOSE.clientTooOld, 'client-too-old'],
  ] as const)('[C4] after %i it says %s and never tries again by itself', async (code, because) => {
    const { cable, open } = await aWorld()
    cable.refuseWith(code)
    const client = open()
    await pass(60_000)
    expect([client.state(), cable.asked.length]).toEqual([{ is: 'closed', because }, 1])
  })
  test('anything else is tried again', async () => {
    const { cable, open } = await aWorld()
    cable.refuseWith(CLOSE.tryAgain)
    const client = open()
    await pass(3000)
    cable.refuseWith(null)
    await pass(5000)
    expect([client.state().is, cable.asked.length > 2]).toEqual(['connected', true])
  })
  test('[R2] whoever lost the right while offline hears it, and is not told saved', async () => {
    const { log, cable, open, setRight } = await aWorld()
    const copy = memoryCopy()
    const before = open({ copy })
    await pass()
    cable.pull()
    type(before, 'Niet verstuurd.')
    await pass()
    before.stop()
    setRight('read')
    cable.putBack()
    const after = open({ copy, writing: false })
    await pass(5000)
    expect([after.state(), await onDisk(log)]).toEqual([{ is: 'closed', because: 'read-only' }, ''])
  })
})

test('a notice reaches the page', async () => {
  const { room, open } = await aWorld()
  const heard: unknown[] = []
  open({ onNotice: (notice) => heard.push(notice) })
  await pass()
  room.notice({ stream: 'statement/1', revision: 2 })
  await pass()
  expect(heard).toEqual([{ stream: 'statement/1', revision: 2 }])
})

test('the stock client works against the room as it is, and hears no frame that it does not know', async () => {
  const log = memoryLog()
  log.create('room')
  const { room } = await aRoom(log)
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
  const cable = cableTo(() => room, () => ({ may: () => 'write', frames: false, user: { name: 'Script' } }))
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [one, other]) {
    const provider = new WebsocketProvider('ws://test/sync', 'room', doc, { disableBc: true, WebSocketPolyfill: cable.Socket })
    started.push({ stop: () => provider.destroy() })
  }
  await pass()
  one.getText('default').insert(0, 'Wij ')
  other.getText('default').insert(0, 'vragen ')
  await pass()
  expect([textOf(one), await onDisk(log), errors.mock.calls.length]).toEqual([textOf(other), textOf(one), 0])
  errors.mockRestore()
})
