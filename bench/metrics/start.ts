/** How long a server takes to answer: on an empty folder, and again. */
import type { Metric } from './metric.ts'

export const start: Metric = {
  name: 'start',
  async measure({ site }) {
    const first = site.started
    await site.restart()
    return [{ what: 'first start, on an empty folder', value: first, unit: 'ms' }, { what: 'start again', value: site.started, unit: 'ms' }]
  },
}
