/** An invitation, for someone who did not choose this tool: what is asked, a code to the known address, name and position, accept. */
import type { AnswerOf } from '@draagvlak/api/endpoint'
import { acceptInvitation, askInvitationCode, seeInvitation } from '@draagvlak/api/session'
import { getLocale } from '@draagvlak/messages/locale'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { dayInFull } from '../ui/dates.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { CodeField, codeIn } from './CodeField.tsx'
import { EnterFrame } from './EnterFrame.tsx'

type Invited = AnswerOf<typeof seeInvitation>

export function Invitation({ token }: { readonly token: string }): ReactNode {
  const invitation = useAsk(seeInvitation, { params: { token } })
  const { data } = invitation
  if (!data) return invitation.error ? <EnterFrame title={m.sign_invitation()}><Trouble error={invitation.error} /></EnterFrame> : <main className="page narrow enter" id="main"><Fetching /></main>
  return (
    <EnterFrame title={data.dossier ? m.sign_invitation_title({ dossier: data.dossier }) : m.sign_invitation_title_organisation({ organisation: data.organisation })}>
      <p className="statement-text">{data.dossier ? m.sign_invitation_what({ inviter: data.invitedBy, organisation: data.organisation, dossier: data.dossier }) : m.sign_invitation_what_colleague({ inviter: data.invitedBy, organisation: data.organisation })}</p>
      {data.status === 'open' ? <Accept token={token} invited={data} /> : <Ended invited={data} />}
    </EnterFrame>
  )
}

function Ended({ invited }: { readonly invited: Invited }): ReactNode {
  const inviter = invited.invitedBy
  if (invited.status === 'withdrawn') return <Notice>{m.sign_invitation_withdrawn({ inviter })}</Notice>
  if (invited.status === 'expired') return <Notice>{m.sign_invitation_expired({ inviter, date: dayInFull(invited.expiresAt) })}</Notice>
  return <><Notice tone="done">{m.sign_invitation_accepted()}</Notice><div><ButtonLink look="primary" to="/aanmelden">{m.sign_invitation_to_signin()}</ButtonLink></div></>
}

function Accept({ token, invited }: { readonly token: string; readonly invited: Invited }): ReactNode {
  const [typed, setTyped] = useState('')
  const [name, setName] = useState(invited.name)
  const [position, setPosition] = useState(invited.function)
  const [short, setShort] = useState(false)
  const ask = useAct(askInvitationCode, { onDone: () => setTyped('') })
  const accept = useAct(acceptInvitation, { onDone: ({ signedIn }) => { if (signedIn) location.assign('/') } })
  const submit = () => {
    const code = codeIn(typed)
    setShort(code === null)
    if (code) accept.mutate({ params: { token }, body: { code, name, function: position, language: getLocale() } })
  }
  if (!ask.isSuccess) {
    return (
      <>
        <div className="stack tight"><h2 className="section-title">{m.sign_invitation_means_title()}</h2><p className="prose">{m.sign_invitation_means()}</p><p className="prose quiet">{m.sign_invitation_until({ date: dayInFull(invited.expiresAt) })}</p></div>
        <p className="prose">{m.sign_invitation_code_why({ hint: invited.emailHint })}</p>
        <Trouble error={ask.error} />
        <div><Button look="primary" busy={ask.isPending && m.shared_sending()} onClick={() => ask.mutate({ params: { token } })}>{m.sign_invitation_code_ask()}</Button></div>
      </>
    )
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <Notice tone="done">{m.sign_invitation_code_sent({ hint: invited.emailHint })}</Notice>
      <CodeField value={typed} onChange={setTyped} error={short ? m.shared_code_needs_six() : null} />
      <p className="prose">{m.sign_invitation_name_hint()}</p>
      <TextField label={m.shared_name()} autoComplete="name" required maxLength={120} value={name} onChange={setName} />
      <TextField label={m.shared_function()} autoComplete="organization-title" maxLength={120} value={position} onChange={setPosition} />
      <Trouble error={accept.error} />
      <div><Button look="primary" type="submit" busy={(accept.isPending || accept.isSuccess) && m.shared_busy()}>{m.sign_invitation_accept()}</Button></div>
      <p className="small quiet">{m.sign_invitation_no_mail()}</p>
      <div><Button small onClick={() => ask.mutate({ params: { token } })}>{m.shared_signin_again()}</Button></div>
    </form>
  )
}
