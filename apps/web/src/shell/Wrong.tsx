/** When a screen breaks, or was never there: what is safe, and where to go. */
import { m } from '@draagvlak/messages/m'
import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { sentenceOf } from '../ui/Notice.tsx'
import { PageTitle } from '../ui/title.tsx'

export function Broken({ error, reset }: ErrorComponentProps): ReactNode {
  return (
    <main className="page narrow stack wide" id="main">
      <PageTitle>{m.team_broken_title()}</PageTitle>
      <p className="prose" role="alert">{sentenceOf(error)}</p>
      <p className="prose quiet">{m.team_broken_safe()}</p>
      <div className="row"><Button look="primary" onClick={reset}>{m.shared_try_again()}</Button><Button onClick={() => location.assign('/')}>{m.team_to_home()}</Button></div>
    </main>
  )
}

export function NotFound(): ReactNode {
  return (
    <main className="page narrow stack wide" id="main">
      <PageTitle>{m.team_not_found_title()}</PageTitle>
      <p className="prose">{m.team_not_found()}</p>
      <div className="row"><ButtonLink look="primary" to="/">{m.team_to_home()}</ButtonLink><ButtonLink to="/dossiers">{m.team_home_to_dossiers()}</ButtonLink></div>
    </main>
  )
}
