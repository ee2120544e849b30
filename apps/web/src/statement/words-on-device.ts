/** Which texts have words that are on this device alone, asked before signing out takes the device's copy away. */
import { call } from '@draagvlak/api/call'
import { seeDraft } from '@draagvlak/api/statement'
import { textOf, type Inline } from '@draagvlak/editor/passage'
import { openLocalCopies, type LocalCopy } from '@draagvlak/sync/local-copy'
import * as Y from 'yjs'
import { openBrowserStore } from './browser-store.ts'
import { leftBehind, notIn, type LeftBehind } from './left-behind.ts'

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
    const words = wordsIn(await copies!.open(name).load())
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
    const copy = await copies!.open(name).load()
    if (copy.confirmed !== null && wordsIn(copy).length > 0) return true
  }
  return false
}

function wordsIn({ updates, confirmed }: Awaited<ReturnType<LocalCopy['load']>>): LeftBehind[] {
  const doc = new Y.Doc()
  doc.transact(() => { for (const update of updates) Y.applyUpdate(doc, update) })
  const words = leftBehind(doc, confirmed ?? Y.encodeStateVector(new Y.Doc()))
  doc.destroy()
  return words
}
