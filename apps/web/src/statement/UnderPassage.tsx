/** What the app puts under a passage: the beam of who carries it, and words that are offered back. */
import type { Board } from '@draagvlak/api/round'
import { isHeadingKind, isListKind } from '@draagvlak/editor/kinds'
import type { Passage } from '@draagvlak/editor/passage'
import { useMemo, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Beam, type BeamOrganisations } from '../ui/Beam.tsx'
import { aboutOf } from '../ui/beam-sentence.ts'
import { beamsNow, type Beams } from './beams-now.ts'
import type { WaitingWords } from './browser-store.ts'
import { placeOf, WaitingWordsNotice, type WaitingWordsNoticeProps } from './WaitingWordsNotice.tsx'

export interface UnderPassagesProps extends Omit<WaitingWordsNoticeProps, 'words'> {
  readonly passages: readonly Passage[]
  readonly places: ReadonlyMap<string, HTMLElement>
  readonly board: Board | null
  readonly waiting: readonly WaitingWords[]
}

export function UnderPassages({ passages, places, board, waiting, onInsert, onHandled }: UnderPassagesProps): ReactNode {
  const organisations = useMemo<BeamOrganisations>(() => new Map(board?.order.map((one) => [one.id, one]) ?? []), [board])
  const beams = useMemo(() => beamsShown(passages, beamsNow(passages, board)), [passages, board])
  const kinds = useMemo(() => new Map(passages.map(({ id, kind }) => [id, kind])), [passages])
  const ids = useMemo(() => new Set(places.keys()), [places])
  const notice = (words: WaitingWords): ReactNode => <WaitingWordsNotice key={words.id} words={words} onInsert={onInsert} onHandled={onHandled} />
  return (
    <>
      {waiting.filter((words) => placeOf(words, ids) === null).map(notice)}
      {[...places].map(([id, place]) => {
        const segments = beams.get(id)
        return createPortal(
          <>
            {segments && segments.length > 0 ? <Beam segments={segments} organisations={organisations} about={aboutOf(kinds.get(id))} /> : null}
            {waiting.filter((words) => placeOf(words, ids) === id).map(notice)}
          </>, place, id,
        )
      })}
    </>
  )
}

/** A heading, an item or a line of an address rests on the beam of what follows it, where the same partners stand under both. */
export function beamsShown(passages: readonly Passage[], beams: Beams): Beams {
  const shown = new Map(beams)
  passages.forEach((passage, at) => {
    const next = passages[at + 1]
    const [own, below] = [beams.get(passage.id), next && beams.get(next.id)]
    if (next && own && below && restsOnNext(passage, next) && own.every(({ state }, place) => state === below[place]?.state)) shown.delete(passage.id)
  })
  return shown
}

const restsOnNext = ({ kind }: Passage, next: Passage): boolean =>
  (kind !== 'title' && isHeadingKind(kind)) || (isListKind(kind) && isListKind(next.kind)) || (kind === 'addressee' && next.kind === 'addressee')
