/** Edits that the server makes on a text for a person: moving a passage by one place, and putting passages in. */
import type * as Y from 'yjs'
import type { Passage } from './passage.ts'
import { elementOf, findPassage, fragmentOf, passageElements } from './ydoc.ts'

export type EditRefusal = 'unknown-passage' | 'at-the-edge' | 'id-in-use'
export type Edit = { readonly ok: true } | { readonly ok: false; readonly because: EditRefusal }

const refuse = (because: EditRefusal): Edit => ({ ok: false, because })

/**
 * Moves a passage one place up or down. The passage itself stays where it is in Yjs and its neighbour is made anew on the
 * other side, with its id: so what somebody types in the moved passage at this moment stays.
 */
export function movePassage(ydoc: Y.Doc, id: string, direction: 'up' | 'down', origin?: unknown): Edit {
  const found = findPassage(ydoc, id)
  if (found === null) return refuse('unknown-passage')
  const at = found.index + (direction === 'up' ? -1 : 1)
  const root = fragmentOf(ydoc)
  if (at < 0 || at >= root.length) return refuse('at-the-edge')
  const neighbour = root.get(at)
  ydoc.transact(() => {
    const copy = neighbour.clone()
    root.delete(at, 1)
    // Up: the neighbour before is gone, so the moved passage stands at `at` and the copy goes behind it. Down: the copy takes its place.
    root.insert(found.index, [copy])
  }, origin)
  return { ok: true }
}

/**
 * Puts passages into the text behind a passage, or at the start where `afterId` is null.
 * Used to bring back what was deleted: ids are kept, and refused where they are in use.
 */
export function insertPassages(ydoc: Y.Doc, afterId: string | null, passages: readonly Passage[], origin?: unknown): Edit {
  const after = afterId === null ? null : findPassage(ydoc, afterId)
  if (afterId !== null && after === null) return refuse('unknown-passage')
  const inUse = new Set<unknown>(passageElements(ydoc).map(element => element.getAttribute('id')))
  if (passages.some(passage => inUse.has(passage.id))) return refuse('id-in-use')
  ydoc.transact(() => fragmentOf(ydoc).insert(after === null ? 0 : after.index + 1, passages.map(elementOf)), origin)
  return { ok: true }
}
