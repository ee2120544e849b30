/** [T1] The chain of events: what is hashed, and where a changed past shows. Hashing itself is handed in, the law has none. */
import type { By, Id, Instant, Sha256 } from './events.ts'

/** An event as a stranger gets it: `data` and `salt` are null where they were erased or are withheld. */
export interface ChainedEvent {
  readonly stream: string; readonly revision: number; readonly type: string; readonly v: number; readonly at: Instant; readonly by: By
  readonly reads: Readonly<Record<string, number>>; readonly dataHash: Sha256; readonly previous: Sha256 | null; readonly hash: Sha256
  readonly data: unknown
  /** Lower-case hex. */
  readonly salt: string | null
}

/** RFC 8785 as UTF-8 bytes, and SHA-256 in lower-case hex. */
export interface Hashing { readonly canonicalise: (value: unknown) => Uint8Array; readonly sha256: (bytes: Uint8Array) => Sha256 }

/** Everything but the hash itself, and the data, for which `dataHash` stands: so data can be erased and the chain still checks (T2). */
export function eventBody(event: Omit<ChainedEvent, 'hash' | 'data' | 'salt'>): Readonly<Record<string, unknown>> {
  const { stream, revision, type, v, at, by, reads, dataHash, previous } = event
  return { stream, revision, type, v, at, by: { personId: by.personId, organisationId: by.organisationId, via: by.via }, reads, dataHash, previous }
}

export const eventHash = (event: Omit<ChainedEvent, 'hash' | 'data' | 'salt'>, { canonicalise, sha256 }: Hashing): Sha256 => sha256(canonicalise(eventBody(event)))

/** SHA-256(salt ‖ JCS(data)). */
export function dataHashOf(data: unknown, salt: string, { canonicalise, sha256 }: Hashing): Sha256 {
  const before = bytesOfHex(salt)
  const after = canonicalise(data)
  const both = new Uint8Array(before.length + after.length)
  both.set(before)
  both.set(after, before.length)
  return sha256(both)
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
}

/** What differs: the data, the event around it, its place, its link to the one before, or the head that was printed elsewhere. */
export interface ChainFinding { readonly stream: string; readonly revision: number; readonly differs: 'data' | 'event' | 'order' | 'link' | 'head' }

/** A head as printed in a confirmation or an edition: that event had that hash. */
export interface ChainHead { readonly stream: string; readonly revision: number; readonly hash: Sha256 }

/** One pass over the events of any number of streams, each in its own order. No findings: nothing was changed, dropped, added or moved. */
export function verifyChain(events: readonly ChainedEvent[], hashing: Hashing, heads: readonly ChainHead[] = []): readonly ChainFinding[] {
  const last: Record<string, ChainedEvent> = {}
  const hashes: Record<Id, Sha256> = {}
  const findings: ChainFinding[] = []
  for (const event of events) {
    const { stream, revision } = event
    const before = last[stream]
    const differs = (what: ChainFinding['differs']) => findings.push({ stream, revision, differs: what })
    if (before !== undefined && revision !== before.revision + 1) differs('order')
    if (event.previous !== (before?.hash ?? null)) differs('link')
    if (eventHash(event, hashing) !== event.hash) differs('event')
    if (event.salt !== null && dataHashOf(event.data, event.salt, hashing) !== event.dataHash) differs('data')
    // Data shown without its salt could be anything.
    if (event.salt === null && event.data !== null) differs('data')
    last[stream] = event
    hashes[`${stream} ${revision}`] = event.hash
  }
  for (const { stream, revision, hash } of heads) if (hashes[`${stream} ${revision}`] !== hash) findings.push({ stream, revision, differs: 'head' })
  return findings
}
