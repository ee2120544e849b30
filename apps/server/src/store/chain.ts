/** How an event is sealed: RFC 8785 and SHA-256, so that anyone can check the chain with a standard library. */
import { createHash } from 'node:crypto'
import canonicalise from 'canonicalize'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The one JSON text of a value. @throws TypeError for what JSON can't hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalise(value)
  if (text === undefined) throw new TypeError('This value has no JSON form')
  return text
}

/** `dataHash = SHA-256(salt ‖ JCS(data))`: without the salt nobody can guess withheld data from its hash. */
export const hashOfData = (salt: Uint8Array, data: unknown): string => createHash('sha256').update(salt).update(canonicalJson(data)).digest('hex')

/** What the seal of an event covers: everything but the data itself, its salt and the seal. */
export interface Sealed {
  readonly stream: string; readonly revision: number; readonly type: string; readonly v: number; readonly at: string
  readonly by: unknown; readonly reads: Readonly<Record<string, number>>; readonly dataHash: string; readonly previous: string | null
}
export const sealOf = ({ stream, revision, type, v, at, by, reads, dataHash, previous }: Sealed): string =>
  sha256(canonicalJson({ stream, revision, type, v, at, by, reads, dataHash, previous }))
