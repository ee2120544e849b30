/** One person in one text, through a freeze, a reload and a reopening: no word is lost and none is mixed in. */
import { p, textDoc } from '@draagvlak/editor/testing'
import { textOf } from '@draagvlak/editor/passage'
import { passageElements, readPassages } from '@draagvlak/editor/ydoc'
import { CLOSE, packFrames } from '@draagvlak/sync/frames'
import { MAXIMUM_MESSAGE } from '@draagvlak/sync/limits'
import type { LocalCopies } from '@draagvlak/sync/local-copy'
import { cableTo } from '@draagvlak/sync/socket-pair'
import { aRoom, memoryCopy, memoryLog, type MemoryCopy } from '@draagvlak/sync/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { LeftBehind } from './left-behind.ts'
import { TextSession } from './text-session.ts'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] }) })
const started: TextSession[] = []
afterEach(() => {
  for (const session of started.splice(0)) session.stop()
  vi.useRealTimers()
})
const pass = async (milliseconds = 0) => {
  for (let turn = 0; turn < 15; turn += 1) await new Promise((resolve) => { setImmediate(resolve) })
  await vi.advanceTimersByTimeAsync(milliseconds)
  for (let turn = 0; turn < 15; turn += 1) await new Promise((resolve) => { setImmediate(resolve) })
}

function memoryCopies(): LocalCopies & { readonly all: Map<string, MemoryCopy> } {
  const all = new Map<string, MemoryCopy>()
  return {
    all,
    open(name) {
      const copy = all.get(name) ?? memoryCopy()
      all.set(name, copy)
      return copy
    },
    names: (prefix) => Promise.resolve([...all].filter(([name, { updates }]) => name.startsWith(prefix) && updates.length > 0).map(([name]) => name)),
    forget: (name) => { all.delete(name); return Promise.resolve() },
  }
}

async function aWorld() {
  const log = memoryLog()
  log.create('room')
  const first = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Gezondheid begint in de wijk.'))
  await log.append([{ room: 'room', epoch: 0, schema: 1, frames: packFrames([Y.encodeStateAsUpdate(first)]), claims: [] }])
  const { room } = await aRoom(log, { newest: 2 })
  const right: { now: 'read' | 'write' } = { now: 'write' }
  const cable = cableTo(() => room, () => ({ may: () => right.now, frames: true, schema: 1, owner: 'noor', actingFor: null, user: {} }))
  const copies = memoryCopies()
  let asked = 0
  const waiting: (readonly [string, string])[] = []
  const desk = { keeps: true }
  const open = (): TextSession => {
    const session = new TextSession({
      serverUrl: 'ws://test/sync', personId: 'noor', copies, askAgain: () => { asked += 1 }, WebSocket: cable.Socket,
      wait: (words: readonly LeftBehind[], because) => { waiting.push(...words.map(({ typed }) => [because, typed] as const)); return Promise.resolve(desk.keeps) },
    })
    started.push(session)
    return session
  }
  return { log, room, cable, copies, waiting, right, desk, asked: () => asked, open, texts: () => room.read((doc) => readPassages(doc).map(textOf)) }
}
const type = (session: TextSession, passage: number, words: string) => {
  const text = passageElements(session.opened()!.client.doc)[passage]!.get(0) as Y.XmlText
  text.insert(text.length, words)
}

test('[C3] words that came after a freeze are handed out, and the frozen text keeps every letter', async () => {
  const { log, room, waiting, open, texts, cable } = await aWorld()
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  type(noor, 0, ' Op tijd.')
  await pass()
  cable.pull()
  await pass()
  type(noor, 1, ' Te laat.')
  log.freeze('room')
  await room.catchUp()
  noor.want({ room: 'room', epoch: 1, writing: false })
  cable.putBack()
  await pass(5000)
  expect(waiting).toEqual([['too-late', ' Te laat.']])
  expect(texts()).toEqual(['Wij vragen actie. Op tijd.', 'Gezondheid begint in de wijk.'])
})

test('[C3] an old tab that comes back after a new draft began does not write into it', async () => {
  const { log, room, cable, copies, waiting, open, texts } = await aWorld()
  const tab = open()
  tab.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  cable.pull()
  await pass()
  type(tab, 0, ' Uit een oud tabblad.')
  await pass()
  tab.stop()
  log.freeze('room')
  log.reopen('room')
  await room.catchUp()
  cable.putBack()
  const later = open()
  later.want({ room: 'room', epoch: 2, writing: true })
  await pass(5000)
  expect(waiting).toEqual([['too-late', ' Uit een oud tabblad.']])
  expect(texts()).toEqual(['Wij vragen actie.', 'Gezondheid begint in de wijk.'])
  expect([...copies.all.keys()]).toEqual(['noor/room/2/1'])
})

test('[C3] [R14] a text that is raised in mid-sentence: what was not sent is handed out once, and this program never joins again', async () => {
  const { log, room, cable, copies, waiting, open, texts } = await aWorld()
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  type(noor, 0, ' Op tijd.')
  await pass()
  const release = log.hold()
  type(noor, 1, ' Nog niet')
  await pass()
  // Another tab of hers, which was closed without a network, left words in the same store.
  const tab = new Y.Doc()
  Y.applyUpdate(tab, Y.encodeStateAsUpdate(noor.opened()!.client.doc))
  ;(passageElements(tab)[0]!.get(0) as Y.XmlText).insert(0, 'Samen: ')
  await copies.open('noor/room/0/1').keep(Y.encodeStateAsUpdate(tab))
  log.raise('room', 2)
  release()
  await pass()
  await room.catchUp()
  await pass(5000)
  expect(noor.opened()!.client.state()).toEqual({ is: 'closed', because: 'client-too-old' })
  expect(waiting).toEqual([['program-renewed', 'Samen: '], ['program-renewed', ' Nog niet']])
  expect([texts(), [...copies.all.keys()]]).toEqual([['Wij vragen actie. Op tijd.', 'Gezondheid begint in de wijk.'], []])
  const { length } = cable.asked
  noor.want({ room: 'room', epoch: 2, writing: true })
  await pass(60_000)
  expect([cable.asked.length, waiting.length]).toEqual([length, 2])
})

test('[C3] where the words that are handed out can not be kept, the copy stays', async () => {
  const { cable, copies, waiting, desk, open } = await aWorld()
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  cable.pull()
  await pass()
  type(noor, 0, ' Zonder net.')
  await pass()
  desk.keeps = false
  cable.refuseWith(4426)
  cable.putBack()
  await pass(5000)
  expect([waiting, [...copies.all.keys()]]).toEqual([[['program-renewed', ' Zonder net.']], ['noor/room/0/1']])
})

test('[C3] what an older program kept in this browser is offered as words, and is not mixed into the text', async () => {
  const { room, copies, waiting, open, texts } = await aWorld()
  const before = new Y.Doc()
  room.read((doc) => Y.applyUpdate(before, Y.encodeStateAsUpdate(doc)))
  const passage = passageElements(before)[1]!
  ;(passage.get(0) as Y.XmlText).insert(0, 'Zonder net. ')
  passage.setAttribute('kind', 'slogan')
  await copies.open('noor/room/0/0').keep(Y.encodeStateAsUpdate(before))
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass(5000)
  expect([waiting, [...copies.all.keys()]]).toEqual([[['program-renewed', 'Zonder net. ']], ['noor/room/0/1']])
  expect([texts()[1], readPassages(noor.opened()!.client.doc)[1]!.kind]).toEqual(['Gezondheid begint in de wijk.', 'paragraph'])
})

test('[R2] whoever comes back after a right ended hears of it, and gets the words once', async () => {
  const { cable, waiting, right, asked, open, texts } = await aWorld()
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  cable.pull()
  await pass()
  type(noor, 0, ' Te laat.')
  right.now = 'read'
  const before = asked()
  cable.putBack()
  await pass(5000)
  expect(asked()).toBeGreaterThan(before)
  noor.want({ room: 'room', epoch: 0, writing: false })
  await pass(5000)
  expect(waiting, 'the draft was never closed').toEqual([['right-ended', ' Te laat.']])
  expect(texts()[0]).toBe('Wij vragen actie.')
})

test('[C4] whoever was signed out comes back in the same tab, and nobody who signed in there meanwhile is taken for that person', async () => {
  const { cable, waiting, open, texts } = await aWorld()
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  cable.pull()
  await pass()
  type(noor, 0, ' Alleen hier.')
  cable.refuseWith(CLOSE.whoAreYou)
  cable.putBack()
  await pass(5000)
  expect(noor.signedOut).toBe(true)
  cable.refuseWith(null)
  const before = cable.asked.length
  noor.comeBack('samira')
  await pass(5000)
  expect([cable.asked.length, noor.signedOut]).toEqual([before, true])
  noor.comeBack('noor')
  await pass(5000)
  expect([noor.signedOut, waiting, texts()[0]]).toEqual([false, [], 'Wij vragen actie. Alleen hier.'])
})

test('words that are too much for one message are handed out as too much, and writing goes on', async () => {
  const { cable, waiting, open, texts } = await aWorld()
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  type(noor, 0, 'a'.repeat(MAXIMUM_MESSAGE))
  await pass()
  await pass(5000)
  expect(waiting.map(([because, words]) => [because, words.length])).toEqual([['too-much', MAXIMUM_MESSAGE]])
  expect(cable.asked).toHaveLength(2)
  type(noor, 0, ' Nu.')
  await pass(5000)
  expect(texts()[0]).toBe('Wij vragen actie. Nu.')
})

test('words typed before a reload in a passage that another deleted meanwhile are handed out', async () => {
  const { log, room, cable, waiting, open } = await aWorld()
  const before = open()
  before.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  cable.pull()
  await pass()
  type(before, 1, ' Van Noor.')
  await pass()
  before.stop()
  const other = new Y.Doc()
  room.read((doc) => Y.applyUpdate(other, Y.encodeStateAsUpdate(doc)))
  const known = Y.encodeStateVector(other)
  other.getXmlFragment('default').delete(1, 1)
  await log.append([{ room: 'room', epoch: 0, schema: 1, frames: packFrames([Y.encodeStateAsUpdate(other, known)]), claims: [] }])
  await room.catchUp()
  cable.putBack()
  const after = open()
  after.want({ room: 'room', epoch: 0, writing: true })
  await pass(5000)
  expect(waiting).toEqual([['passage-gone', ' Van Noor.']])
})

test('a room that is still closed where the house says open is tried again', async () => {
  const { cable, open } = await aWorld()
  cable.refuseWith(4409)
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass(600)
  cable.refuseWith(null)
  await pass(5000)
  expect(noor.opened()?.client.state().is).toBe('connected')
})

test('whoever goes to another screen with words under way lets them arrive', async () => {
  const { log, open, texts } = await aWorld()
  const noor = open()
  noor.want({ room: 'room', epoch: 0, writing: true })
  await pass()
  const release = log.hold()
  type(noor, 0, ' Nog net.')
  await pass()
  noor.stop()
  release()
  await pass()
  expect(texts()[0]).toBe('Wij vragen actie. Nog net.')
})
