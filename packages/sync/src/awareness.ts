/** Who is present, as each connection says it; the name comes from the session, not from the client. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export interface Presence { readonly clientId: number; readonly clock: number; readonly state: Readonly<Record<string, unknown>> | null }

export function readPresences(update: Uint8Array): Presence[] {
  const decoder = decoding.createDecoder(update)
  const presences: Presence[] = []
  // One by one: the number is a stranger's word, and room for it would be made before the bytes are found to be missing.
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    presences.push({ clientId: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder), state: JSON.parse(decoding.readVarString(decoder)) as Presence['state'] })
  }
  return presences
}

/** Null for bytes that are none. */
export function presencesIn(update: Uint8Array): Presence[] | null {
  try { return readPresences(update) } catch { return null }
}

export function writePresences(presences: readonly Presence[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, presences.length)
  for (const { clientId, clock, state } of presences) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }
  return encoding.toUint8Array(encoder)
}

/** The same as several updates, each of so many bytes where one presence has not more by itself. */
export function presencesInPieces(presences: readonly Presence[], bytes: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let some: Presence[] = []
  let size = 0
  for (const presence of presences) {
    const { length } = writePresences([presence])
    if (some.length > 0 && size + length > bytes) {
      pieces.push(writePresences(some))
      some = []
      size = 0
    }
    some.push(presence)
    size += length
  }
  if (some.length > 0) pieces.push(writePresences(some))
  return pieces
}

/** Overwrites what a client says of its own name: a person is who the session says. */
export const withUser = (presences: readonly Presence[], user: Readonly<Record<string, unknown>>): Presence[] =>
  presences.map((presence) => (presence.state === null ? presence : { ...presence, state: { ...presence.state, user } }))

/** A client renews its presence every fifteen seconds, in a window that nobody sees once a minute: so many looks, four seconds apart, are more than that. */
const FADES = 20

/** Who is present in a room, by client id: the newest word of each. */
export class Presences {
  #known = new Map<number, Presence>()
  /** How many looks ago each was heard. */
  #silent = new Map<number, number>()

  /** A state of null says goodbye. */
  remember(presences: readonly Presence[]): void {
    for (const presence of presences) {
      const known = this.#known.get(presence.clientId)
      if (known && known.clock > presence.clock) continue
      if (presence.state === null) this.#forget(presence.clientId)
      else this.#known.set(presence.clientId, presence)
      this.#silent.delete(presence.clientId)
    }
  }

  /** A look: who was not heard for too many of them is forgotten. */
  fade(): void {
    for (const clientId of this.#known.keys()) {
      const looks = (this.#silent.get(clientId) ?? 0) + 1
      if (looks > FADES) this.#forget(clientId)
      else this.#silent.set(clientId, looks)
    }
  }

  #forget(clientId: number): void {
    this.#known.delete(clientId)
    this.#silent.delete(clientId)
  }

  /** The person whom the session of its connection named, wherever that is. */
  personOf(clientId: number): unknown {
    const user = this.#known.get(clientId)?.state?.user
    return typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined
  }

  /** Everybody as one update; null where nobody is. */
  all(): Uint8Array | null { return this.#known.size === 0 ? null : writePresences([...this.#known.values()]) }
}
