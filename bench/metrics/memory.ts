/** Many documents, each open at one reader: what the server and its database hold in memory for them. */
import * as Y from 'yjs'
import { longDocument } from '../passages.ts'
import { seed } from '../seed.ts'
import { until } from '../until.ts'
import type { Metric } from './metric.ts'

const FIRST_CLIENT = 810_000_000
const SETTLE = 3_000
const LATE = 30_000

export const memory: Metric = {
  name: 'memory', needsDisk: true,
  async measure({ site, scale: { memory: { documents, bytes } } }) {
    const seeds = Array.from({ length: documents }, (_, at) => {
      const client = FIRST_CLIENT + at
      const doc = longDocument(client, bytes)
      return { doc: `memory-${at}`, update: Y.encodeStateAsUpdate(doc), client, end: Y.getState(doc.store, client) }
    })
    await seed(site, seeds)
    await site.restart()
    await until(() => false, SETTLE)
    const rest = await site.memory()
    let received = 0
    const readers = seeds.map(({ doc }) => site.join(doc, { heard: (update) => { received += update.length } }))
    await Promise.all(readers.map(({ ready }) => ready))
    const whole = seeds.reduce((sum, { update }) => sum + update.length, 0)
    if (!await until(() => received >= whole * 0.9, LATE)) throw new Error(`only ${received} of ${whole} bytes came`)
    await until(() => false, SETTLE)
    const open = await site.memory()
    for (const peer of readers) peer.cut()
    const what = `${documents} documents of ${Math.round(whole / documents / 1_000)} kB open`
    return [
      { what: 'server at rest', value: rest && rest.server, unit: 'MiB' },
      { what: `server, ${what}`, value: open && open.server, unit: 'MiB' },
      { what: 'database at rest', value: rest && rest.database, unit: 'MiB' },
      { what: `database, ${what}`, value: open && open.database, unit: 'MiB' },
    ]
  },
}
