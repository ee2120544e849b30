/** A link to another screen that looks like a button. */
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { buttonClass, type ButtonLook } from './Button.tsx'

interface AnchorProps extends ComponentPropsWithRef<'a'> { readonly look?: ButtonLook; readonly small?: boolean }
function Anchor({ look = 'plain', small, className, ...rest }: AnchorProps): ReactNode {
  return <a {...rest} className={buttonClass(look, small, className)} />
}
export const ButtonLink = createLink(Anchor)
