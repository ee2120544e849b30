/** One document and its peers: durable before anybody sees it. Knows bytes and peers, not statements or partners. */
import * as Y from 'yjs'
import { Presences, readPresences, withUser, writePresences } from './awareness.ts'
import { awarenessFrame, CLOSE, noticeFrame, packFrames, readFrame, savedFrame, step1Frame, step2Frame, unpackFrames, updateFrame } from './frames.ts'
import type { Peer, RoomDependencies } from './room-ports.ts'
import { addsNothing, tryUpdate } from './try-update.ts'
import { Turns } from './turns.ts'

interface Member { readonly peer: Peer; readonly clients: Map<number, number>; saved: number; lacked: number; wasWriter: boolean }
interface Waiting { readonly member: Member; readonly update: Uint8Array; readonly epoch: number }

export const MAXIMUM_MESSAGE = 1024 * 1024
/** How often a connection may send what hangs on parts that the server has not seen: once or twice after a cut is honest. */
const PATIENCE = 8
const FROM_LOG = Symbol('from the log')

export class Room {
  readonly name: string
  #doc = new Y.Doc()
  #members = new Set<Member>()
  #presences = new Presences()
  #waiting: Waiting[] = []
  #scheduled = false
  #flushPlanned = false
  /** Writing a batch, reading the log, taking what another node wrote: one at a time. Between two the document is what is on disk. */
  #turns = new Turns()
  #epoch = 0
  #writable = false
  #mark = ''
  #log; #gate; #deps

  private constructor(deps: RoomDependencies) {
    this.name = deps.name
    this.#log = deps.log
    this.#gate = deps.gate
    this.#deps = deps
  }

  /** [R3] Opening a room appends nothing: load first, listen second. Null when there is no such room. */
  static async open(deps: RoomDependencies): Promise<Room | null> {
    const room = new Room(deps)
    return await room.#reload() ? room : null
  }

  get epoch(): number { return this.#epoch }
  get writable(): boolean { return this.#writable }
  get size(): number { return this.#members.size }
  /** [R5] A room with words that wait for the disk is not forgotten. */
  get busy(): boolean { return this.#waiting.length > 0 || this.#turns.busy }

  join(peer: Peer): { receive(bytes: Uint8Array): void; leave(): void } {
    const member: Member = { peer, clients: new Map(), saved: 0, lacked: 0, wasWriter: peer.may() === 'write' && this.#writable }
    this.#members.add(member)
    // [R6] Here too: who comes back with words that are on their way to the disk must send them again, or they would count as saved.
    void this.#turns.whenFree(() => { peer.send(step1Frame(Y.encodeStateVector(this.#doc))) })
    const present = this.#presences.all()
    if (present) peer.send(awarenessFrame(present))
    return { receive: (bytes) => this.#receive(member, bytes), leave: () => this.#leave(member) }
  }

  /** Resolves when everything received so far is on disk or refused. */
  async settled(): Promise<void> {
    while (this.busy) {
      this.#flushNow()
      await this.#turns.done()
    }
  }

  /** Another node wrote: the update as it came, or null to read the log. */
  async heard(update: Uint8Array | null): Promise<void> {
    if (!update) return this.catchUp()
    await this.#turns.whenFree(() => {
      Y.applyUpdate(this.#doc, update, FROM_LOG)
      this.#tell(updateFrame(update))
    })
    if (this.#doc.store.pendingStructs || this.#doc.store.pendingDs) await this.catchUp()
  }

  heardAwareness(update: Uint8Array): void {
    this.#presences.remember(readPresences(update))
    this.#tell(awarenessFrame(update))
  }

  /** Something was decided about this document: peers that know our frames fetch it. */
  notice(what: unknown): void {
    const frame = noticeFrame(what)
    for (const { peer } of this.#members) if (peer.frames) peer.send(frame)
  }

  /** Reads the log again where a message may have been lost; peers get what they miss. */
  catchUp(): Promise<void> { return this.#turns.take(() => this.#catchUp()) }

  async #catchUp(): Promise<void> {
    const now = await this.#log.mark(this.name)
    if (!now) return this.closeAll(CLOSE.noSuchRoom, 'no such room')
    if (now.mark === this.#mark && now.epoch === this.#epoch && now.writable === this.#writable) return
    const before = Y.encodeStateVector(this.#doc)
    await this.#reload()
    const missed = Y.encodeStateAsUpdate(this.#doc, before)
    if (missed.length > 2) this.#tell(updateFrame(missed))
  }

  /** Rights may have changed: who may no longer read goes, who became a writer starts from a fresh copy. */
  recheck(): void {
    for (const member of this.#members) {
      const may = member.peer.may()
      if (may === 'none') this.#drop(member, CLOSE.notYours, 'not yours')
      else if (may === 'write' && this.#writable && !member.wasWriter) this.#drop(member, CLOSE.tryAgain, 'you may write now')
    }
  }

  closeAll(code: number, reason: string): void {
    for (const member of this.#members) this.#drop(member, code, reason)
  }

  /** Takes the document from the log; only within a turn. False when the room does not exist. */
  async #reload(): Promise<boolean> {
    const loaded = await this.#log.load(this.name)
    if (!loaded) return false
    const doc = new Y.Doc()
    doc.transact(() => { for (const row of loaded.rows) for (const update of unpackFrames(row)) Y.applyUpdate(doc, update, FROM_LOG) }, FROM_LOG)
    this.#doc.destroy()
    this.#doc = doc
    this.#epoch = loaded.epoch
    this.#writable = loaded.writable
    this.#mark = loaded.mark
    this.#gate.loaded(doc)
    return true
  }

  /** The document as it is on disk; for reading only. */
  read<T>(look: (doc: Y.Doc) => T): T { return look(this.#doc) }

  #receive(member: Member, bytes: Uint8Array): void {
    if (!this.#members.has(member)) return
    const may = member.peer.may()
    if (may === 'none') return this.#drop(member, CLOSE.notYours, 'not yours')
    if (bytes.length > MAXIMUM_MESSAGE) return this.#drop(member, CLOSE.tooLarge, 'one message may be 1 MiB')
    try {
      const frame = readFrame(bytes)
      switch (frame.type) {
        case 'step-1': return this.#answer(member, frame.stateVector)
        case 'step-2':
        case 'update': return this.#take(member, may, frame.update)
        case 'awareness': return this.#present(member, frame.update)
        case 'query-awareness': return member.peer.send(awarenessFrame(this.#presences.all() ?? writePresences([])))
      }
    } catch (error) {
      this.#deps.fault(error)
      this.#drop(member, CLOSE.badFrame, 'not a frame of this protocol') // [R7] only the offender goes
    }
  }

  /** [R6] What waits for the disk is not shown to a newcomer: the answer waits too. */
  #answer(member: Member, stateVector: Uint8Array): void {
    void this.#turns.whenFree(() => { member.peer.send(step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector))) })
  }

  /** [R2] A reader changes nothing, and is never told that it did. Who could write when joining and no longer may is told, and closed at the first later word. */
  #take(member: Member, may: 'read' | 'write', update: Uint8Array): void {
    if (may === 'write' && this.#writable) {
      this.#waiting.push({ member, update, epoch: this.#epoch })
      this.#schedule()
      return
    }
    if (addsNothing(this.#doc, update)) this.#saved(member, 1)
    else if (member.wasWriter) this.#drop(member, CLOSE.closedForWriting, 'closed for writing')
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    this.#deps.schedule(() => {
      this.#scheduled = false
      this.#flushNow()
    })
  }

  #flushNow(): void {
    if (this.#flushPlanned || this.#waiting.length === 0) return
    this.#flushPlanned = true
    void this.#turns.take(() => {
      this.#flushPlanned = false
      return this.#flush(this.#waiting.splice(0))
    })
  }

  async #flush(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#write(batch)
    } catch (error) {
      // Nothing of this batch is confirmed: every writer comes back with what it has.
      this.#deps.fault(error)
      for (const { member } of batch) this.#drop(member, CLOSE.tryAgain, 'not saved, try again')
      await this.#reload().then(() => {}, this.#deps.fault)
    }
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { good, lacking, transactions } = await this.#checked(batch)
    const { closed } = good.length === 0 ? { closed: [] } : await this.#log.append([{ room: this.name, epoch: this.#epoch, frames: packFrames(good.map(({ update }) => update)) }])
    if (closed.includes(this.name)) {
      await this.#reload()
      for (const { member } of good) this.#drop(member, CLOSE.closedForWriting, 'closed for writing')
    } else {
      if (good.length > 0) this.#gate.accepted(this.#doc, transactions)
      for (const { member, update } of good) this.#relay(member, update)
    }
    // [R8] Asked before it is counted: the client answers with all it has before it can believe that this was saved.
    for (const member of lacking) if (this.#members.has(member)) member.peer.send(step1Frame(Y.encodeStateVector(this.#doc)))
    // [R4] Saved is said after the row, never before; what added nothing is saved as well.
    for (const { member } of batch) this.#saved(member, 1)
  }

  /** [R1] To everybody but its sender, and to the other nodes. */
  #relay(sender: Member, update: Uint8Array): void {
    const frame = updateFrame(update)
    for (const other of this.#members) if (other !== sender) other.peer.send(frame)
    this.#deps.publish(update)
  }

  /** Applies the batch. Where an update may not stand, the rest is applied to a fresh copy without it. */
  async #checked(batch: readonly Waiting[]): Promise<{ good: Waiting[]; lacking: Set<Member>; transactions: Y.Transaction[] }> {
    const good: Waiting[] = []
    const lacking = new Set<Member>()
    const transactions: Y.Transaction[] = []
    for (const waiting of batch) {
      if (waiting.member.peer.may() !== 'write' || waiting.epoch !== this.#epoch) {
        this.#drop(waiting.member, CLOSE.closedForWriting, 'closed for writing')
        continue
      }
      const tried = tryUpdate(this.#doc, waiting.update)
      const because = tried.fits ? this.#whyNot(tried.transactions) : tried.because
      if (tried.fits && because === null) {
        if (tried.transactions.length > 0) {
          transactions.push(...tried.transactions)
          good.push(waiting)
        }
        continue
      }
      if (because === 'parts-are-missing' && waiting.member.lacked < PATIENCE) {
        waiting.member.lacked += 1
        lacking.add(waiting.member)
      } else {
        this.#drop(waiting.member, because === 'parts-are-missing' ? CLOSE.tryAgain : CLOSE.notValid, because ?? '')
      }
      await this.#reload()
      for (const { update } of good) Y.applyUpdate(this.#doc, update, FROM_LOG)
    }
    return { good, lacking, transactions }
  }

  /** [R7] What the gate stumbles over is its sender's business, not that of everybody in the batch. */
  #whyNot(transactions: readonly Y.Transaction[]): string | null {
    try {
      return this.#gate.whyNot(this.#doc, transactions)
    } catch (error) {
      this.#deps.fault(error)
      return 'not readable'
    }
  }

  #saved(member: Member, count: number): void {
    member.saved += count
    if (member.peer.frames && this.#members.has(member)) member.peer.send(savedFrame(member.saved))
  }

  #present(member: Member, update: Uint8Array): void {
    const others = [...this.#members].filter((other) => other !== member)
    const own = withUser(readPresences(update), member.peer.user).filter(({ clientId }) => !others.some((other) => other.clients.has(clientId)))
    for (const { clientId, clock } of own) member.clients.set(clientId, clock)
    this.#presences.remember(own)
    this.#tellAwareness(writePresences(own))
  }

  #tellAwareness(update: Uint8Array): void {
    this.#tell(awarenessFrame(update)) // echoed to its sender too: the stock client counts on it
    this.#deps.publishAwareness(update)
  }

  #tell(frame: Uint8Array): void {
    for (const { peer } of this.#members) peer.send(frame)
  }

  #drop(member: Member, code: number, reason: string): void {
    if (!this.#members.has(member)) return
    this.#leave(member)
    member.peer.close(code, reason)
  }

  #leave(member: Member): void {
    if (!this.#members.delete(member)) return
    const gone = [...member.clients].map(([clientId, clock]) => ({ clientId, clock: clock + 1, state: null }))
    this.#presences.remember(gone)
    if (gone.length > 0) this.#tellAwareness(writePresences(gone))
  }
}
