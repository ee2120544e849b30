/** An invitation, for someone who did not choose this tool: what is asked, a code to the known address, then yes or no. */
import type { AnswerOf } from '@draagvlak/api/endpoint'
import { acceptInvitation, askInvitationCode, declineInvitation, seeInvitation } from '@draagvlak/api/session'
import { getLocale } from '@draagvlak/messages/locale'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { dayInFull } from '../ui/dates.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { TextAreaField, TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import type { Right } from '../ui/words.ts'
import { CodeField, codeIn } from './CodeField.tsx'
import { EnterFrame } from './EnterFrame.tsx'

type Invited = AnswerOf<typeof seeInvitation>
type Choice = 'accept' | 'decline'
interface AnswerProps { readonly token: string; readonly invited: Invited; readonly onOther: () => void; readonly onAgain: () => void }

const MAY = { 'write': m.sign_invited_to_write, 'propose': m.sign_invited_to_propose, 'read-along': m.sign_invited_to_read_along, 'observe': m.sign_invited_to_observe } as const satisfies Record<Right, () => string>

export function Invitation({ token }: { readonly token: string }): ReactNode {
  const invitation = useAsk(seeInvitation, { params: { token } })
  const { data } = invitation
  if (!data) return invitation.error ? <EnterFrame title={m.sign_invitation()}><Trouble error={invitation.error} /></EnterFrame> : <main className="page narrow enter" id="main"><Fetching /></main>
  return (
    <EnterFrame title={data.dossier ? m.sign_invitation_title({ dossier: data.dossier }) : m.sign_invitation_title_organisation({ organisation: data.organisation })}>
      <p className="statement-text">{data.dossier ? m.sign_invitation_what({ inviter: data.invitedBy, organisation: data.organisation, dossier: data.dossier, coalition: data.coalition }) : m.sign_invitation_what_colleague({ inviter: data.invitedBy, organisation: data.organisation })}</p>
      {data.status === 'open' ? <Asked token={token} invited={data} /> : <Ended invited={data} />}
    </EnterFrame>
  )
}

function Ended({ invited }: { readonly invited: Invited }): ReactNode {
  const inviter = invited.invitedBy
  if (invited.status === 'declined') return <Notice tone="done">{m.sign_invitation_declined({ inviter })}</Notice>
  if (invited.status === 'withdrawn') return <Notice>{m.sign_invitation_withdrawn({ inviter })}</Notice>
  if (invited.status === 'expired') return <Notice>{m.sign_invitation_expired({ inviter, date: dayInFull(invited.expiresAt) })}</Notice>
  return <><Notice tone="done">{m.sign_invitation_accepted()}</Notice><div><ButtonLink look="primary" to="/aanmelden">{m.sign_invitation_to_signin()}</ButtonLink></div></>
}

/** Either answer begins with the code; until it is typed over nothing is recorded, and one may still choose the other. */
function Asked({ token, invited }: { readonly token: string; readonly invited: Invited }): ReactNode {
  const [choice, setChoice] = useState<Choice | null>(null)
  const ask = useAct(askInvitationCode)
  const choose = (wanted: Choice) => { setChoice(wanted); ask.mutate({ params: { token } }) }
  const again = () => ask.mutate({ params: { token } })
  if (ask.isSuccess && choice === 'accept') return <Accept token={token} invited={invited} onOther={() => setChoice('decline')} onAgain={again} />
  if (ask.isSuccess && choice === 'decline') return <Decline token={token} invited={invited} onOther={() => setChoice('accept')} onAgain={again} />
  const sending = (which: Choice) => ask.isPending && choice === which && m.shared_sending()
  return (
    <>
      <div className="stack tight">
        <h2 className="section-title">{m.sign_invitation_means_title()}</h2>
        <p className="prose">{MAY[invited.right]()} {invited.mandateHolder ? m.sign_invited_to_answer({ organisation: invited.organisation }) : null}</p>
        <p className="prose">{m.sign_invitation_means()}</p>
        <p className="prose quiet">{m.sign_invitation_until({ date: dayInFull(invited.expiresAt) })}</p>
      </div>
      <p className="prose">{m.sign_invitation_code_why({ hint: invited.emailHint })}</p>
      <Trouble error={ask.error} />
      <div className="row"><Button look="primary" busy={sending('accept')} onClick={() => choose('accept')}>{m.sign_invitation_choose_accept()}</Button><Button busy={sending('decline')} onClick={() => choose('decline')}>{m.sign_invitation_choose_decline()}</Button></div>
    </>
  )
}

function Accept({ token, invited, onOther, onAgain }: AnswerProps): ReactNode {
  const [typed, setTyped] = useState('')
  const [name, setName] = useState(invited.name)
  const [position, setPosition] = useState(invited.function)
  const [short, setShort] = useState(false)
  const accept = useAct(acceptInvitation, { onDone: ({ signedIn, dossierId }) => { if (signedIn) location.assign(`/dossiers/${dossierId}?welkom=true`) } })
  const submit = () => {
    const code = codeIn(typed)
    setShort(code === null)
    if (code) accept.mutate({ params: { token }, body: { code, name, function: position, language: getLocale() } })
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <Notice tone="done">{m.sign_invitation_code_sent({ hint: invited.emailHint })}</Notice>
      <CodeField value={typed} onChange={setTyped} error={short ? m.shared_code_needs_six() : null} />
      <p className="prose">{m.sign_invitation_name_hint()}</p>
      <TextField label={m.shared_name()} autoComplete="name" required maxLength={120} value={name} onChange={setName} />
      <TextField label={m.shared_function()} autoComplete="organization-title" maxLength={120} value={position} onChange={setPosition} />
      <Trouble error={accept.error} />
      <div className="row"><Button look="primary" type="submit" busy={(accept.isPending || accept.isSuccess) && m.shared_busy()}>{m.sign_invitation_accept()}</Button><Button look="bare" onClick={onOther}>{m.sign_invitation_accept_back()}</Button></div>
      <NoMail onAgain={onAgain} />
    </form>
  )
}

function Decline({ token, invited, onOther, onAgain }: AnswerProps): ReactNode {
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  // Afterwards the page is asked anew, and says that the answer was no.
  const decline = useAct(declineInvitation)
  const submit = () => {
    const code = codeIn(typed)
    setShort(code === null)
    if (code) decline.mutate({ params: { token }, body: { code, reason: reason.trim() || null } })
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); submit() }}>
      <h2 className="section-title">{m.sign_invitation_decline_title()}</h2>
      <Notice tone="done">{m.sign_invitation_code_sent({ hint: invited.emailHint })}</Notice>
      <CodeField value={typed} onChange={setTyped} error={short ? m.shared_code_needs_six() : null} />
      <TextAreaField label={m.sign_invitation_decline_reason()} hint={m.sign_invitation_decline_reason_hint({ inviter: invited.invitedBy })} maxLength={1000} rows={3} value={reason} onChange={setReason} />
      <Trouble error={decline.error} />
      <div className="row"><Button look="primary" type="submit" busy={(decline.isPending || decline.isSuccess) && m.shared_busy()}>{m.sign_invitation_decline()}</Button><Button look="bare" onClick={onOther}>{m.sign_invitation_decline_back()}</Button></div>
      <NoMail onAgain={onAgain} />
    </form>
  )
}

function NoMail({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  return <><p className="small quiet">{m.sign_invitation_no_mail()}</p><div><Button small onClick={onAgain}>{m.shared_signin_again()}</Button></div></>
}
