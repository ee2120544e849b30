/** *Waar staat ons logo?*: every leave, what for, until when, by whom, and taking it back. */
import { listLogoUses, type LogoUse, type OrganisationFull } from '@draagvlak/api/organisation'
import { revokeConsent } from '@draagvlak/api/sign-off'
import { m } from '@draagvlak/messages/m'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { stageWords } from '../ui/Stages.tsx'
import { useToast } from '../ui/Toasts.tsx'

const CHANNEL = { website: m.team_uses_website, print: m.team_uses_print, mail: m.team_uses_mail, newspaper: m.team_uses_newspaper } as const satisfies Record<LogoUse['channels'][number], () => string>
const CHANNELS = Object.keys(CHANNEL) as LogoUse['channels']

export function LogoUses({ organisation }: { readonly organisation: OrganisationFull }): ReactNode {
  const uses = useAsk(listLogoUses, { params: { organisationId: organisation.id } })
  const [revoking, setRevoking] = useState<LogoUse | null>(null)
  return (
    <section className="logo-uses" aria-labelledby="logo-uses">
      <h2 className="section-title" id="logo-uses">{m.team_uses_title()}</h2>
      {uses.error ? <Trouble error={uses.error} /> : null}
      {uses.isPending ? <Fetching /> : null}
      {uses.data?.items.length === 0 ? <div className="first-gap"><EmptyState>{m.team_uses_none()}</EmptyState></div> : null}
      {uses.data?.items.length ? (
        <>
          <table className="uses">
            <thead><tr><th scope="col">{m.team_uses_text()}</th><th scope="col">{m.team_uses_where()}</th><th scope="col">{m.team_uses_until()}</th><th scope="col">{m.team_uses_by()}</th><th scope="col"><span className="aloud">{m.team_uses_acts()}</span></th></tr></thead>
            <tbody>{uses.data.items.map((use) => <Use key={use.consentId} use={use} organisation={organisation} onRevoke={() => setRevoking(use)} />)}</tbody>
          </table>
          <p className="small quiet first-gap">{m.team_uses_what()}</p>
        </>
      ) : null}
      {revoking ? <RevokeDialog use={revoking} organisation={organisation} onClose={() => setRevoking(null)} /> : null}
    </section>
  )
}

function Use({ use, organisation, onRevoke }: { readonly use: LogoUse; readonly organisation: OrganisationFull; readonly onRevoke: () => void }): ReactNode {
  const { statementId, title, language, file, channels, editions, edition, by, givenAt, standing, mayRevoke } = use
  return (
    <tr className={standing === 'valid' ? undefined : 'ended'}>
      <th scope="row"><span className="use-text">
        <span className="use-logo"><img src={`/files/${file}`} alt={m.team_logo_alt({ organisation: organisation.name })} loading="lazy" /></span>
        <span><Link to="/teksten/$statementId" params={{ statementId }} lang={language}>{title}</Link><span className="second small quiet">{whereShown(use)}</span></span>
      </span></th>
      <td data-label={m.team_uses_where()}>{CHANNELS.filter((channel) => channels.includes(channel)).map((channel) => CHANNEL[channel]()).join(', ')}<span className="second small quiet">{editions === 'all-editions' ? m.team_uses_all_editions() : m.team_uses_this_edition({ edition })}</span></td>
      <td data-label={m.team_uses_until()}>{untilWhen(use)}</td>
      <td data-label={m.team_uses_by()}>{by ? [by.name, by.function].filter(Boolean).join(', ') : m.team_uses_somebody()}<span className="second small quiet">{dayWithoutWeekday(givenAt)}</span></td>
      <td className="use-act">{mayRevoke ? <Button look="word" aria-label={m.team_uses_revoke_of({ title })} onClick={onRevoke}>{m.team_uses_revoke()}</Button> : null}</td>
    </tr>
  )
}

function whereShown({ shownIn, stage }: LogoUse): string {
  const last = shownIn.at(-1)
  if (!last) return stageWords(stage, null)
  return shownIn.map(({ number, publishedAt, withdrawnAt }) => withdrawnAt ? m.team_uses_in_edition_withdrawn({ edition: number, date: dayWithoutWeekday(withdrawnAt) }) : m.team_uses_in_edition({ edition: number, date: dayWithoutWeekday(publishedAt) })).join('; ')
}

function untilWhen({ standing, until, revokedAt }: LogoUse): string {
  switch (standing) {
    case 'revoked': return m.team_uses_revoked({ date: revokedAt ? dayWithoutWeekday(revokedAt) : '' })
    case 'past': return m.team_uses_past({ date: until ? dayWithoutWeekday(until) : '' })
    case 'logo-retired': return m.team_uses_logo_retired()
    case 'statement-stopped': return m.team_uses_stopped()
    case 'valid': return until ? dayWithoutWeekday(until) : m.team_uses_no_end()
  }
}

function RevokeDialog({ use: { statementId, consentId, title }, organisation, onClose }: { readonly use: LogoUse; readonly organisation: OrganisationFull; readonly onClose: () => void }): ReactNode {
  const toast = useToast()
  const revoke = useAct(revokeConsent, { onDone: () => { toast({ text: m.team_uses_revoke_done() }); onClose() } })
  return (
    <Dialog
      must title={m.team_uses_revoke_title()} onClose={onClose}
      actions={<><Button look="danger-confirmed" busy={revoke.isPending && m.shared_busy()} onClick={() => revoke.mutate({ params: { statementId, consentId } })}>{m.team_uses_revoke_go()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_uses_revoke_what({ title, organisation: organisation.name })}</p>
      <Trouble error={revoke.error} />
    </Dialog>
  )
}
