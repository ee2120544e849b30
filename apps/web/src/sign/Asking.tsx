/** The frame of a visit: for whom, by when, the three steps, and the step at hand. */
import type { LinkView } from '@draagvlak/api/link'
import { m, type Locale } from '@draagvlak/messages/m'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { AnswerStep } from './AnswerStep.tsx'
import type { Door, Purpose } from './door.ts'
import { asksLogo, missingInAnswer } from './draft.ts'
import { LogoStep } from './LogoStep.tsx'
import { Note } from './Note.tsx'
import { ReadStep } from './ReadStep.tsx'
import { RecordedStep } from './RecordedStep.tsx'
import { standingLine } from './Standing.tsx'
import { useSession, type Session, type Step } from './session.ts'
import { todayThere } from './today.ts'

export interface AskingProps { readonly door: Door; readonly first: LinkView; readonly purpose: Purpose; readonly name: string; readonly language: Locale; readonly onLanguage: (language: Locale) => void }

export function Asking({ door, first, purpose, name, language, onLanguage }: AskingProps): ReactNode {
  const session = useSession({ door, first, purpose, name, language })
  const { view, step } = session
  const open = view.answerable
  const { organisation, statement } = view
  useEffect(() => {
    const about = { title: statement.title, organisation: organisation.name }
    document.title = `${purpose === 'logo' ? m.sign_logo_page_title(about) : m.sign_page_title(about)} – ${m.shared_brand()}`
  }, [organisation.name, purpose, statement.title, language])
  useArrival(step)
  return (
    <>
      <a className="skip-link" href="#step">{m.shared_to_content()}</a>
      <div className="sign-page">
        <header className="sign-for">
          <p className="sign-brand-line"><span className="sign-brand">{m.shared_brand()}</span><button type="button" className="word-button" lang={language === 'nl' ? 'en' : 'nl'} onClick={() => onLanguage(language === 'nl' ? 'en' : 'nl')}>{m.sign_language()}</button></p>
          <p><strong>{m.sign_for({ organisation: organisation.name })}</strong><span>{purpose === 'logo' ? m.sign_logo_for({ title: statement.title }) : standingLine(view)}</span></p>
        </header>
        {purpose === 'answer' && open && step !== 'recorded' ? <Steps session={session} /> : null}
        <Offline />
        <main id="step" className="sign-main">
          {step === 'recorded' && session.recorded ? <RecordedStep session={session} door={door} receipt={session.recorded} purpose={purpose} />
            : step === 'answer' && open ? <AnswerStep session={session} door={door} />
              : step === 'logo' && open ? <LogoStep session={session} door={door} purpose={purpose} />
                : <ReadStep session={session} door={door} />}
        </main>
      </div>
    </>
  )
}

/** Another step begins at its heading, for the eye and for who listens. */
function useArrival(step: Step): void {
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('h1')?.focus()
  }, [step])
}

function Steps({ session }: { readonly session: Session }): ReactNode {
  const { step, go, draft, view } = session
  const all: readonly (readonly [Step, string])[] = [['read', m.sign_step_read()], ['answer', m.sign_step_answer()], ['logo', m.sign_step_logo()]]
  const at = all.findIndex(([one]) => one === step)
  const ready = asksLogo(draft) && missingInAnswer(draft, { known: view.known, today: todayThere(view.dates.zone) }) === null
  return (
    <nav aria-label={m.sign_steps()}>
      <ol className="sign-steps">
        {all.map(([one, label], index) => {
          const words = <><span className="figures">{index + 1}</span> {label}</>
          const reachable = one !== step && (one !== 'logo' || ready)
          return <li key={one} className={index < at ? 'done' : ''} aria-current={one === step ? 'step' : undefined}>{reachable ? <button type="button" onClick={() => go(one)}>{words}</button> : <span>{words}</span>}</li>
        })}
      </ol>
    </nav>
  )
}

function Offline(): ReactNode {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => { removeEventListener('online', look); removeEventListener('offline', look) }
  }, [])
  return online ? null : <Note tone="warning"><p>{m.sign_offline()}</p></Note>
}
