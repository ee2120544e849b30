/** Versions and editions, newest first, each with its fingerprint; the newest with the beam of today. */
import { seeBoard } from '@draagvlak/api/round'
import { pathOf } from '@draagvlak/api/call'
import { versionFile, type StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { shortPrint } from '../ui/short-print.ts'
import { BeamBar } from '../ui/Beam.tsx'
import { dayWithoutWeekday } from '../ui/dates.ts'

interface Line { readonly key: string; readonly name: string; readonly href: string; readonly at: string; readonly says: readonly string[]; readonly version: string; readonly withBeam: boolean }

export function Versions({ statement }: { readonly statement: StatementFull }): ReactNode {
  const { versions, editions, round, slug, dossier: { zone } } = statement
  const board = useAsk(seeBoard, { params: { statementId: statement.id } }, { enabled: round !== null && statement.may.includes('see-answers') }).data
  if (versions.length === 0) return null
  const newest = editions.findLast(({ withdrawnAt }) => withdrawnAt === null) ?? null
  const hasPage = (edition: StatementFull['editions'][number]): boolean => edition.withdrawnAt === null && (edition.embargoUntil === null || edition.embargoUntil <= new Date().toISOString())
  const fileOf = (hash: string): string => pathOf(versionFile.path, { statementId: statement.id, hash })
  // While the draft is open, the board tells of the draft and no longer of the version.
  const lines: Line[] = [
    ...editions.map((edition): Line => ({
      key: `edition-${edition.number}`, name: m.team_out_edition({ number: edition.number }), href: hasPage(edition) ? edition === newest ? `/p/${slug}` : `/p/${slug}/editions/${edition.number}` : fileOf(edition.version), at: edition.publishedAt, version: edition.version, withBeam: false,
      says: [m.team_out_signatories({ count: edition.signatories }), ...(edition.withdrawnAt ? [m.team_out_withdrawn_on({ day: dayWithoutWeekday(edition.withdrawnAt, { zone }) })] : [])],
    })),
    ...versions.map((version): Line => ({ key: version.hash, name: m.team_round_version({ number: version.number }), href: fileOf(version.hash), at: version.at, version: version.hash, withBeam: !statement.draftOpen && round?.version === version.hash, says: saysOf(statement, version) })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  const organisations = new Map(board?.order.map((one) => [one.id, one]) ?? [])
  return (
    <section aria-labelledby="versions">
      <h2 className="strong" id="versions">{m.team_verloop_versions()}</h2>
      <ul className="versions">
        {lines.map(({ key, name, href, at, says, version, withBeam }) => (
          <li key={key}>
            <p className="version-name"><a href={href}>{name}</a><span className="quiet">{dayWithoutWeekday(at, { zone })}</span></p>
            <p className="small quiet">{[...says, ...(withBeam && board ? [m.team_verloop_carried({ carrying: board.whole.carrying, of: board.whole.of })] : [])].join('; ')}</p>
            {withBeam && board ? <BeamBar segments={board.whole.segments} organisations={organisations} /> : null}
            <p className="small quiet figures">{shortPrint(version)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How much changed since the version before it, passage by passage. */
function saysOf({ versions }: StatementFull, version: StatementFull['versions'][number]): string[] {
  const before = versions.find(({ number }) => number === version.number - 1)
  if (!before) return [m.team_verloop_words({ words: version.words })]
  const had = new Set(before.passages.map(({ fingerprint }) => fingerprint))
  return [m.team_verloop_changed({ count: version.passages.filter(({ fingerprint }) => !had.has(fingerprint)).length })]
}
