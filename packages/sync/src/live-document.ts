/** The document of a room, made only when something must be looked at with it, and let go when nothing was for a while. */
import * as Y from 'yjs'
import type { StoredText } from './stored-text.ts'

const FROM_LOG = Symbol('from the log')
/** Beyond this it is cheaper to make it anew than to keep what it has not taken yet. */
const BEHIND = 2_000

export class LiveDocument {
  #doc: Y.Doc | null = null
  #behind: Uint8Array[] = []
  #used = false
  #make

  constructor(make: () => Y.Doc) { this.#make = make }

  get(stored: StoredText): Y.Doc {
    this.#used = true
    const doc = this.#doc ??= this.#make()
    const updates = doc.store.clients.size === 0 ? stored.updates : this.#behind
    this.#behind = []
    if (updates.length > 0) doc.transact(() => { for (const update of updates) Y.applyUpdate(doc, update, FROM_LOG) }, FROM_LOG)
    return doc
  }

  /** It stands in the log now, and came here past the document. */
  follow(update: Uint8Array): void {
    if (!this.#doc) return
    this.#behind.push(update)
    if (this.#behind.length > BEHIND) this.forget()
  }

  forget(): void {
    this.#doc?.destroy()
    this.#doc = null
    this.#behind = []
  }

  /** Lets go what was not used since the last time. */
  rest(): void {
    if (!this.#used) this.forget()
    this.#used = false
  }
}
