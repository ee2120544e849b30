/** One person in two places at once: what both say is on its way to the disk once, and whoever is told *saved* must have it there. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE, step2Frame, unpackFrames, updateFrame } from './frames.ts'
import { openLog, writer } from './testing-writer.ts'
import { aRoom, onDisk, plainGate, testPeer, textOf, told } from './testing.ts'

const aTick = () => new Promise((resolve) => { setImmediate(() => setImmediate(resolve)) })
const savedOf = (peer: Parameters<typeof told>[0]) => told(peer).filter((what) => what.startsWith('saved'))
/** Parts that wait for others in what a fresh reader of the log finds. */
async function holesIn(log: ReturnType<typeof openLog>): Promise<boolean> {
  const doc = new Y.Doc()
  for (const { frames } of (await log.load('room'))!.rows) for (const update of unpackFrames(frames)) Y.applyUpdate(doc, update)
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

test('[R4] a second tab that says what the first has under way is not told saved when the disk fails', async () => {
  const log = openLog()
  const { room } = await aRoom(log, { fault: () => {} })
  const [first, second] = [writer(room, testPeer('write')), writer(room, testPeer('write'))]
  const words = first.typed('Zonder netwerk getypt.')
  const release = log.hold()
  first.member.receive(step2Frame(words))
  await aTick()
  second.member.receive(step2Frame(words))
  log.failNext(new Error('the database is gone'))
  release()
  await room.settled()
  const onTheDisk = await onDisk(log)
  expect([onTheDisk, savedOf(second.peer).length > 0]).toEqual([onTheDisk, onTheDisk !== ''])
})

test('[R4] [R8] a newer tab that says what an older tab said in the same moment has all of it written, though the older one is refused', async () => {
  const log = openLog()
  const { room } = await aRoom(log, { newest: 2, gate: plainGate() })
  const [older, newer] = [writer(room, testPeer('write', { schema: 1 })), writer(room, testPeer('write', { schema: 2 }))]
  const words = older.typed('Eerst. ')
  Y.applyUpdate(newer.doc, words)
  newer.typed('Daarna. ')
  // The room is raised while both wait.
  log.raise('room', 2)
  const looking = room.catchUp()
  older.member.receive(updateFrame(words))
  newer.member.receive(step2Frame(Y.encodeStateAsUpdate(newer.doc)))
  await looking
  await room.settled()
  expect(await holesIn(log)).toBe(false)
  const text = await onDisk(log)
  expect([text, savedOf(newer.peer).length > 0]).toEqual([text, text === 'Eerst. Daarna. '])
})

test('[R4] [R8] of two tabs of one person one is refused: what the other says is written whole or not called saved', async () => {
  const log = openLog()
  const { room } = await aRoom(log, { gate: plainGate() })
  const [first, second] = [writer(room, testPeer('write')), writer(room, testPeer('write'))]
  const words = first.typed('Eerst. ')
  Y.applyUpdate(second.doc, words)
  second.typed('Daarna. ')
  first.member.receive(updateFrame(words))
  second.member.receive(step2Frame(Y.encodeStateAsUpdate(second.doc)))
  first.peer.right = 'none'
  await room.settled()
  expect([await holesIn(log), first.peer.closed?.code]).toEqual([false, CLOSE.closedForWriting])
  const text = await onDisk(log)
  expect([text, savedOf(second.peer).length > 0]).toEqual([text, text === 'Eerst. Daarna. '])
})

test('[R2] [R4] a tab that may not write is not told saved for what another has only under way', async () => {
  const log = openLog()
  const { room } = await aRoom(log, { fault: () => {} })
  const [first, second] = [writer(room, testPeer('write')), writer(room, testPeer('read'))]
  const words = first.typed('Zonder netwerk getypt.')
  const release = log.hold()
  first.member.receive(step2Frame(words))
  await aTick()
  second.member.receive(step2Frame(words))
  expect(savedOf(second.peer)).toEqual([])
  log.failNext(new Error('the database is gone'))
  release()
  await room.settled()
  expect(savedOf(second.peer)).toEqual([])
})

test('[R2] [R4] who may no longer write and deletes is told so: nobody calls saved what still stands on the disk', async () => {
  const log = openLog()
  const { room } = await aRoom(log)
  const noor = writer(room, testPeer('write'))
  noor.types('Wij vragen actie.')
  await room.settled()
  noor.peer.right = 'read'
  const before = Y.encodeStateVector(noor.doc)
  noor.doc.getText('default').delete(0, 4)
  noor.member.receive(updateFrame(Y.encodeStateAsUpdate(noor.doc, before)))
  await room.settled()
  expect([savedOf(noor.peer), noor.peer.closed?.code, textOf(noor.doc) === await onDisk(log)]).toEqual([['saved 1'], CLOSE.closedForWriting, false])
})

test('[R4] [R10] what could not be written, while the log could not be read either, is not taken for known afterwards', async () => {
  const log = openLog()
  let isGone = false
  const { room } = await aRoom({ ...log, load: (name) => (isGone ? Promise.reject(new Error('the database is gone')) : log.load(name)) }, { fault: () => {} })
  const noor = writer(room, testPeer('write'))
  isGone = true
  log.failNext(new Error('the database is gone'))
  noor.types('Wij vragen actie.')
  await room.settled()
  isGone = false
  await room.catchUp()
  const back = writer(room, testPeer('write'), noor.doc)
  back.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
  await room.settled()
  expect([savedOf(back.peer), await onDisk(log)]).toEqual([['saved 1'], 'Wij vragen actie.'])
})

test('[R1] [R10] what another node wrote is told here too, though somebody here has the same under way and the disk then fails', async () => {
  const log = openLog()
  const [a, b] = [await aRoom(log), await aRoom(log, { fault: () => {} })]
  const [first, second, reader] = [writer(a.room, testPeer('write')), writer(b.room, testPeer('write')), writer(b.room, testPeer('read'))]
  const words = first.typed('Zonder netwerk getypt.')
  first.member.receive(step2Frame(words))
  await a.room.settled()
  second.member.receive(step2Frame(words))
  const [{ updates, seq, schema }] = a.published as [(typeof a.published)[0]]
  log.failNext(new Error('the disk is full'))
  await b.room.heard(updates, seq, schema)
  await b.room.settled()
  expect([await onDisk(log), reader.sees()]).toEqual(['Zonder netwerk getypt.', 'Zonder netwerk getypt.'])
})
