/** Who asks for the text: each answer may be the whole of it, so that many questions in one tick get two answers, to the first and to the last. */

export class Questions<Asker extends object> {
  /** Who was answered in this tick, with the newest question since. */
  #asked = new Map<Asker, Uint8Array | null>()
  #schedule; #answer

  constructor(schedule: (work: () => void) => void, answer: (asker: Asker, question: Uint8Array) => void) {
    this.#schedule = schedule
    this.#answer = answer
  }

  ask(asker: Asker, question: Uint8Array): void {
    if (this.#asked.has(asker)) return void this.#asked.set(asker, question)
    this.#asked.set(asker, null)
    this.#answer(asker, question)
    this.#schedule(() => {
      const newest = this.#asked.get(asker)
      this.#asked.delete(asker)
      if (newest) this.ask(asker, newest)
    })
  }
}
