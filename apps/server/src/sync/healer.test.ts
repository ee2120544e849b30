/** A text that is made wrong again and again is healed now and then. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHealer } from './healer.ts'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] }) })
afterEach(() => { vi.useRealTimers() })

test('what is found while a text is healed is healed once, together, and after a rest', async () => {
  let underWay = 0
  let most = 0
  let times = 0
  let healed = () => {}
  const heal = createHealer(async () => {
    times += 1
    most = Math.max(most, underWay += 1)
    await new Promise<void>((resolve) => { healed = resolve })
    underWay -= 1
  }, new AbortController().signal)
  const all: Promise<void>[] = []
  for (let at = 0; at < 500; at += 1) {
    all.push(heal())
    await vi.advanceTimersByTimeAsync(1)
  }
  expect([times, most]).toEqual([1, 1])
  healed()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(times).toBe(1)
  await vi.advanceTimersByTimeAsync(2_000)
  healed()
  await vi.advanceTimersByTimeAsync(6_000)
  await Promise.all(all)
  expect([times, most]).toEqual([2, 1])
})
test('at the end nothing rests', async () => {
  const end = new AbortController()
  const heal = createHealer(() => { vi.advanceTimersByTime(400); return Promise.resolve() }, end.signal)
  const done = heal()
  await vi.advanceTimersByTimeAsync(1)
  end.abort()
  await done
  expect(vi.getTimerCount()).toBe(0)
})
