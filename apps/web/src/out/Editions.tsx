/** The editions of a text, newest first, with their page and files. */
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { dayAndTime, dayWithoutWeekday } from '../ui/dates.ts'
import { shortPrint } from '../ui/short-print.ts'
import { WithdrawEdition } from './WithdrawEdition.tsx'

export function Editions({ statement }: { readonly statement: StatementFull }): ReactNode {
  const { slug, dossier: { zone } } = statement
  const editions = statement.editions.toSorted((a, b) => b.number - a.number)
  const newest = editions.find(({ withdrawnAt }) => withdrawnAt === null)?.number
  return (
    <section className="editions-part" aria-labelledby="editions">
      <h2 className="section-title" id="editions">{m.team_out_editions()}</h2>
      <ul className="editions">
        {editions.map(({ number, version, publishedAt, withdrawnAt, embargoUntil, reason, signatories }) => {
          const hidden = embargoUntil !== null && embargoUntil > new Date().toISOString()
          return (
            <li key={number}>
              <p className="edition-head"><strong>{m.team_out_edition({ number })}</strong><span className="quiet">{dayWithoutWeekday(publishedAt, { zone })}</span></p>
              <p className="small quiet figures">{m.team_out_signatories({ count: signatories })}, {m.team_round_fingerprint({ fingerprint: shortPrint(version) })}</p>
              {reason ? <p className="small">{m.team_quoted({ text: reason })}</p> : null}
              {withdrawnAt ? <p className="small">{m.team_out_withdrawn_on({ day: dayWithoutWeekday(withdrawnAt, { zone }) })}</p> : null}
              {hidden ? <p className="small"><strong>{m.team_out_embargo_until({ moment: dayAndTime(embargoUntil, { zone }) })}</strong></p> : null}
              {withdrawnAt || hidden ? null : number === newest ? (
                <p className="edition-links"><a href={`/p/${slug}`}>{m.team_out_page()}</a><a href={`/p/${slug}.pdf`}>{m.team_out_pdf()}</a><a href={`/p/${slug}.txt`}>{m.team_out_txt()}</a><a href={`/p/${slug}.zip`} download>{m.team_out_bundle()}</a></p>
              ) : <p className="edition-links"><a href={`/p/${slug}/editions/${number}`}>{m.team_out_page()}</a></p>}
              {withdrawnAt ? null : <WithdrawEdition statement={statement} number={number} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
