/** The light client must speak what the real servers and clients speak. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { readFrame, savedFrame, step1Frame, step2Frame, updateFrame, awarenessFrame } from '@draagvlak/sync/frames'
import { expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { FrameReader, Socket, type Closed } from './socket.ts'
import { presence, wireOf } from './wire.ts'

const bytes = Uint8Array.from([1, 2, 3])

test('its messages are those of the protocol', () => {
  const wire = wireOf('y-websocket', 'doc', 100)
  expect([wire.ask(bytes), wire.answer(bytes), wire.update(bytes), wire.awareness(bytes)]).toEqual([step1Frame(bytes), step2Frame(bytes), updateFrame(bytes), awarenessFrame(bytes)])
  expect(readFrame(wire.update(bytes))).toEqual({ type: 'update', update: bytes })
  expect([step1Frame(bytes), step2Frame(bytes), updateFrame(bytes), savedFrame(300), awarenessFrame(presence(5, 1, {}))].map(wire.read)).toEqual([
    { is: 'asked', stateVector: bytes }, { is: 'answered', update: bytes }, { is: 'updated', update: bytes }, { is: 'saved', count: 300 }, { is: 'other' },
  ])
})

test('for Hocuspocus the name of the document comes first, and saving is told one by one', () => {
  const wire = wireOf('hocuspocus', 'doc')
  const named = (...rest: number[]) => Uint8Array.from([3, ...Buffer.from('doc'), ...rest])
  expect(wire.greeting).toEqual([named(2, 0, 5, ...Buffer.from('bench'))])
  expect(wire.update(bytes)).toEqual(named(0, 2, 3, 1, 2, 3))
  expect([named(4, 0, 3, 1, 2, 3), named(0, 1, 3, 1, 2, 3), named(8, 1), named(8, 0)].map(wire.read)).toEqual([{ is: 'asked', stateVector: bytes }, { is: 'answered', update: bytes }, { is: 'one-saved' }, { is: 'other' }])
})

test('messages of every length go to a real server and come back, and its close code is heard', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (ws) => ws.on('message', (message: Buffer) => (message.length === 1 ? ws.close(4422, 'not-valid') : ws.send(message))))
  await once(server, 'listening')
  const sizes = [0, 125, 126, 65_535, 65_536, 300_000]
  const heard: number[] = []
  const closed = await new Promise<Closed>((resolve) => {
    const socket: Socket = new Socket({
      port: (server.address() as AddressInfo).port, path: '/', closed: resolve,
      opened: () => { for (const size of sizes) socket.send(new Uint8Array(size).fill(7)) },
      heard: (message) => {
        heard.push(message.every((byte) => byte === 7) ? message.length : -1)
        if (heard.length === sizes.length) socket.send(Uint8Array.from([1]))
      },
    })
  })
  expect(heard).toEqual(sizes)
  expect(closed).toEqual({ code: 4422, why: 'not-valid' })
  server.close()
})

test('frames are whole however the network cuts them', () => {
  const heard: string[] = []
  const reader = new FrameReader((kind, payload) => heard.push(`${kind} ${Buffer.from(payload).toString()}`))
  const stream = Buffer.concat([Buffer.from([0x82, 3]), Buffer.from('een'), Buffer.from([0x02, 2]), Buffer.from('tw'), Buffer.from([0x89, 1]), Buffer.from('p'), Buffer.from([0x80, 2]), Buffer.from('ee')])
  for (const byte of stream) reader.take(Buffer.from([byte]))
  expect(heard).toEqual(['2 een', '9 p', '2 twee'])
})
