/** Words that are not on the server yet: signing out and closing the tab ask before they would be lost. */
import { createContext, createElement, useContext, useEffect, useId, useMemo, useRef, type ReactNode } from 'react'

export interface Unsent {
  /**
   * @param about the title of the text; null when everything arrived.
   * @param onlyHere nothing but this tab has the words: closing it would lose them. Signing out loses what the device kept too.
   */
  readonly set: (key: string, about: string | null, onlyHere: boolean) => void
  /** The titles of texts with words that did not arrive. */
  readonly list: () => readonly string[]
}
const UnsentContext = createContext<Unsent | null>(null)

export function UnsentProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const waiting = useRef(new Map<string, { readonly about: string; readonly onlyHere: boolean }>())
  const registry = useMemo<Unsent>(() => ({
    set: (key, about, onlyHere) => { if (about === null) waiting.current.delete(key); else waiting.current.set(key, { about, onlyHere }) },
    list: () => [...new Set([...waiting.current.values()].map(({ about }) => about))],
  }), [])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => { if ([...waiting.current.values()].some(({ onlyHere }) => onlyHere)) event.preventDefault() }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return createElement(UnsentContext, { value: registry }, children)
}

export function useUnsent(): Unsent {
  const registry = useContext(UnsentContext)
  if (!registry) throw new Error('useUnsent outside UnsentProvider')
  return registry
}
const LEAVING = 'draagvlak-leaving'
/** Whether words would be lost by leaving this page now, and nobody can be asked: the server no longer knows who this is. */
export const leavingLosesWords = (): boolean => !dispatchEvent(new Event(LEAVING, { cancelable: true }))
/** Keeps the page where it is as long as this says so. */
export function useStayFor(losesWords: () => boolean): void {
  const latest = useRef(losesWords)
  latest.current = losesWords
  useEffect(() => {
    const stay = (event: Event) => { if (latest.current()) event.preventDefault() }
    addEventListener(LEAVING, stay)
    return () => removeEventListener(LEAVING, stay)
  }, [])
}

/** Says for as long as it holds that this text has words that are not on the server, and whether this tab alone has them. */
export function useHasUnsent(about: string, hasUnsent: boolean, onlyHere = hasUnsent): void {
  const { set } = useUnsent()
  const key = useId()
  useEffect(() => {
    set(key, hasUnsent ? about : null, onlyHere)
    return () => set(key, null, false)
  }, [about, hasUnsent, onlyHere, key, set])
}
