/** A new e-mail address: it counts once the code that went to it is typed over. */
import { askNewEmail, confirmNewEmail } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { CodeField, codeIn } from '../enter/CodeField.tsx'
import '../enter/enter.css'
import { useMe } from '../me.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'

export function EmailSection(): ReactNode {
  const { person } = useMe()
  const [email, setEmail] = useState('')
  const [typed, setTyped] = useState('')
  const [short, setShort] = useState(false)
  const ask = useAct(askNewEmail)
  const confirm = useAct(confirmNewEmail, { onDone: () => { ask.reset(); setEmail(''); setTyped('') } })
  const send = () => {
    const code = codeIn(typed)
    setShort(code === null)
    if (code) confirm.mutate({ body: { code } })
  }
  return (
    <section className="section stack" aria-labelledby="email">
      <h2 className="section-title" id="email">{m.team_account_email_title()}</h2>
      <p className="prose">{m.team_account_email_now({ email: person.email })}</p>
      {confirm.isSuccess ? <Notice tone="done">{m.team_account_email_changed({ email: person.email })}</Notice> : null}
      {ask.isSuccess ? (
        <form className="stack" onSubmit={(event) => { event.preventDefault(); send() }}>
          <Notice>{m.team_account_email_sent({ email })}</Notice>
          <CodeField value={typed} onChange={setTyped} error={short ? m.shared_code_needs_six() : null} />
          <Trouble error={confirm.error} />
          <div className="row"><Button type="submit" busy={confirm.isPending && m.shared_busy()}>{m.team_account_email_confirm()}</Button><Button look="bare" onClick={() => ask.reset()}>{m.shared_cancel()}</Button></div>
        </form>
      ) : (
        <form className="stack" onSubmit={(event) => { event.preventDefault(); confirm.reset(); ask.mutate({ body: { email } }) }}>
          <div className="account-field"><TextField label={m.team_account_email_new()} type="email" autoComplete="email" required maxLength={254} value={email} onChange={setEmail} /></div>
          <Trouble error={ask.error} />
          <div><Button type="submit" busy={ask.isPending && m.shared_sending()}>{m.team_account_email_ask()}</Button></div>
        </form>
      )}
    </section>
  )
}
