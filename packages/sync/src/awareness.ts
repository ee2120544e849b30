/** Who is present, as each connection says it; the name comes from the session, not from the client. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export interface Presence { readonly clientId: number; readonly clock: number; readonly state: Readonly<Record<string, unknown>> | null }

export function readPresences(update: Uint8Array): Presence[] {
  const decoder = decoding.createDecoder(update)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder), state: JSON.parse(decoding.readVarString(decoder)) as Presence['state'],
  }))
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

/** Overwrites what a client says of its own name: a person is who the session says. */
export const withUser = (presences: readonly Presence[], user: Readonly<Record<string, unknown>>): Presence[] =>
  presences.map((presence) => (presence.state === null ? presence : { ...presence, state: { ...presence.state, user } }))
