/** Own words of a text that its writer may no longer read, or that is gone: those that wait, and those that a copy in this browser never sent. */
import type { LocalCopies } from '@draagvlak/sync/local-copy'
import * as Y from 'yjs'
import { waitingWords, type BrowserStore, type WaitingWords } from './browser-store.ts'
import { leftBehind, once } from './left-behind.ts'

/**
 * The copies are handed out as words and then let go: no room takes them any more.
 * @param at now, as an instant.
 */
export async function lostWords(copies: LocalCopies | null, desk: BrowserStore, personId: string, statementId: string, at: string): Promise<WaitingWords[]> {
  const textKey = `${personId}/${statementId}`
  for (const name of await copies?.names(textKey) ?? []) {
    const { updates, confirmed } = await copies!.open(name).load()
    // Nobody knows what of it was whose: it stays where it is.
    if (confirmed === null) continue
    const doc = new Y.Doc()
    doc.transact(() => { for (const update of updates) Y.applyUpdate(doc, update) })
    await desk.wait(waitingWords(textKey, once(leftBehind(doc, confirmed)), 'not-taken', at))
    doc.destroy()
    await copies!.forget(name)
  }
  // A room that ended at this moment hands its words out first and lets its copy go afterwards: they are in one of the two.
  return desk.waiting(textKey)
}
