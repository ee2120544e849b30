/** Which updates of a batch may stand: all at once where they can, else one by one, to find whose it was. */
import * as Y from 'yjs'
import type { Decoded } from './decoded.ts'
import type { Gate } from './room-ports.ts'
import { tryUpdates } from './try-update.ts'

export interface InBatch { readonly update: Uint8Array; readonly decoded: Decoded; readonly member: { readonly peer: { readonly owner: string } } }

export interface BatchRoom<W extends InBatch> {
  /** What is on disk, as a document. */
  readonly doc: () => Y.Doc
  /** Trying left remains in the document: it is made again. */
  readonly forget: () => void
  readonly gate: Gate
  readonly refuse: (waiting: W, because: string) => void
  /** What the same person said on another connection, in a batch in which something of theirs was refused: not looked at. */
  readonly leave: (waiting: W) => void
  readonly fault: (error: unknown) => void
}
export interface Sorted<W extends InBatch> { readonly good: readonly W[]; readonly transactions: readonly Y.Transaction[] }

/** Afterwards the document holds the good ones, which are not on disk yet. */
export function sortBatch<W extends InBatch>(batch: readonly W[], room: BatchRoom<W>): Sorted<W> {
  room.gate.before(room.doc(), batch.map(({ decoded }) => decoded))
  const [first] = batch
  const isOnly = batch.length === 1
  // A fault is told below, when it is known whose it is.
  const together = tryUpdates(room.doc(), batch.map(({ update }) => update))
  const not = together.fits ? whyNot(isOnly ? room : { ...room, fault: () => {} }, together.transactions) : together.because
  if (together.fits && not === null) return { good: batch, transactions: together.transactions }
  room.forget()
  if (first && isOnly) {
    room.refuse(first, not ?? '')
    return { good: [], transactions: [] }
  }
  const good: W[] = []
  // To find the next one out a long text is made anew: for each person once, however many connections they have.
  const refused = new Set<object>()
  const owners = new Set<string>()
  const transactions: Y.Transaction[] = []
  for (const waiting of batch) {
    const { member } = waiting
    if (refused.has(member)) continue
    if (owners.has(member.peer.owner)) {
      refused.add(member)
      room.leave(waiting)
      continue
    }
    const tried = tryUpdates(room.doc(), [waiting.update])
    const because = tried.fits ? whyNot(room, tried.transactions) : tried.because
    if (tried.fits && because === null) {
      transactions.push(...tried.transactions)
      good.push(waiting)
      continue
    }
    refused.add(member)
    if (because !== 'parts-are-missing') owners.add(member.peer.owner)
    room.refuse(waiting, because ?? '')
    room.forget()
    for (const { update } of good) Y.applyUpdate(room.doc(), update)
  }
  return { good, transactions }
}

/** [R7] What the gate stumbles over is its sender's business, not that of everybody in the batch. */
function whyNot<W extends InBatch>(room: BatchRoom<W>, transactions: readonly Y.Transaction[]): string | null {
  try {
    return room.gate.whyNot(room.doc(), transactions)
  } catch (error) {
    room.fault(error)
    return 'not readable'
  }
}
