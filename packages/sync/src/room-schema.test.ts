/** A room whose text is raised to a newer schema, or closed, while people write in it. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE, step2Frame } from './frames.ts'
import { openLog, writer } from './testing-writer.ts'
import { whyNotUnder } from './schemas.ts'
import { aRoom, onDisk, openGate, testPeer, textOf, tick } from './testing.ts'

/** What the command writes: a word under a client id of its own. */
function raising(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('default').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

test('[R14] a raise closes who knows only the older schema before it is told anything; who knows the newer one and who does not say stay', async () => {
  const log = openLog()
  const { room } = await aRoom(log, { newest: 2 })
  const [older, newer, silent] = [1, 2, null].map((schema) => writer(room, testPeer('write', { schema })))
  older!.types('een ')
  await room.settled()
  log.raise('room', 2, raising('verhoogd '))
  await room.catchUp()
  expect([older!.peer.closed?.code, newer!.peer.closed, silent!.peer.closed, room.schema]).toEqual([CLOSE.clientTooOld, null, null, 2])
  expect(older!.sees()).not.toContain('verhoogd')
  expect([newer!.sees(), silent!.sees()].every((text) => text.includes('verhoogd'))).toBe(true)
})

test('[R14] words that were on their way when the text was raised are not written: their writer is told so, or comes back and they are looked at anew', async () => {
  const log = openLog()
  const { room } = await aRoom(log, { newest: 2 })
  const [older, newer, silent] = [1, 2, null].map((schema) => writer(room, testPeer('write', { schema })))
  const release = log.hold()
  for (const one of [older!, newer!, silent!]) one.types(`van ${one.peer.schema} `)
  await tick()
  older!.types('en nog iets ')
  log.raise('room', 2)
  release()
  await room.settled()
  expect([older!, newer!, silent!].map(({ peer }) => peer.closed?.code)).toEqual([CLOSE.clientTooOld, CLOSE.tryAgain, CLOSE.tryAgain])
  expect(await onDisk(log)).toBe('')
  const back = writer(room, testPeer('write', { schema: 2 }), newer!.doc)
  back.member.receive(step2Frame(Y.encodeStateAsUpdate(newer!.doc)))
  await room.settled()
  expect([await onDisk(log), back.peer.closed]).toEqual(['van 2 ', null])
})

test('[R9] whoever types on while a freeze takes hold hears that the text is closed, also where what was typed last hangs on what was not taken', async () => {
  const log = openLog()
  const { room } = await aRoom(log)
  const noor = writer(room, testPeer('write'))
  const release = log.hold()
  noor.types('een ')
  await tick()
  noor.types('twee ')
  log.freeze('room')
  release()
  await room.settled()
  expect([noor.peer.closed?.code, await onDisk(log)]).toEqual([CLOSE.closedForWriting, ''])
})

test('[R14] a word of another node under a newer schema is not shown before the raise that it comes after', async () => {
  const log = openLog()
  const [here, there] = [await aRoom(log, { newest: 2 }), await aRoom(log, { newest: 2 })]
  const older = writer(here.room, testPeer('write', { schema: 1 }))
  log.raise('room', 2, raising('verhoogd '))
  await there.room.catchUp()
  writer(there.room, testPeer('write', { schema: 2 })).types('nieuw ')
  await there.room.settled()
  const { updates, seq, schema } = there.published[0]!
  expect(schema).toBe(2)
  await here.room.heard(updates, seq, schema)
  expect([older.peer.closed?.code, older.sees(), here.room.read(textOf).includes('nieuw')]).toEqual([CLOSE.clientTooOld, '', true])
})

test('[R14] a node that knows only the older schema sends everybody to another, and its gate is told which schema the text has', async () => {
  const log = openLog()
  const told: number[] = []
  const { room } = await aRoom(log, { newest: 2, gate: { ...openGate(), reset: (schema) => told.push(schema) } })
  const [newer, silent] = [2, null].map((schema) => testPeer('read', { schema }))
  room.join(newer!)
  room.join(silent!)
  log.raise('room', 2)
  await room.catchUp()
  log.raise('room', 3)
  await room.catchUp()
  expect([newer!.closed?.code, silent!.closed?.code]).toEqual([CLOSE.clientTooOld, CLOSE.tryAgain])
  expect([...new Set(told)]).toEqual([1, 2, 3])
})

test.each([
  [1, 1, 1, null], [1, null, 1, null], [2, 1, 2, CLOSE.clientTooOld], [3, 2, 1, CLOSE.clientTooOld], [2, 2, 1, CLOSE.tryAgain], [2, null, 1, CLOSE.tryAgain], [1, 2, 1, CLOSE.tryAgain], [1, 2, 2, null],
])('[R14] a text under %s, a client that knows %s, a node that knows %s: %s', (schema, known, newest, code) => {
  expect(whyNotUnder(schema, known, newest)?.code ?? null).toBe(code)
})
