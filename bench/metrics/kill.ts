/** The server, its database or both are killed while people type: what somebody saw or was told is saved must be there afterwards. */
import * as Y from 'yjs'
import type { Figure } from '../figures.ts'
import { chances } from '../history.ts'
import { eachEnd, Typist } from '../letters.ts'
import { readText } from '../passages.ts'
import type { Peer } from '../peer.ts'
import { readBack } from '../reader.ts'
import { beginAll } from '../seed.ts'
import type { Site, Victim } from '../site.ts'
import { until } from '../until.ts'
import type { Metric } from './metric.ts'

const FIRST_CLIENT = 840_000_000
const EARLIEST = 300
const LATEST = 1_200
/** What was on its way when the other end died still arrives, and counts. */
const LAST_BYTES = 500

/** Who types does not come back: only what the server kept counts. */
interface Desk { readonly doc: string; readonly typist: Typist; readonly writer: Peer; readonly reader: Peer; seen: number; saved: number }

export const kill: Metric = {
  name: 'kill', once: true, needsDisk: true,
  async measure({ site, scale: { kill: { times, documents, inFlight } } }) {
    const chance = chances(documents + times)
    const victims: Victim[] = site.hasDatabase ? ['server', 'database', 'both'] : ['server']
    const figures: Figure[] = []
    for (const victim of victims) {
      const sum = { seen: 0, saved: 0, lostSeen: 0, lostSaved: 0, wrong: 0, back: 0 }
      for (let time = 0; time < times; time += 1) {
        const found = await once(site, victim, Array.from({ length: documents }, (_, at) => `kill-${victim}-${time}-${at}`), inFlight, EARLIEST + chance() * (LATEST - EARLIEST))
        for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] = key === 'back' ? Math.max(sum.back, found.back) : sum[key] + found[key]
      }
      const what = `${victim === 'both' ? 'both' : `the ${victim}`} killed ${times} times`
      figures.push(
        { what: `${what}: letters that somebody saw`, value: sum.seen }, { what: `${what}: seen and lost`, value: sum.lostSeen, mustBeZero: true },
        { what: `${what}: letters that were told to be saved`, value: site.target.savedType === undefined && site.target.protocol === 'y-websocket' ? null : sum.saved }, { what: `${what}: saved and lost`, value: sum.lostSaved, mustBeZero: true },
        { what: `${what}: wrong texts`, value: sum.wrong, mustBeZero: true }, { what: `${what}: readable again within`, value: sum.back, unit: 'ms' },
      )
    }
    return figures
  },
}

interface Toll { readonly seen: number; readonly saved: number; readonly lostSeen: number; readonly lostSaved: number; readonly wrong: number; readonly back: number }

async function once(site: Site, victim: Victim, docs: readonly string[], inFlight: number, after: number): Promise<Toll> {
  const begun = await beginAll(site, docs)
  const desks = docs.map((doc, at) => sit(site, doc, new Typist(FIRST_CLIENT + at, begun.get(doc)!.end)))
  await Promise.all(desks.flatMap(({ reader, writer }) => [reader.ready, writer.ready]))
  const typing = { on: true }
  const work = Promise.all(desks.map(async (desk) => {
    while (typing.on && desk.writer.closed === null) {
      while (desk.typist.typed - desk.seen < inFlight) desk.writer.send(desk.typist.next())
      await until(() => desk.typist.typed - desk.seen < inFlight || !typing.on, LATEST, 1)
    }
  }))
  await until(() => false, after)
  await site.kill(victim)
  typing.on = false
  const killed = performance.now()
  await work
  await until(() => desks.every(({ reader, writer }) => reader.closed !== null && writer.closed !== null), LAST_BYTES)
  for (const { reader, writer } of desks) for (const peer of [reader, writer]) peer.cut()
  if (victim !== 'database') await site.start()
  const toll = { seen: 0, saved: 0, lostSeen: 0, lostSaved: 0, wrong: 0, back: 0 }
  for (const [at, { doc, typist, seen, saved }] of desks.entries()) {
    const read = await readBack(site, doc, (there) => Y.getState(there.store, typist.client) >= Math.max(seen, saved))
    if (at === 0) toll.back = performance.now() - killed
    const kept = Y.getState(read.store, typist.client)
    toll.seen += seen
    toll.saved += saved
    toll.lostSeen += Math.max(0, seen - kept)
    toll.lostSaved += Math.max(0, saved - kept)
    const { words, end } = begun.get(doc)!
    if (readText(read, end.client) !== words + typist.text(kept)) toll.wrong += 1
  }
  return toll
}

function sit(site: Site, doc: string, typist: Typist): Desk {
  const counts = { seen: 0, saved: 0 }
  const reader = site.join(doc, { heard: (update) => eachEnd(update, (client, end) => { if (client === typist.client) counts.seen = Math.max(counts.seen, end) }) })
  const writer = site.join(doc, { saved: (updates) => { counts.saved = updates } })
  return Object.assign(counts, { doc, typist, writer, reader })
}
