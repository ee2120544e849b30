/** The bytes of a room as they lie on disk. Whoever comes in is sent these bytes: no document is made for it. */
import * as Y from 'yjs'
import type { Ends } from './ledger.ts'
import { Slab } from './slab.ts'

/** What is looked up of a long part; a short one is read anew each time. */
interface Long { readonly ends: Ends; readonly diffs: Map<string, Uint8Array> }

/** Below this a part is sent whole: working out what of it is lacking costs more than it saves. */
const SMALL = 4_096
/** So many loose updates are put together once somebody comes in; never more at once, for that is quadratic. */
const TOGETHER = 128
/** So many answers are kept for others who ask the same. */
const KEPT = 16

export class StoredText {
  #parts: Uint8Array[]
  #long = new WeakMap<Uint8Array, Long>()
  #slab = new Slab()
  #clocks = new Map<number, number>()
  #vector: Uint8Array | null = null
  /** What was answered since something was added: after a restart everybody asks the same. */
  #answers = new Map<string, Uint8Array[]>()
  /** How much lies here. */
  bytes: number

  /** @param stored in the order of the log; with the state vector of an update where it is known: a long one is not read through then. */
  constructor(stored: readonly { readonly update: Uint8Array; readonly vector: Uint8Array | null }[]) {
    this.#parts = stored.map(({ update }) => update)
    this.bytes = stored.reduce((sum, { update }) => sum + update.length, 0)
    for (const { update, vector } of stored) {
      const ends = vector ? Y.decodeStateVector(vector) : endsOf(update)
      this.#count(ends)
      if (update.length >= SMALL) this.#long.set(update, { ends, diffs: new Map() })
    }
  }

  /** A copy is kept: what came with it from the network is let go. */
  add(update: Uint8Array, ends: Ends): void {
    this.#parts.push(this.#slab.copy(update))
    this.#count(ends)
    this.bytes += update.length
    this.#answers.clear()
    if (ends.size > 0) this.#vector = null
  }

  get clocks(): ReadonlyMap<number, number> { return this.#clocks }
  /** In the order of the log; all together they are the document. */
  get updates(): readonly Uint8Array[] { return this.#parts }

  stateVector(): Uint8Array { return this.#vector ??= Y.encodeStateVector(this.#clocks) }

  /**
   * The updates that a client with this state vector lacks, in an order in which each hangs on the ones before.
   * @throws Error for bytes that are no state vector.
   */
  lackedBy(stateVector: Uint8Array): readonly Uint8Array[] {
    const key = Buffer.from(stateVector.buffer, stateVector.byteOffset, stateVector.byteLength).toString('base64')
    const known = this.#answers.get(key)
    if (known) return known
    const has = Y.decodeStateVector(stateVector)
    this.#putTogether()
    const answer = this.#parts.flatMap((part) => this.#lackedOf(part, { has, stateVector, key }))
    if (this.#answers.size < KEPT) this.#answers.set(key, answer)
    return answer
  }

  #lackedOf(part: Uint8Array, { has, stateVector, key }: { readonly has: ReadonlyMap<number, number>; readonly stateVector: Uint8Array; readonly key: string }): Uint8Array[] {
    if (part.length < SMALL) return has.size === 0 || deletes(part) || isLacked(endsOf(part), has) ? [part] : []
    const long = this.#long.get(part) ?? { ends: endsOf(part), diffs: new Map<string, Uint8Array>() }
    this.#long.set(part, long)
    if (!deletes(part) && !isLacked(long.ends, has)) return []
    if (has.size === 0) return [part]
    const diff = long.diffs.get(key) ?? Y.diffUpdate(part, stateVector)
    if (long.diffs.size < KEPT) long.diffs.set(key, diff)
    return [diff]
  }

  #count(ends: Ends): void {
    for (const [client, end] of ends) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0))
  }

  #putTogether(): void {
    if (this.#parts.length < TOGETHER) return
    const parts: Uint8Array[] = []
    let loose: Uint8Array[] = []
    const merge = () => {
      if (loose.length > 1) parts.push(Y.mergeUpdates(loose))
      else parts.push(...loose)
      loose = []
    }
    for (const part of this.#parts) {
      if (part.length < SMALL) loose.push(part)
      if (part.length >= SMALL || loose.length === TOGETHER) merge()
      if (part.length >= SMALL) parts.push(part)
    }
    merge()
    this.#parts = parts
  }
}

/** Reads no more of it than is needed: a long text is opened in a few milliseconds. */
const endsOf = (update: Uint8Array): Ends => Y.parseUpdateMeta(update).to
/** An update ends with its deletions, and with a zero where it has none. */
const deletes = (update: Uint8Array): boolean => update.at(-1) !== 0
const isLacked = (ends: Ends, has: ReadonlyMap<number, number>): boolean => {
  for (const [client, end] of ends) if (end > (has.get(client) ?? 0)) return true
  return false
}
