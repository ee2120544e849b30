/** New ids and secrets: UUIDv7 sorts by the time it was made. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { v7 } from 'uuid'

export const newId = (): string => v7()
/** 256 random bits that fit in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')
/** Six digits to type over. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A token that can be made again from its id, so that the coordinator can copy a link without the link being kept. */
export function signedToken(secret: string, purpose: string, id: string): string {
  const seal = createHmac('sha256', secret).update(`${purpose}:${id}`).digest().subarray(0, 18)
  return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), seal]).toString('base64url')
}

/** The id in a signed token, or null when it was not made with this secret and purpose. */
export function idFromSignedToken(secret: string, purpose: string, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 34) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  const expected = Buffer.from(signedToken(secret, purpose, id), 'base64url')
  return timingSafeEqual(bytes, expected) ? id : null
}
