/** How a job and its result cross to another process: a length, JSON, then plain bytes. */

export interface Parcel {
  readonly json: unknown
  readonly bytes: readonly Uint8Array[]
}

export function frame({ json, bytes }: Parcel): Buffer {
  const head = Buffer.from(JSON.stringify({ json, lengths: bytes.map(it => it.length) }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, ...bytes])
}

/** @throws when the bytes are not a whole frame. */
export function unframe(buffer: Buffer): Parcel {
  const head = buffer.subarray(4, 4 + buffer.readUInt32LE(0))
  const { json, lengths }: { json: unknown; lengths: number[] } = JSON.parse(head.toString('utf8'))
  let at = 4 + head.length
  const bytes = lengths.map(length => buffer.subarray(at, at += length))
  if (at !== buffer.length) throw new Error(`a frame of ${at} bytes came as ${buffer.length}`)
  return { json, bytes }
}
