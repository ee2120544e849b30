/** How much may come into a text at once: one act of the editor is one message to the server, and a message has an end. */

/** Bytes; a message may be 1 MiB, and what comes into a passage may send the rest of that passage again. */
const AT_ONCE = 512 * 1024
/** What each passage, run of words and mark takes on the wire beyond its JSON, at most. */
const EACH = 40

function sizeOf(content: unknown): number {
  const json = JSON.stringify(content)
  return new TextEncoder().encode(json).length + EACH * json.split('{').length
}

export const isTooMuch = (content: unknown): boolean => sizeOf(content) > AT_ONCE

/** The same content in acts that can each be sent; what is too long by itself stays whole. */
export function inPortions<C>(content: readonly C[]): C[][] {
  const portions: C[][] = []
  let left = 0
  for (const one of content) {
    const size = sizeOf(one)
    if (size > left) { portions.push([]); left = AT_ONCE }
    portions.at(-1)!.push(one)
    left -= size
  }
  return portions
}
