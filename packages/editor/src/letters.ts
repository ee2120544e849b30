/** Where the letters of a text are, known from the bytes of updates alone: to type and erase letters can't make a text invalid, and needs no document. */
import * as Y from 'yjs'
import { isStorable } from './inline.ts'
import { FRAGMENT } from './schema.ts'

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

/** What a unit of the document is. Attributes, and whatever stands elsewhere, are in no run. */
const LETTER = 1, TEXT = 2, IN_PASSAGE = 3, PASSAGE = 4, IN_ROOT = 5
/** Clocks `from` up to `to` of one client; `text` numbers the text that letters stand in, or that this is. */
interface Run { readonly from: number; to: number; readonly what: number; readonly text: number }
interface Standing { readonly what: number; readonly text: number }

/** As the binding writes a document: `default` holds passages, a passage holds texts and inline atoms, a text holds letters and marks. */
export class Letters {
  #runs = new Map<number, Run[]>()
  #texts = 0

  constructor(updates: Iterable<DecodedUpdate>) {
    for (const update of updates) this.add(update)
  }

  /**
   * Whether an update only puts letters where letters are, or takes letters away. It is counted in on the way: the next letter may stand behind it.
   * What is true here would pass the gate (`whyInvalid`); what is false must be looked at with the document.
   */
  isTyping({ structs, ds }: DecodedUpdate): boolean {
    for (const struct of structs) if (!this.#isLetter(struct)) return false
    for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) if (!this.#areLetters(client, clock, clock + len)) return false
    return true
  }

  /** Whether it takes away passages whole. */
  takesPassages({ ds }: DecodedUpdate): boolean {
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) for (const run of this.#runs.get(client) ?? []) if (run.what === PASSAGE && run.from < clock + len && run.to > clock) return true
    }
    return false
  }

  /** Counts in what stands: parts may hang on each other in any order. */
  add({ structs }: DecodedUpdate): void {
    const items = new Map<number, Y.Item[]>()
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue
      const list = items.get(struct.id.client)
      if (list) list.push(struct)
      else items.set(struct.id.client, [struct])
    }
    const standing = new Map<Y.Item, Standing | null>()
    for (const list of items.values()) for (const item of list) this.#settle(item, items, standing)
    for (const [client, list] of items) for (const item of list) this.#record(client, item.id.clock, item.id.clock + item.length, standing.get(item) ?? null)
  }

  #isLetter(struct: unknown): boolean {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || !isStorable(struct.content.str)) return false
    const { client, clock } = struct.id
    const known = this.#at(client, clock)
    if (known) return known.what === LETTER && this.#areLetters(client, clock, clock + struct.length)
    const parent = struct.parent instanceof Y.ID ? this.#at(struct.parent.client, struct.parent.clock) : undefined
    const sides = [struct.origin, struct.rightOrigin].filter((id) => id !== null).map(({ client: of, clock: at }) => this.#at(of, at))
    const text = sides.length > 0 ? sides[0]?.text : parent?.text
    if (text === undefined || struct.parentSub !== null || (sides.length === 0 && parent?.what !== TEXT) || sides.some((side) => side?.what !== LETTER || side.text !== text)) return false
    this.#record(client, clock, clock + struct.length, { what: LETTER, text })
    return true
  }

  #areLetters(client: number, from: number, to: number): boolean {
    for (let clock = from; clock < to;) {
      const run = this.#at(client, clock)
      if (run?.what !== LETTER) return false
      clock = run.to
    }
    return true
  }

  /** What it hangs on is settled first; without recursion, for a text that two people typed in turn is a chain of thousands. */
  #settle(first: Y.Item, items: ReadonlyMap<number, readonly Y.Item[]>, standing: Map<Y.Item, Standing | null>): void {
    const chain = [first]
    const waiting = new Set(chain)
    while (chain.length > 0) {
      const item = chain.at(-1)!
      const needs = hangsOn(item)
      const other = standing.has(item) || needs === null ? undefined : findItem(items.get(needs.client), needs.clock)
      if (other && !standing.has(other) && !waiting.has(other)) {
        chain.push(other)
        waiting.add(other)
        continue
      }
      if (!standing.has(item)) standing.set(item, this.#standingOf(item, needs === null ? null : (other && standing.get(other)) ?? this.#at(needs.client, needs.clock) ?? null))
      chain.pop()
    }
  }

  /** @param neighbour what it stands beside, or what it stands in where it stands alone. */
  #standingOf(item: Y.Item, neighbour: Standing | null): Standing | null {
    if (item.parentSub !== null) return null
    const alone = item.origin === null && item.rightOrigin === null
    const what = neighbour?.what
    if (what === (alone ? TEXT : LETTER)) return { what: LETTER, text: neighbour!.text }
    const type = item.content instanceof Y.ContentType ? item.content.type : null
    if (alone ? what === PASSAGE : what === TEXT || what === IN_PASSAGE) return type instanceof Y.XmlText ? { what: TEXT, text: this.#texts += 1 } : { what: IN_PASSAGE, text: 0 }
    if (alone ? item.parent as unknown === FRAGMENT : what === PASSAGE || what === IN_ROOT) return { what: type instanceof Y.XmlElement && type.nodeName === 'passage' ? PASSAGE : IN_ROOT, text: 0 }
    return null
  }

  #at(client: number, clock: number): Run | undefined {
    const runs = this.#runs.get(client)
    if (!runs) return undefined
    let low = 0
    let high = runs.length - 1
    const last = runs[high]!
    if (last.from <= clock) return clock < last.to ? last : undefined
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = runs[middle]!
      if (clock < run.from) high = middle - 1
      else if (clock >= run.to) low = middle + 1
      else return run
    }
    return undefined
  }

  #record(client: number, from: number, to: number, standing: Standing | null): void {
    if (standing === null || this.#at(client, from)) return
    const runs = this.#runs.get(client)
    if (!runs) return void this.#runs.set(client, [{ from, to, ...standing }])
    const last = runs.at(-1)!
    if (last.to === from && last.what === standing.what && last.text === standing.text) last.to = to
    else if (last.to <= from) runs.push({ from, to, ...standing })
    else runs.splice(runs.findIndex((run) => run.from > from), 0, { from, to, ...standing })
  }
}

const hangsOn = (item: Y.Item): Y.ID | null => item.origin ?? item.rightOrigin ?? (item.parent instanceof Y.ID ? item.parent : null)

function findItem(items: readonly Y.Item[] | undefined, clock: number): Y.Item | undefined {
  let low = 0
  let high = (items?.length ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const item = items![middle]!
    if (clock < item.id.clock) high = middle - 1
    else if (clock >= item.id.clock + item.length) low = middle + 1
    else return item
  }
  return undefined
}
