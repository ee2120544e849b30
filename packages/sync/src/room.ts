/** One text and its peers: durable before anybody sees it. Knows bytes and peers, not statements or partners. */
import * as Y from 'yjs'
import { writePresences } from './awareness.ts'
import type { Sorted } from './batch.ts'
import { decodeUpdate } from './decoded.ts'
import type { Tail } from './document-log.ts'
import { awarenessFrame, CLOSE, frameIn, noticeFrame, packFrames, step1Frame, type Frame } from './frames.ts'
import type { Checked } from './ledger.ts'
import { MAXIMUM_MESSAGE, MAXIMUM_TEXT, PATIENCE, TEXT_IS_FULL } from './limits.ts'
import { Members, type Member } from './members.ts'
import { Questions } from './questions.ts'
import type { Peer, RoomDependencies } from './room-ports.ts'
import { NOTHING, RoomFrames } from './room-frames.ts'
import { RoomText, type Counted, type Said } from './room-text.ts'
import { whyNotUnder } from './schemas.ts'
import { Turns } from './turns.ts'
import { areAlike, countByMember, standsAmong, type Taken, type Waiting } from './waiting.ts'

export class Room {
  readonly name: string
  #members: Members; #text: RoomText
  #waiting: Waiting[] = []; #scheduled = false
  /** Writing a batch, reading the log, taking what another node wrote: one at a time. */
  #turns = new Turns()
  #frames = new RoomFrames()
  #questions: Questions<Member>
  /** To everybody: what came from elsewhere. */
  #tell = (update: Uint8Array): void => this.#members.tell(this.#frames.update(update))
  #log; #deps

  private constructor(deps: RoomDependencies) {
    this.name = deps.name
    this.#log = deps.log
    this.#deps = deps
    this.#text = new RoomText(deps)
    this.#members = new Members({ publish: deps.publishAwareness, schedule: deps.schedule, later: deps.later })
    this.#questions = new Questions(deps.schedule, ({ peer }, stateVector) => void this.#turns.whenFree(() => this.#frames.answer(peer, this.#text.lackedBy(stateVector)))) // [R6] what waits for the disk is not shown to a newcomer: the answer waits too
  }

  /** [R3] Opening a room appends nothing: load first, listen second. Null when there is no such room. */
  static async open(deps: RoomDependencies): Promise<Room | null> {
    const room = new Room(deps)
    return await room.#text.load() ? room : null
  }

  get epoch(): number { return this.#text.epoch }
  get writable(): boolean { return this.#text.writable }
  get schema(): number { return this.#text.schema }
  get size(): number { return this.#members.size }
  /** From where the log must be looked at to see whether something was missed. */
  get above(): number { return this.#text.above }
  /** How many updates its log holds, as far as is known here, and how much is in them. */
  get updates(): number { return this.#text.updates }
  get bytes(): number { return this.#text.bytes }
  /** Its log is shorter now, these rows are one: so is what is kept of it here. */
  async wasCompacted(together: readonly number[]): Promise<void> { await this.#turns.take(async () => { await this.#reload({ together }) }) }
  /** For looking only: what is written goes through a peer or a command. */
  read<T>(look: (doc: Y.Doc) => T): T { return look(this.#text.document) }
  /** [R5] A room with words that wait for the disk is not forgotten. */
  get busy(): boolean { return this.#waiting.length > 0 || this.#turns.busy }

  /** `done` resolves when everything received so far is on disk or refused. */
  join(peer: Peer): { receive(bytes: Uint8Array): void; done(): Promise<void>; leave(): void } {
    const member = this.#members.join(peer, peer.may() === 'write' && this.writable)
    // [R6] Here too: who comes back with words that are on their way to the disk must send them again, or they would count as saved.
    void this.#turns.whenFree(() => { peer.send(step1Frame(this.#text.stateVector)) })
    const present = this.#members.present()
    if (present) peer.send(present)
    return { receive: (bytes) => this.#receive(member, bytes), done: () => { this.#flushNow(); return this.#turns.done() }, leave: () => { this.#members.leave(member) } }
  }

  /** Resolves when everything received so far is on disk or refused. */
  async settled(): Promise<void> {
    while (this.busy) {
      this.#flushNow()
      await this.#turns.done()
    }
  }

  /** Another node wrote a row: its updates as they came, or null to read the log. A command does not say the number of its row. [R14] What is of another schema than the text here comes after what raised it. */
  async heard(updates: readonly Uint8Array[] | null, seq: number | null, schema = this.schema): Promise<void> {
    let whole = false
    if (updates && schema === this.schema) await this.#turns.whenFree(() => { whole = this.#text.hear(updates, seq, this.#tell) })
    if (!whole || this.#text.lacksOwners) await this.catchUp()
  }

  heardAwareness(update: Uint8Array): void { this.#members.heard(update) }
  /** Something was decided about this document: peers that know our frames fetch it. */
  notice(what: unknown): void { this.#members.notice(noticeFrame(what)) }

  /** Looks at the log where a message may have been lost; peers get what they miss. */
  catchUp(): Promise<void> {
    return this.#turns.take(async () => this.#compare((await this.#log.tails([{ room: this.name, above: this.above }])).get(this.name)))
  }
  /** The same with a tail that was asked for together with those of other rooms; undefined where the room is gone. */
  compare(tail: Tail | undefined): Promise<void> { return this.#turns.take(() => this.#compare(tail)) }

  /** After a look that comes at its time, not one for somebody who came in: rows before the look before it need not be looked at again. */
  looked(): void { this.#text.looked(); this.#members.fade() }

  /** Lets go of what is only needed while somebody writes more than letters. */
  rest(): void { if (!this.busy) this.#text.rest() }

  async #compare(tail: Tail | undefined): Promise<void> {
    if (!tail) return this.closeAll(CLOSE.noSuchRoom, 'no such room')
    if (await this.#text.compare(tail, this.#tell) === 'in-step') return
    if (!await this.#reload()) this.closeAll(CLOSE.noSuchRoom, 'no such room')
  }

  /** Rights may have changed. */
  recheck(): void { this.#members.recheck(this.writable) }
  closeAll(code: number, reason: string): void { this.#members.dropAll(code, reason) }

  /** Takes the text from the log, and tells what of it was not heard here yet, to who can be under its schema; only within a turn. `first` is done before what waits is counted in again. False when the room does not exist. */
  async #reload({ together = [], first = () => {} }: { readonly together?: readonly number[]; readonly first?: () => void } = {}): Promise<boolean> {
    const before = this.#text.stateVector
    const there = await this.#text.reload(together)
    for (const member of this.#members) this.#outgrown(member)
    first()
    if (there !== null) this.#recount([])
    if (there === 'more') this.#text.lackedBy(before).forEach(this.#tell)
    this.recheck() // it may be open for writing again: who reads may have a right that was of no use before
    return there !== null
  }

  /** What is being written and what waits are counted in again, as they came, after what is on disk: or what follows would seem to have a gap, and what only repeated something refused would be lost. @returns what of the first may still be written. */
  #recount(underWay: readonly Waiting[]): readonly Waiting[] {
    this.#text.startOver()
    const again = (all: readonly Waiting[]): Waiting[] => all.flatMap((waiting) => {
      const counted = this.#countIn(waiting)
      if (counted.ok) return [{ ...waiting, ...counted }]
      this.#drop(waiting.member, CLOSE.tryAgain, 'not saved, try again')
      return []
    })
    const standing = again(underWay)
    this.#waiting = again(this.#waiting)
    return standing
  }

  #receive(member: Member, bytes: Uint8Array): void {
    if (!this.#members.has(member)) return
    const may = member.peer.may()
    if (may === 'none') return this.#drop(member, CLOSE.notYours, 'not yours')
    if (bytes.length > MAXIMUM_MESSAGE) return this.#drop(member, CLOSE.tooLarge, 'one message may be 1 MiB')
    const frame = frameIn(bytes)
    try {
      if (!frame || !this.#heed(member, may, frame)) this.#drop(member, CLOSE.badFrame, 'not a frame of this protocol') // [R7] only the offender goes
    } catch (error) {
      this.#deps.fault(error)
      this.#drop(member, CLOSE.badFrame, 'not a frame of this protocol')
    }
  }

  /** False where what is in the frame is not what it says. */
  #heed(member: Member, may: 'read' | 'write', frame: Frame): boolean {
    switch (frame.type) {
      case 'step-1': return this.#questions.ask(member, frame.stateVector)
      case 'step-2': this.#take(member, may, frame); member.inStep = true; return true
      case 'update': this.#take(member, may, frame); return true
      case 'awareness': return this.#members.says(member, frame.update)
      case 'query-awareness': member.peer.send(this.#members.present() ?? awarenessFrame(writePresences([]))); return true
    }
  }

  /** [R2] A reader changes nothing, and is never told that it did. Who could write when joining and no longer may is told, and closed at the first later word. */
  #take(member: Member, may: 'read' | 'write', { type, update: came }: { readonly type: 'step-2' | 'update'; readonly update: Uint8Array }): void {
    const update = type === 'step-2' && this.#text.repeats(came) ? NOTHING : came // in its turn all the same: saved counts in order
    const decoded = decodeUpdate(update)
    if (!decoded) return this.#drop(member, CLOSE.notValid, 'not-an-update')
    if (may === 'write' && this.writable) return this.#queue(member, type, { update, decoded })
    if (this.#text.addsNothing(decoded, member.wasWriter)) this.#saved(member, 1)
    else if (member.wasWriter) this.#drop(member, CLOSE.closedForWriting, 'closed for writing')
  }

  #queue(member: Member, type: 'step-2' | 'update', said: Said): void {
    if (this.#text.bytes > MAXIMUM_TEXT) return this.#drop(member, CLOSE.tooLarge, TEXT_IS_FULL)
    const counted = this.#countIn({ member, type, said })
    if (!counted.ok) return this.#refuse(member, counted.because, type)
    if (!counted.adds && type === 'step-2' && said.update !== NOTHING) this.#text.saidNothingNew(said)
    const { update, decoded, adds, plain, ends, claims } = counted
    this.#waiting.push({ member, type, said, epoch: this.epoch, update, decoded, adds, plain, ends, claims })
    this.#schedule()
  }

  /** Whose it is, whether parts are missing, and whether it is letters only: the bytes tell. What they don't is looked at once per batch. */
  #countIn({ member, type, said }: Omit<Taken, 'epoch'>): Counted {
    const news = this.#text.newIn(said)
    if (news.decoded.structs.some(({ id: { client } }) => this.#text.isFirstUse(client) && !this.#members.mayUse(client, member))) return { ok: false, because: 'client-of-another' }
    // [R11] Where another was faster with the id of this client, on another node: what stands there is not what was said here, and saved would be a lie.
    if (news !== said && said.decoded.structs.some(({ id: { client } }) => member.clients.has(client) && !this.#text.isOf(client, member.peer.owner))) return { ok: false, because: this.#text.lacksOwners ? 'client-of-nobody-known' : 'client-of-another' }
    return this.#text.countIn(news, type, member.peer)
  }

  #refuse(member: Member, because: Extract<Checked, { ok: false }>['because'], type: 'step-2' | 'update'): void {
    if (because === 'too-many-clients') return this.#drop(member, CLOSE.notValid, because)
    if (because === 'parts-are-missing') return this.#isLoose(member, type)
    if (because === 'client-of-nobody-known' && this.#text.lacksOwners) return this.#drop(member, CLOSE.tryAgain, 'try again')
    this.#drop(member, CLOSE.notYours, 'that client id belongs to somebody else')
  }

  /** [R8] Until a client has answered what the server lacks, loose parts are honest: the answer comes after them and holds them. An answer that is loose itself is asked for again. */
  #isLoose(member: Member, type: 'step-2' | 'update'): void {
    if (member.inStep || ++member.lacked > PATIENCE) return this.#drop(member, CLOSE.notValid, 'parts-are-missing')
    member.saved.leaveOut()
    if (type === 'step-2') void this.#turns.whenFree(() => { if (this.#members.has(member)) member.peer.send(step1Frame(this.#text.stateVector)) })
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    this.#deps.gather(() => { this.#scheduled = false; this.#flushNow() })
  }

  #flushNow(): void { if (this.#waiting.length > 0) void this.#turns.take(() => this.#flush()) }

  async #flush(): Promise<void> {
    const batch = this.#waiting.splice(0)
    try {
      await this.#write(batch)
    } catch (error) {
      // Nothing of this batch is confirmed, nor known, though the log can't be read either: every writer comes back with what it has.
      this.#deps.fault(error)
      for (const { member } of batch) this.#drop(member, CLOSE.tryAgain, 'not saved, try again')
      this.#recount([])
      await this.#reload().catch(this.#deps.fault)
    }
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const { kept, good, transactions } = this.#sort(batch)
    if (good.length > 0) {
      const { seqs } = await this.#log.append([{ room: this.name, epoch: this.epoch, schema: this.schema, frames: packFrames(good.map(({ update }) => update)), claims: good.flatMap(({ claims }) => claims) }])
      const seq = seqs.get(this.name)
      if (seq === undefined) return this.#notTaken(kept)
      this.#text.wrote(good, transactions, seq)
      this.#relay(good, seq)
    }
    // [R4] Saved is said after the row, never before; what added nothing is saved as well.
    for (const [member, count] of countByMember(kept)) this.#saved(member, count)
  }

  /** What of a batch may stand. Where somebody is refused, what others left out because that one said it is theirs to say: it is counted in, and looked at, anew. */
  #sort(batch: readonly Waiting[]): Sorted<Waiting> & { readonly kept: readonly Waiting[] } {
    let kept: readonly Waiting[] = batch.filter((waiting) => this.#stillMay(waiting))
    if (kept.length < batch.length) kept = this.#recount(kept)
    for (;;) {
      const sorted = this.#text.sort(kept.filter(({ adds }) => adds), {
        refuse: ({ member }, because) => (because === 'parts-are-missing' ? this.#isLoose(member, 'step-2') : this.#drop(member, because === TEXT_IS_FULL ? CLOSE.tooLarge : CLOSE.notValid, because)),
        leave: ({ member }) => this.#drop(member, CLOSE.tryAgain, 'not saved, try again'),
      })
      const left = kept.filter(standsAmong(sorted.good))
      if (left.length === kept.length) return { ...sorted, kept }
      kept = this.#recount(left)
      if (areAlike(kept, left)) return { good: kept.filter(({ adds }) => adds), transactions: sorted.transactions, kept }
    }
  }

  /** [R9] A right that ended since, and words of an epoch that is over, do not count. */
  #stillMay({ member, epoch }: Waiting): boolean {
    if (this.#outgrown(member)) return false
    if (member.peer.may() === 'write' && epoch === this.epoch) return true
    this.#drop(member, CLOSE.closedForWriting, 'closed for writing')
    return false
  }

  /** The room was closed since, or raised: then what was looked at under the schema before is looked at anew. */
  async #notTaken(batch: readonly Waiting[], epoch = this.epoch): Promise<void> {
    await this.#reload({ first: () => {
      const [code, why] = this.writable && this.epoch === epoch ? [CLOSE.tryAgain, 'raised, try again'] as const : [CLOSE.closedForWriting, 'closed for writing'] as const
      for (const { member } of batch) this.#drop(member, code, why)
    } })
  }

  /** [R14] True where it can't be in the room under the schema that this has now. */
  #outgrown(member: Member): boolean {
    const not = whyNotUnder(this.schema, member.peer.schema, this.#deps.newest)
    return not !== null && (this.#drop(member, not.code, not.why), true)
  }

  /** [R1] To everybody but its sender, and to the other nodes. */
  #relay(written: readonly Waiting[], seq: number): void {
    for (const { member, update } of written) this.#members.tell(this.#frames.update(update), member)
    this.#deps.publish(written.map(({ update }) => update), seq, this.schema)
  }

  #saved(member: Member, count: number): void {
    const all = member.saved.add(count)
    if (all !== null && member.peer.frames && this.#members.has(member)) member.peer.send(this.#frames.saved(all))
  }

  #drop(member: Member, code: number, reason: string): void { this.#members.drop(member, code, reason) }
}
