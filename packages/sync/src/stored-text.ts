/** The bytes of a room as they lie on disk. Whoever comes in is sent these bytes: no document is made for it. */
import * as Y from 'yjs'
import type { Ends } from './ledger.ts'
import { Slab } from './slab.ts'

/** Below this a part is sent whole: working out what of it is lacking costs more than it saves. */
const SMALL = 4_096
/** So many loose updates are put together once somebody comes in; never more at once, for that is quadratic. */
const TOGETHER = 128
/** So many answers are kept for others who ask the same, and no more than so many bytes of what was made for them. */
const KEPT = 16
const MOST_KEPT = 4 * 1024 * 1024
/** Of each second, in ms, so much goes into working out what somebody lacks of long parts, and this at once: who asks beyond it is sent them whole, which costs nothing. */
const SHARE = 0.1
const AT_ONCE = 200

export class StoredText {
  #parts: Uint8Array[]
  /** How far each client comes in a long part; a short one is read anew each time. */
  #long = new WeakMap<Uint8Array, Ends>()
  #slab = new Slab()
  #clocks = new Map<number, number>()
  #vector: Uint8Array | null = null
  /** What was answered since something was added: after a restart everybody asks the same. */
  #answers = new Map<string, Uint8Array[]>()
  /** What was worked out of long parts, by the question. */
  #diffs = new Map<string, Map<Uint8Array, Uint8Array>>()
  #kept = 0
  #left = AT_ONCE
  #since: number
  #now
  /** How much lies here. */
  bytes: number

  /** @param stored in the order of the log; with the state vector of an update where it is known: a long one is not read through then. */
  constructor(stored: readonly { readonly update: Uint8Array; readonly vector: Uint8Array | null }[], now = () => performance.now()) {
    this.#now = now
    this.#since = now()
    this.#parts = stored.map(({ update }) => update)
    this.bytes = stored.reduce((sum, { update }) => sum + update.length, 0)
    for (const { update, vector } of stored) {
      const ends = vector ? Y.decodeStateVector(vector) : endsOf(update)
      this.#count(ends)
      if (update.length >= SMALL) this.#long.set(update, ends)
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

  /** How much is kept of what was made for who asked. */
  get kept(): number { return this.#kept }
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
    if (this.#answers.size < KEPT && key.length < SMALL && answer.every((update) => this.#isHeld(update, key))) this.#answers.set(key, answer)
    return answer
  }

  /** It lies here anyway. */
  #isHeld(update: Uint8Array, key: string): boolean {
    return update.length < SMALL || this.#long.has(update) || [...this.#diffs.get(key)?.values() ?? []].includes(update)
  }

  #lackedOf(part: Uint8Array, { has, stateVector, key }: { readonly has: ReadonlyMap<number, number>; readonly stateVector: Uint8Array; readonly key: string }): Uint8Array[] {
    if (part.length < SMALL) return has.size === 0 || deletes(part) || isLacked(endsOf(part), has) ? [part] : []
    const ends = this.#long.get(part) ?? endsOf(part)
    this.#long.set(part, ends)
    if (!deletes(part) && !isLacked(ends, has)) return []
    return [has.size === 0 ? part : this.#diffs.get(key)?.get(part) ?? this.#diffOf(part, { stateVector, key })]
  }

  /** The part itself where too much time went into others already: it holds what is lacking, too. */
  #diffOf(part: Uint8Array, { stateVector, key }: { readonly stateVector: Uint8Array; readonly key: string }): Uint8Array {
    const began = this.#now()
    this.#left = Math.min(AT_ONCE, this.#left + (began - this.#since) * SHARE)
    this.#since = began
    if (this.#left <= 0) return part
    const diff = Y.diffUpdate(part, stateVector)
    this.#left -= this.#now() - began
    this.#keep(key, part, diff)
    return diff
  }

  #keep(key: string, part: Uint8Array, diff: Uint8Array): void {
    const bytes = diff.length + key.length
    if (bytes > MOST_KEPT) return
    if (this.#kept + bytes > MOST_KEPT || (this.#diffs.size === KEPT && !this.#diffs.has(key))) {
      this.#diffs.clear()
      this.#answers.clear()
      this.#kept = 0
    }
    const ofKey = this.#diffs.get(key) ?? new Map<Uint8Array, Uint8Array>()
    this.#diffs.set(key, ofKey.set(part, diff))
    this.#kept += bytes
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
