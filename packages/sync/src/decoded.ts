/** An update as its bytes tell it, before anything is applied. */
import * as Y from 'yjs'

export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Null for bytes that are no update. */
export function decodeUpdate(update: Uint8Array): Decoded | null {
  try { return Y.decodeUpdate(update) } catch { return null }
}

export const deletesSomething = ({ ds }: Decoded): boolean => ds.clients.size > 0
