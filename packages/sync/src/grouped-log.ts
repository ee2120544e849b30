/** Group commit: what all rooms append in one tick, and while a write is under way, goes to disk in one write. */
import type { DocumentLog, Entry } from './document-log.ts'

interface Waiting { readonly entry: Entry; readonly resolve: (closed: boolean) => void; readonly reject: (error: unknown) => void }

/** @param soon runs the work once the rooms of this tick have said what they append. */
export function groupedLog(log: DocumentLog, soon: (work: () => void) => void): DocumentLog {
  let waiting: Waiting[] = []
  let planned = false
  let writing = false

  const plan = () => {
    if (planned || writing || waiting.length === 0) return
    planned = true
    soon(() => {
      planned = false
      void write()
    })
  }
  const write = async () => {
    const group = waiting
    waiting = []
    writing = true
    try {
      const { closed } = await log.append(group.map(({ entry }) => entry))
      const shut = new Set(closed)
      for (const { entry, resolve } of group) resolve(shut.has(entry.room))
    } catch (error) {
      for (const { reject } of group) reject(error)
    } finally {
      writing = false
      plan()
    }
  }
  return {
    ...log,
    async append(entries) {
      const answers = entries.map((entry) => new Promise<boolean>((resolve, reject) => waiting.push({ entry, resolve, reject })))
      plan()
      const closed = await Promise.all(answers)
      return { closed: entries.filter((_, at) => closed[at]).map((entry) => entry.room) }
    },
  }
}
