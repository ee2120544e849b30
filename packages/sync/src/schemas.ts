/** Who may be in a room under a schema: whoever knows it, on a node that knows it. */
import { CLOSE } from './frames.ts'

export interface NotUnder { readonly code: typeof CLOSE.clientTooOld | typeof CLOSE.tryAgain; readonly why: string }

/**
 * [R14] Who knows only an older schema would delete what it can't read. A node that knows only an older one can look at nobody's words: another does.
 * @param known what the client says it knows; null where it does not say. @param newest what the node knows.
 */
export function whyNotUnder(schema: number, known: number | null, newest: number): NotUnder | null {
  if (known !== null && known < schema) return { code: CLOSE.clientTooOld, why: 'client too old' }
  return schema > newest || (known !== null && known > newest) ? { code: CLOSE.tryAgain, why: 'this server is older, try again' } : null
}
