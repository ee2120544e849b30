/** The beams as they are under the words of this moment: the board tells them for the words that the server had when it was asked. */
import type { Board } from '@draagvlak/api/round'
import type { Segment } from '@draagvlak/api/statement'
import { fingerprint } from '@draagvlak/editor/canonical'
import type { Passage } from '@draagvlak/editor/passage'

export type Beams = ReadonlyMap<string, readonly Segment[]>
/** As the board tells them. */
export const beamsIn = (board: Board | null): Beams => new Map(board?.beams.map(({ passageId, segments }) => [passageId, segments]) ?? [])

/** [V3] A passage that changed since carries nobody's answer: it asks for reconfirmation at once, and not when the board comes again. */
export function beamsNow(passages: readonly Passage[], board: Board | null): Beams {
  const beams = new Map(board?.beams.map((beam) => [beam.passageId, beam]) ?? [])
  const now = new Map(beamsIn(board))
  for (const passage of passages) {
    const beam = beams.get(passage.id)
    if (!beam?.segments.some(rests) || fingerprint(passage) === beam.fingerprint) continue
    now.set(passage.id, beam.segments.map((segment) => (rests(segment) ? { ...segment, state: 'reconfirm' } : segment)))
  }
  return now
}

const rests = ({ state }: Segment): boolean => state === 'carries' || state === 'reserved'
