/** A full disk under the database: how PostgreSQL says it, and what the log says of it, once. */
import type { Logger } from 'pino'

export const DISK_IS_FULL = 'the disk of the database is full: nothing is saved until there is room, and then writing goes on by itself'
export const DISK_HAS_ROOM = 'the disk of the database has room again: writing goes on'

/** SQLSTATE of every write for which the operating system has no room (ENOSPC). */
const NO_ROOM = '53100'
const IN_WORDS = 'No space left on device'

export const saysDiskIsFull = (error: unknown): boolean =>
  typeof error === 'string' ? error.includes(IN_WORDS) : error instanceof Error && ((error as { code?: unknown }).code === NO_ROOM || error.message.includes(IN_WORDS))

export interface DiskWatch {
  /** True for a full disk, which is then told of: the first time, and not again before something was written. */
  isFull(error: unknown): boolean
  wrote(): void
}

/** Whoever is refused comes back several times a second: a line for each of them would want a disk of its own. */
export function watchDisk(log: Pick<Logger, 'error' | 'warn'>): DiskWatch {
  let full = false
  return {
    isFull(error) {
      if (!saysDiskIsFull(error)) return false
      if (!full) log.error({ why: (error as Error).message }, DISK_IS_FULL)
      full = true
      return true
    },
    wrote() {
      if (full) log.warn(DISK_HAS_ROOM)
      full = false
    },
  }
}
