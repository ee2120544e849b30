/** What of a document the server is known to have on disk, learnt from what it says and sends. */
import * as Y from 'yjs'

export class ServerHas {
  #clocks: Map<number, number>

  constructor(stateVector: Uint8Array | null = null) {
    this.#clocks = stateVector === null ? new Map() : Y.decodeStateVector(stateVector)
  }

  /** The server said what it has. */
  said(stateVector: Uint8Array): void { this.#raise(Y.decodeStateVector(stateVector)) }

  /** The server sent this, so it has it. */
  sent(update: Uint8Array): void { this.#raise(Y.parseUpdateMeta(update).to) }

  /** The server confirmed everything that this document holds. */
  all(doc: Y.Doc): void { this.#raise(Y.decodeStateVector(Y.encodeStateVector(doc))) }

  /** Whether the document holds words that the server is not known to have. */
  lacksSomeOf(doc: Y.Doc): boolean {
    return [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(([client, clock]) => clock > (this.#clocks.get(client) ?? 0))
  }

  stateVector(): Uint8Array { return Y.encodeStateVector(this.#clocks) }

  #raise(clocks: ReadonlyMap<number, number>): void {
    for (const [client, clock] of clocks) if (clock > (this.#clocks.get(client) ?? 0)) this.#clocks.set(client, clock)
  }
}
