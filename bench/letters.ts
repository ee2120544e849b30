/** Keystrokes as the bytes of Yjs updates, made by hand: the generator of load holds no documents. */
import * as Y from 'yjs'
import { readNumber, writeNumber, writeString } from './bytes.ts'

export interface Place { readonly client: number; readonly clock: number }

const LETTERS = 'abcdefghijklmnopqrstuvwxyz '
const STRING = 4
const HAS_LEFT = 0x80
const HAS_RIGHT = 0x40

/** One or more letters of this client, behind the letter at another place. */
export function lettersUpdate(at: Place, behind: Place, letters: string): Uint8Array {
  const bytes: number[] = [1, 1]
  for (const number of [at.client, at.clock]) writeNumber(bytes, number)
  bytes.push(STRING | HAS_LEFT)
  for (const number of [behind.client, behind.clock]) writeNumber(bytes, number)
  writeString(bytes, letters)
  bytes.push(0)
  return Uint8Array.from(bytes)
}

/** A deletion, whether or not there is anything to delete. */
export function deletionUpdate({ client, clock }: Place, length: number): Uint8Array {
  const bytes: number[] = [0, 1]
  for (const number of [client, 1, clock, length]) writeNumber(bytes, number)
  return Uint8Array.from(bytes)
}

/** Somebody who types one letter after the other behind a place, and knows what was typed. */
export class Typist {
  readonly client: number
  #behind
  #typed = 0
  constructor(client: number, behind: Place) {
    this.client = client
    this.#behind = behind
  }

  get typed(): number { return this.#typed }
  /** What stands there after so many keystrokes. */
  text(count = this.#typed): string { return Array.from({ length: count }, (_, at) => this.#letter(at)).join('') }
  next(): Uint8Array {
    const clock = this.#typed
    this.#typed += 1
    return lettersUpdate({ client: this.client, clock }, clock === 0 ? this.#behind : { client: this.client, clock: clock - 1 }, this.#letter(clock))
  }
  /** Differs from typist to typist, so that a letter at the wrong one is seen. */
  #letter(at: number): string { return LETTERS[(this.client * 7 + at * 11 + Math.floor(at / 27)) % LETTERS.length]! }
}

/** Tells of every client in an update how far its parts come. A keystroke is read from its bytes; anything else is decoded. */
export function eachEnd(update: Uint8Array, found: (client: number, end: number) => void): void {
  if (update[0] === 0) return
  if (update[0] === 1 && update[1] === 1 && readKeystroke(update, found)) return
  for (const { id, length } of Y.decodeUpdate(update).structs) found(id.client, id.clock + length)
}

function readKeystroke(update: Uint8Array, found: (client: number, end: number) => void): boolean {
  const client = readNumber(update, 2)
  const clock = readNumber(update, client.next)
  const info = update[clock.next]!
  if ((info & 0x1f) !== STRING || (info & (HAS_LEFT | HAS_RIGHT)) === 0) return false
  let at = clock.next + 1
  for (const side of [HAS_LEFT, HAS_RIGHT]) if (info & side) at = readNumber(update, readNumber(update, at).next).next
  const length = readNumber(update, at)
  for (let letter = length.next; letter < length.next + length.value; letter += 1) if (update[letter]! > 0x7f) return false
  found(client.value, clock.value + length.value)
  return true
}
