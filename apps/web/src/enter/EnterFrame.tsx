/** The quiet page around everything before one is inside. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { PageTitle } from '../ui/title.tsx'
import './enter.css'

export function EnterFrame({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <main className="page narrow enter" id="main">
      <p className="brand">{m.shared_brand()}</p>
      <PageTitle>{title}</PageTitle>
      <div className="stack wide">{children}</div>
    </main>
  )
}
