/** Which texts have words that are on this device alone: asked before signing out takes the device's copy away, and on the way in. */
import { call } from '@draagvlak/api/call'
import { seeDraft } from '@draagvlak/api/statement'
import { textOf, type Inline } from '@draagvlak/editor/passage'
import { openLocalCopies } from '@draagvlak/sync/local-copy'
import * as Y from 'yjs'
import { openBrowserStore } from './browser-store.ts'
import { leftBehindIn, notIn } from './left-behind.ts'

/** The passages of a draft as the server has them; null where it can't be asked. */
export type AskDraft = (statementId: string) => Promise<readonly string[] | null>

const askServer: AskDraft = async (statementId) =>
  call(seeDraft, { params: { statementId } }).then(({ passages }) => passages.map(({ content = [] }) => textOf({ content: content as readonly Inline[] })), () => null)

/**
 * The titles, or the ids where the device does not know the title.
 * What the copy remembers of the server may be old: what looks unsent is looked up there before it is called so.
 */
export async function textsWithWordsHere(personId: string, askDraft: AskDraft = askServer): Promise<string[]> {
  const refused = (): null => null
  const [copies, desk] = await Promise.all([openLocalCopies(indexedDB).catch(refused), openBrowserStore().catch(refused)])
  const texts = new Set<string>((await desk?.waitingOf(personId) ?? []).map(({ textKey }) => textKey.split('/')[1]!))
  for (const name of await copies?.names(`${personId}/`) ?? []) {
    const [, statementId = ''] = name.split('/')
    const { updates, confirmed } = await copies!.open(name).load()
    const words = leftBehindIn(updates, confirmed ?? Y.encodeStateVector(new Y.Doc()))
    if (words.length === 0) continue
    const there = await askDraft(statementId)
    if (there === null || notIn(words, there).length > 0) texts.add(statementId)
  }
  return Promise.all([...texts].map(async (id) => (await desk?.recall(personId, id))?.title ?? id))
}

/** Whether this device holds words of a text that were not sent, whoever typed them: asked before anybody has signed in. */
export async function hasWordsFor(statementId: string): Promise<boolean> {
  const copies = await openLocalCopies(indexedDB).catch(() => null)
  for (const name of await copies?.names('') ?? []) {
    if (!name.split('/')[1]?.startsWith(statementId)) continue
    const { updates, confirmed } = await copies!.open(name).load()
    if (confirmed !== null && leftBehindIn(updates, confirmed).length > 0) return true
  }
  return false
}
