/** [R4] [R8] How many messages of one connection count as saved: in the order in which they came, and none behind a loose one before the answer that holds it. */

export class SavedCount {
  #saved = 0
  #waiting = 0
  #isLoose = false

  /** One was left out, for it hangs on what the server has not seen. */
  leaveOut(): void {
    this.#isLoose = true
    this.#waiting += 1
  }
  /** The answer to step 1 is on disk, and in it what was left out before it. */
  answered(): void { this.#isLoose = false }

  /** So many more are on disk, or added nothing. @returns how many count now; null while none of them does. */
  add(count: number): number | null {
    this.#waiting += count
    if (this.#isLoose) return null
    this.#saved += this.#waiting
    this.#waiting = 0
    return this.#saved
  }
}
