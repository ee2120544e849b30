/** An update as its bytes tell it, before anything is applied. */
import * as Y from 'yjs'

export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Null for bytes that are no update, or that can be read in two ways. */
export function decodeUpdate(update: Uint8Array): Decoded | null {
  try {
    const decoded = Y.decodeUpdate(update)
    return readsOneWay(decoded) ? decoded : null
  } catch {
    return null
  }
}

/** Parts of one client stand together, each behind the one before. Of two lists a document takes the last, and a merge the first: what is looked at here would not be what others see. */
function readsOneWay({ structs }: Decoded): boolean {
  if (structs.length === 1) return true
  const seen = new Set<number>()
  let last: { readonly client: number; readonly end: number } | null = null
  for (const { id: { client, clock }, length } of structs) {
    if (client === last?.client ? clock !== last.end : seen.has(client)) return false
    seen.add(client)
    last = { client, end: clock + length }
  }
  return true
}

export const deletesSomething = ({ ds }: Decoded): boolean => ds.clients.size > 0
export function rangesDeleted({ ds }: Decoded): number {
  let count = 0
  for (const ranges of ds.clients.values()) count += ranges.length
  return count
}
