/** The code that was mailed, typed over: one quiet line, once per round on this device (M5, E3). */
import { m } from '@draagvlak/messages/m'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Door } from './door.ts'
import { Trouble } from './Note.tsx'
import type { Session } from './session.ts'

const MINUTES = 15

export function CodeLine({ session, door }: { readonly session: Session; readonly door: Door }): ReactNode {
  const { view, codeAskedAt } = session
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState<'asking' | 'checking' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const field = useRef<HTMLInputElement>(null)
  const [sentAgain, setSentAgain] = useState(0)
  const entered = useRef(false)
  const known = useRef<HTMLParagraphElement>(null)
  // The field is gone; who typed goes on from the sentence in its place.
  useEffect(() => { if (view.known && entered.current) known.current?.focus() }, [view.known])
  if (view.known) return <p ref={known} className="code-known" role="status" tabIndex={-1}>{m.sign_code_known()}</p>

  const asked = codeAskedAt !== null && Date.now() - codeAskedAt < MINUTES * 60_000
  async function attempt(doing: 'asking' | 'checking', what: () => Promise<void>): Promise<void> {
    setBusy(doing)
    setError(null)
    try { await what() } catch (thrown) {
      setError(thrown)
      field.current?.select()
    } finally { setBusy(null) }
  }
  const ask = () => attempt('asking', async () => {
    await door.askCode()
    session.setCodeAsked()
    setCode('')
    setSentAgain((times) => times + 1)
  })
  const enter = (digits: string) => attempt('checking', async () => {
    const seen = await door.enterCode(digits)
    entered.current = true
    session.setView(seen)
  })
  function type(words: string): void {
    const digits = words.replaceAll(/\D/g, '').slice(0, 6)
    setCode(digits)
    if (digits.length === 6 && digits !== code && busy === null) void enter(digits)
  }

  if (!asked) {
    return (
      <div className="code">
        <p id="code-what">{m.sign_code_what({ email: view.person.emailHint })}</p>
        <button type="button" id="code" className="button" aria-describedby="code-what" aria-disabled={busy !== null || undefined} onClick={() => { if (busy === null) void ask() }}>{busy ? m.shared_sending() : m.sign_code_ask()}</button>
        <Trouble error={error} />
      </div>
    )
  }
  return (
    <div className="code">
      <label className="field-label" htmlFor="code">{m.sign_code()}</label>
      <p id="code-what" role="status" key={sentAgain}>{m.sign_code_sent({ email: view.person.emailHint })}</p>
      <input
        ref={field} id="code" className="code-input" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9]*" spellCheck={false} value={code}
        aria-describedby="code-what" aria-invalid={error ? true : undefined} readOnly={busy === 'checking'} autoFocus={sentAgain > 0} onChange={(event) => type(event.target.value)}
      />
      {busy === 'checking' ? <p role="status" className="quiet">{m.sign_code_checking()}</p> : null}
      <Trouble error={error} />
      <p><button type="button" className="word-button" aria-disabled={busy !== null || undefined} onClick={() => { if (busy === null) void ask() }}>{busy === 'asking' ? m.shared_sending() : m.sign_code_again()}</button></p>
    </div>
  )
}
