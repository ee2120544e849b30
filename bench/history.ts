/** A text that was long in the making, keystroke by keystroke: invented, or recorded by somebody who wrote one. */
import fs from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { listOf, newPassage, passageId } from './passages.ts'

/** At this place so many letters go and these come; a newline lies between two passages. */
export type Edit = readonly [at: number, gone: number, comes: string]
export interface History {
  readonly updates: readonly Uint8Array[]
  /** How far the writer's own parts come after each of them. */
  readonly clocks: readonly number[]
  readonly text: string
  readonly stateVector: Uint8Array
}

/** The format of github.com/josephg/editing-traces, one writer after the other. @throws Error for a file that is something else. */
export function readTrace(file: string): Edit[] {
  const packed = fs.readFileSync(file)
  const { startContent = '', txns } = JSON.parse((packed[0] === 0x1f ? gunzipSync(packed) : packed).toString()) as { startContent?: string; txns?: { patches: Edit[] }[] }
  if (!Array.isArray(txns)) throw new Error(`${file} is no sequential editing trace: it has no txns`)
  return [...(startContent ? [[0, 0, startContent] as const] : []), ...txns.flatMap(({ patches }) => patches)]
}

/** The same number gives the same chances, always. */
export function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Somebody who types in bursts, goes back to mend a word, and begins a new passage now and then. */
export function inventedEdits(count: number, seed = 1): Edit[] {
  const chance = chances(seed)
  const edits: Edit[] = []
  let length = 0
  let caret = 0
  for (let left = 0; edits.length < count; left -= 1) {
    if (left <= 0) {
      caret = chance() < 0.7 ? length : Math.floor(chance() * length)
      left = 5 + Math.floor(chance() * 60)
    }
    const what = chance()
    if (what < 0.12 && caret > 0) {
      caret -= 1
      length -= 1
      edits.push([caret, 1, ''])
    } else {
      edits.push([caret, 0, what > 0.996 ? '\n' : 'etaoinsr dhlu'[Math.floor(chance() * 13)]!])
      caret += 1
      length += 1
    }
  }
  return edits
}

/** A text as an editor keeps it while it is edited by place. */
class Manuscript {
  #list
  #texts: Y.XmlText[] = []
  #lengths: number[] = []
  #made = 0
  constructor(list: Y.XmlFragment) {
    this.#list = list
    this.#begin(0, '')
  }

  edit([at, gone, comes]: Edit): void {
    const [passage, offset] = this.#find(at)
    this.#delete(passage, offset, gone)
    const [first, ...others] = comes.split('\n')
    const last = others.pop()
    if (last === undefined) return this.#type(passage, offset, first!)
    // A newline takes what stands behind it into a passage of its own.
    const rest = this.#texts[passage]!.toString().slice(offset)
    this.#take(passage, offset, rest.length)
    this.#type(passage, offset, first!)
    for (const [nth, line] of [...others, last + rest].entries()) this.#begin(passage + nth + 1, line)
  }

  #find(at: number): [passage: number, offset: number] {
    let offset = at
    let passage = 0
    while (passage < this.#lengths.length - 1 && offset > this.#lengths[passage]!) {
      offset -= this.#lengths[passage]! + 1
      passage += 1
    }
    return [passage, offset]
  }
  #begin(at: number, words: string): void {
    const element = newPassage(passageId(this.#made), words)
    this.#made += 1
    this.#list.insert(at, [element])
    this.#texts.splice(at, 0, element.get(0) as Y.XmlText)
    this.#lengths.splice(at, 0, words.length)
  }
  #type(passage: number, offset: number, words: string): void {
    if (words === '') return
    this.#texts[passage]!.insert(offset, words)
    this.#lengths[passage]! += words.length
  }
  #take(passage: number, offset: number, count: number): void {
    if (count === 0) return
    this.#texts[passage]!.delete(offset, count)
    this.#lengths[passage]! -= count
  }
  /** A newline that goes brings the words of the next passage into this one. */
  #delete(passage: number, offset: number, count: number): void {
    let left = count
    while (left > 0) {
      const here = Math.min(left, this.#lengths[passage]! - offset)
      this.#take(passage, offset, here)
      left -= here
      if (left === 0) return
      left -= 1
      const words = this.#texts[passage + 1]!.toString()
      this.#list.delete(passage + 1, 1)
      this.#texts.splice(passage + 1, 1)
      this.#lengths.splice(passage + 1, 1)
      this.#type(passage, offset, words)
    }
  }
}

/** One update for each edit, as a browser would have sent it. */
export function historyOf(edits: readonly Edit[], client: number): History {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  const clocks: number[] = []
  doc.on('update', (update: Uint8Array) => {
    updates.push(update)
    clocks.push(Y.getState(doc.store, client))
  })
  let manuscript: Manuscript | undefined
  doc.transact(() => { manuscript = new Manuscript(listOf(doc)) })
  for (const edit of edits) doc.transact(() => manuscript!.edit(edit))
  const text = listOf(doc).toArray().map((element) => ((element as Y.XmlElement).get(0) as Y.XmlText).toString()).join('\n')
  return { updates, clocks, text, stateVector: Y.encodeStateVector(doc) }
}
