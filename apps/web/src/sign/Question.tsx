/** A question to the coordinator, for who can't answer without it. */
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { Line } from './controls.tsx'
import type { Door } from './door.ts'
import { Note, Trouble } from './Note.tsx'
import type { Session } from './session.ts'

export function Question({ session, door }: { readonly session: Session; readonly door: Door }): ReactNode {
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // A question goes out in this person's name, so it too waits for the code.
  if (!session.view.known) return null
  const send = async () => {
    setBusy(true)
    setError(null)
    try {
      await door.ask(text.trim())
      setSent(true)
      setText('')
    } catch (thrown) { setError(thrown) } finally { setBusy(false) }
  }
  return (
    <details className="tucked">
      <summary>{m.sign_ask_coordinator()}</summary>
      <div className="unfolded">
        <Line id="question" rows={3} label={m.sign_ask_text()} maxLength={2000} value={text} onChange={(words) => { setText(words); setSent(false) }} />
        <button type="button" className="button" aria-disabled={text.trim() === '' || busy || undefined} onClick={() => { if (text.trim() !== '' && !busy) void send() }}>{busy ? m.shared_sending() : m.sign_ask_send()}</button>
        {sent ? <Note tone="done"><p>{m.sign_ask_sent()}</p></Note> : null}
        <Trouble error={error} />
      </div>
    </details>
  )
}
