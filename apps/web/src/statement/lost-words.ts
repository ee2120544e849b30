/** Own words of a text that its writer may no longer read, or that is gone: those that wait, and those that a copy in this browser never sent. */
import type { LocalCopies } from '@draagvlak/sync/local-copy'
import { waitingWords, type BrowserStore, type WaitingWords } from './browser-store.ts'
import { leftBehindIn, once } from './left-behind.ts'

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
    await desk.wait(waitingWords(textKey, once(leftBehindIn(updates, confirmed)), 'not-taken', at))
    await copies!.forget(name)
  }
  // A room that ended at this moment hands its words out first and lets its copy go afterwards: they are in one of the two.
  return desk.waiting(textKey)
}
