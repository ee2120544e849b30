/** What a screen shows before its subject is there, or when it can't be shown. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { Fetching } from '../ui/Progress.tsx'
import { PageTitle } from '../ui/title.tsx'

export function ScreenWait({ error }: { readonly error: unknown }): ReactNode {
  if (!error) return <main className="page" id="main"><Fetching /></main>
  return <main className="page narrow stack wide" id="main"><PageTitle>{m.team_not_shown_title()}</PageTitle><Trouble error={error} /><div><ButtonLink to="/">{m.team_to_home()}</ButtonLink></div></main>
}
