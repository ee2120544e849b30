/** Healing ids: no two passages share one, none is without. Only the server does this, or two healers would disagree. */
import * as Y from 'yjs'
import { isPassageId } from './passage-id.ts'
import { passageElements } from './ydoc.ts'

export interface HealedId { readonly from: string | null; readonly to: string }

/**
 * Gives a new id to every passage that has none or has that of another. Of passages that share an id the first
 * with words keeps it, because answers and conversations belong to the words.
 */
export function healDuplicateIds(ydoc: Y.Doc, newId: () => string, origin?: unknown): HealedId[] {
  const holders = new Map<string, Y.XmlElement[]>()
  const without: Y.XmlElement[] = []
  for (const element of passageElements(ydoc)) {
    const id: unknown = element.getAttribute('id')
    const others = isPassageId(id) ? holders.get(id) : without
    if (others) others.push(element)
    else holders.set(id as string, [element])
  }
  const losers = [...holders.values()].flatMap(elements => {
    const keeper = elements.find(hasWords) ?? elements[0]
    return elements.filter(element => element !== keeper)
  })
  const healed: HealedId[] = []
  if (losers.length + without.length === 0) return healed
  ydoc.transact(() => {
    for (const element of [...without, ...losers]) {
      const to = freshId(newId, holders)
      holders.set(to, [element])
      healed.push({ from: element.getAttribute('id') ?? null, to })
      element.setAttribute('id', to)
    }
  }, origin)
  return healed
}

function freshId(newId: () => string, taken: ReadonlyMap<string, unknown>): string {
  let id = newId()
  while (taken.has(id)) id = newId()
  return id
}

function hasWords(element: Y.XmlElement): boolean {
  return element.toArray().some(part => !(part instanceof Y.XmlText) || part.length > 0)
}
