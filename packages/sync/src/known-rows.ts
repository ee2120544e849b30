/** Which rows of the log a room has, so that a look at the log's tail tells what it missed. */
import type { Tail } from './document-log.ts'

export class KnownRows {
  #seqs = new Set<number>()
  /** Those of them that a compaction made of many: one that is known as it was first may hold others now, which never came here. */
  #whole = new Set<number>()
  /** Numbers are given before rows are committed: a lower one may still appear, though not seconds later. */
  #above = 0
  #highest = 0

  constructor(rows: Iterable<{ readonly seq: number; readonly whole: boolean }>) { for (const { seq, whole } of rows) this.add(seq, whole) }

  /** Rows up to here need not be looked at again. */
  get above(): number { return this.#above }
  has(seq: number): boolean { return this.#seqs.has(seq) }
  /** The same, and of rows that are too old to be remembered: they were here when they were new. */
  hasOnce(seq: number, whole = false): boolean { return seq <= this.#above || (whole ? this.#whole : this.#seqs).has(seq) }
  add(seq: number, whole = false): void {
    this.#seqs.add(seq)
    if (whole) this.#whole.add(seq)
  }

  /** @returns what of this tail is not here yet, or not as it is now. */
  missing({ seqs, whole }: Pick<Tail, 'seqs' | 'whole'>): number[] {
    return seqs.filter((seq) => !this.hasOnce(seq, whole.includes(seq)))
  }

  /** After a look at the tail, when everything in it is here. Called some seconds apart: what was the highest the time before is old now. */
  looked(): void {
    this.#above = this.#highest
    for (const seq of this.#seqs) {
      this.#highest = Math.max(this.#highest, seq)
      if (seq > this.#above) continue
      this.#seqs.delete(seq)
      this.#whole.delete(seq)
    }
  }
}
