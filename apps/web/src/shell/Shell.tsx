/** Around every screen of somebody who is signed in: who it is, what lives, the keys, and the ways out. */
import { seeMe } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useAsk } from '../api.ts'
import { speak } from '../language.ts'
import { useLive } from '../live.ts'
import { MeContext } from '../me.ts'
import { Button } from '../ui/Button.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { isTyping } from './is-typing.ts'
import { PaletteContext } from './palette-context.ts'
import { TopBar } from './TopBar.tsx'

// What lies over the desk comes right after the desk itself, so that Ctrl K needs no network by the time one presses it.
const loadPalette = () => import('./Palette.tsx')
const loadShortcuts = () => import('./Shortcuts.tsx')
const Palette = lazy(() => loadPalette().then((file) => ({ default: file.Palette })))
const Shortcuts = lazy(() => loadShortcuts().then((file) => ({ default: file.Shortcuts })))

/** The desk without a bar of its own: for screens that fill the bar themselves. */
export function Shell(): ReactNode {
  const me = useAsk(seeMe, {})
  const [over, setOver] = useState<'palette' | 'keys' | null>(null)
  const [spoken, setSpoken] = useState<string | null>(null)
  const language = me.data?.person.language
  useEffect(() => {
    if (!language) return
    speak(language)
    setSpoken(language)
  }, [language])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && !event.altKey) { event.preventDefault(); setOver('palette') }
      else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)) setOver('keys')
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (spoken !== null) void Promise.all([loadPalette(), loadShortcuts()]).catch(() => {})
  }, [spoken])
  if (!me.data || spoken !== language) return <main className="page narrow">{me.error ? <div className="stack"><Trouble error={me.error} /><Button onClick={() => void me.refetch()}>{m.shared_try_again()}</Button></div> : <Fetching />}</main>
  return (
    <I18nProvider locale={spoken === 'en' ? 'en-GB' : 'nl-NL'}><MeContext value={me.data}>
      <PaletteContext value={() => setOver('palette')}>
        <a className="skip-link" href="#main">{m.shared_to_content()}</a>
        <Live />
        <Outlet key={spoken} />
        <Suspense>
          {over === 'palette' ? <Palette onClose={() => setOver(null)} /> : null}
          {over === 'keys' ? <Shortcuts onClose={() => setOver(null)} /> : null}
        </Suspense>
      </PaletteContext>
    </MeContext></I18nProvider>
  )
}

function Live(): null {
  useLive()
  return null
}

/** The desk with the ordinary bar. Screens are a `main` with id `main`. */
export function DeskLayout(): ReactNode {
  return <><TopBar /><Outlet /></>
}
