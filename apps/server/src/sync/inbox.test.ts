/** One who sends without end is slowed, not closed, and nothing of it is lost. */
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WebSocket } from 'ws'
import { openInbox } from './inbox.ts'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }) })
afterEach(() => { vi.useRealTimers() })

/** A socket that holds back while it is paused, as a real one does. */
function aSocket() {
  const socket = new EventEmitter()
  const held: Buffer[] = []
  const pauses: boolean[] = []
  let paused = false
  return {
    pauses,
    ws: Object.assign(socket, {
      pause: () => { paused = true; pauses.push(true) },
      resume: () => { paused = false; while (held.length > 0 && !paused) socket.emit('message', held.shift()) },
    }) as unknown as WebSocket,
    send: (bytes: Buffer): void => { if (paused) held.push(bytes); else socket.emit('message', bytes) },
  }
}

test('somebody who types is never held up', () => {
  const { ws, pauses, send } = aSocket()
  let got = 0
  openInbox(ws, () => { got += 1 })
  for (let letter = 0; letter < 2_000; letter += 1) {
    send(Buffer.alloc(30))
    vi.advanceTimersByTime(1)
  }
  expect([got, pauses]).toEqual([2_000, []])
})
test('who sends ten thousand messages at once, or ten large ones, is read a part at a time, to the last', () => {
  for (const [count, size] of [[10_000, 30], [10, 900_000]] as const) {
    const { ws, pauses, send } = aSocket()
    let got = 0
    openInbox(ws, () => { got += 1 })
    for (let at = 0; at < count; at += 1) send(Buffer.alloc(size))
    expect(got).toBeLessThan(count / 2)
    expect(pauses.length).toBe(1)
    vi.advanceTimersByTime(5_000)
    expect(got).toBe(count)
  }
})
