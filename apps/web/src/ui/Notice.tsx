/** What happened, what is safe, what to do: in the page, where it stays. */
import { ProblemError, Unreachable } from '@draagvlak/api/call'
import { m } from '@draagvlak/messages/m'
import { Check, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import './Notice.css'

export type NoticeTone = 'plain' | 'done' | 'warning' | 'wrong'
export interface NoticeProps { readonly tone?: NoticeTone; readonly title?: string; readonly children?: ReactNode; /** Read aloud as soon as it appears. */ readonly live?: boolean }

export function Notice({ tone = 'plain', title, children, live = true }: NoticeProps): ReactNode {
  const Icon = tone === 'done' ? Check : tone === 'plain' ? Info : TriangleAlert
  return (
    <div className={`notice ${tone}`} role={live ? (tone === 'wrong' ? 'alert' : 'status') : undefined}>
      <Icon className="icon" aria-hidden="true" />
      <div>{title ? <p className="strong">{title}</p> : null}{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </div>
  )
}

/** The sentence to show for whatever a call threw. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail
  return error instanceof Unreachable ? m.shared_unreachable() : m.shared_fault_here()
}

/** Shows why something did not work; nothing when nothing went wrong. */
export function Trouble({ error, children }: { readonly error: unknown; readonly children?: ReactNode }): ReactNode {
  if (!error) return null
  return <Notice tone={error instanceof Unreachable ? 'warning' : 'wrong'}><p>{sentenceOf(error)}</p>{children}</Notice>
}
