/** For whom someone with more than one organisation acts: always in sight, with the switch beside it. */
import { actFor } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAct } from '../api.ts'
import { useActingFor, useMe } from '../me.ts'
import { Menu } from '../ui/Menu.tsx'
import { OrganisationMark } from '../ui/Mark.tsx'
import { sentenceOf } from '../ui/Notice.tsx'

export function ActingBar(): ReactNode {
  const me = useMe()
  const acting = useActingFor()
  const act = useAct(actFor)
  if (me.organisations.length < 2) return null
  return (
    <aside className="acting-bar" aria-label={m.team_acting_for_label()} data-screen-only>
      {acting ? <OrganisationMark organisation={acting} /> : null}
      <span>{acting ? m.team_acting_for({ organisation: acting.name }) : m.team_acting_for_nobody()}</span>
      <Menu label={m.team_switch_organisation()} buttonClass="word-button" entries={me.organisations.map(({ id, name }) => ({ id, label: name, because: id === acting?.id ? m.team_acting_already() : null, onAction: () => act.mutate({ body: { organisationId: id } }) }))} />
      {act.error ? <span role="alert">{sentenceOf(act.error)}</span> : null}
    </aside>
  )
}
