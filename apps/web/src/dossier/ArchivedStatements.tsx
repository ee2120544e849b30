/** The texts of a dossier that were put away: out of sight, never out of reach. */
import type { StatementBrief } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { StatementLineMenu } from '../life/StatementMenu.tsx'
import { Button } from '../ui/Button.tsx'
import type { BeamOrganisations } from '../ui/Beam.tsx'
import { StatementLine } from './StatementLine.tsx'

export function ArchivedStatements({ statements, organisations, zone }: { readonly statements: readonly StatementBrief[]; readonly organisations: BeamOrganisations; readonly zone: string }): ReactNode {
  const [open, setOpen] = useState(false)
  if (statements.length === 0) return null
  return (
    <>
      <p className="first-gap" data-screen-only><Button look="word" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? m.team_life_archive_hide() : m.team_life_archive_show({ count: statements.length })}</Button></p>
      {open ? <ol className="lines waits archived" aria-label={m.team_life_archive_heading()}>{statements.map((statement) => <StatementLine key={statement.id} statement={statement} organisations={organisations} zone={zone} menu={<StatementLineMenu statement={statement} />} />)}</ol> : null}
    </>
  )
}
