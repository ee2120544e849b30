/** The page of somebody who is asked: fetches what is asked, keeps what is filled in, and shows the step at hand. */
import type { LinkView } from '@draagvlak/api/link'
import { getLocale, overwriteGetLocale } from '@draagvlak/messages/locale'
import { m, type Locale } from '@draagvlak/messages/m'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Asking } from './Asking.tsx'
import { Refused, type Door } from './door.ts'
import { emptyDraft } from './draft.ts'
import { nameFor, readKept } from './kept.ts'
import { Trouble } from './Note.tsx'

export interface SignPageProps { readonly door: Door; readonly token: string }

export function SignPage({ door, token }: SignPageProps): ReactNode {
  const name = nameFor(token)
  const [view, setView] = useState<LinkView | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [, redraw] = useState<Locale | null>(null)
  const speak = useCallback((language: Locale) => {
    overwriteGetLocale(() => language)
    document.documentElement.lang = language
    redraw(language)
  }, [])
  const load = useCallback(async () => {
    setError(null)
    try {
      const seen = await door.see()
      // The text speaks its own language; who chose another here keeps that.
      speak(readKept(localStorage, name, emptyDraft(seen.dates.closesAt))?.language ?? seen.statement.language)
      setView(seen)
    } catch (thrown) {
      setError(thrown)
    }
  }, [door, name, speak])

  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    speak(navigator.language.startsWith('en') ? 'en' : 'nl')
    void load()
  }, [load, speak])

  if (view) return <Asking key={name} door={door} first={view} purpose={view.purpose} name={name} language={getLocale()} onLanguage={speak} />
  return (
    <main className="sign-page">
      <header className="sign-for"><p className="sign-brand">{m.shared_brand()}</p></header>
      <div className="sign-body">
        {error === null ? <p role="status" className="quiet">{m.sign_loading()}</p> : <Unopened error={error} onAgain={() => void load()} />}
      </div>
    </main>
  )
}

function Unopened({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }): ReactNode {
  const missing = error instanceof Refused && error.problem.status === 404
  useEffect(() => { document.title = `${missing ? m.sign_missing_title() : m.sign_open_failed()} – ${m.shared_brand()}` }, [missing])
  if (missing) return <><h1 className="sign-title">{m.sign_missing_title()}</h1><p className="sign-lead">{m.sign_missing_what()}</p></>
  return <><h1 className="sign-title">{m.sign_open_failed()}</h1><Trouble error={error} /><p><button type="button" className="button" onClick={onAgain}>{m.shared_try_again()}</button></p></>
}
