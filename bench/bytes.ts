/** Numbers and strings as lib0 writes them, read and written without making an object per keystroke. */

/** The number at a place, and where what follows begins. */
export function readNumber(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0
  let unit = 1
  for (let next = at; next < bytes.length; next += 1) {
    const byte = bytes[next]!
    value += (byte & 0x7f) * unit
    if (byte < 0x80) return { value, next: next + 1 }
    unit *= 128
  }
  throw new Error(`a number ends beyond its ${bytes.length} bytes`)
}

export function writeNumber(into: number[], value: number): void {
  let rest = value
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) into.push((rest % 128) | 0x80)
  into.push(rest)
}

export function writeString(into: number[], text: string): void {
  const bytes = Buffer.from(text)
  writeNumber(into, bytes.length)
  into.push(...bytes)
}

/** What begins with its own length, as a view on the same bytes. */
export function readPart(bytes: Uint8Array, at: number): { readonly part: Uint8Array; readonly next: number } {
  const { value, next } = readNumber(bytes, at)
  return { part: bytes.subarray(next, next + value), next: next + value }
}
