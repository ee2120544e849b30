/** Before a round: who would stand there already, by the answers of an earlier one. */
import { seeListing } from '@draagvlak/api/edition'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { ListingView } from './ListingView.tsx'

export function WouldBeListed({ statement }: { readonly statement: StatementFull }): ReactNode {
  const listing = useAsk(seeListing, { params: { statementId: statement.id } }, { enabled: statement.may.includes('see-list') && statement.round !== null })
  if (!listing.data) return null
  return <section aria-labelledby="would-be"><h2 className="section-title" id="would-be">{m.team_out_would()}</h2><p className="prose quiet">{m.team_out_would_what()}</p><ListingView listing={listing.data} /></section>
}
