/** Fields: a label that stays, a hint under it, an error that says what to do. */
import { TriangleAlert } from 'lucide-react'
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import './Field.css'

export interface FieldWords {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null | undefined
}
export interface FieldParts { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }

/** The frame around any one control: give what it hands you to the control. */
export function Field({ label, hint, error, children }: FieldWords & { readonly children: (parts: FieldParts) => ReactNode }): ReactNode {
  const id = useId()
  const told = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': told || undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? <p className="field-hint" id={`${id}-hint`}>{hint}</p> : null}
      {error ? <p className="field-error" id={`${id}-error`}><TriangleAlert className="icon" aria-hidden="true" />{error}</p> : null}
    </div>
  )
}

export type TextFieldProps = FieldWords & Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'className'> & { readonly value: string; readonly onChange: (value: string) => void; readonly short?: boolean }
export function TextField({ label, hint, error, value, onChange, short, ...rest }: TextFieldProps): ReactNode {
  return <Field label={label} hint={hint} error={error}>{(parts) => <input {...rest} {...parts} className={short ? 'input short' : 'input'} value={value} onChange={(event) => onChange(event.target.value)} />}</Field>
}

export type TextAreaFieldProps = FieldWords & Omit<ComponentPropsWithRef<'textarea'>, 'onChange' | 'value' | 'className'> & { readonly value: string; readonly onChange: (value: string) => void }
export function TextAreaField({ label, hint, error, value, onChange, ...rest }: TextAreaFieldProps): ReactNode {
  return <Field label={label} hint={hint} error={error}>{(parts) => <textarea {...rest} {...parts} className="input" value={value} onChange={(event) => onChange(event.target.value)} />}</Field>
}

export interface Choice<V extends string> { readonly value: V; readonly label: string; readonly hint?: ReactNode }
export interface SelectFieldProps<V extends string> extends FieldWords { readonly value: V; readonly choices: readonly Choice<V>[]; readonly onChange: (value: V) => void; readonly required?: boolean }
export function SelectField<V extends string>({ label, hint, error, value, choices, onChange, required }: SelectFieldProps<V>): ReactNode {
  return (
    <Field label={label} hint={hint} error={error}>
      {(parts) => (
        <select {...parts} className="input" required={required} value={value} onChange={(event) => onChange(event.target.value as V)}>
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
      )}
    </Field>
  )
}

export interface CheckFieldProps { readonly label: ReactNode; readonly hint?: ReactNode; readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly required?: boolean }
export function CheckField({ label, hint, checked, onChange, required }: CheckFieldProps): ReactNode {
  const id = useId()
  return (
    <label className="check">
      <input type="checkbox" checked={checked} required={required} aria-describedby={hint ? id : undefined} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
      {hint ? <span className="field-hint" id={id}>{hint}</span> : null}
    </label>
  )
}

export interface RadioCardsProps<V extends string> { readonly label: ReactNode; readonly hint?: ReactNode; readonly value: V | null; readonly choices: readonly Choice<V>[]; readonly onChange: (value: V) => void }
export function RadioCards<V extends string>({ label, hint, value, choices, onChange }: RadioCardsProps<V>): ReactNode {
  const name = useId()
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {hint ? <p className="field-hint">{hint}</p> : null}
      <div className="cards">
        {choices.map((choice) => (
          <label className="card-choice" key={choice.value}>
            <input type="radio" name={name} value={choice.value} checked={value === choice.value} aria-describedby={choice.hint ? `${name}-${choice.value}` : undefined} onChange={() => onChange(choice.value)} />
            <span className="strong">{choice.label}</span>
            {choice.hint ? <span className="field-hint" id={`${name}-${choice.value}`}>{choice.hint}</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
