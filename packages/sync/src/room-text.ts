/** What a room knows of its text: the bytes on disk, how far each client came and whose it is, and a document only while one is needed. */
import * as Y from 'yjs'
import { sortBatch, type BatchRoom, type InBatch, type Sorted } from './batch.ts'
import { decodeUpdate, deletesSomething, rangesDeleted, type Decoded } from './decoded.ts'
import { Deletions } from './deletions.ts'
import type { DocumentLog, Loaded, Row, Tail } from './document-log.ts'
import { unpackFrames } from './frames.ts'
import { KnownRows } from './known-rows.ts'
import { Ledger, type Checked, type Claim, type Claimant, type Ends } from './ledger.ts'
import { LiveDocument } from './live-document.ts'
import type { Gate } from './room-ports.ts'
import { StoredText } from './stored-text.ts'

export interface Written extends InBatch { readonly plain: boolean; readonly ends: Ends; readonly claims: readonly Claim[] }

/** An update as somebody sent it. */
export interface Said { readonly update: Uint8Array; readonly decoded: Decoded }

/** Counted in: what of it is new, and whether anything is; what adds nothing only waits for its turn to be counted as saved. */
export interface CountedIn extends Said { readonly adds: boolean; readonly plain: boolean; readonly ends: Ends; readonly claims: readonly Claim[] }
export type Counted = ({ readonly ok: true } & CountedIn) | Extract<Checked, { readonly ok: false }>

/** Fewer places than somebody takes away at once who erases a page that others wrote in. */
const FEW = 8
/** A longer answer is not kept to compare others with: it is read each time. */
const LONGEST_KEPT = 256 * 1024

export class RoomText {
  epoch = 0
  writable = false
  schema = 0
  #stored = new StoredText([])
  #rows = new KnownRows([])
  #updates = 0
  #document: LiveDocument
  #owners = new Map<number, string>()
  /** Another node wrote under a client id of which it is not known here whose it is. */
  #lacksOwners = false
  #ledger = new Ledger(new Map(), new Map())
  /** Made when somebody comes back with deletions: mostly all of them are known. */
  #deletions: Deletions | null = null
  #repeated: Uint8Array | null = null
  #name; #log; #gate; #fault

  constructor({ name, log, gate, fault }: { readonly name: string; readonly log: DocumentLog; readonly gate: Gate; readonly fault: (error: unknown) => void }) {
    this.#name = name
    this.#log = log
    this.#gate = gate
    this.#fault = fault
    this.#document = new LiveDocument(() => gate.newDocument())
  }

  /** Takes it from the log. False when the room does not exist. */
  async load(): Promise<boolean> {
    const loaded = await this.#log.load(this.#name)
    if (loaded) this.#begin(loaded)
    return loaded !== null
  }

  /** The same again, and whether more stands there than was here; null when the room is gone. @param together the rows that a compaction, which is known here, made one of. */
  async reload(together: readonly number[]): Promise<'more' | 'same' | null> {
    const loaded = await this.#log.load(this.#name)
    if (!loaded) return null
    const allHere = together.every((seq) => this.#rows.hasOnce(seq))
    const more = loaded.rows.some((row) => !(allHere && row.seq === together.at(-1)) && !this.#hasRow(row))
    this.#begin(loaded)
    return more ? 'more' : 'same'
  }

  #begin(loaded: Loaded): void {
    this.#stored = new StoredText(loaded.rows.flatMap(({ frames, vector }) => unpackFrames(frames).map((update) => ({ update, vector: vector ?? null }))))
    this.#rows = new KnownRows(loaded.rows.map(({ seq, vector }) => ({ seq, whole: Boolean(vector) })))
    this.#updates = this.#stored.updates.length
    this.epoch = loaded.epoch
    this.writable = loaded.writable
    this.schema = loaded.schema
    this.#owners = new Map(loaded.owners)
    this.#lacksOwners = false
    this.#deletions = null
    this.startOver()
  }

  /** After something that was counted in did not come to stand: only what is on disk counts. */
  startOver(): void {
    this.#repeated = null
    this.#document.forget()
    this.#gate.reset(this.schema)
    this.#ledger = new Ledger(this.#owners, this.#stored.clocks)
  }

  get document(): Y.Doc { return this.#document.get(this.#stored) }
  get stateVector(): Uint8Array { return this.#stored.stateVector() }
  get above(): number { return this.#rows.above }
  /** @throws Error for bytes that are no state vector. */
  lackedBy(stateVector: Uint8Array): readonly Uint8Array[] { return this.#stored.lackedBy(stateVector) }
  rest(): void { this.#document.rest() }
  looked(): void { this.#rows.looked() }
  /** How many updates its log holds, as far as is known here. */
  get updates(): number { return this.#updates }
  get bytes(): number { return this.#stored.bytes }

  /** After a restart everybody answers the server's step 1 with the same: what one was found to say nothing new with, says nothing new by another. */
  repeats(update: Uint8Array): boolean { return this.#repeated !== null && Buffer.compare(this.#repeated, update) === 0 }
  /** Only where all of it is on disk: what is on its way there may be refused yet. */
  saidNothingNew({ update, decoded }: Said): void { if (update.length <= LONGEST_KEPT && this.#hasWordsOf(decoded)) this.#repeated = update.slice() }

  /** As it may be written: only what is new in it. */
  newIn(said: Said): Said {
    const rest = this.#ledger.withoutKnown(said.update, said.decoded)
    return rest === null ? said : { update: rest, decoded: Y.decodeUpdate(rest) }
  }
  /** Whether nobody wrote here under this id before. */
  isFirstUse(clientId: number): boolean { return this.#ledger.ownerOf(clientId) === undefined && !this.#stored.clocks.has(clientId) }
  isOf(clientId: number, owner: string): boolean { return this.#ledger.ownerOf(clientId) === owner }
  countIn({ update, decoded }: Said, type: 'step-2' | 'update', claimant: Claimant): Counted {
    const checked = this.#ledger.check(decoded, claimant)
    if (!checked.ok) return checked
    // Who erases while typing deletes what stands there: that is not looked up.
    const adds = checked.ends.size > 0 || (type === 'update' && rangesDeleted(decoded) <= FEW ? deletesSomething(decoded) : !this.knowsDeletions(decoded))
    // Written out, as below in the room: for every letter, a spread takes longer than all that is looked at.
    return { ok: true, ends: checked.ends, claims: checked.claims, update, decoded, adds, plain: adds && this.isPlain(decoded) }
  }
  /** Whose it is will be known in a moment. */
  get lacksOwners(): boolean { return this.#lacksOwners }
  /** Beside what is on disk. `look`: where it deletes something, all that was deleted is looked at; else it may say something new. */
  addsNothing(update: Decoded, look: boolean): boolean { return this.#hasWordsOf(update) && (look ? this.knowsDeletions(update) : !deletesSomething(update)) }
  isPlain(update: Decoded): boolean { return this.#gate.isPlain(update, () => this.#stored.updates) }

  knowsDeletions(update: Decoded): boolean {
    if (!deletesSomething(update)) return true
    this.#deletions ??= new Deletions(this.#stored.updates.map((bytes) => Y.decodeUpdate(bytes)))
    return this.#deletions.covers(update)
  }

  /** Where all is letters nothing more is looked at; else the document is, with everything of the batch. */
  sort<W extends Written>(batch: readonly W[], no: Pick<BatchRoom<W>, 'refuse' | 'leave'>): Sorted<W> {
    if (batch.every(({ plain }) => plain)) return { good: batch, transactions: [] }
    return sortBatch(batch, { doc: () => this.document, forget: () => this.#document.forget(), gate: this.#gate, fault: this.#fault, ...no })
  }

  /** These stand in the log now, in the row of this number. */
  wrote(written: readonly Written[], transactions: readonly Y.Transaction[], seq: number): void {
    this.#rows.add(seq)
    for (const { update, decoded, ends, plain, claims } of written) {
      for (const { clientId, owner } of claims) this.#owners.set(clientId, owner)
      if (!plain) this.#gate.took(decoded)
      if (transactions.length === 0) this.#document.follow(update)
      this.#store(update, decoded, ends)
    }
    if (transactions.length > 0) this.#gate.accepted(this.document, transactions)
  }

  /** A row of another node. False where something is missing that comes before it. A command does not say the number of its row. */
  hear(updates: readonly Uint8Array[], seq: number | null, tell: (update: Uint8Array) => void): boolean {
    if (seq !== null && this.#rows.has(seq)) return true
    for (const update of updates) if (!this.#hearOne(update, tell)) return false
    if (seq !== null) this.#rows.add(seq)
    return true
  }

  /** Takes what a look at the log shows to be missing. `again`: what is here does not lead there, the text must be loaded. */
  async compare(tail: Tail, tell: (update: Uint8Array) => void): Promise<'in-step' | 'again'> {
    if (tail.epoch !== this.epoch || tail.writable !== this.writable || tail.schema !== this.schema) return 'again'
    const missing = this.#rows.missing(tail)
    const rows = missing.length === 0 ? [] : await this.#log.rows(this.#name, missing)
    for (const { seq, frames } of rows) {
      if (tail.whole.includes(seq)) {
        if (!this.#hasAllOf(frames)) return 'again'
        this.#rows.add(seq, true)
      } else if (!this.hear(unpackFrames(frames), seq, tell)) return 'again'
    }
    if (this.#lacksOwners) {
      for (const [client, owner] of await this.#log.owners(this.#name)) this.#owners.set(client, owner)
      this.#ledger.own(this.#owners)
      this.#lacksOwners = false
    }
    return 'in-step'
  }

  #hasRow({ seq, frames, vector }: Row): boolean { return this.#rows.hasOnce(seq, Boolean(vector)) || this.#hasAllOf(frames) }
  /** Among what is on disk: what waits for it may not come to stand. */
  #hasAllOf(frames: Uint8Array): boolean {
    return unpackFrames(frames).every((update) => {
      const decoded = decodeUpdate(update)
      return decoded !== null && this.#hasWordsOf(decoded) && this.knowsDeletions(decoded)
    })
  }
  #hasWordsOf({ structs }: Decoded): boolean {
    return structs.every(({ id: { client, clock }, length }) => clock + length <= (this.#stored.clocks.get(client) ?? 0))
  }

  #hearOne(update: Uint8Array, tell: (update: Uint8Array) => void): boolean {
    const decoded = decodeUpdate(update)
    const ends = decoded && this.#ledger.heard(decoded)
    if (!decoded || !ends) return false
    // What somebody here has under way may not come to stand: it is not here yet.
    if (this.#hasWordsOf(decoded) && this.knowsDeletions(decoded)) return true
    if ([...ends.keys()].some((client) => !this.#owners.has(client))) this.#lacksOwners = true
    this.#gate.took(decoded)
    this.#document.follow(update)
    this.#store(update, decoded, endsOf(decoded))
    tell(update)
    return true
  }

  #store(update: Uint8Array, decoded: Decoded, ends: Ends): void {
    this.#stored.add(update, ends)
    this.#updates += 1
    this.#deletions?.add(decoded)
  }
}

/** How far each client comes in it. */
function endsOf({ structs }: Decoded): Ends {
  const ends = new Map<number, number>()
  for (const { id: { client, clock }, length } of structs) ends.set(client, Math.max(clock + length, ends.get(client) ?? 0))
  return ends
}
