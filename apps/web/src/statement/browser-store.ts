/** What this browser remembers for one person: texts to open without a network, and words that wait to be handled. */
import type { Me } from '@draagvlak/api/session'
import type { StatementFull } from '@draagvlak/api/statement'
import { partsOfWords, type LeftBehind } from './left-behind.ts'

/** Why words wait: another took their passage away, they came after the draft closed or the right to write ended, were too much at once, could not be taken, or were not sent when a newer program raised the text. */
export type WaitsBecause = 'passage-gone' | 'too-late' | 'right-ended' | 'too-much' | 'not-taken' | 'program-renewed'
export interface WaitingWords extends LeftBehind {
  /** The same for the same words of one passage, so that two tabs of one person hand them out once. */
  readonly id: string
  /** `<person>/<statement>` */
  readonly textKey: string
  readonly at: string
  /** Its place among those that were handed out at one moment. */
  readonly nth?: number
  readonly because: WaitsBecause
  /** The browser refused to keep them: they are in this tab and nowhere else. */
  readonly onlyHere?: boolean
}

/** Where words go that this browser refuses to keep: whoever shows the text has them still when the text is gone. */
export interface NotKept {
  add(words: readonly WaitingWords[]): void
  handled(id: string): void
}

export const waitingWords = (textKey: string, words: readonly LeftBehind[], because: WaitsBecause, at: string): WaitingWords[] =>
  words.map((one, nth) => ({ ...one, id: [textKey, ...partsOfWords(one).flatMap(({ passageId, typed }) => [passageId, typed])].join(' '), textKey, at, nth, because }))
/** Words that are offered already are offered as they are now. */
export const offeredToo = (now: readonly WaitingWords[], words: readonly WaitingWords[]): WaitingWords[] => [...now.filter(({ id }) => !words.some((one) => one.id === id)), ...words]
const inOrder = (one: WaitingWords, other: WaitingWords): number => one.at.localeCompare(other.at) || (one.nth ?? 0) - (other.nth ?? 0)

export interface BrowserStore {
  remember(personId: string, statement: StatementFull): Promise<void>
  recall(personId: string, statementId: string): Promise<StatementFull | null>
  rememberMe(me: Me): Promise<void>
  recallMe(): Promise<Me | null>
  /** All of them or none. */
  wait(words: readonly WaitingWords[]): Promise<void>
  waiting(text: string): Promise<WaitingWords[]>
  /** Those of all texts of one person. */
  waitingOf(personId: string): Promise<WaitingWords[]>
  handled(id: string): Promise<void>
}

const TEXTS = 'texts'
const WORDS = 'words'
const ME = 'me'

/** @throws DOMException where the browser refuses to keep anything. */
export async function openBrowserStore(factory: IDBFactory = indexedDB): Promise<BrowserStore> {
  const opening = factory.open('draagvlak-desk', 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(TEXTS)
    opening.result.createObjectStore(WORDS, { keyPath: 'id' }).createIndex('text', 'textKey')
    opening.result.createObjectStore(ME)
  }
  const db = await answer(opening)
  db.onversionchange = () => db.close()
  const read = <T>(store: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => answer(ask(db.transaction(store).objectStore(store)))
  const write = async (store: string, act: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = db.transaction(store, 'readwrite')
    act(transaction.objectStore(store))
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('the store of this browser refused'))
    })
  }
  return {
    remember: (personId, statement) => write(TEXTS, (store) => store.put(statement, `${personId}/${statement.id}`)),
    recall: async (personId, statementId) => (await read<StatementFull | undefined>(TEXTS, (store) => store.get(`${personId}/${statementId}`))) ?? null,
    rememberMe: (me) => write(ME, (store) => store.put(me, 'me')),
    recallMe: async () => (await read<Me | undefined>(ME, (store) => store.get('me'))) ?? null,
    wait: (words) => write(WORDS, (store) => { for (const one of words) store.put(one) }),
    waiting: (text) => read<WaitingWords[]>(WORDS, (store) => store.index('text').getAll(text)).then((words) => words.sort(inOrder)),
    waitingOf: (personId) => read<WaitingWords[]>(WORDS, (store) => store.index('text').getAll(IDBKeyRange.bound(`${personId}/`, `${personId}/\uffff`))),
    handled: (id) => write(WORDS, (store) => store.delete(id)),
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the store of this browser refused'))
  })
}
