/** A stranger can send before anybody knows who it is: what an honest client says is kept, a flood is not. */
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { keepEarly } from './early.ts'

const socket = () => new EventEmitter() as unknown as WebSocket
const letters = (text: string) => Buffer.from(text)

test('what came before the door opened is given once and in order, and what comes later is the room\'s', () => {
  const ws = socket()
  const early = keepEarly(ws, () => { throw new Error('too much') })
  for (const word of ['een', 'twee']) ws.emit('message', letters(word))
  expect(early.take().map((bytes) => Buffer.from(bytes).toString())).toEqual(['een', 'twee'])
  ws.emit('message', letters('drie'))
  expect([early.take(), ws.listenerCount('message')]).toEqual([[], 0])
})
test('a stranger who sends a book before saying who it is is told so once, and nothing of it is kept', () => {
  const ws = socket()
  let told = 0
  const early = keepEarly(ws, () => { told += 1 })
  for (let page = 0; page < 50; page += 1) ws.emit('message', Buffer.alloc(512 * 1024))
  expect([told, early.take(), ws.listenerCount('message')]).toEqual([1, [], 0])
})
