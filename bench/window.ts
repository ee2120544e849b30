/** A stretch of time: how long it was, what the server and its database spent in it, and what the generator of load spent. */
import type { Figure } from './figures.ts'
import type { Spent } from './proc.ts'
import type { Site } from './site.ts'

export interface Stretch { readonly seconds: number; readonly spent: Spent | null; readonly generator: number }

/** Returns how to end it. */
export function beginWindow(site: Site): () => Stretch {
  const [before, own, begun] = [site.spent(), process.cpuUsage(), performance.now()]
  return () => {
    const seconds = (performance.now() - begun) / 1_000
    const { user, system } = process.cpuUsage(own)
    const after = site.spent()
    return { seconds, spent: before && after ? { server: after.server - before.server, database: after.database - before.database } : null, generator: (user + system) / 1e6 }
  }
}

/** Null where nobody tells what was spent. */
export const perSecondSpent = (count: number, { spent }: Stretch): number | null => spent && count / (spent.server + spent.database)

/** How busy everybody was, in percent of one core. */
export const busy = ({ seconds, spent, generator }: Stretch): Figure[] => [
  { what: 'server busy', value: spent && spent.server / seconds * 100, unit: '% of a core' },
  { what: 'its database busy', value: spent && spent.database / seconds * 100, unit: '% of a core' },
  { what: 'generator of load busy', value: generator / seconds * 100, unit: '% of a core' },
]
