/** Whose client ids are whose in a room, and how far each has come: known from the bytes of an update, before anything is applied. */
import * as Y from 'yjs'

/** A client id that somebody uses for the first time in a room. It is theirs for good. */
export interface Claim { readonly clientId: number; readonly owner: string; readonly actingFor: string | null }

export interface Claimant { readonly owner: string; readonly actingFor: string | null }

export type Checked =
  | { readonly ok: true; readonly adds: boolean; readonly claims: readonly Claim[] }
  | { readonly ok: false; readonly because: 'not-an-update' | 'client-of-another' | 'parts-are-missing' }

export class Claims {
  #owners: Map<number, string>
  /** What is on disk or on its way there. */
  #clocks: Map<number, number>

  constructor(owners: ReadonlyMap<number, string>, doc: Y.Doc) {
    this.#owners = new Map(owners)
    this.#clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  }

  /**
   * New structs must belong to who sends them and follow what is known; what is known already anybody may repeat.
   * An update that passes is counted in, so that the next one of the same client can follow it in the same batch.
   */
  check(update: Uint8Array, { owner, actingFor }: Claimant): Checked {
    let meta: ReturnType<typeof Y.parseUpdateMeta>
    try { meta = Y.parseUpdateMeta(update) } catch { return { ok: false, because: 'not-an-update' } }
    const fresh = [...meta.to].filter(([client, end]) => end > (this.#clocks.get(client) ?? 0))
    for (const [client] of fresh) {
      if ((this.#owners.get(client) ?? owner) !== owner) return { ok: false, because: 'client-of-another' }
      if ((meta.from.get(client) ?? 0) > (this.#clocks.get(client) ?? 0)) return { ok: false, because: 'parts-are-missing' }
    }
    const claims: Claim[] = []
    for (const [client, end] of fresh) {
      if (!this.#owners.has(client)) {
        this.#owners.set(client, owner)
        claims.push({ clientId: client, owner, actingFor })
      }
      this.#clocks.set(client, end)
    }
    return { ok: true, adds: fresh.length > 0, claims }
  }

  /** Counts in what another node wrote; true where a client id is new here, whose owner the log knows. */
  heard(update: Uint8Array): boolean {
    const { to } = Y.parseUpdateMeta(update)
    const isNew = [...to.keys()].some((client) => !this.#clocks.has(client))
    for (const [client, end] of to) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0))
    return isNew
  }
}
