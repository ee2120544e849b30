/** The words that were frozen, with the beam of who carries each passage under it; or the beam of one partner. */
import type { Board, BoardRow } from '@draagvlak/api/round'
import type { Segment, StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useMemo, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { ReadingSheet } from '../statement/ReadingSheet.tsx'
import { beamsIn } from '../statement/beams-now.ts'
import { beamsShown } from '../statement/UnderPassage.tsx'
import { Beam } from '../ui/Beam.tsx'
import { aboutOf, stateWord } from '../ui/beam-sentence.ts'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { TYPE_WORDS } from '../ui/words.ts'
import { shortPrint } from '../ui/short-print.ts'
import { useFrozen } from './frozen-passages.ts'
import { ReservationAside } from './ReservationAside.tsx'
import { reasonsOf } from './row-words.ts'
import '../statement/paper.css'

export interface FrozenTextProps {
  readonly statement: StatementFull
  readonly version: string
  readonly board: Board | null
  /** Whose own beam is shown instead of everybody's. */
  readonly only?: BoardRow | null
}

export function FrozenText({ statement, version, board, only = null }: FrozenTextProps): ReactNode {
  const { passages, error } = useFrozen(statement, version)
  const [places, setPlaces] = useState<ReadonlyMap<string, HTMLElement>>(new Map())
  const organisations = useMemo(() => new Map(board?.order.map((one) => [one.id, one]) ?? []), [board])
  const beams = useMemo(() => beamsShown(passages, beamsIn(board)), [passages, board])
  const reasons = useMemo(() => reasonsOf(board, statement.dossier.zone), [board, statement.dossier.zone])
  const number = statement.versions.find(({ hash }) => hash === version)?.number
  const kinds = useMemo(() => new Map(passages.map(({ id, kind }) => [id, kind])), [passages])
  const worded = board?.rows.flatMap((row) => row.reservations.filter(({ text }) => text).map((reservation) => ({ row, reservation }))) ?? []
  const wholeText = worded.filter(({ reservation }) => reservation.passageId === null)
  return (
    <article className="frozen-sheet">
      <p className="frozen-mark figures"><span>{[number ? m.team_round_version({ number }) : null, only ? m.team_round_only_beam({ organisation: only.organisation.name }) : null].filter((part) => part !== null).join(', ')}</span><span>{m.team_round_fingerprint({ fingerprint: shortPrint(version) })}</span></p>
      <p className="quiet frozen-kind">{TYPE_WORDS[statement.type]()}</p>
      {passages.length === 0 ? error ? <Trouble error={error} /> : <Fetching /> : <ReadingSheet statement={statement} passages={passages} onPlaces={setPlaces} />}
      {[...places].map(([id, place]) => createPortal(
        <>
          <div className={only ? 'beam-place of-one' : 'beam-place'}>
            <Under segments={beams.get(id)} organisations={organisations} about={aboutOf(kinds.get(id))} reasons={reasons} />
            {only ? <OwnBeam row={only} segment={only.beam.find(({ passageId }) => passageId === id)} shown={beams.has(id)} /> : null}
          </div>
          {worded.filter(({ reservation }) => reservation.passageId === id).map(({ row, reservation }) => <ReservationAside key={reservation.id} row={row} reservation={reservation} />)}
        </>, place, id,
      ))}
      {wholeText.length > 0 ? <section className="whole-reservations" aria-labelledby="whole-reservations"><h2 className="item-title" id="whole-reservations">{m.team_round_whole_reservations()}</h2>{wholeText.map(({ row, reservation }) => <ReservationAside key={reservation.id} row={row} reservation={reservation} />)}</section> : null}
    </article>
  )
}

function Under({ segments, ...beam }: Omit<Parameters<typeof Beam>[0], 'segments'> & { readonly segments: readonly Segment[] | undefined }): ReactNode {
  return segments && segments.length > 0 ? <Beam segments={segments} {...beam} /> : null
}

/** Lies over the beam of all, whose list stays open if it was, so that nothing moves. What it says stands in the board and the matrix too. */
function OwnBeam({ row, segment, shown }: { readonly row: BoardRow; readonly segment: BoardRow['beam'][number] | undefined; readonly shown: boolean }): ReactNode {
  if (!segment || !shown) return null
  return (
    <div className="beam own-beam" aria-hidden="true">
      <span className="beam-room"><span className="bar open"><span className={segment.state} /></span></span>
      <span className="beam-say">{row.organisation.name}: {stateWord(segment.state)}</span>
    </div>
  )
}
