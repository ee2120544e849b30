/** Bytes to frames and back; nothing else in the project touches the bytes of the protocol. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export const SYNC = 0
export const AWARENESS = 1
export const QUERY_AWARENESS = 3
/** Ours: how many of this connection's sync step 2 and update messages are on disk. */
export const SAVED = 100
/** Ours: something was decided, fetch it. */
export const NOTICE = 101

/** Close codes 4400-4499 are final; everything else means try again. */
export const CLOSE = {
  whoAreYou: 4401, notYours: 4403, noSuchRoom: 4404, closedForWriting: 4409, tooLarge: 4413, notValid: 4422, clientTooOld: 4426,
  badFrame: 4400, tryAgain: 1013, goingAway: 1001,
} as const

export type Frame =
  | { readonly type: 'step-1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step-2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly update: Uint8Array }
  | { readonly type: 'query-awareness' }

/** @throws Error for bytes that are no frame of the protocol; the connection that sent them is closed. */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === AWARENESS) return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
  if (type === QUERY_AWARENESS) return { type: 'query-awareness' }
  if (type !== SYNC) throw new Error(`unknown frame ${type}`)
  const step = decoding.readVarUint(decoder)
  const content = decoding.readVarUint8Array(decoder)
  if (step === 0) return { type: 'step-1', stateVector: content }
  if (step === 1) return { type: 'step-2', update: content }
  if (step === 2) return { type: 'update', update: content }
  throw new Error(`unknown sync step ${step}`)
}

/** The frame in bytes of a stranger; null where there is none. */
export function frameIn(bytes: Uint8Array): Frame | null {
  try { return readFrame(bytes) } catch { return null }
}

function syncFrame(step: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, content)
  return encoding.toUint8Array(encoder)
}
export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(0, stateVector)
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(1, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(2, update)

export function awarenessFrame(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, AWARENESS)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
export function savedFrame(count: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SAVED)
  encoding.writeVarUint(encoder, count)
  return encoding.toUint8Array(encoder)
}
export function noticeFrame(notice: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, NOTICE)
  encoding.writeVarString(encoder, JSON.stringify(notice))
  return encoding.toUint8Array(encoder)
}

/** Frames of bytes that are sent to many: made once for the same bytes, and let go with them. */
export class Frames {
  #made = new WeakMap<Uint8Array, Uint8Array>()
  #make
  constructor(make: (bytes: Uint8Array) => Uint8Array) { this.#make = make }

  of(bytes: Uint8Array): Uint8Array {
    const made = this.#made.get(bytes) ?? this.#make(bytes)
    this.#made.set(bytes, made)
    return made
  }
}

/** Several updates as one row of the log, as they came: never merged, so that a long log costs nothing to append to. */
export function packFrames(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}
export function unpackFrames(row: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(row)
  const updates: Uint8Array[] = []
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder))
  return updates
}
