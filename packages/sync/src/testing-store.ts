/** The IndexedDB of a browser in tests, as one tab sees it: the tab may be killed in the middle of a write, and the others go on. */
import { IDBFactory as Device } from 'fake-indexeddb'

/** What a browser has as a global beside its store. */
export { IDBKeyRange as DeviceKeyRange } from 'fake-indexeddb'

/** What the tabs of one browser share. */
export const aDevice = (): IDBFactory => new Device()

export class TabStore {
  readonly indexedDB: Pick<IDBFactory, 'open'>
  #dead = false
  #writing = new Set<IDBTransaction>()

  constructor(device: IDBFactory) {
    this.indexedDB = {
      open: (name, version) => {
        const opening = device.open(name, version)
        opening.addEventListener('success', (event) => {
          if (this.#dead) {
            event.stopImmediatePropagation()
            opening.result.close()
          } else this.#follow(opening.result)
        })
        return opening
      },
    }
  }

  /** Resolves when all that was asked of it has been done. */
  async done(): Promise<void> {
    while (this.#writing.size > 0) await new Promise((resolve) => { setImmediate(resolve) })
  }

  /** What is not committed never will be, and who asked for it never hears anything. */
  kill(): void {
    this.#dead = true
    for (const transaction of this.#writing) transaction.abort()
  }

  #follow(db: IDBDatabase): void {
    const unheard = (event: Event): void => { if (this.#dead) event.stopImmediatePropagation() }
    // On their way down to the request, before anybody hears them.
    for (const type of ['success', 'error']) db.addEventListener(type, unheard, true)
    const begin = db.transaction.bind(db)
    db.transaction = (...args) => {
      const transaction = begin(...args)
      if (this.#dead) transaction.abort()
      else this.#writing.add(transaction)
      for (const type of ['complete', 'abort']) {
        transaction.addEventListener(type, (event) => {
          this.#writing.delete(transaction)
          unheard(event)
        })
      }
      return transaction
    }
  }
}
