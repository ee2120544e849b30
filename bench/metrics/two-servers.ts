/** The same load on one server and on two that share a database: what the messages between them cost. */
import type { Metric } from './metric.ts'
import { typeAway } from './throughput.ts'

export const twoServers: Metric = {
  name: 'two-servers', needsSecond: true,
  async measure({ site, scale }) {
    const one = await typeAway(site, scale, { name: 'one-server', onBoth: false })
    await site.startSecond()
    const two = await typeAway(site, scale, { name: 'two-servers', onBoth: true })
    return [
      ...one.figures.map((figure) => ({ ...figure, what: `one: ${figure.what}` })), ...two.figures.map((figure) => ({ ...figure, what: `two: ${figure.what}` })),
      { what: 'two for each one, per second of processor time', value: one.perSecond && two.perSecond && two.perSecond / one.perSecond },
    ]
  },
}
