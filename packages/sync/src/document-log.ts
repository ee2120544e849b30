/** The port behind which the log of updates stands, described by the room that uses it. */
import type { Claim } from './ledger.ts'

export interface Entry {
  readonly room: string
  /** The epoch the writer joined under: after a freeze an entry of an older epoch is not taken. */
  readonly epoch: number
  /** The schema under which it was looked at: after a raise an entry of an older one is not taken. */
  readonly schema: number
  /** Packed updates, see `packFrames`. */
  readonly frames: Uint8Array
  /** Client ids that are used for the first time in it: kept with it, or neither is. */
  readonly claims: readonly Claim[]
}
export interface Row {
  readonly seq: number
  readonly frames: Uint8Array
  /** Where the row is one update made of many: its state vector. */
  readonly vector?: Uint8Array | null
}
export type Owners = ReadonlyMap<number, string>
export interface RoomState {
  readonly epoch: number
  readonly schema: number
  readonly writable: boolean
}
export interface Loaded extends RoomState {
  /** In the order in which they must be read. */
  readonly rows: readonly Row[]
  /** Client id to the owner who used it first. */
  readonly owners: Owners
}
export interface Tail extends RoomState {
  /** The rows above what was asked for. */
  readonly seqs: readonly number[]
  /** Those of them that a compaction made of many. */
  readonly whole: readonly number[]
}
export interface Appended {
  /** The rooms that did not take theirs because they are closed, or open under another epoch or schema. */
  readonly closed: readonly string[]
  readonly seqs: ReadonlyMap<string, number>
}

export interface DocumentLog {
  /** One durable write for all entries, at most one of each room. Resolves once they are on disk. */
  append(entries: readonly Entry[]): Promise<Appended>
  /** The same without waiting for anything that holds a room: what of it is named as closed may only be held, and `append` tells. */
  appendFree?(entries: readonly Entry[]): Promise<Appended>
  /** Null for a room that does not exist. */
  load(room: string): Promise<Loaded | null>
  /** What stands in the log above these numbers, for many rooms at once: to see cheaply whether something was missed. A room that is not in the answer does not exist. */
  tails(asked: readonly { readonly room: string; readonly above: number }[]): Promise<ReadonlyMap<string, Tail>>
  /** These rows, as far as they are still there: a compaction puts the last of many in their place. */
  rows(room: string, seqs: readonly number[]): Promise<readonly Row[]>
  owners(room: string): Promise<Owners>
  /** Puts one row in the place of many, in one transaction; it has the number of the last of them. @returns their numbers; none where nothing was done. */
  compact(room: string): Promise<readonly number[]>
}
