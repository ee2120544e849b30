/** How far each client of a room has come, and whose each client id is: what the bytes of an update must agree with. */
import * as Y from 'yjs'
import type { Decoded } from './decoded.ts'

/** A client id that somebody uses for the first time in a room. It is theirs for good. */
export interface Claim { readonly clientId: number; readonly owner: string; readonly actingFor: string | null }

export interface Claimant { readonly owner: string; readonly actingFor: string | null }

/** How far each client comes with an update that adds parts of it. */
export type Ends = ReadonlyMap<number, number>

export type Checked =
  | { readonly ok: true; readonly ends: Ends; readonly claims: readonly Claim[] }
  | { readonly ok: false; readonly because: 'client-of-another' | 'client-of-nobody-known' | 'parts-are-missing' | 'too-many-clients' }

/** Every page that somebody types in is one client id, and everybody who comes in names all of them: no text of one person has so many. */
export const MOST_IDS = 4_000

const NO_CLAIMS: readonly Claim[] = []

export class Ledger {
  #owners: Map<number, string>
  /** What is on disk or on its way there. */
  #clocks: Map<number, number>

  constructor(owners: ReadonlyMap<number, string>, clocks: ReadonlyMap<number, number>) {
    this.#owners = new Map(owners)
    this.#clocks = new Map(clocks)
  }

  /**
   * New parts must belong to who sends them, follow what is known, and hang on nothing that is unknown; what is known already anybody may repeat.
   * Parts that the server made belong to nobody.
   * An update that passes is counted in, so that the next one of the same client can follow it in the same batch.
   */
  check(update: Decoded, { owner, actingFor }: Claimant): Checked {
    for (const { id: { client, clock }, length } of update.structs) {
      const clocked = this.#clocks.get(client)
      if (clock + length <= (clocked ?? 0)) continue
      const known = this.#owners.get(client)
      if (known === undefined && clocked !== undefined) return { ok: false, because: 'client-of-nobody-known' }
      if ((known ?? owner) !== owner) return { ok: false, because: 'client-of-another' }
    }
    const ends = this.endsOf(update)
    if (ends === null || !this.#knowsWhatItHangsOn(update, ends)) return { ok: false, because: 'parts-are-missing' }
    let firstUses = 0
    for (const client of ends.keys()) if (!this.#owners.has(client)) firstUses += 1
    if (firstUses > 0 && firstUses + this.#idsOf(owner) > MOST_IDS) return { ok: false, because: 'too-many-clients' }
    for (const [client, end] of ends) this.#clocks.set(client, end)
    return { ok: true, ends, claims: firstUses === 0 ? NO_CLAIMS : this.#claim(ends, { owner, actingFor }) }
  }

  #claim(ends: Ends, { owner, actingFor }: Claimant): Claim[] {
    const claims: Claim[] = []
    for (const client of ends.keys()) {
      if (this.#owners.has(client)) continue
      this.#owners.set(client, owner)
      claims.push({ clientId: client, owner, actingFor })
    }
    return claims
  }

  /**
   * The same update without the parts that are known here; null where it has none of those. What they say may not be what was said first:
   * a merge of the two would choose, and words of another would read differently.
   */
  withoutKnown(update: Uint8Array, { structs }: Decoded): Uint8Array | null {
    let known: Map<number, number> | null = null
    for (const { id: { client, clock } } of structs) {
      const end = this.#clocks.get(client) ?? 0
      if (clock < end) (known ??= new Map()).set(client, end)
    }
    return known === null ? null : Y.diffUpdate(update, Y.encodeStateVector(known))
  }

  /** Counts in what another node wrote. Null where something is missing here that comes before it. */
  heard(update: Decoded): Ends | null {
    const ends = this.endsOf(update)
    if (ends === null || !this.#knowsWhatItHangsOn(update, ends)) return null
    for (const [client, end] of ends) this.#clocks.set(client, end)
    return ends
  }

  ownerOf(clientId: number): string | undefined { return this.#owners.get(clientId) }
  own(owners: ReadonlyMap<number, string>): void { for (const [client, owner] of owners) this.#owners.set(client, owner) }

  /** How far each client comes with the new parts; empty where all is known, null where there is a gap. */
  endsOf({ structs }: Decoded): Ends | null {
    const ends = new Map<number, number>()
    for (const struct of structs) {
      const { client, clock } = struct.id
      const known = ends.get(client) ?? this.#clocks.get(client) ?? 0
      if (clock + struct.length <= known) continue
      if (clock > known || struct instanceof Y.Skip) return null
      ends.set(client, clock + struct.length)
    }
    return ends
  }

  #idsOf(owner: string): number {
    let count = 0
    for (const whose of this.#owners.values()) if (whose === owner) count += 1
    return count
  }

  #knowsWhatItHangsOn({ structs, ds }: Decoded, ends: Ends): boolean {
    const end = (client: number): number => ends.get(client) ?? this.#clocks.get(client) ?? 0
    const isUnknown = (id: unknown, { client, clock }: Y.ID): boolean => id instanceof Y.ID && id.clock >= (id.client === client ? clock : end(id.client))
    for (const struct of structs) {
      if (struct instanceof Y.Item && (isUnknown(struct.origin, struct.id) || isUnknown(struct.rightOrigin, struct.id) || isUnknown(struct.parent, struct.id))) return false
    }
    for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) if (clock + len > end(client)) return false
    return true
  }
}
