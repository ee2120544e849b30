/** The draagvlakbalk: a segment per partner, in the order of the signatories, under everything they carry. */
import type { Segment } from '@draagvlak/api/statement'
import { askedSegments } from '@draagvlak/domain/segment'
import { m } from '@draagvlak/messages/m'
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { beamSentence, countCarrying, EXCEPTIONS, isClosed, stateWord, type BeamAbout, type BeamState } from './beam-sentence.ts'
import type { MarkedOrganisation } from './Mark.tsx'
import './Beam.css'

export type BeamOrganisations = ReadonlyMap<string, MarkedOrganisation>
interface BarProps { readonly segments: readonly Segment[]; readonly organisations: BeamOrganisations; /** 14 px, as in a matrix. */ readonly open?: boolean }

/** The bar alone, hidden from screen readers: a count or sentence in words must stand beside it. */
export function BeamBar({ segments, organisations, open }: BarProps): ReactNode {
  const bar = useRef<HTMLSpanElement>(null)
  const crowded = useCrowded(bar, segments.length)
  const look = ['bar', open ? 'open' : '', isClosed(segments) ? 'closed' : '', crowded ? 'crowded' : ''].filter(Boolean).join(' ')
  return (
    <span className={look} ref={bar} aria-hidden="true">
      {crowded
        ? <span style={{ width: `${countCarrying(segments) / Math.max(1, askedSegments(segments).length) * 100}%` }} />
        : segments.map(({ organisationId, state }) => <span key={organisationId} className={state}><b>{organisations.get(organisationId)?.initials}</b></span>)}
    </span>
  )
}

const ROOM_PER_SEGMENT = 10
/** Below 8 px and its joint a segment says nothing any more: then one length stands for the count. */
function useCrowded(bar: RefObject<HTMLSpanElement | null>, count: number): boolean {
  const [crowded, setCrowded] = useState(false)
  useEffect(() => {
    if (!bar.current || count * ROOM_PER_SEGMENT < 80) return
    const watch = new ResizeObserver(([entry]) => setCrowded((entry?.contentRect.width ?? 0) < count * ROOM_PER_SEGMENT - 2))
    watch.observe(bar.current)
    return () => watch.disconnect()
  }, [bar, count])
  return crowded
}

export interface BeamProps extends Omit<BarProps, 'open'> {
  readonly about: BeamAbout
  /** Why a partner deviates, by organisation id: its reservation, its date, what changed. */
  readonly reasons?: ReadonlyMap<string, string>
}

/** One button of 48 px with the sentence as its name; pressed, it shows the list, exceptions first. */
export function Beam({ segments, organisations, about, reasons }: BeamProps): ReactNode {
  const [shown, setShown] = useState(false)
  const list = useId()
  const nameOf = (id: string) => organisations.get(id)?.name ?? '?'
  return (
    <>
      <button type="button" className="beam" aria-expanded={shown} aria-controls={shown ? list : undefined} onClick={() => setShown(!shown)}>
        <span className="beam-room"><BeamBar segments={segments} organisations={organisations} /></span>
        <span className="beam-say">{beamSentence(segments, nameOf, about)} <span className="beam-more">{shown ? m.shared_beam_hide_list() : m.shared_beam_show_list()}</span></span>
      </button>
      {shown ? <BeamList id={list} segments={segments} nameOf={nameOf} reasons={reasons} /> : null}
    </>
  )
}

interface BeamListProps { readonly id?: string; readonly segments: readonly Segment[]; readonly nameOf: (id: string) => string; readonly reasons?: ReadonlyMap<string, string> | undefined }
/** Exceptions first, each with its state and reason; the carriers follow as one run of names. */
export function BeamList({ id, segments, nameOf, reasons }: BeamListProps): ReactNode {
  const carriers = segments.filter(({ state }) => state === 'carries')
  const notAsked = segments.filter(({ state }) => state === 'not-asked')
  return (
    <ul className="beam-list" id={id}>
      {EXCEPTIONS.flatMap((state) => segments.filter((segment) => segment.state === state)).map(({ organisationId, state }) => (
        <li key={organisationId}><StateSwatch state={state}>{nameOf(organisationId)}</StateSwatch><span className="small quiet">{stateWord(state)}{reasons?.get(organisationId) ? `: ${reasons.get(organisationId)}` : ''}</span></li>
      ))}
      {carriers.length > 0 ? <li className="beam-rest"><StateSwatch state="carries">{m.shared_beam_carriers({ count: carriers.length })}</StateSwatch><span className="small quiet">{carriers.map(({ organisationId }) => nameOf(organisationId)).join(', ')}</span></li> : null}
      {notAsked.map(({ organisationId, state }) => <li key={organisationId}><StateSwatch state={state}>{nameOf(organisationId)}</StateSwatch><span className="small quiet">{stateWord(state)}{reasons?.get(organisationId) ? `: ${reasons.get(organisationId)}` : ''}</span></li>)}
    </ul>
  )
}

/** In outlines and lists, always beside its count in words. */
export function MiniBeam({ segments }: { readonly segments: readonly Segment[] }): ReactNode {
  return <span className={isClosed(segments) ? 'mini-beam closed' : 'mini-beam'} aria-hidden="true">{segments.map(({ organisationId, state }) => <span key={organisationId} className={state} />)}</span>
}

/** A sample of the pattern with its word; `children` replaces the word. */
export function StateSwatch({ state, children }: { readonly state: BeamState; readonly children?: ReactNode }): ReactNode {
  return <span className="state"><span className={`swatch ${state}`} aria-hidden="true" /><span>{children ?? stateWord(state)}</span></span>
}

const LEGEND: readonly BeamState[] = ['carries', 'reserved', 'waiting', 'reconfirm', 'declined', 'not-asked']
export function Legend(): ReactNode {
  return <ul className="legend" aria-label={m.shared_legend()}>{LEGEND.map((state) => <li key={state}><StateSwatch state={state} /></li>)}</ul>
}
