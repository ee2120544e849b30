/** A link printed on the terminal of the server: the button, not the address, gives the session. */
import { signInWithTerminalLink } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { EnterFrame } from './EnterFrame.tsx'

export function TerminalLink({ token }: { readonly token: string }): ReactNode {
  const enter = useAct(signInWithTerminalLink, { onDone: () => location.assign('/') })
  return (
    <EnterFrame title={m.shared_terminal_title()}>
      <p className="prose">{m.shared_terminal_intro()}</p>
      <Trouble error={enter.error} />
      <div><Button look="primary" busy={(enter.isPending || enter.isSuccess) && m.shared_busy()} onClick={() => enter.mutate({ body: { token } })}>{m.shared_terminal_press()}</Button></div>
    </EnterFrame>
  )
}
