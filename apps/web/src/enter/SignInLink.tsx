/** The mailed link: pressed in the browser that asked it signs in; anywhere else it says where to type the code. */
import { signInWithLink } from '@draagvlak/api/session'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Notice, Trouble } from '../ui/Notice.tsx'
import { EnterFrame } from './EnterFrame.tsx'

export function SignInLink({ token }: { readonly token: string }): ReactNode {
  const enter = useAct(signInWithLink, { onDone: ({ signedIn }) => { if (signedIn) location.assign('/') } })
  const elsewhere = enter.data?.signedIn === false
  return (
    <EnterFrame title={m.shared_signin_link_title()}>
      {elsewhere ? <Notice tone="warning">{m.shared_signin_link_elsewhere()}</Notice> : <p className="prose">{m.shared_signin_link_intro()}</p>}
      <Trouble error={enter.error} />
      <div className="row">
        {elsewhere || enter.error
          ? <ButtonLink look="primary" to="/aanmelden">{m.shared_signin_here()}</ButtonLink>
          : <Button look="primary" busy={(enter.isPending || enter.isSuccess) && m.shared_busy()} onClick={() => enter.mutate({ body: { token } })}>{m.shared_signin_link_press()}</Button>}
      </div>
    </EnterFrame>
  )
}
