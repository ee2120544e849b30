/** Six digits from a mail: typed over or pasted, with or without a space. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { Field } from '../ui/Field.tsx'

/** The digits of whatever was typed or pasted; null until there are six. */
export function codeIn(typed: string): string | null {
  const digits = typed.replace(/\D/g, '')
  return digits.length === 6 ? digits : null
}

export function CodeField({ value, onChange, error, onComplete }: { readonly value: string; readonly onChange: (typed: string) => void; readonly error?: string | null; readonly onComplete?: (code: string) => void }): ReactNode {
  const change = (typed: string) => {
    const kept = typed.replace(/[^\d ]/g, '').slice(0, 9)
    onChange(kept)
    const code = codeIn(kept)
    if (code && !codeIn(value)) onComplete?.(code)
  }
  return (
    <Field label={m.shared_code()} hint={m.shared_code_hint()} error={error ?? null}>
      {(parts) => <input {...parts} className="input code-input" inputMode="numeric" autoComplete="one-time-code" required value={value} onChange={(event) => change(event.target.value)} />}
    </Field>
  )
}
