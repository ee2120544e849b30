/** Which rows of the log a room has, so that a look at the log's tail tells what it missed. */

export class KnownRows {
  #seqs: Set<number>
  /** Numbers are given before rows are committed: a lower one may still appear, though not seconds later. */
  #above = 0
  #highest = 0

  constructor(seqs: Iterable<number>) { this.#seqs = new Set(seqs) }

  /** Rows up to here need not be looked at again. */
  get above(): number { return this.#above }
  has(seq: number): boolean { return this.#seqs.has(seq) }
  add(seq: number): void { this.#seqs.add(seq) }

  /** @returns what of this tail is not here yet. */
  missing(tail: readonly number[]): number[] { return tail.filter((seq) => !this.#seqs.has(seq)) }

  /** After a look at the tail, when everything in it is here. Called some seconds apart: what was the highest the time before is old now. */
  looked(): void {
    this.#above = this.#highest
    for (const seq of this.#seqs) {
      this.#highest = Math.max(this.#highest, seq)
      if (seq <= this.#above) this.#seqs.delete(seq)
    }
  }
}
