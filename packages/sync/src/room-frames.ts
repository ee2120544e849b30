/** The frames that a room makes by the hundred thousand, and those of a text that is sent to everybody who comes in. */
import { savedFrame, step2Head, updateFrame, updateHead } from './frames.ts'
import type { Peer } from './room-ports.ts'
import { Slab } from './slab.ts'

/** An update in which nothing is said. */
export const NOTHING = new Uint8Array([0, 0])

export class RoomFrames {
  #slab = new Slab()
  #piece = (length: number): Uint8Array => this.#slab.take(length)

  update(update: Uint8Array): Uint8Array { return updateFrame(update, this.#piece) }
  saved(count: number): Uint8Array { return savedFrame(count, this.#piece) }

  /** The answer to a step 1: the last part is step 2, so that the client is in step when it has all. */
  answer(peer: Peer, lacked: readonly Uint8Array[]): void {
    for (const update of lacked.slice(0, -1)) peer.send(updateHead(update.length, this.#piece), update)
    const last = lacked.at(-1) ?? NOTHING
    peer.send(step2Head(last.length, this.#piece), last)
  }
}
