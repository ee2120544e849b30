/** Who stands there, with logo or by name; and who not, and why. */
import type { Listing } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { OrganisationMark } from '../ui/Mark.tsx'
import { Wall } from './Wall.tsx'

const LEFT_OUT: Readonly<Record<string, () => string>> = {
  'no-answer': m.team_out_no_answer, 'not-asked': m.team_out_not_asked, 'provisional': m.team_out_provisional, 'declined': m.team_out_declined, 'withdrawn': m.team_out_withdrawn, 'late': m.team_out_late, 'conditions-open': m.team_out_conditions,
  'reconfirm': m.team_out_reconfirm, 'asked-not-to-be-listed': m.team_out_unlisted, 'partnership-ended': m.team_out_ended,
}
const BY_NAME: Readonly<Record<string, () => string>> = {
  'no-logo': m.team_out_no_logo, 'no-consent': m.team_out_no_consent, 'not-valid': m.team_out_not_valid, 'asked-by-name': m.team_out_asked_by_name, 'needs-dark-ground': m.team_out_dark_ground,
  'below-minimum-width': m.team_out_minimum_width, 'state-body': m.team_out_state_body,
}
const whyLeftOut = (because: string): string => LEFT_OUT[because]?.() ?? because
export const whyByName = (because: string | null): string | null => (because === null ? null : BY_NAME[because]?.() ?? because)

export function ListingView({ listing }: { readonly listing: Listing }): ReactNode {
  const { listed, notListed } = listing
  const byName = listed.filter(({ nameOnlyBecause }) => nameOnlyBecause !== null)
  const withLogo = listed.filter(({ logo }) => logo !== null).length
  return (
    <div className="listing">
      <p className="prose">{m.team_out_listed({ count: listed.filter(({ place }) => place !== 'personal').length, logos: withLogo })}</p>
      {listed.length > 0 ? <Wall listed={listed} /> : null}
      {byName.length > 0 ? <Lines title={m.team_out_by_name({ count: byName.length })} lines={byName.map(({ organisation, nameOnlyBecause }) => ({ organisation, why: whyByName(nameOnlyBecause) ?? '' }))} /> : null}
      {notListed.length > 0 ? <Lines title={m.team_out_not_listed({ count: notListed.length })} lines={notListed.map(({ organisation, because }) => ({ organisation, why: whyLeftOut(because) }))} /> : null}
    </div>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly { readonly organisation: Listing['listed'][number]['organisation']; readonly why: string }[] }): ReactNode {
  return (
    <div className="listing-lines">
      <h3 className="strong">{title}</h3>
      <ul>{lines.map(({ organisation, why }) => <li key={organisation.id}><OrganisationMark organisation={organisation} /><span>{organisation.name}</span><span className="quiet">{why}</span></li>)}</ul>
    </div>
  )
}
