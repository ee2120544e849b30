/** Many people look and nobody types; each renews its presence every fifteen seconds, as a browser does. */
import { beginAll } from '../seed.ts'
import { until } from '../until.ts'
import { beginWindow } from '../window.ts'
import type { Metric } from './metric.ts'

const FIRST_CLIENT = 820_000_000
const RENEWS = 15_000
const GLANCE = 50
const SETTLE = 3_000

export const idle: Metric = {
  name: 'idle',
  async measure({ site, scale: { idle: { clients, documents, seconds } } }) {
    const names = Array.from({ length: documents }, (_, at) => `idle-${at}`)
    await beginAll(site, names)
    // What making the documents took must not lie in the memory that it starts from.
    if (site.target.persists !== false) await site.restart()
    await until(() => false, SETTLE)
    const nobody = beginWindow(site)
    await until(() => false, SETTLE)
    const alone = nobody()
    const rest = await site.memory()
    const people = Array.from({ length: clients }, (_, at) => site.join(names[at % documents]!))
    await Promise.all(people.map(({ ready }) => ready))
    let clock = 0
    const renew = async (milliseconds: number) => {
      for (const begun = performance.now(); performance.now() - begun < milliseconds;) {
        // As many in each glance as come around once in all that time.
        for (let left = Math.ceil(clients * GLANCE / RENEWS); left > 0; left -= 1) {
          people[clock % clients]!.present(FIRST_CLIENT + clock % clients, 1 + Math.floor(clock / clients))
          clock += 1
        }
        await until(() => false, GLANCE)
      }
    }
    await renew(SETTLE)
    const end = beginWindow(site)
    await renew(seconds * 1_000)
    const stretch = end()
    const here = await site.memory()
    const cut = people.filter(({ closed }) => closed !== null).length
    for (const peer of people) peer.cut()
    const each = (part: 'server' | 'database') => rest && here && (here[part] - rest[part]) * 1_024 / clients
    const rate = ({ spent, seconds: long }: typeof stretch) => spent && (spent.server + spent.database) / long
    const [busyAlone, busyHere] = [rate(alone), rate(stretch)]
    return [
      { what: 'people', value: clients },
      { what: 'memory of the server for each', value: each('server'), unit: 'kB' },
      { what: 'memory of the database for each', value: each('database'), unit: 'kB' },
      { what: 'processor time with nobody there', value: busyAlone === null ? null : busyAlone * 1_000, unit: 'ms/s' },
      { what: 'processor time for each', value: busyAlone === null || busyHere === null ? null : Math.max(0, busyHere - busyAlone) * 1e6 / clients, unit: 'µs/s' },
      { what: 'connections that were cut', value: cut, mustBeZero: true },
    ]
  },
}
