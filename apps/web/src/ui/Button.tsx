/** Buttons: one primary on a screen, and a "no" that says why. */
import { m } from '@draagvlak/messages/m'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import './Button.css'

export type ButtonLook = 'primary' | 'plain' | 'danger' | 'danger-confirmed' | 'bare' | 'word' | 'word-danger'
const LOOKS: Readonly<Record<ButtonLook, string>> = {
  'primary': 'button primary', 'plain': 'button', 'danger': 'button danger', 'danger-confirmed': 'button danger-confirmed', 'bare': 'button bare', 'word': 'word-button', 'word-danger': 'word-button danger',
}
/** The classes of a button, for whatever has to look like one. */
export const buttonClass = (look: ButtonLook, small?: boolean, more?: string) => [LOOKS[look], small ? 'small-button' : '', more ?? ''].filter(Boolean).join(' ')

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly look?: ButtonLook
  readonly small?: boolean
  /** Why it can't be pressed now: shown beside it and read with it. The button stays reachable. */
  readonly because?: string | null | undefined
  /** What is happening since it was pressed, in words; until then it can't be pressed again. */
  readonly busy?: string | false | undefined
}

export function Button({ look = 'plain', small, because, busy, className, type = 'button', onClick, children, ...rest }: ButtonProps): ReactNode {
  const reason = useId()
  const blocked = Boolean(because) || Boolean(busy)
  const button = (
    <button
      {...rest} type={type} className={buttonClass(look, small, className)} aria-disabled={blocked || undefined} aria-describedby={because ? reason : rest['aria-describedby']}
      onClick={(event) => { if (blocked) event.preventDefault(); else onClick?.(event) }}
    >
      {busy || children}
    </button>
  )
  if (!because) return button
  return <span className="button-because">{button}<span className="because" id={reason}><strong>{m.shared_not_yet()}</strong> {because}</span></span>
}
