/** Group commit: what all rooms append in one tick, and while a write is under way, goes to disk in one write. */
import type { Appended, DocumentLog, Entry } from './document-log.ts'

interface Waiting { readonly entry: Entry; readonly resolve: (appended: Appended) => void; readonly reject: (error: unknown) => void }

/** @param soon runs the work: at once, or when more rooms have said what they append; it is told how many were in the write before. */
export function groupedLog(log: DocumentLog, soon: (work: () => void, before: number) => void): DocumentLog {
  let waiting: Waiting[] = []
  let planned = false
  let writing = false
  let before = 0

  const plan = () => {
    if (planned || writing || waiting.length === 0) return
    planned = true
    soon(() => {
      planned = false
      void write()
    }, before)
  }
  const write = async () => {
    const group = waiting
    waiting = []
    writing = true
    before = group.length
    try {
      const entries = group.map(({ entry }) => entry)
      const appended = log.appendFree ? await log.appendFree(entries) : await log.append(entries)
      for (const { entry, resolve, reject } of group) {
        // Whoever types in another room does not wait for what holds this one.
        if (log.appendFree && !appended.seqs.has(entry.room)) log.append([entry]).then(resolve, reject)
        else resolve(appended)
      }
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
      const answers = entries.map((entry) => new Promise<Appended>((resolve, reject) => waiting.push({ entry, resolve, reject })))
      plan()
      const all = await Promise.all(answers)
      return {
        closed: entries.filter(({ room }, at) => all[at]!.closed.includes(room)).map(({ room }) => room),
        seqs: new Map(entries.flatMap(({ room }, at) => { const seq = all[at]!.seqs.get(room); return seq === undefined ? [] : [[room, seq] as const] })),
      }
    },
  }
}
