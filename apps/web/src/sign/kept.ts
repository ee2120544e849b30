/** Keeps what somebody wrote on this device until it is recorded: a phone may throw the page away while its owner looks for the code in the mail. */
import type { Locale } from '@draagvlak/messages/m'
import type { Draft } from './draft.ts'

export interface Kept {
  readonly draft: Draft
  readonly step: number
  /** The version that was on the screen. */
  readonly version: string
  /** When the code was asked, so that its field stands ready. */
  readonly codeAskedAt: number | null
  readonly language: Locale | null
}
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The link itself is a secret and is not written down: 53 bits of it, mixed, tell two links apart and give none away (cyrb53 by bryc, public domain). */
export function nameFor(token: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < token.length; at++) {
    const code = token.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return `draagvlak-link-${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`
}

/** A store that is full or switched off keeps nothing; the page goes on without it. */
export function keep(store: Store, name: string, kept: Kept): void {
  try { store.setItem(name, JSON.stringify(kept)) } catch { /* private windows may refuse */ }
}
export function forget(store: Store, name: string): void {
  try { store.removeItem(name) } catch { /* nothing was kept then */ }
}
/** What was kept, laid over an empty draft: a draft of an older page may lack fields. */
export function readKept(store: Store, name: string, empty: Draft): Kept | null {
  try {
    const kept = JSON.parse(store.getItem(name) ?? 'null') as Kept | null
    return kept === null || typeof kept.draft !== 'object' ? null : { ...kept, draft: { ...empty, ...kept.draft } }
  } catch {
    return null
  }
}
