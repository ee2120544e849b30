/** Many rows of a log as one update: what was deleted is let go of, everything else reads the same. */
import * as Y from 'yjs'
import { unpackFrames } from './frames.ts'

export interface Together {
  readonly update: Uint8Array
  /** Its state vector: how far each client comes in it. */
  readonly vector: Uint8Array
}

/** Null where parts are missing in them: then they stay as they are, for somebody to look at. Takes half a second for a text of a quarter of a million letters. */
export function compacted(rows: readonly Uint8Array[]): Together | null {
  const doc = new Y.Doc()
  doc.transact(() => { for (const row of rows) for (const update of unpackFrames(row)) Y.applyUpdate(doc, update) })
  return doc.store.pendingStructs || doc.store.pendingDs ? null : { update: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc) }
}
