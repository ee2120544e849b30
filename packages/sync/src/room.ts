/** One document and its peers: durable before anybody sees it. Knows bytes and peers, not statements or partners. */
import * as Y from 'yjs'
import { sortBatch, type Sorted } from './batch.ts'
import { Claims, type Claim } from './claims.ts'
import { Presences, readPresences, withUser, writePresences } from './awareness.ts'
import { awarenessFrame, CLOSE, frameIn, noticeFrame, packFrames, savedFrame, step1Frame, step2Frame, unpackFrames, updateFrame } from './frames.ts'
import type { Peer, RoomDependencies } from './room-ports.ts'
import { addsNothing } from './try-update.ts'
import { Turns } from './turns.ts'

interface Member { readonly peer: Peer; readonly clients: Map<number, number>; saved: number; lacked: number; inStep: boolean; wasWriter: boolean }
interface Waiting { readonly member: Member; readonly update: Uint8Array; readonly epoch: number; readonly claims: readonly Claim[] }

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
  /** The batch that is being written. */
  #underWay: readonly Waiting[] = []
  #scheduled = false
  /** Writing a batch, reading the log, taking what another node wrote: one at a time. Between two the document is what is on disk. */
  #turns = new Turns()
  #epoch = 0
  #writable = false
  #mark = ''
  #claims = new Claims(new Map(), this.#doc)
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
  /** For looking only: what is written goes through a peer or a command. */
  read<T>(look: (doc: Y.Doc) => T): T { return look(this.#doc) }
  /** [R5] A room with words that wait for the disk is not forgotten. */
  get busy(): boolean { return this.#waiting.length > 0 || this.#turns.busy }

  join(peer: Peer): { receive(bytes: Uint8Array): void; leave(): void } {
    const member: Member = { peer, clients: new Map(), saved: 0, lacked: 0, inStep: false, wasWriter: peer.may() === 'write' && this.#writable }
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
    let newcomer = false
    await this.#turns.whenFree(() => {
      Y.applyUpdate(this.#doc, update, FROM_LOG)
      this.#tell(updateFrame(update))
      newcomer = this.#claims.heard(update)
    })
    if (newcomer || this.#doc.store.pendingStructs || this.#doc.store.pendingDs) await this.catchUp()
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
    this.#claims = new Claims(loaded.owners, doc)
    // What was counted before is counted again, or what follows on it would seem to have a gap.
    for (const { update, member } of [...this.#underWay, ...this.#waiting]) this.#claims.check(update, member.peer)
    this.#gate.loaded(doc)
    return true
  }

  #receive(member: Member, bytes: Uint8Array): void {
    if (!this.#members.has(member)) return
    const may = member.peer.may()
    if (may === 'none') return this.#drop(member, CLOSE.notYours, 'not yours')
    if (bytes.length > MAXIMUM_MESSAGE) return this.#drop(member, CLOSE.tooLarge, 'one message may be 1 MiB')
    const frame = frameIn(bytes)
    if (!frame) return this.#drop(member, CLOSE.badFrame, 'not a frame of this protocol') // [R7] only the offender goes
    try {
      switch (frame.type) {
        case 'step-1': return this.#answer(member, frame.stateVector)
        case 'step-2': this.#take(member, may, frame.update); member.inStep = true; return
        case 'update': return this.#take(member, may, frame.update)
        case 'awareness': return this.#present(member, frame.update)
        case 'query-awareness': return member.peer.send(awarenessFrame(this.#presences.all() ?? writePresences([])))
      }
    } catch (error) {
      this.#deps.fault(error)
      this.#drop(member, CLOSE.badFrame, 'not a frame of this protocol')
    }
  }

  /** [R6] What waits for the disk is not shown to a newcomer: the answer waits too. */
  #answer(member: Member, stateVector: Uint8Array): void {
    void this.#turns.whenFree(() => { member.peer.send(step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector))) })
  }

  /** [R2] A reader changes nothing, and is never told that it did. Who could write when joining and no longer may is told, and closed at the first later word. */
  #take(member: Member, may: 'read' | 'write', update: Uint8Array): void {
    if (may === 'write' && this.#writable) return this.#queue(member, update)
    if (addsNothing(this.#doc, update)) this.#saved(member, 1)
    else if (member.wasWriter) this.#drop(member, CLOSE.closedForWriting, 'closed for writing')
  }

  /** What the bytes alone tell is looked at here; the words are looked at once per batch. */
  #queue(member: Member, update: Uint8Array): void {
    const checked = this.#claims.check(update, member.peer)
    if (checked.ok) {
      this.#waiting.push({ member, update, epoch: this.#epoch, claims: checked.claims })
      return this.#schedule()
    }
    if (checked.because === 'client-of-another') return this.#drop(member, CLOSE.notYours, 'that client id belongs to somebody else')
    if (checked.because === 'not-an-update') return this.#drop(member, CLOSE.notValid, checked.because)
    this.#askAgain(member)
  }

  /** [R8] Before a client has answered what the server lacks, loose parts are honest: it is asked, and answers with all it has. Afterwards they are not. */
  #askAgain(member: Member): void {
    if (member.inStep || ++member.lacked > PATIENCE) return this.#drop(member, CLOSE.notValid, 'parts-are-missing')
    void this.#turns.whenFree(() => {
      if (this.#members.has(member)) member.peer.send(step1Frame(Y.encodeStateVector(this.#doc)))
      this.#saved(member, 1)
    })
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
    if (this.#waiting.length > 0) void this.#turns.take(() => this.#flush())
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting.splice(0)
    this.#underWay = batch
    try {
      await this.#write(batch)
    } catch (error) {
      // Nothing of this batch is confirmed: every writer comes back with what it has.
      this.#deps.fault(error)
      for (const { member } of batch) this.#drop(member, CLOSE.tryAgain, 'not saved, try again')
      this.#underWay = []
      await this.#reload().catch(this.#deps.fault)
    } finally {
      this.#underWay = []
    }
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { good, transactions } = await this.#sorted(batch)
    const written = transactions.length === 0 ? [] : good
    const { closed } = written.length === 0 ? { closed: [] } : await this.#log.append([{ room: this.name, epoch: this.#epoch, frames: packFrames(written.map(({ update }) => update)), claims: written.flatMap(({ claims }) => claims) }])
    if (closed.includes(this.name)) {
      this.#underWay = []
      await this.#reload()
      for (const { member } of good) this.#drop(member, CLOSE.closedForWriting, 'closed for writing')
      return
    }
    if (written.length > 0) {
      this.#gate.accepted(this.#doc, transactions)
      this.#relay(written)
    }
    // [R4] Saved is said after the row, never before; what added nothing is saved as well.
    for (const member of new Set(good.map(({ member: writer }) => writer))) this.#saved(member, good.filter((waiting) => waiting.member === member).length)
  }

  /** [R1] To everybody but its sender, and to the other nodes. */
  #relay(written: readonly Waiting[]): void {
    const frames = written.map(({ member, update }) => ({ member, frame: updateFrame(update) }))
    for (const other of this.#members) for (const { member, frame } of frames) if (member !== other) other.peer.send(frame)
    this.#deps.publish(written.map(({ update }) => update))
  }

  #sorted(batch: readonly Waiting[]): Promise<Sorted<Waiting>> {
    const stillMay = batch.filter((waiting) => {
      const may = waiting.member.peer.may() === 'write' && waiting.epoch === this.#epoch
      if (!may) this.#drop(waiting.member, CLOSE.closedForWriting, 'closed for writing')
      return may
    })
    return sortBatch(stillMay, {
      doc: () => this.#doc, gate: this.#gate, reload: () => this.#reload(), fault: this.#deps.fault,
      refuse: ({ member }, because) => { if (because === 'parts-are-missing') this.#askAgain(member); else this.#drop(member, CLOSE.notValid, because) },
    })
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
