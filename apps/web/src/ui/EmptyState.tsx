/** Nothing here yet: one sentence what this is, one act. */
import type { ReactNode } from 'react'
import './Notice.css'

export function EmptyState({ children, act }: { readonly children: ReactNode; readonly act?: ReactNode }): ReactNode {
  return <div className="empty"><p className="empty-text">{children}</p>{act}</div>
}
