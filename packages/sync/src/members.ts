/** Who is in a room and who must go, and what each says of where it stands: a client speaks for itself only, and its name comes from the session. */
import { Presences, presencesIn, presencesInPieces, readPresences, withUser, writePresences, type Presence } from './awareness.ts'
import { awarenessFrame, CLOSE } from './frames.ts'
import type { Peer } from './room-ports.ts'
import { SavedCount } from './saved-count.ts'

export interface Member {
  readonly peer: Peer
  /** The client ids that it speaks for, with the clock of its last word. */
  readonly clients: Map<number, number>
  readonly saved: SavedCount
  lacked: number
  inStep: boolean
  readonly wasWriter: boolean
}

/** From so many on each word of one is a message to very many. */
const CROWD = 50
/** Where carets move more often than this in one moment, the rest of them are told at its end. */
const AT_ONCE = 4
/** More client ids than a browser with many tabs has. */
const MOST_CLIENTS = 8
/** A name, a colour and where a caret stands take a few hundred bytes; stock clients repeat what they hear of everybody else. */
const MOST_BYTES = 512 * 1024
const LONGEST_STATE = 4 * 1024
/** What is longer does not go to the other nodes in one message, and there is no log to read it in. */
const LONGEST_MESSAGE = 5 * 1000

export class Members {
  #all = new Set<Member>()
  /** Who speaks for a client id: stock clients repeat all that they hear of others, so that this is asked for everybody by everybody. */
  #speakers = new Map<number, Member>()
  #presences = new Presences()
  /** How often something was told in this moment. */
  #told = 0
  /** What was said since the last time it was told: the last word of each client. */
  #said = new Map<number, Presence>()
  #publish; #schedule; #later

  /** @param publish tells the other nodes. @param schedule runs the work soon, `later` in a moment. */
  constructor({ publish, schedule, later }: { readonly publish: (update: Uint8Array) => void; readonly schedule: (work: () => void) => void; readonly later: (work: () => void) => void }) {
    this.#publish = publish
    this.#schedule = schedule
    this.#later = later
  }

  get size(): number { return this.#all.size }
  has(member: Member): boolean { return this.#all.has(member) }
  [Symbol.iterator](): Iterator<Member> { return this.#all.values() }

  join(peer: Peer, wasWriter: boolean): Member {
    const member: Member = { peer, clients: new Map(), saved: new SavedCount(), lacked: 0, inStep: false, wasWriter }
    this.#all.add(member)
    return member
  }

  /** False when it was not here any more. */
  leave(member: Member): boolean {
    if (!this.#all.delete(member)) return false
    for (const clientId of member.clients.keys()) this.#speakers.delete(clientId)
    const gone = [...member.clients].map(([clientId, clock]) => ({ clientId, clock: clock + 1, state: null }))
    this.#say(gone)
    return true
  }

  /** Closes the connection of one who is here, once. */
  drop(member: Member, code: number, reason: string): void { if (this.leave(member)) member.peer.close(code, reason) }
  dropAll(code: number, reason: string): void { for (const member of this.#all) this.drop(member, code, reason) }

  /** Rights may have changed: who may no longer read goes, who became a writer starts from a fresh copy. */
  recheck(writable: boolean): void {
    for (const member of this.#all) {
      const may = member.peer.may()
      if (may === 'none') this.drop(member, CLOSE.notYours, 'not yours')
      else if (may === 'write' && writable && !member.wasWriter) this.drop(member, CLOSE.tryAgain, 'you may write now')
    }
  }

  tell(frame: Uint8Array, except: Member | null = null): void { for (const member of this.#all) if (member !== except) member.peer.send(frame) }
  /** A frame of our own: only to those that know it. */
  notice(frame: Uint8Array): void { for (const { peer } of this.#all) if (peer.frames) peer.send(frame) }

  /** Everybody who is present, as one frame; null where nobody is. */
  present(): Uint8Array | null {
    const update = this.#presences.all()
    return update && awarenessFrame(update)
  }

  /** What a client says of others reaches nobody. False for what can't be read, or is too much for one. */
  says(member: Member, update: Uint8Array): boolean {
    if (update.length > MOST_BYTES) return false
    const said = presencesIn(update)
    if (!said) return false
    const own = withUser(said.filter((presence) => this.#speaksFor(member, presence)), member.peer.user)
    // Stock clients repeat what they heard of others: that is not news.
    if (own.length === 0) return true
    if (own.length > MOST_CLIENTS || own.some(({ state }) => Buffer.byteLength(JSON.stringify(state)) > LONGEST_STATE)) return false
    for (const { clientId, clock, state } of own) this.#note(member, clientId, state === null ? null : clock)
    if (member.clients.size > MOST_CLIENTS) return false
    this.#say(own)
    return true
  }

  /** [R11] A client id that somebody else is present under, without having written yet, is not for this one to begin. */
  mayUse(clientId: number, { peer }: Member): boolean {
    const speaker = this.#speakers.get(clientId)
    if (speaker && speaker.peer.owner !== peer.owner) return false
    const person = this.#presences.personOf(clientId)
    return person === undefined || person === peer.user.id
  }

  /**
   * Not for who is here on another connection, nor for another person on another node; and only who was here says goodbye. Who comes back before
   * its old connection is known to be gone is the same person, and speaks for nobody yet: it goes on where that one was.
   */
  #speaksFor(member: Member, { clientId, state }: Presence): boolean {
    if (member.clients.has(clientId)) return true
    if (state === null || !this.mayUse(clientId, member)) return false
    return !this.#speakers.has(clientId) || member.clients.size === 0
  }

  /** It speaks for this client id from now on, and no other connection does; null where it said goodbye. */
  #note(member: Member, clientId: number, clock: number | null): void {
    this.#speakers.get(clientId)?.clients.delete(clientId)
    if (clock === null) return void this.#speakers.delete(clientId)
    this.#speakers.set(clientId, member)
    member.clients.set(clientId, clock)
  }

  /** Called some seconds apart: who said nothing for a while is present no more, for example because its node was killed. */
  fade(): void { this.#presences.fade() }

  /** What clients of other nodes say. */
  heard(update: Uint8Array): void {
    this.#presences.remember(readPresences(update))
    this.tell(awarenessFrame(update))
  }

  /** Echoed to its sender too: the stock client counts on it. What many say in one moment goes out as one message. */
  #say(presences: readonly Presence[]): void {
    if (presences.length === 0) return
    this.#presences.remember(presences)
    if (this.#said.size === 0) (this.#all.size > CROWD || this.#told >= AT_ONCE ? this.#later : this.#schedule)(() => this.#tellSaid())
    for (const presence of presences) this.#said.set(presence.clientId, presence)
  }

  #tellSaid(): void {
    if (this.#told === 0) this.#later(() => { this.#told = 0 })
    this.#told += 1
    const said = [...this.#said.values()]
    this.#said.clear()
    this.tell(awarenessFrame(writePresences(said)))
    for (const piece of presencesInPieces(said, LONGEST_MESSAGE)) this.#publish(piece)
  }
}
