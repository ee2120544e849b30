/** The title of a screen: in the tab, read aloud after a change of screen by moving the focus to its heading. */
import { useRouter } from '@tanstack/react-router'
import { createContext, useContext, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { m } from '@draagvlak/messages/m'

const ArrivedContext = createContext<RefObject<boolean>>({ current: false })

/** Remembers that the reader went to another screen, until that screen has its heading. */
export function ArrivalProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const arrived = useRef(false)
  const router = useRouter()
  useEffect(() => router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => { if (pathChanged && fromLocation) arrived.current = true }), [router])
  return <ArrivedContext value={arrived}>{children}</ArrivedContext>
}

/** Call it in every screen; null while the title is not known yet. The screen has one h1 with tabIndex -1. */
export function useTitle(title: string | null): void {
  const arrived = useContext(ArrivedContext)
  useEffect(() => {
    if (title === null) return
    document.title = `${title} – ${m.shared_brand()}`
    if (!arrived.current) return
    arrived.current = false
    document.querySelector<HTMLElement>('h1')?.focus()
  }, [title, arrived])
}

/** The heading of an ordinary screen, with its title. */
export function PageTitle({ children, above, id }: { readonly children: string; readonly above?: ReactNode; readonly id?: string }): ReactNode {
  useTitle(children)
  return <div className="page-head">{above ? <div className="above">{above}</div> : null}<h1 className="page-title" tabIndex={-1} id={id}>{children}</h1></div>
}
