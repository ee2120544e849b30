/** Who is silent is asked whether it is there; who does not answer is gone. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { createHeartbeat } from './heartbeat.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function aSocket(answers: boolean) {
  const told: string[] = []
  const socket: EventEmitter = Object.assign(new EventEmitter(), {
    ping: () => { told.push('ping'); if (answers) socket.emit('pong') },
    terminate: () => { told.push('ended'); socket.emit('close') },
  })
  return { told, socket, ws: socket as unknown as WebSocket }
}

test('[R15] who says something is left alone, who is silent is asked, who does not answer is ended, once', () => {
  const heartbeat = createHeartbeat(1_000)
  const [talks, listens, sleeps] = [aSocket(true), aSocket(true), aSocket(false)]
  for (const { ws } of [talks, listens, sleeps]) heartbeat.watch(ws)
  for (let beat = 0; beat < 6; beat += 1) {
    talks.socket.emit('message', Buffer.from([0]))
    vi.advanceTimersByTime(1_000)
  }
  expect(talks.told).toEqual([])
  expect(listens.told.every((what) => what === 'ping') && listens.told.length).toBeGreaterThan(1)
  expect(sleeps.told).toEqual(['ping', 'ended'])
  heartbeat.stop()
})

test('after its end nobody is asked any more', () => {
  const heartbeat = createHeartbeat(1_000)
  const one = aSocket(false)
  heartbeat.watch(one.ws)
  heartbeat.stop()
  vi.advanceTimersByTime(10_000)
  expect(one.told).toEqual([])
})
