/** The *fundering*: under the text the wall of names and logos as it would stand now, and in one sentence what that is worth. */
import { seeDossier } from '@draagvlak/api/dossier'
import { seeListing } from '@draagvlak/api/edition'
import type { StatementFull } from '@draagvlak/api/statement'
import { getLocale } from '@draagvlak/messages/locale'
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import { useId, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { linesOfListing, linesOfPartners, standingOn, type FoundationLines, type Standing } from './foundation-lines.ts'
import './foundation.css'

/** Of the wall on the public page: five columns fit under a text of 592 px, three on a phone. */
const SCALE = 0.52
/** Of the wall around the ink: screens round a frame to whole pixels, and the feet of letters would go. */
const EDGE = 1.5
const NAMED = 3
/** Longer than one column can hold: then the name gets two. */
const LONG_WORD = /[^\s-]{14}/u

export function Foundation({ statement }: { readonly statement: StatementFull }): ReactNode {
  const { id, dossierId, stage, may, round } = statement
  const published = stage === 'gepubliceerd'
  const seesList = round !== null && may.includes('see-list')
  const listing = useAsk(seeListing, { params: { statementId: id } }, { enabled: seesList && !published })
  const dossier = useAsk(seeDossier, { params: { dossierId } }, { enabled: !seesList && !published })
  if (published) return <Published statement={statement} />
  if (seesList) return listing.data ? <Wall lines={linesOfListing(listing.data)} sentence={<Listed lines={linesOfListing(listing.data)} statementId={id} />} /> : null
  if (!dossier.data) return null
  const lines = linesOfPartners(dossier.data.partnerList, statement.participants)
  return <Wall lines={lines} sentence={<>{m.team_foundation_proposed(standingOn(lines))} <Link to="/dossiers/$dossierId" params={{ dossierId }} hash="partners">{m.team_foundation_to_dossier()}</Link></>} />
}

function Listed({ lines, statementId }: { readonly lines: FoundationLines; readonly statementId: string }): ReactNode {
  const { missing } = lines
  const { count, logos } = standingOn(lines)
  const names = new Intl.ListFormat(getLocale() === 'nl' ? 'nl-NL' : 'en-GB', { type: missing.length > NAMED ? 'unit' : 'conjunction' }).format(missing.slice(0, NAMED))
  const rest = missing.length - NAMED
  return (
    <>
      {count > 0 ? m.team_foundation_listed({ count, logos }) : m.team_foundation_nobody()}
      {missing.length > 0 ? ` ${rest > 0 ? m.team_foundation_missing_more({ names, count: rest }) : m.team_foundation_missing({ names })}` : ''}
      {missing.length > 0 ? <> <Link to="/teksten/$statementId/ronde" params={{ statementId }}>{m.team_foundation_to_round()}</Link></> : null}
    </>
  )
}

function Published({ statement: { editions, slug } }: { readonly statement: StatementFull }): ReactNode {
  const edition = editions.findLast(({ withdrawnAt }) => withdrawnAt === null)
  if (!edition) return null
  return <Frame sentence={<>{m.team_foundation_edition({ count: edition.signatories, edition: edition.number })} <a href={`/p/${slug}`}>{m.team_act_see_edition()}</a></>} />
}

function Wall({ lines: { wall, state, personal }, sentence }: { readonly lines: FoundationLines; readonly sentence: ReactNode }): ReactNode {
  return (
    <Frame sentence={sentence}>
      {wall.length > 0 ? <ul className="foundation-wall">{wall.map((one) => <li key={one.id} className={!one.logo && LONG_WORD.test(one.name) ? 'wide' : undefined}><OnWall one={one} /></li>)}</ul> : null}
      {state.length > 0 ? <p className="foundation-names"><span className="quiet">{m.team_foundation_state()}:</span> {state.join(', ')}</p> : null}
      {personal.length > 0 ? <p className="foundation-names"><span className="quiet">{m.team_foundation_personal()}:</span> {personal.join(', ')}</p> : null}
    </Frame>
  )
}

/** A draft names nobody as signatory on paper (E2). */
function Frame({ sentence, children }: { readonly sentence: ReactNode; readonly children?: ReactNode }): ReactNode {
  const title = useId()
  return <section className="foundation" aria-labelledby={title} data-screen-only><h2 id={title}>{m.team_foundation()}</h2><p className="quiet">{sentence}</p>{children}</section>
}

/** Equal optical area (G5), made smaller all alike; without a logo the name in the same place, letter for letter. */
function OnWall({ one: { name, logo } }: { readonly one: Standing }): ReactNode {
  if (!logo) return <span className="foundation-name">{name}</span>
  const { width, height, image, file } = logo
  return (
    <svg role="img" aria-label={name} width={(width + 2 * EDGE) * SCALE} height={(height + 2 * EDGE) * SCALE} viewBox={`${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${height + 2 * EDGE}`}>
      <image href={`/files/${file}`} x={image.left} y={image.top} width={image.width} height={image.height} />
    </svg>
  )
}
