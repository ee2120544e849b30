/** Work that is done one after the other, in the order in which it was asked for. */

export class Turns {
  #last: Promise<void> = Promise.resolve()
  #open = 0

  get busy(): boolean { return this.#open > 0 }

  /** Resolves when everything asked for so far is done. */
  done(): Promise<void> { return this.#last }

  /** The promise tells of a fault in this work; the next turn comes all the same. */
  take(work: () => void | Promise<void>): Promise<void> {
    this.#open += 1
    const done = this.#last.then(work).finally(() => { this.#open -= 1 })
    this.#last = done.catch(() => {})
    return done
  }

  /** At once where nothing is under way, else in turn. */
  whenFree(work: () => void): Promise<void> {
    if (this.busy) return this.take(work)
    work()
    return Promise.resolve()
  }
}
