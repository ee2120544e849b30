/** How far along something is, in words first. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import './Notice.css'

export function Progress({ done, of, label }: { readonly done: number; readonly of: number; readonly label: string }): ReactNode {
  const share = of === 0 ? 0 : Math.min(1, done / of)
  return (
    <div className="progress">
      <span className="figures">{label}</span>
      <div className="progress-track" role="progressbar" aria-label={label} aria-valuenow={done} aria-valuemin={0} aria-valuemax={of}><div className="progress-done" style={{ width: `${share * 100}%` }} /></div>
    </div>
  )
}

/** Words instead of a spinner while something is being fetched. */
export function Fetching(): ReactNode {
  return <p className="waiting-words" role="status">{m.shared_fetching()}</p>
}
