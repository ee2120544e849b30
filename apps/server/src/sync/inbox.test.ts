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
test('who sends ten thousand messages at once, or ten large ones, is read a part at a time, to the last', async () => {
  for (const [count, size] of [[10_000, 30], [10, 900_000]] as const) {
    const { ws, pauses, send } = aSocket()
    let got = 0
    openInbox(ws, () => { got += 1 })
    for (let at = 0; at < count; at += 1) send(Buffer.alloc(size))
    expect(got).toBeLessThan(count / 2)
    expect(pauses.length).toBe(1)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(got).toBe(count)
  }
})
test('nothing more is read from one whose words wait for the disk, however long that takes', async () => {
  const { ws, send } = aSocket()
  let got = 0
  let isWritten = () => {}
  openInbox(ws, () => { got += 1 }, () => new Promise((resolve) => { isWritten = resolve }))
  for (let at = 0; at < 2_000; at += 1) send(Buffer.alloc(30))
  const first = got
  await vi.advanceTimersByTimeAsync(60_000)
  expect(got).toBe(first)
  isWritten()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(got).toBeGreaterThan(first)
})
test('of one whose messages take long others have half of the time, for each message that is read as for all that is written', async () => {
  const { ws, send } = aSocket()
  let busy = 0
  const works = (time: number) => { vi.advanceTimersByTime(time); busy += time }
  openInbox(ws, () => works(2), () => { works(30); return Promise.resolve() })
  const began = performance.now()
  for (let at = 0; at < 2_000; at += 1) send(Buffer.alloc(30))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(busy).toBeGreaterThan(500)
  expect(busy).toBeLessThan((performance.now() - began) * 0.6)
})
test('who brings more at once than can be done in a stretch brings less the next time', async () => {
  const { ws, send } = aSocket()
  let got = 0
  let before = 0
  const brought: number[] = []
  openInbox(ws, () => { got += 1 }, () => { brought.push(got - before); before = got; vi.advanceTimersByTime(brought.at(-1)!); return Promise.resolve() })
  for (let at = 0; at < 5_000; at += 1) send(Buffer.alloc(30))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(brought[0]).toBe(500)
  expect(Math.max(...brought.slice(5))).toBeLessThanOrEqual(100)
})
