/** One person types ten letters a second: how long until each of the others has them. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Figure } from '../figures.ts'
import { eachEnd, Typist } from '../letters.ts'
import { beginAll } from '../seed.ts'
import type { Site } from '../site.ts'
import { percentile } from '../stats.ts'
import { until } from '../until.ts'
import { beginWindow } from '../window.ts'
import type { Metric } from './metric.ts'

const TYPIST = 600_000_001
const BETWEEN = 100
const WARM = 3
const LATE = 10_000

export const fanOut: Metric = {
  name: 'fan-out',
  async measure({ site, scale: { crowds, keys } }) {
    const figures: Figure[] = []
    for (const crowd of crowds) figures.push(...await among(site, crowd, keys))
    return figures
  },
}

async function among(site: Site, crowd: number, keys: number): Promise<Figure[]> {
  const doc = `fan-out-${crowd}`
  const typist = new Typist(TYPIST, (await beginAll(site, [doc])).get(doc)!.end)
  const sentAt: number[] = []
  const [seen, saved]: [number[], number[]] = [[], []]
  const since = (key: number, into: number[]) => { if (key >= WARM) into.push(performance.now() - sentAt[key]!) }
  let missing = 0
  const readers = Array.from({ length: crowd - 1 }, () => {
    let known = 0
    return site.join(doc, { heard: (update) => eachEnd(update, (client, end) => {
      if (client !== typist.client) return
      for (; known < end; known += 1) {
        since(known, seen)
        missing -= 1
      }
    }) })
  })
  let told = 0
  const writer = site.join(doc, { saved: (updates) => { for (; told < updates; told += 1) since(told, saved) } })
  await Promise.all([writer, ...readers].map(({ ready }) => ready))
  const end = beginWindow(site)
  for (let key = 0; key < keys + WARM; key += 1) {
    sentAt.push(performance.now())
    missing += readers.length
    writer.send(typist.next())
    await pause(BETWEEN)
  }
  if (!await until(() => missing <= 0, LATE)) throw new Error(`${missing} letters did not arrive; the writer's connection: ${writer.closed?.why ?? 'open'}`)
  const { spent } = end()
  for (const peer of [writer, ...readers]) peer.cut()
  const milliseconds = (what: string, values: readonly number[]): Figure[] => [0.5, 0.99].map((share) => ({ what: `${crowd} people, ${what} p${share * 100}`, value: percentile(values, share), unit: 'ms' }))
  return [
    ...milliseconds('seen', seen),
    ...(saved.length > 0 ? milliseconds('saved', saved) : []),
    ...(crowd === 50 ? [{ what: '50 people, processor time per letter and reader', value: spent && (spent.server + spent.database) * 1e6 / ((keys + WARM) * readers.length), unit: 'µs' }] : []),
  ]
}
