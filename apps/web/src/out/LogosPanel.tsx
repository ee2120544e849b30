/** Beside the text: who has a logo, whether it may stand there, and the wall as it would look. */
import { seeListing } from '@draagvlak/api/edition'
import { askLogo, type BoardRow } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { mayAskLogo } from '../round/ask-logo.ts'
import { LOGO_WORDS } from '../round/row-words.ts'
import type { PanelProps } from '../statement/panels.ts'
import { StateSwatch } from '../ui/Beam.tsx'
import { Button } from '../ui/Button.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { BeamState } from '../ui/beam-sentence.ts'
import { Wall } from './Wall.tsx'

const SCALE = 0.55
const LOOK = { 'consented': 'carries', 'not-asked': 'waiting', 'refused': 'reserved', 'no-logo': 'declined', 'revoked': 'declined' } as const satisfies Record<BoardRow['logo'], BeamState>
const ORDER = ['no-logo', 'revoked', 'refused', 'not-asked', 'consented'] as const satisfies readonly BoardRow['logo'][]

export function LogosPanel({ statement, board }: PanelProps): ReactNode {
  const listing = useAsk(seeListing, { params: { statementId: statement.id } }, { enabled: statement.may.includes('see-list') })
  const toast = useToast()
  const ask = useAct(askLogo, {
    onDone: ({ name, sent }, wish) => {
      const organisation = board?.rows.find((row) => row.organisation.id === wish.body.organisationId)?.organisation.name ?? ''
      toast({ text: sent ? m.team_out_logo_asked({ name, organisation }) : m.team_out_logo_asked_today({ name }) })
    },
  })
  if (!board) return <p className="prose quiet">{m.team_agreement_unknown()}</p>
  // In the order of the signatories, as on the wall below; the rows of the board stand by what must happen.
  const place = new Map(board.order.map(({ id }, index) => [id, index]))
  const standing = board.rows.filter(({ group }) => group !== 'declined' && group !== 'not-asked').toSorted((one, other) => place.get(one.organisation.id)! - place.get(other.organisation.id)!)
  return (
    <div className="stack logos-panel">
      <p className="prose quiet">{m.team_out_logos_what()}</p>
      <Trouble error={ask.error} />
      {ORDER.map((logo) => {
        const rows = standing.filter((row) => row.logo === logo)
        if (rows.length === 0) return null
        return (
          <div key={logo}>
            <h3 className="strong">{LOGO_WORDS[logo]()} <span className="quiet figures">{rows.length}</span></h3>
            <ul className="logo-names">{rows.map((row) => (
              <li key={row.organisation.id}>
                <StateSwatch state={LOOK[logo]}>{row.organisation.name}</StateSwatch>
                {mayAskLogo(statement, row) ? <Button look="word" busy={ask.isPending && ask.variables.body.organisationId === row.organisation.id && m.shared_sending()} aria-label={m.team_out_logo_ask_of({ organisation: row.organisation.name })} onClick={() => ask.mutate({ params: { statementId: statement.id }, body: { organisationId: row.organisation.id } })}>{m.team_out_logo_ask()}</Button> : null}
              </li>
            ))}</ul>
          </div>
        )
      })}
      {listing.data && listing.data.listed.length > 0 ? <><h3 className="strong">{m.team_out_wall()}</h3><Wall listed={listing.data.listed} scale={SCALE} /></> : null}
    </div>
  )
}
