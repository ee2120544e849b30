/** The log of all rooms of this node, and its pace: a letter alone is written at once, and among many a moment later, so that more of them share the write. */
import type { DocumentLog } from '@draagvlak/sync/document-log'
import { groupedLog } from '@draagvlak/sync/grouped-log'
import type { Deps } from '../deps.ts'
import { postgresLog, type Compact } from '../store/document-log.ts'

export interface PacedLog {
  readonly log: DocumentLog
  /** Runs the write of a room: where many are written in, what else is said there in this tick goes with it. */
  readonly gather: (write: () => void) => void
}

/** Where so few rooms are written in, nobody waits for others. */
const FEW = 1
/** After a write for so many rooms the next one waits a moment for more: it costs the same for all of them. */
const CROWD = 16
/** In ms. */
const LONGEST_WAIT = 4

/** @param wrote told whenever something came on disk. */
export function pacedLog({ connection, meter }: Pick<Deps, 'connection' | 'meter'>, compact: Compact, wrote: () => void): PacedLog {
  const stored = postgresLog(connection, compact)
  const measured = (append: DocumentLog['append']): DocumentLog['append'] => async (entries) => {
    const since = performance.now()
    const appended = await append(entries)
    if (appended.seqs.size > 0) wrote()
    meter.flushed(since, entries.length)
    return appended
  }
  /** How many rooms were in the last write. */
  let crowd = 0
  const soon = (work: () => void, before: number): void => {
    crowd = before
    if (before <= FEW) queueMicrotask(work)
    else if (before < CROWD) setImmediate(work)
    else setTimeout(work, Math.min(LONGEST_WAIT, before / CROWD))
  }
  return {
    log: groupedLog({ ...stored, append: measured((entries) => stored.append(entries)), appendFree: measured((entries) => stored.appendFree(entries)) }, soon),
    gather: (write) => { (crowd <= FEW ? queueMicrotask : setImmediate)(write) },
  }
}
