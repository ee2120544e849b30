/** Replaced by the engineer of this screen. */
import type { ReactNode } from 'react'

export function VerloopScreen({ statementId }: { readonly statementId: string }): ReactNode {
  return <main className="page" id="main"><h1 className="page-title" tabIndex={-1}>{statementId}</h1></main>
}
