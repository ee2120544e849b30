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

/** Sync step 2 (1) and update (2) change a document; sync step 1 (0) only asks. */
export const changesDocument = (bytes: Uint8Array): boolean => bytes[0] === SYNC && (bytes[1] === 1 || bytes[1] === 2)

/** Where the bytes of a frame come from: whoever makes many cuts them from larger pieces (`Slab`). */
export type Take = (length: number) => Uint8Array
const alone: Take = (length) => new Uint8Array(length)

/** So many bytes a varUint takes. */
function varUintLength(value: number): number {
  let length = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1
  return length
}
/** Returns where it ends. */
function putVarUint(into: Uint8Array, at: number, value: number): number {
  let rest = value
  let end = at
  for (; rest > 127; rest = Math.floor(rest / 128)) into[end++] = 128 | (rest % 128)
  into[end++] = rest
  return end
}
function frameOf(head: readonly number[], content: Uint8Array, take: Take): Uint8Array {
  const frame = take(head.length + varUintLength(content.length) + content.length)
  frame.set(head)
  frame.set(content, putVarUint(frame, head.length, content.length))
  return frame
}
const syncHead = (step: number, length: number, take: Take): Uint8Array => {
  const head = take(2 + varUintLength(length))
  head[0] = SYNC
  head[1] = step
  putVarUint(head, 2, length)
  return head
}
/** What stands before an update of this length in its frame. */
export const step2Head = (length: number, take = alone): Uint8Array => syncHead(1, length, take)
export const updateHead = (length: number, take = alone): Uint8Array => syncHead(2, length, take)
export const step1Frame = (stateVector: Uint8Array): Uint8Array => frameOf([SYNC, 0], stateVector, alone)
export const step2Frame = (update: Uint8Array): Uint8Array => frameOf([SYNC, 1], update, alone)
export const updateFrame = (update: Uint8Array, take = alone): Uint8Array => frameOf([SYNC, 2], update, take)
export const awarenessFrame = (update: Uint8Array): Uint8Array => frameOf([AWARENESS], update, alone)
export function savedFrame(count: number, take = alone): Uint8Array {
  const frame = take(1 + varUintLength(count))
  frame[0] = SAVED
  putVarUint(frame, 1, count)
  return frame
}
export function noticeFrame(notice: unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, NOTICE)
  encoding.writeVarString(encoder, JSON.stringify(notice))
  return encoding.toUint8Array(encoder)
}

/** Several updates as one row of the log, as they came: never merged, so that a long log costs nothing to append to. */
export function packFrames(updates: readonly Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(updates.reduce((sum, { length }) => sum + varUintLength(length) + length, 0))
  let at = 0
  for (const update of updates) {
    at = putVarUint(packed, at, update.length)
    packed.set(update, at)
    at += update.length
  }
  return packed
}
export function unpackFrames(row: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(row)
  const updates: Uint8Array[] = []
  while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder))
  return updates
}
