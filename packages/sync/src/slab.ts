/** Small byte arrays cut from larger ones: making a buffer for each keystroke costs more than filling it. */

const SIZE = 64 * 1024

export class Slab {
  #bytes = new Uint8Array(SIZE)
  #used = 0

  /** So many bytes of nobody else; large ones stand alone. What is in them is not cleared. */
  take(length: number): Uint8Array {
    if (length > SIZE >> 3) return new Uint8Array(length)
    if (this.#used + length > SIZE) {
      this.#bytes = new Uint8Array(SIZE)
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
