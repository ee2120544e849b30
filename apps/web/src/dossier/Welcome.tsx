/** For who just came in by an invitation: what this is, what waits, and the first thing to do. */
import { seeHome } from '@draagvlak/api/desk'
import type { DossierFull } from '@draagvlak/api/dossier'
import { m } from '@draagvlak/messages/m'
import { oneStop } from '@draagvlak/messages/one-stop'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { ACTS, addressOf } from '../home/waiting.ts'
import { useMe, useActingFor, type OwnOrganisation } from '../me.ts'
import { Button } from '../ui/Button.tsx'
import { dayInFull } from '../ui/dates.ts'
import type { Right } from '../ui/words.ts'

const MAY = { 'write': m.team_welcome_right_write, 'propose': m.team_welcome_right_propose, 'read-along': m.team_welcome_right_read_along, 'observe': m.team_welcome_right_observe } as const satisfies Record<Right, () => string>

export function Welcome({ dossier, onClose }: { readonly dossier: DossierFull; readonly onClose: () => void }): ReactNode {
  const { person } = useMe()
  const organisation = useActingFor()
  const home = useAsk(seeHome, {})
  if (!organisation) return null
  const partners = dossier.partnerList.filter(({ endedAt }) => endedAt === null)
  const right = partners.find((partner) => partner.organisation.id === organisation.id)?.people?.find(({ personId }) => personId === person.id)?.right
  const waiting = home.data?.forMe.filter(({ dossierId }) => dossierId === dossier.id) ?? []
  return (
    <section className="welcome" aria-labelledby="welcome">
      <h2 className="section-title" id="welcome">{m.team_welcome_title({ coalition: dossier.coalition })}</h2>
      <p className="prose">{oneStop(m.team_welcome_what({ count: partners.length, organisation: organisation.name }))} {right ? MAY[right]() : null}</p>
      <h3 className="strong">{m.team_welcome_waits()}</h3>
      {waiting.length > 0
        ? <ul className="welcome-list">{waiting.map((one) => <li key={`${one.what}${one.statementId}`}><Link to={addressOf(one, organisation.id)}>{ACTS[one.what].say({ organisation: organisation.name })}</Link> <span className="quiet">{[one.title, one.due ? dayInFull(one.due) : null].filter(Boolean).join(', ')}</span></li>)}</ul>
        : <p className="prose">{m.team_welcome_waits_nothing()}</p>}
      <h3 className="strong">{m.team_welcome_first()}</h3>
      <First dossier={dossier} organisation={organisation} mayWrite={right === 'write'} />
      <div><Button onClick={onClose}>{m.team_welcome_close()}</Button></div>
    </section>
  )
}

/** The text that is furthest from done; then the entry, for who may change it. */
function First({ dossier, organisation, mayWrite }: { readonly dossier: DossierFull; readonly organisation: OwnOrganisation; readonly mayWrite: boolean }): ReactNode {
  const current = dossier.statementList.filter(({ archived }) => !archived)
  const text = current.find(({ stage }) => stage === 'in-ronde') ?? current.find(({ stage }) => stage === 'concept') ?? current[0]
  const entry = organisation.roles.includes('mandate-holder')
  if (!text && !entry) return <p className="prose">{m.team_welcome_first_none()}</p>
  return (
    <ul className="welcome-list">
      {text ? <li><Link to="/teksten/$statementId" params={{ statementId: text.id }}>{mayWrite && text.stage === 'concept' ? m.team_welcome_first_write({ title: text.title }) : m.team_welcome_first_read({ title: text.title })}</Link></li> : null}
      {entry ? <li><Link to="/organisaties/$organisationId" params={{ organisationId: organisation.id }}>{m.team_welcome_first_entry({ organisation: organisation.name })}</Link></li> : null}
    </ul>
  )
}
