/** The port behind which the log of updates stands, described by the room that uses it. */

import type { Claim } from './claims.ts'

export interface Entry {
  readonly room: string
  /** The epoch the writer joined under: after a freeze an entry of an older epoch is not taken. */
  readonly epoch: number
  /** Packed updates, see `packFrames`. */
  readonly frames: Uint8Array
  /** Client ids that are used for the first time in it: kept with it, or neither is. */
  readonly claims: readonly Claim[]
}
export interface Loaded {
  readonly epoch: number
  readonly writable: boolean
  readonly rows: readonly Uint8Array[]
  /** Client id to the owner who used it first. */
  readonly owners: ReadonlyMap<number, string>
  /** Changes whenever a row was added or the log was compacted. */
  readonly mark: string
}

export interface DocumentLog {
  /** One durable write for all entries. Resolves once they are on disk, with the rooms that did not take theirs because they are closed. */
  append(entries: readonly Entry[]): Promise<{ readonly closed: readonly string[] }>
  /** Null for a room that does not exist. */
  load(room: string): Promise<Loaded | null>
  /** The mark of the log now, to see cheaply whether something was missed; null for a room that does not exist. */
  mark(room: string): Promise<{ readonly mark: string; readonly epoch: number; readonly writable: boolean } | null>
  /** Puts one row in the place of many, in one transaction. */
  compact(room: string): Promise<void>
}
