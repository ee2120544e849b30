/** How an event is sealed: RFC 8785 and SHA-256, so that anyone can check the chain with a standard library. */
import type { Hashing } from '@draagvlak/domain/audit'
import { createHash } from 'node:crypto'
import canonicalise from 'canonicalize'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The one JSON text of a value. @throws TypeError for what JSON can't hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalise(value)
  if (text === undefined) throw new TypeError('This value has no JSON form')
  return text
}

/** What the law needs to seal an event and to check a chain. */
export const HASHING: Hashing = { canonicalise: (value) => new TextEncoder().encode(canonicalJson(value)), sha256 }
