/** The frozen text for reading: real headings and lists, footnotes at the end, and under each passage the beam of who carries it. */
import { isSafeAddress } from '@draagvlak/editor/address'
import { HEADING_LEVEL } from '@draagvlak/editor/kinds'
import { piecesOf, type List } from '@draagvlak/editor/lists'
import type { Passage, Source } from '@draagvlak/editor/passage'
import { m } from '@draagvlak/messages/m'
import { Fragment, useMemo, type ReactNode } from 'react'
import { aboutOf } from '../ui/beam-sentence.ts'
import { Beam } from '../ui/Beam.tsx'
import { passageOf, type Change } from './changes.ts'
import type { Door } from './door.ts'
import type { Session } from './session.ts'
import { WhoCarries } from './WhoCarries.tsx'

interface Reading { readonly passages: readonly Passage[]; readonly beamUnder: (id: string) => ReactNode; readonly changeOf: (id: string) => Change['kind'] | undefined; readonly numberOf: (source: Source) => number; /** The same numbers as at the desk: people say them on the telephone. */ readonly placeOf: (id: string) => number | undefined }

export function Letter({ session, door }: { readonly session: Session; readonly door: Door }): ReactNode {
  const { view, newer } = session
  const changed = newer ?? view.changes
  const { statement, beams, order } = view
  const organisations = useMemo(() => new Map(order.map((one) => [one.id, one])), [order])
  const passages = useMemo(() => view.passages.map(passageOf), [view.passages])
  const sources = passages.flatMap((passage) => passage.content.filter((part) => part.type === 'source'))
  const beamOf = new Map(beams.map((beam) => [beam.passageId, beam]))
  const title = passages.find(({ kind }) => kind === 'title')?.id
  const kinds = new Map(view.passages.map(({ id, kind }) => [id, kind]))
  const reading: Reading = {
    passages, placeOf: (id) => (id === title ? undefined : passages.findIndex((passage) => passage.id === id) + 1), numberOf: (source) => sources.indexOf(source) + 1, changeOf: (id) => changed.find((one) => one.passageId === id)?.kind,
    beamUnder: (id) => { const beam = beamOf.get(id); return beam && beam.segments.length > 0 ? <Beam segments={beam.segments} organisations={organisations} about={aboutOf(kinds.get(id))} /> : null },
  }
  return (
    <section className="letter" aria-labelledby="whole">
      <h2 id="whole" className="aloud">{m.sign_whole_text()}</h2>
      <WhoCarries session={session} door={door} />
      <article className="statement-text" lang={statement.language}>
        {piecesOf(passages).map((piece, index) => piece.type === 'passage'
          ? <Block key={index} reading={reading} passage={passages[piece.index]!} />
          : piece.lists.map((list, at) => <ListOf key={`${index}-${at}`} reading={reading} list={list} />))}
        {sources.length > 0 ? <section className="sources" aria-labelledby="sources"><h3 id="sources">{m.sign_sources()}</h3><ol>{sources.map((source, index) => <li key={index} id={`source-${index + 1}`}><SourceLine {...source.attrs} /></li>)}</ol></section> : null}
      </article>
    </section>
  )
}

/** Headings start below the heading of the page. */
const TAGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const

function Block({ reading, passage }: { readonly reading: Reading; readonly passage: Passage }): ReactNode {
  const { id, kind } = passage
  const level = HEADING_LEVEL[kind]
  const words = <><ChangedAloud kind={reading.changeOf(id)} /><Words reading={reading} passage={passage} /></>
  const Tag = level === null ? 'p' : TAGS[level]
  const label = kind === 'evidence' ? m.sign_evidence() : kind === 'ask' ? m.sign_ask() : null
  return (
    <div className={`passage ${kind}${reading.changeOf(id) ? ' changed' : ''}`} id={`p-${id}`} data-number={reading.placeOf(id)}>
      {label ? <p className="part-label">{label}</p> : null}
      {kind === 'quote' ? <blockquote><p>{words}</p></blockquote> : <Tag>{words}</Tag>}
      {reading.beamUnder(id)}
    </div>
  )
}

function ListOf({ reading, list }: { readonly reading: Reading; readonly list: List }): ReactNode {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map(({ index, lists }) => {
        const passage = reading.passages[index]!
        return (
          <li key={passage.id} id={`p-${passage.id}`} data-number={reading.placeOf(passage.id)} className={reading.changeOf(passage.id) ? 'passage changed' : 'passage'}>
            <ChangedAloud kind={reading.changeOf(passage.id)} /><Words reading={reading} passage={passage} />{reading.beamUnder(passage.id)}
            {lists.map((one, at) => <ListOf key={at} reading={reading} list={one} />)}
          </li>
        )
      })}
    </Tag>
  )
}

/** What the rule in the margin says to the eye. */
function ChangedAloud({ kind }: { readonly kind: Change['kind'] | undefined }): ReactNode {
  return kind ? <span className="aloud">{kind === 'new' ? m.sign_new_here() : m.sign_changed_here()} </span> : null
}

function Words({ reading, passage }: { readonly reading: Reading; readonly passage: Passage }): ReactNode {
  return passage.content.map((part, index) => {
    if (part.type === 'hardBreak') return <br key={index} />
    if (part.type === 'source') {
      const number = reading.numberOf(part)
      return <sup key={index}><a href={`#source-${number}`} aria-label={m.sign_source({ number })}>{number}</a></sup>
    }
    const marks = new Set(part.marks?.map((mark) => mark.type))
    const href = part.marks?.find((mark) => mark.type === 'link')?.attrs.href
    let words: ReactNode = part.text
    if (marks.has('italic')) words = <em>{words}</em>
    if (marks.has('bold')) words = <strong>{words}</strong>
    return href !== undefined && isSafeAddress(href) ? <a key={index} href={href} target="_blank" rel="noopener noreferrer">{words}</a> : <Fragment key={index}>{words}</Fragment>
  })
}

function SourceLine({ label, address, date }: Source['attrs']): ReactNode {
  const name = label === '' ? address : label
  return <>{isSafeAddress(address) ? <a href={address} target="_blank" rel="noopener noreferrer">{name}</a> : name}{date === '' ? '' : `, ${date}`}</>
}
