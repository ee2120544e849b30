/** Who is in a room, and what each says of where it stands: a client speaks for itself only, and its name comes from the session. */
import { Presences, presencesIn, readPresences, withUser, writePresences } from './awareness.ts'
import { awarenessFrame } from './frames.ts'
import type { Peer } from './room-ports.ts'

export interface Member {
  readonly peer: Peer
  /** The client ids that it speaks for, with the clock of its last word. */
  readonly clients: Map<number, number>
  saved: number
  lacked: number
  inStep: boolean
  readonly wasWriter: boolean
}

/** More client ids than a browser with many tabs has. */
const MOST_CLIENTS = 8

export class Members {
  #all = new Set<Member>()
  #presences = new Presences()
  #publish

  /** @param publish tells the other nodes. */
  constructor(publish: (update: Uint8Array) => void) { this.#publish = publish }

  get size(): number { return this.#all.size }
  has(member: Member): boolean { return this.#all.has(member) }
  [Symbol.iterator](): Iterator<Member> { return this.#all.values() }

  join(peer: Peer, wasWriter: boolean): Member {
    const member: Member = { peer, clients: new Map(), saved: 0, lacked: 0, inStep: false, wasWriter }
    this.#all.add(member)
    return member
  }

  /** False when it was not here any more. */
  leave(member: Member): boolean {
    if (!this.#all.delete(member)) return false
    const gone = [...member.clients].map(([clientId, clock]) => ({ clientId, clock: clock + 1, state: null }))
    this.#presences.remember(gone)
    if (gone.length > 0) this.#tellAwareness(writePresences(gone))
    return true
  }

  tell(frame: Uint8Array): void { for (const { peer } of this.#all) peer.send(frame) }

  /** Everybody who is present, as one frame; null where nobody is. */
  present(): Uint8Array | null {
    const update = this.#presences.all()
    return update && awarenessFrame(update)
  }

  /** What a client says of others reaches nobody. False for what can't be read, or is too much for one. */
  says(member: Member, update: Uint8Array): boolean {
    const said = presencesIn(update)
    if (!said) return false
    const own = withUser(said, member.peer.user).filter(({ clientId }) => ![...this.#all].some((other) => other !== member && other.clients.has(clientId)))
    for (const { clientId, clock, state } of own) {
      if (state === null) member.clients.delete(clientId)
      else member.clients.set(clientId, clock)
    }
    if (member.clients.size > MOST_CLIENTS) return false
    this.#presences.remember(own)
    this.#tellAwareness(writePresences(own))
    return true
  }

  /** What clients of other nodes say. */
  heard(update: Uint8Array): void {
    this.#presences.remember(readPresences(update))
    this.tell(awarenessFrame(update))
  }

  /** Echoed to its sender too: the stock client counts on it. */
  #tellAwareness(update: Uint8Array): void {
    this.tell(awarenessFrame(update))
    this.#publish(update)
  }
}
