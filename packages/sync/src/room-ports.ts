/** What a room is handed: its peers, the gate that knows the text, and the way to the other nodes. */
import type * as Y from 'yjs'
import type { Decoded } from './decoded.ts'
import type { DocumentLog } from './document-log.ts'

export interface Peer {
  /** Asked at every message: a right can end in mid-sentence. */
  may(): 'none' | 'read' | 'write'
  /** Whether this client knows our own frames; the stock client logs an error for each. */
  readonly frames: boolean
  /** The schema that it knows; null where it does not say: it may write, and what it writes is looked at. */
  readonly schema: number | null
  /** Who it is: a client id belongs to the one who used it first in a room, for good. */
  readonly owner: string
  readonly actingFor: string | null
  /** Name, organisation and colour for the carets of others. */
  readonly user: Readonly<Record<string, unknown>>
  /** One message; a long one in two pieces, so that what goes to many need not be copied for each. */
  send(bytes: Uint8Array, rest?: Uint8Array): void
  close(code: number, reason: string): void
}

/** What the app checks in a text that the wire knows nothing of. */
export interface Gate {
  /** An empty document that knows what its roots are: to Yjs a root is of no kind until somebody says so. */
  newDocument(): Y.Doc
  /** The room was taken from the log again, under this schema: what was known or counted in is forgotten. */
  reset(schema: number): void
  /** Whether the bytes alone show that the text stays valid; counted in when true. `stored`: what is on disk, asked for only where needed. */
  isPlain(update: Decoded, stored: () => readonly Uint8Array[]): boolean
  /** An update stands that was not plain, or that another node wrote. */
  took(update: Decoded): void
  /** The document before a batch in which not everything is plain. */
  before(doc: Y.Doc, updates: readonly Decoded[]): void
  /** Null when the document may stand as it is after these transactions; else why not: `TEXT_IS_FULL` where it is only too much. */
  whyNot(doc: Y.Doc, transactions: readonly Y.Transaction[]): string | null
  /** Called after such a batch is on disk. */
  accepted(doc: Y.Doc, transactions: readonly Y.Transaction[]): void
}

export interface RoomDependencies {
  readonly name: string
  readonly log: DocumentLog
  readonly gate: Gate
  /** The newest schema that this node knows. */
  readonly newest: number
  /** Tells the other nodes what stands in this row, and under which schema; after the commit, never before. */
  readonly publish: (updates: readonly Uint8Array[], seq: number, schema: number) => void
  readonly publishAwareness: (update: Uint8Array) => void
  /** Runs when what comes in the same tick has been said. */
  readonly schedule: (work: () => void) => void
  /** Writes what was said: at once where little is said, else together with what comes in the same moment. */
  readonly gather: (write: () => void) => void
  /** Runs in a moment that nobody notices at a caret: what a crowd says of its presence goes out together. */
  readonly later: (work: () => void) => void
  readonly fault: (error: unknown) => void
}
