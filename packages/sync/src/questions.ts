/** Who asks for the text: each answer may be the whole of it, so that many questions in one tick get two answers, to the first and to the last. */
import * as Y from 'yjs'
import { MAXIMUM_QUESTION } from './limits.ts'

export class Questions<Asker extends object> {
  /** Who was answered in this tick, with the newest question since. */
  #asked = new Map<Asker, Uint8Array | null>()
  #schedule; #answer

  constructor(schedule: (work: () => void) => void, answer: (asker: Asker, question: Uint8Array) => void) {
    this.#schedule = schedule
    this.#answer = answer
  }

  /** False for what is no question. */
  ask(asker: Asker, question: Uint8Array): boolean {
    if (!isQuestion(question)) return false
    if (this.#asked.has(asker)) this.#asked.set(asker, question)
    else this.#answerNow(asker, question)
    return true
  }

  #answerNow(asker: Asker, question: Uint8Array): void {
    this.#asked.set(asker, null)
    this.#answer(asker, question)
    this.#schedule(() => {
      const newest = this.#asked.get(asker)
      this.#asked.delete(asker)
      if (newest) this.#answerNow(asker, newest)
    })
  }
}

function isQuestion(stateVector: Uint8Array): boolean {
  if (stateVector.length > MAXIMUM_QUESTION) return false
  try { Y.decodeStateVector(stateVector) } catch { return false }
  return true
}
