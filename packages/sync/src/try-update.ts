/** Trying updates of peers on a document, and telling what came of it. */
import * as Y from 'yjs'

export type Tried =
  /** No transactions: they add nothing. */
  | { readonly fits: true; readonly transactions: readonly Y.Transaction[] }
  /** The document is spoilt now and must be taken from the log again. */
  | { readonly fits: false; readonly because: 'not-an-update' | 'parts-are-missing' }

/** Applies them in one transaction. Where they do not fit, the document holds remains of them. */
export function tryUpdates(doc: Y.Doc, updates: readonly Uint8Array[]): Tried {
  const transactions: Y.Transaction[] = []
  const note = (transaction: Y.Transaction) => transactions.push(transaction)
  doc.on('afterTransaction', note)
  try {
    doc.transact(() => { for (const update of updates) Y.applyUpdate(doc, update, 'peer') }, 'peer')
  } catch {
    return { fits: false, because: 'not-an-update' }
  } finally {
    doc.off('afterTransaction', note)
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) return { fits: false, because: 'parts-are-missing' }
  return { fits: true, transactions: transactions.filter(didSomething) }
}

function didSomething({ changed, deleteSet, beforeState, afterState }: Y.Transaction): boolean {
  return changed.size > 0 || deleteSet.clients.size > 0 || [...afterState].some(([client, clock]) => beforeState.get(client) !== clock)
}
