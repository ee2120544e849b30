/** The suite that every way to tell the other nodes must pass. */
import { expect, test } from 'vitest'
import type { Bus, Channel } from './bus.ts'

export interface BusUnderTest {
  /** A node of its own, on the same bus as the others. */
  readonly join: () => Bus
  /** Cuts every node off for a moment. */
  readonly cut: () => Promise<void>
}

/** What one node heard, and a way to wait for the next thing. */
export async function listener(bus: Bus): Promise<{ readonly heard: string[]; gaps: () => number; until: (enough: () => boolean) => Promise<void>; stop: () => Promise<void> }> {
  const heard: string[] = []
  const waiting = new Set<() => void>()
  let gaps = 0
  const look = () => { for (const again of waiting) again() }
  const stop = await bus.subscribe((channel: Channel, payload) => { heard.push(`${channel} ${payload}`); look() }, () => { gaps += 1; look() })
  const until = (enough: () => boolean) => new Promise<void>((resolve) => {
    const again = () => { if (enough()) { waiting.delete(again); resolve() } }
    waiting.add(again)
    again()
  })
  return { heard, gaps: () => gaps, until, stop }
}

/** Tests to be called inside a `describe`. */
export function busContract(open: () => Promise<BusUnderTest>): void {
  test('what one node says every node hears, its own words too, in the order in which they were said', async () => {
    const { join } = await open()
    const [a, b] = [join(), join()]
    const [here, there] = [await listener(a), await listener(b)]
    for (const word of ['een', 'twee', 'drie']) await a.publish('rooms', word)
    const all = ['rooms een', 'rooms twee', 'rooms drie']
    await Promise.all([here, there].map(({ heard, until }) => until(() => heard.length >= 3)))
    expect([here.heard, there.heard]).toEqual([all, all])
    await Promise.all([here.stop(), there.stop()])
  })
  test('two who listen on one node each hear everything, and one who stops hears no more', async () => {
    const { join } = await open()
    const bus = join()
    const [one, other] = [await listener(bus), await listener(bus)]
    await one.stop()
    await bus.publish('events', 'x')
    await other.until(() => other.heard.length > 0)
    expect([one.heard, other.heard]).toEqual([[], ['events x']])
    await other.stop()
  })
  test('after a cut a node is told that it may have missed something, and hears again', async () => {
    const { join, cut } = await open()
    const [a, b] = [join(), join()]
    const [here, there] = [await listener(a), await listener(b)]
    const before = there.gaps()
    await cut()
    await Promise.all([there.until(() => there.gaps() > before), here.until(() => here.gaps() > before)])
    await a.publish('rooms', 'weer')
    await there.until(() => there.heard.includes('rooms weer'))
    await Promise.all([here.stop(), there.stop()])
  })
}
