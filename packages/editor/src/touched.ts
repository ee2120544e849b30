/** Which passages a Yjs transaction touched, so that the gate looks at these and not at the whole text. */
import * as Y from 'yjs'
import { fragmentOf } from './ydoc.ts'

/** Every child of the root that the transaction changed inside, or put there; what it deleted is not among them. */
export function touchedPassages(transaction: Y.Transaction): Set<unknown> {
  const root = fragmentOf(transaction.doc)
  const touched = new Set<unknown>()
  for (const type of transaction.changed.keys()) {
    const child = childOfRoot(type, root)
    if (child !== null) touched.add(child)
  }
  for (const child of newChildren(root, transaction)) touched.add(child)
  return touched
}

function childOfRoot(type: unknown, root: Y.XmlFragment): unknown {
  let at = type
  while (at instanceof Y.AbstractType && at.parent !== null && at.parent !== root) at = at.parent
  return at instanceof Y.AbstractType && at.parent === root && at._item?.deleted === false ? at : null
}

function* newChildren(root: Y.XmlFragment, transaction: Y.Transaction): Iterable<unknown> {
  for (let item = root._start; item !== null; item = item.right) {
    if (!item.deleted && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)) yield* item.content.getContent()
  }
}
