/**
 * The text as this browser keeps it, for a reload without any network.
 *
 * y-indexeddb does the same but drops the answer of the store: a full disk would look like a kept word. Here every update has
 * an answer. Several tabs of one person may keep the same text: rows are added, and put together only in one transaction.
 */
import * as Y from 'yjs'

export interface LocalCopy {
  /** Everything kept so far, and what of it the server was known to have (a state vector). */
  load(): Promise<{ readonly updates: readonly Uint8Array[]; readonly confirmed: Uint8Array | null }>
  /** Resolves when the browser has it on disk, rejects when it refuses. */
  keep(update: Uint8Array): Promise<void>
  /** Remembers what the server has on disk. */
  confirm(stateVector: Uint8Array): Promise<void>
}

export interface LocalCopies {
  open(name: string): LocalCopy
  /** The names that begin like this. */
  names(prefix: string): Promise<string[]>
  forget(name: string): Promise<void>
}

interface Row { readonly text: string; readonly update: Uint8Array }
interface Confirmed { readonly text: string; readonly stateVector: Uint8Array }

const ROWS = 'updates'
const CONFIRMED = 'confirmed'
const MANY = 200

/**
 * @param many from so many rows of one text on they are put together at its next opening.
 * @throws DOMException where the browser refuses to keep anything: private windows, a full disk, a policy.
 */
export async function openLocalCopies(factory: Pick<IDBFactory, 'open'>, database = 'draagvlak-text', many = MANY): Promise<LocalCopies> {
  const opening = factory.open(database, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(ROWS, { autoIncrement: true }).createIndex('text', 'text')
    opening.result.createObjectStore(CONFIRMED, { keyPath: 'text' })
  }
  const db = await answer(opening)
  // Another tab with newer code may want to change the store: it goes first.
  db.onversionchange = () => db.close()

  return {
    open: (name) => {
      const waiting: Row[] = []
      let writing: Promise<void> | null = null
      let confirming: Promise<void> | null = null
      let latest: Uint8Array = new Uint8Array()
      return {
        async load() {
          const transaction = db.transaction([ROWS, CONFIRMED], 'readwrite')
          const rows = transaction.objectStore(ROWS)
          const found = await answer<Row[]>(rows.index('text').getAll(name))
          const confirmed = await answer<Confirmed | undefined>(transaction.objectStore(CONFIRMED).get(name))
          if (found.length > many) {
            for (const key of await answer(rows.index('text').getAllKeys(name))) rows.delete(key)
            rows.add({ text: name, update: together(found) } satisfies Row)
          }
          await end(transaction)
          return { updates: found.map(({ update }) => update), confirmed: confirmed?.stateVector ?? null }
        },
        keep(update) {
          waiting.push({ text: name, update })
          // What is typed while the store is busy goes into one transaction after it.
          writing ??= Promise.resolve().then(async () => {
            writing = null
            const transaction = db.transaction(ROWS, 'readwrite', { durability: 'strict' })
            for (const row of waiting.splice(0)) transaction.objectStore(ROWS).add(row)
            await end(transaction)
          })
          return writing
        },
        confirm(stateVector) {
          latest = stateVector
          confirming ??= Promise.resolve().then(async () => {
            confirming = null
            const transaction = db.transaction(CONFIRMED, 'readwrite')
            transaction.objectStore(CONFIRMED).put({ text: name, stateVector: latest } satisfies Confirmed)
            await end(transaction)
          })
          return confirming
        },
      }
    },
    async names(prefix) {
      const transaction = db.transaction(ROWS)
      const names = new Set<string>()
      await new Promise<void>((resolve, reject) => {
        const walk = transaction.objectStore(ROWS).index('text').openKeyCursor(IDBKeyRange.bound(prefix, `${prefix}\uffff`), 'nextunique')
        walk.onerror = () => reject(walk.error)
        walk.onsuccess = () => {
          if (walk.result === null) return resolve()
          if (typeof walk.result.key === 'string') names.add(walk.result.key)
          walk.result.continue()
        }
      })
      return [...names]
    },
    async forget(name) {
      const transaction = db.transaction([ROWS, CONFIRMED], 'readwrite')
      for (const key of await answer(transaction.objectStore(ROWS).index('text').getAllKeys(name))) transaction.objectStore(ROWS).delete(key)
      transaction.objectStore(CONFIRMED).delete(name)
      await end(transaction)
    },
  }
}

function together(rows: readonly Row[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => { for (const { update } of rows) Y.applyUpdate(doc, update) })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the store of this browser refused'))
  })
}

function end(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the store of this browser refused'))
  })
}
