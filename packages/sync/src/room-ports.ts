/** What a room is handed: its peers, the gate that knows the text, and the way to the other nodes. */
import type * as Y from 'yjs'
import type { DocumentLog } from './document-log.ts'

export interface Peer {
  /** Asked at every message: a right can end in mid-sentence. */
  may(): 'none' | 'read' | 'write'
  /** Whether this client knows our own frames; the stock client logs an error for each. */
  readonly frames: boolean
  /** Who it is: a client id belongs to the one who used it first in a room, for good. */
  readonly owner: string
  readonly actingFor: string | null
  /** Name, organisation and colour for the carets of others. */
  readonly user: Readonly<Record<string, unknown>>
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
}

/** What the app checks in a text that the wire knows nothing of. */
export interface Gate {
  /** The document as it was loaded from the log. */
  loaded(doc: Y.Doc): void
  /** Null when the document may stand as it is after this transaction; else why not. */
  whyNot(doc: Y.Doc, transactions: readonly Y.Transaction[]): string | null
  /** Called after a batch is on disk. */
  accepted(doc: Y.Doc, transactions: readonly Y.Transaction[]): void
}

export interface RoomDependencies {
  readonly name: string
  readonly log: DocumentLog
  readonly gate: Gate
  /** Tells the other nodes; after the commit, never before. */
  readonly publish: (updates: readonly Uint8Array[]) => void
  readonly publishAwareness: (update: Uint8Array) => void
  /** Runs soon, once for many calls in the same tick. */
  readonly schedule: (work: () => void) => void
  readonly fault: (error: unknown) => void
}
