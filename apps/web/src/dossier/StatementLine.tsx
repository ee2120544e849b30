/** A text as one line of a list: what it is, its beam, and what it waits for. */
import type { StatementBrief } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { BeamBar, type BeamOrganisations } from '../ui/Beam.tsx'
import { shortDayAndTime } from '../ui/dates.ts'
import { stageWords } from '../ui/Stages.tsx'
import { TYPE_WORDS } from '../ui/words.ts'
import '../home/home.css'

export interface WaitsFor { readonly strong: readonly string[]; readonly rest: string }
const NOBODY: BeamOrganisations = new Map()
/** Before the first round nobody was asked anything, so nobody is late. */
const askedYet = (statement: StatementBrief): boolean => statement.asked > 0

export interface StatementLineProps { readonly statement: StatementBrief; readonly waitsFor?: WaitsFor; readonly organisations?: BeamOrganisations; readonly zone?: string; /** What can be done with it, at the end of the line. */ readonly menu?: ReactNode }

export function StatementLine({ statement, waitsFor, organisations = NOBODY, zone, menu }: StatementLineProps): ReactNode {
  const stage = stageWords(statement.stage, statement.edition)
  const closes = statement.closesAt ? m.team_home_closes({ when: shortDayAndTime(statement.closesAt, zone ? { zone } : {}) }) : null
  return (
    <li className={menu ? 'with-menu' : undefined}>
      <div><Link className="item-title" to="/teksten/$statementId" params={{ statementId: statement.id }}><span lang={statement.language}>{statement.title}</span></Link><p className="quiet">{TYPE_WORDS[statement.type]()} · {[stage, closes].filter(Boolean).join(', ')}</p></div>
      <div className="waits-beam"><BeamBar segments={statement.beam} organisations={organisations} /><p>{askedYet(statement) ? <><span className="figures"><strong>{statement.carrying}</strong> {m.team_home_of({ of: statement.asked })}</span><span className="aloud"> {m.shared_partners_carry()}</span></> : <span className="quiet">{m.team_not_asked_yet({ count: statement.beam.length })}</span>}</p></div>
      {waitsFor ? (
        <p className="waits-for">
          <span className="quiet">{m.team_home_waits_for()} </span>{waitsFor.strong.map((name, at) => <Fragment key={name}>{at > 0 ? ', ' : ''}<strong>{name}</strong></Fragment>)}{waitsFor.strong.length > 0 && waitsFor.rest ? ' ' : ''}{waitsFor.rest}
        </p>
      ) : null}
      {menu}
    </li>
  )
}
