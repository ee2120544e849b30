/** Small byte arrays cut from larger ones: making a buffer for each keystroke costs more than filling it. */

/** The first piece is small, for most rooms say little; each further one is twice as large, up to this. */
const FIRST = 512
const LARGEST = 64 * 1024
/** What is longer stands alone. */
const LONG = LARGEST >> 3

export class Slab {
  #bytes = new Uint8Array(0)
  #used = 0

  /** So many bytes of nobody else. What is in them is not cleared. */
  take(length: number): Uint8Array {
    if (length > LONG) return new Uint8Array(length)
    if (this.#used + length > this.#bytes.length) {
      this.#bytes = new Uint8Array(Math.min(LARGEST, Math.max(FIRST, this.#bytes.length * 2, length)))
      this.#used = 0
    }
    return this.#bytes.subarray(this.#used, this.#used += length)
  }

  copy(bytes: Uint8Array): Uint8Array {
    const copy = this.take(bytes.length)
    copy.set(bytes)
    return copy
  }
}
