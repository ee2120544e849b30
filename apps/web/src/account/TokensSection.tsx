/** Tokens for scripts: made with a name, shown once, revoked at once. */
import { listTokens, makeToken, revokeToken } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { KeyRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useAct, useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { howLongAgo } from '../ui/dates.ts'
import { TextField } from '../ui/Field.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import './account.css'

export function TokensSection(): ReactNode {
  const tokens = useAsk(listTokens, {})
  const [name, setName] = useState('')
  const [copied, setCopied] = useState(false)
  const make = useAct(makeToken, { onDone: () => { setName(''); setCopied(false) } })
  const revoke = useAct(revokeToken)
  const now = new Date().toISOString()
  const copy = (token: string) => void navigator.clipboard.writeText(token).then(() => setCopied(true), () => setCopied(false))
  return (
    <section className="section stack" aria-labelledby="tokens">
      <h2 className="section-title" id="tokens">{m.team_account_tokens()}</h2>
      <p className="prose">{m.team_account_tokens_what()} <a href="/api/docs">{m.team_account_docs()}</a></p>
      {tokens.data?.items.length === 0 ? <p className="quiet">{m.team_account_tokens_none()}</p> : null}
      {tokens.data?.items.length ? (
        <ul className="lines">
          {tokens.data.items.map((token) => (
            <li className="line-row" key={token.id}>
              <KeyRound className="icon" aria-hidden="true" />
              <span>{token.name}<span className="small quiet second">{token.usedAt ? m.team_account_token_used({ when: howLongAgo(token.usedAt, now) }) : m.team_account_token_never()}</span></span>
              <Button small look="danger" aria-label={`${m.team_account_token_revoke()}: ${token.name}`} onClick={() => revoke.mutate({ params: { tokenId: token.id } })}>{m.team_account_token_revoke()}</Button>
            </li>
          ))}
        </ul>
      ) : null}
      {make.data ? (
        <Notice tone="done" title={m.team_account_token_once()}>
          <input className="input token-once" readOnly aria-label={m.team_account_token_label()} value={make.data.token} onFocus={(event) => event.target.select()} />
          <div className="row"><Button small onClick={() => copy(make.data.token)}>{copied ? m.shared_copied() : m.shared_copy()}</Button><Button small look="bare" onClick={() => make.reset()}>{m.shared_close()}</Button></div>
        </Notice>
      ) : null}
      <form className="stack" onSubmit={(event) => { event.preventDefault(); make.mutate({ body: { name } }) }}>
        <div className="account-field"><TextField label={m.team_account_token_name()} hint={m.team_account_token_name_hint()} required maxLength={80} value={name} onChange={setName} /></div>
        <Trouble error={tokens.error ?? make.error ?? revoke.error} />
        <div><Button type="submit" busy={make.isPending && m.shared_busy()}>{m.team_account_token_make()}</Button></div>
      </form>
    </section>
  )
}
