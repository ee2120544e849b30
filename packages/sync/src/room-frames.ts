/** The frames that a room makes by the hundred thousand, and those that are the same for everybody who comes in. */
import { Frames, savedFrame, step2Frame, updateFrame } from './frames.ts'
import { Slab } from './slab.ts'

const NOTHING = new Uint8Array([0, 0])

export class RoomFrames {
  #slab = new Slab()
  #piece = (length: number): Uint8Array => this.#slab.take(length)
  /** After a restart everybody is sent the same. */
  #updates = new Frames((update) => updateFrame(update))
  #step2s = new Frames(step2Frame)

  /** What is the same for many who come in together is made once, and let go when they are in. */
  forgetAnswers(): void {
    this.#updates = new Frames((update) => updateFrame(update))
    this.#step2s = new Frames(step2Frame)
  }

  update(update: Uint8Array): Uint8Array { return updateFrame(update, this.#piece) }
  saved(count: number): Uint8Array { return savedFrame(count, this.#piece) }

  /** The answer to a step 1: the last part is step 2, so that the client is in step when it has all. */
  answer(lacked: readonly Uint8Array[]): Uint8Array[] {
    return [...lacked.slice(0, -1).map((update) => this.#updates.of(update)), this.#step2s.of(lacked.at(-1) ?? NOTHING)]
  }
}
