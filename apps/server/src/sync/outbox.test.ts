/** What a client is sent in one tick arrives whole and in order, whatever its size. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createOutboxes } from './outbox.ts'

test('small, middling and large messages arrive as they were sent, the same one to two clients, and in two pieces', async () => {
  const sizes = [0, 1, 125, 126, 65_535, 65_536, 200_000]
  const messages = sizes.map((size, at) => new Uint8Array(size).fill(at + 1))
  const openOutbox = createOutboxes()
  const server = createServer()
  const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, socket, head) => wss.handleUpgrade(request, socket, head, (ws) => {
    const outbox = openOutbox(ws, socket)
    for (const message of messages) outbox.send(message)
    for (const message of messages) outbox.send(message.subarray(0, 1), message.subarray(1))
  }))
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const read = async (): Promise<number[][]> => new Promise((resolve) => {
    const got: number[][] = []
    const ws = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
    ws.on('message', (bytes: Buffer) => {
      got.push([bytes.length, bytes[0] ?? 0, bytes.at(-1) ?? 0])
      if (got.length === 2 * sizes.length) { ws.terminate(); resolve(got) }
    })
  })
  const each = sizes.map((size, at) => (size === 0 ? [0, 0, 0] : [size, at + 1, at + 1]))
  const expected = [...each, ...each]
  expect(await Promise.all([read(), read()])).toEqual([expected, expected])
  await new Promise((resolve) => { server.close(resolve) })
})

/** One that is sent to over a network that takes so much. */
function aServer(writableLength: () => number) {
  let ended = false
  const socket = { get writableLength() { return writableLength() }, write: () => true, cork: () => {}, uncork: () => {} }
  const ws = { readyState: 1, OPEN: 1, terminate: () => { ended = true } }
  return { outbox: createOutboxes()(ws as never, socket as never), ended: () => ended }
}
const MB = 1024 * 1024

test('who asks for a long text again and again, and reads nothing, is dropped before it takes all memory', () => {
  let unread = 0
  const asks = aServer(() => unread)
  for (let times = 0; times < 100 && !asks.ended(); times += 1) {
    asks.outbox.send(new Uint8Array(3), new Uint8Array(8 * MB))
    unread += 8 * MB
    asks.outbox.flush()
  }
  expect([asks.ended(), unread < 200 * MB]).toEqual([true, true])
})

test('a text of any size is sent to who asked for it, in many parts too; who reads nothing of what others write is dropped', () => {
  let stuck = 0
  const asks = aServer(() => stuck)
  for (let part = 0; part < 40; part += 1) asks.outbox.send(new Uint8Array(3), new Uint8Array(MB))
  asks.outbox.flush()
  stuck = 40 * MB
  asks.outbox.send(new Uint8Array(30))
  asks.outbox.flush()
  expect(asks.ended()).toBe(false)
  stuck = 60 * MB
  asks.outbox.send(new Uint8Array(30))
  asks.outbox.flush()
  expect(asks.ended()).toBe(true)
})
