/** The bytes of a room as they lie on disk. Whoever comes in is sent these bytes: no document is made for it. */
import * as Y from 'yjs'
import type { Ends } from './ledger.ts'

interface Part { readonly bytes: Uint8Array; readonly ends: Ends; readonly deletes: boolean; readonly diffs: Map<string, Uint8Array> }

/** Below this a part is sent whole: working out what of it is lacking costs more than it saves. */
const SMALL = 4_096
/** So many loose updates are put together once somebody comes in; never more at once, for that is quadratic. */
const TOGETHER = 128
/** Answers that are kept for others who ask the same: after a restart everybody does. */
const KEPT = 16

export class StoredText {
  #parts: Part[]
  #clocks = new Map<number, number>()
  #vector: Uint8Array | null = null
  /** How much lies here. */
  bytes: number

  /** @param updates in the order of the log. */
  constructor(updates: readonly Uint8Array[]) {
    this.#parts = updates.map(partOf)
    this.bytes = updates.reduce((sum, { length }) => sum + length, 0)
    for (const { ends } of this.#parts) this.#count(ends)
  }

  add(update: Uint8Array, ends: Ends, deletes: boolean): void {
    this.#parts.push({ bytes: update, ends, deletes, diffs: new Map() })
    this.#count(ends)
    this.bytes += update.length
    if (ends.size > 0) this.#vector = null
  }

  get clocks(): ReadonlyMap<number, number> { return this.#clocks }
  /** In the order of the log; all together they are the document. */
  get updates(): readonly Uint8Array[] { return this.#parts.map(({ bytes }) => bytes) }

  stateVector(): Uint8Array { return this.#vector ??= Y.encodeStateVector(this.#clocks) }

  /**
   * The updates that a client with this state vector lacks, in an order in which each hangs on the ones before.
   * @throws Error for bytes that are no state vector.
   */
  lackedBy(stateVector: Uint8Array): Uint8Array[] {
    const has = Y.decodeStateVector(stateVector)
    this.#putTogether()
    const key = Buffer.from(stateVector.buffer, stateVector.byteOffset, stateVector.byteLength).toString('base64')
    return this.#parts.flatMap((part) => lackedOf(part, has, stateVector, key))
  }

  #count(ends: Ends): void {
    for (const [client, end] of ends) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0))
  }

  #putTogether(): void {
    if (this.#parts.length < TOGETHER) return
    const parts: Part[] = []
    let loose: Part[] = []
    const merge = () => {
      if (loose.length > 1) parts.push(partOf(Y.mergeUpdates(loose.map(({ bytes }) => bytes))))
      else parts.push(...loose)
      loose = []
    }
    for (const part of this.#parts) {
      if (part.bytes.length < SMALL) loose.push(part)
      if (part.bytes.length >= SMALL || loose.length === TOGETHER) merge()
      if (part.bytes.length >= SMALL) parts.push(part)
    }
    merge()
    this.#parts = parts
  }
}

function lackedOf(part: Part, has: ReadonlyMap<number, number>, stateVector: Uint8Array, key: string): Uint8Array[] {
  const lacks = [...part.ends].some(([client, end]) => end > (has.get(client) ?? 0))
  if (!lacks && !part.deletes) return []
  if (has.size === 0 || part.bytes.length < SMALL) return [part.bytes]
  const known = part.diffs.get(key)
  if (known) return [known]
  const diff = Y.diffUpdate(part.bytes, stateVector)
  if (part.diffs.size < KEPT) part.diffs.set(key, diff)
  return [diff]
}

/** Nothing is made of it: a long text is opened in a few milliseconds. An update ends with its deletions, and with a zero where it has none. */
function partOf(bytes: Uint8Array): Part {
  return { bytes, ends: Y.parseUpdateMeta(bytes).to, deletes: bytes.at(-1) !== 0, diffs: new Map() }
}
