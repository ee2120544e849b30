/** What happened, what is safe and what to do: in the page, where it stays. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { NoAnswer, Refused } from './door.ts'

export interface NoteProps { readonly tone?: 'plain' | 'warning' | 'wrong' | 'done'; readonly title?: string; readonly children?: ReactNode }
export function Note({ tone = 'plain', title, children }: NoteProps): ReactNode {
  return <div className={`sign-note ${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>{title ? <p className="strong">{title}</p> : null}{children}</div>
}

/** The sentence for whatever an act threw; `recording`: it may have arrived all the same. */
export function Trouble({ error, recording }: { readonly error: unknown; readonly recording?: boolean }): ReactNode {
  if (error === null || error === undefined) return null
  if (error instanceof NoAnswer) return <Note tone="warning"><p>{recording ? m.sign_unreachable_recording() : m.shared_unreachable()}</p></Note>
  return <Note tone="wrong" {...(recording ? { title: m.sign_not_recorded() } : {})}><p>{error instanceof Refused ? error.problem.detail : m.shared_fault_here()}{recording ? ` ${m.sign_words_safe()}` : ''}</p></Note>
}
