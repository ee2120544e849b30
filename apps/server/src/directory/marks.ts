/** The small marks of an organisation where its logo is too large: initials and a hue. */

const SMALL = new Set(['de', 'het', 'een', 'van', 'der', 'den', 'en', 'voor', 'in', 'op', 'aan', 'te', "'t", 'stichting', 'vereniging', 'the', 'of', 'and', 'for'])

/** Two letters from the words that say something: *Huisartsen Samen* → HS, *ActiZ* → AC. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s\-–—/&]+/u).map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')).filter(Boolean)
  const telling = words.filter((word) => !SMALL.has(word.toLowerCase()))
  const chosen = telling.length > 0 ? telling : words
  if (chosen.length === 0) return '?'
  return (chosen.length === 1 ? chosen[0]!.slice(0, 2) : `${chosen[0]![0]}${chosen[1]![0]}`).toUpperCase()
}

const HUES = 12
/** Steps so far round the circle of hues, and through all of them. */
const STEP = 5

/** One of the twelve hues, from the random tail of the id: always the same for an organisation, on every node. */
export const hueOf = (organisationId: string): number => Number.parseInt(organisationId.slice(-6), 16) % HUES + 1

/**
 * The hues of organisations that are seen together, first come first served: each its own, or where that is taken the next one that the fewest have.
 * Who joins later changes nobody's hue.
 */
export function huesOf(organisationIds: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Map<number, number>()
  const found = new Map<string, number>()
  for (const id of organisationIds) {
    const circle = Array.from({ length: HUES }, (_, at) => (hueOf(id) - 1 + at * STEP) % HUES + 1)
    const fewest = Math.min(...circle.map((hue) => taken.get(hue) ?? 0))
    const hue = circle.find((one) => (taken.get(one) ?? 0) === fewest)!
    taken.set(hue, fewest + 1)
    found.set(id, hue)
  }
  return found
}
