/** [G3] Leave to use the logo under this text: which, where, in which editions, until when; and taking it back. */
import { listEvents } from '@draagvlak/api/event'
import { seeOrganisation } from '@draagvlak/api/organisation'
import { giveConsent, revokeConsent, type ConsentWish } from '@draagvlak/api/sign-off'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckField, RadioCards, TextField } from '../ui/Field.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { consentsIn } from './consents.ts'

type Channel = ConsentWish['channels'][number]
const CHANNELS = { website: m.team_channel_website, print: m.team_channel_print, mail: m.team_channel_mail, newspaper: m.team_channel_newspaper } as const satisfies Record<Channel, () => string>
const ALL: readonly Channel[] = ['website', 'print', 'mail', 'newspaper']

export function ConsentDialog({ statement, organisationId, onClose }: { readonly statement: StatementFull; readonly organisationId: string; readonly onClose: () => void }): ReactNode {
  const organisation = useAsk(seeOrganisation, { params: { organisationId } })
  const params = { statementId: statement.id }
  const events = useAsk(listEvents, { params })
  const [wish, setWish] = useState<{ logoId: string | null; channels: readonly Channel[]; editions: ConsentWish['editions']; until: string }>({ logoId: null, channels: ['website', 'print', 'mail'], editions: 'this-edition', until: '' })
  const give = useAct(giveConsent, { onDone: onClose })
  const revoke = useAct(revokeConsent, { onDone: onClose })
  const logos = organisation.data?.logos.filter(({ retiredAt }) => retiredAt === null) ?? []
  const given = consentsIn(events.data?.items ?? [], organisationId)
  const because = !wish.logoId ? m.team_consent_need_logo() : wish.channels.length === 0 ? m.team_consent_need_channel() : null
  const send = () => { if (!because && wish.logoId) give.mutate({ params, body: { logoId: wish.logoId, channels: [...wish.channels], editions: wish.editions, until: wish.until || null } }) }
  if (!organisation.data) return <Dialog title={m.team_consent_title()} onClose={onClose}>{organisation.error ? <Trouble error={organisation.error} /> : <Fetching />}</Dialog>
  if (logos.length === 0) {
    return <Dialog title={m.team_consent_title()} onClose={onClose} actions={<><ButtonLink look="primary" to="/organisaties/$organisationId" params={{ organisationId }}>{m.team_consent_to_vault()}</ButtonLink><Button onClick={onClose}>{m.shared_cancel()}</Button></>}><p className="prose">{m.team_consent_no_logo()}</p></Dialog>
  }
  return (
    <Dialog
      wide title={m.team_consent_title()} onClose={onClose} onSubmit={send}
      actions={<><Button look="primary" type="submit" because={because} busy={give.isPending && m.shared_busy()}>{m.team_consent_give()}</Button><Button onClick={onClose}>{m.shared_cancel()}</Button></>}
    >
      <p className="prose">{m.team_consent_what()}</p>
      {given.length > 0 ? (
        <div className="row">{given.map(({ consentId }) => <Button key={consentId} look="danger" small busy={revoke.isPending && m.shared_busy()} onClick={() => revoke.mutate({ params: { ...params, consentId } })}>{m.team_consent_revoke()}</Button>)}<span className="small quiet">{m.team_consent_revoke_what()}</span></div>
      ) : null}
      <fieldset className="field">
        <legend className="field-label">{m.team_consent_which()}</legend>
        <div className="logo-picks">
          {logos.map(({ id, file, facts }, index) => (
            <label key={id} className="logo-pick"><input type="radio" name="logo" checked={wish.logoId === id} onChange={() => setWish({ ...wish, logoId: id })} /><img src={`/files/${file}`} width={facts.width} height={facts.height} alt={m.team_consent_logo({ number: index + 1 })} /></label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field"><legend className="field-label">{m.team_consent_where()}</legend><div className="row">{ALL.map((channel) => <CheckField key={channel} label={CHANNELS[channel]()} checked={wish.channels.includes(channel)} onChange={(on) => setWish({ ...wish, channels: ALL.filter((one) => (one === channel ? on : wish.channels.includes(one))) })} />)}</div></fieldset>
      <RadioCards<ConsentWish['editions']> label={m.team_consent_editions()} value={wish.editions} onChange={(editions) => setWish({ ...wish, editions })} choices={[{ value: 'this-edition', label: m.team_consent_this() }, { value: 'all-editions', label: m.team_consent_all() }]} />
      <TextField label={m.team_consent_until()} hint={m.team_consent_until_hint()} type="date" short value={wish.until} onChange={(until) => setWish({ ...wish, until })} />
      <Trouble error={give.error ?? revoke.error} />
    </Dialog>
  )
}
