/** Signing in: an address, then the code from the mail typed over in the same browser. */
import { askToSignIn, signInWithCode } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { CodeField, codeIn } from './CodeField.tsx'
import { EnterFrame } from './EnterFrame.tsx'

const route = getRouteApi('/aanmelden')

export function SignIn(): ReactNode {
  const { naar } = route.useSearch()
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  return asked
    ? <EnterCode email={asked} to={naar ?? '/'} onOther={() => setAsked(null)} />
    : <AskCode email={email} to={naar ?? '/'} onEmail={setEmail} onAsked={() => setAsked(email.trim())} />
}

/** Whoever was taken out of a text in mid-sentence reads at once that the sentence is safe. */
function WordsKept({ to }: { readonly to: string }): ReactNode {
  const statementId = /^\/teksten\/([^/?#]+)/.exec(to)?.[1]
  const [kept, setKept] = useState(false)
  useEffect(() => {
    let here = true
    if (statementId) void import('../statement/words-on-device.ts').then(({ hasWordsFor }) => hasWordsFor(statementId)).then((has) => { if (here) setKept(has) }, () => {})
    return () => { here = false }
  }, [statementId])
  return kept ? <Notice tone="done" title={m.team_signin_words_kept_title()}>{m.team_signin_words_kept()}</Notice> : null
}

function AskCode({ email, to, onEmail, onAsked }: { readonly email: string; readonly to: string; readonly onEmail: (email: string) => void; readonly onAsked: () => void }): ReactNode {
  const ask = useAct(askToSignIn, { onDone: onAsked })
  return (
    <EnterFrame title={m.shared_signin_title()}>
      <WordsKept to={to} />
      <p className="prose">{m.shared_signin_intro()}</p>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); ask.mutate({ body: { email } }) }}>
        <TextField label={m.shared_email()} type="email" autoComplete="email" required value={email} onChange={onEmail} />
        <Trouble error={ask.error} />
        <div><Button look="primary" type="submit" busy={ask.isPending && m.shared_sending()}>{m.shared_signin_ask()}</Button></div>
      </form>
    </EnterFrame>
  )
}

function EnterCode({ email, to, onOther }: { readonly email: string; readonly to: string; readonly onOther: () => void }): ReactNode {
  const [typed, setTyped] = useState('')
  const [short, setShort] = useState(false)
  // A new page: what was shown to nobody may not be shown to somebody.
  const enter = useAct(signInWithCode, { onDone: ({ signedIn }) => { if (signedIn) location.assign(to) } })
  const again = useAct(askToSignIn, { onDone: () => setTyped('') })
  const send = (code: string | null) => {
    setShort(code === null)
    if (code && !enter.isPending) enter.mutate({ body: { code } })
  }
  return (
    <EnterFrame title={m.shared_signin_sent_title()}>
      <p className="prose">{m.shared_signin_sent({ email })}</p>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); send(codeIn(typed)) }}>
        <CodeField value={typed} onChange={setTyped} onComplete={send} error={short ? m.shared_code_needs_six() : null} />
        <Trouble error={enter.error} />
        <div className="row"><Button look="primary" type="submit" busy={(enter.isPending || enter.data?.signedIn) && m.shared_busy()}>{m.shared_signin_enter()}</Button><Button look="bare" onClick={onOther}>{m.shared_signin_other_email()}</Button></div>
      </form>
      <details>
        <summary>{m.shared_signin_no_mail()}</summary>
        <div className="stack"><p className="prose">{m.shared_signin_no_mail_help()}</p><div><Button small busy={again.isPending && m.shared_sending()} onClick={() => again.mutate({ body: { email } })}>{m.shared_signin_again()}</Button></div></div>
      </details>
      {again.isSuccess ? <Notice tone="done">{m.shared_signin_sent_again()}</Notice> : null}
      <Trouble error={again.error} />
    </EnterFrame>
  )
}
