/** The controls of these pages: large enough for a thumb, each with an id so that what is missing can be gone to. */
import type { ReactNode } from 'react'

interface RadioProps { readonly name: string; readonly id: string; readonly checked: boolean; readonly onChoose: () => void; readonly label: ReactNode; readonly hint?: ReactNode }

/** The hint is pressed with the label, but said after the name, not as part of it. */
const namedBy = (id: string, hint: ReactNode) => ({ 'aria-labelledby': `${id}-name`, 'aria-describedby': hint ? `${id}-hint` : undefined })

/** A choice that matters: a frame of its own; what it asks further unfolds inside it. */
export function BigChoice({ name, id, checked, onChoose, label, hint, children }: RadioProps & { readonly children?: ReactNode }): ReactNode {
  return (
    <div className={checked ? 'big-choice chosen' : 'big-choice'}>
      <label><input type="radio" name={name} id={id} checked={checked} onChange={onChoose} {...namedBy(id, hint)} /><span><strong id={`${id}-name`}>{label}</strong>{hint ? <span className="quiet" id={`${id}-hint`}>{hint}</span> : null}</span></label>
      {checked && children ? <div className="big-choice-more">{children}</div> : null}
    </div>
  )
}

export function SmallChoice({ name, id, checked, onChoose, label, hint, disabled }: RadioProps & { readonly disabled?: boolean }): ReactNode {
  return (
    <label className="small-choice"><input type="radio" name={name} id={id} checked={checked} disabled={disabled} onChange={onChoose} {...namedBy(id, hint)} /><span><span id={`${id}-name`}>{label}</span>{hint ? <span className="quiet small" id={`${id}-hint`}>{hint}</span> : null}</span></label>
  )
}

export function Tick({ id, checked, onChange, label, hint }: { readonly id: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly label: ReactNode; readonly hint?: ReactNode }): ReactNode {
  return (
    <label className="small-choice"><input type="checkbox" id={id} checked={checked} onChange={(event) => onChange(event.target.checked)} {...namedBy(id, hint)} /><span><span id={`${id}-name`}>{label}</span>{hint ? <span className="quiet small" id={`${id}-hint`}>{hint}</span> : null}</span></label>
  )
}

interface LineProps { readonly id: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly value: string; readonly onChange: (value: string) => void; readonly type?: 'text' | 'date' | 'email'; readonly min?: string; readonly maxLength?: number; readonly autoComplete?: string; readonly rows?: number }
/** One field; `rows` makes it a text of several lines. */
export function Line({ id, label, hint, value, onChange, rows, type = 'text', ...rest }: LineProps): ReactNode {
  const shared = { id, 'className': 'input', value, 'onChange': (event: { target: { value: string } }) => onChange(event.target.value), 'aria-describedby': hint ? `${id}-hint` : undefined, ...rest }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {hint ? <p className="field-hint" id={`${id}-hint`}>{hint}</p> : null}
      {rows ? <textarea rows={rows} {...shared} /> : <input type={type} {...shared} />}
    </div>
  )
}

export function Choices({ legend, children, aloudOnly }: { readonly legend: ReactNode; readonly children: ReactNode; readonly aloudOnly?: boolean }): ReactNode {
  return <fieldset className="choices"><legend className={aloudOnly ? 'aloud' : 'field-label'}>{legend}</legend>{children}</fieldset>
}

/** The one primary act of a step, at the foot of it. What is missing is said above it, and pressing goes there. */
export interface ActProps { /** Stays in sight while a long text scrolls by. */ readonly afloat?: boolean; readonly label: string; readonly busy?: string | false; readonly missing?: { readonly field: string; readonly because: string } | null; readonly onAct: () => void; readonly back?: { readonly label: string; readonly onBack: () => void } }
export function Act({ afloat, label, busy, missing, onAct, back }: ActProps): ReactNode {
  const press = () => {
    if (busy) return
    if (!missing) { onAct(); return }
    const field = document.getElementById(missing.field)
    field?.closest('details')?.setAttribute('open', '')
    field?.focus()
  }
  return (
    <div className={afloat ? 'act afloat' : 'act'}>
      {missing ? <p className="act-because" id="act-because">{missing.because}</p> : null}
      <button type="button" className="button primary" aria-disabled={Boolean(missing) || Boolean(busy) || undefined} aria-describedby={missing ? 'act-because' : undefined} onClick={press}>{busy || label}</button>
      {back ? <button type="button" className="word-button" onClick={back.onBack}>{back.label}</button> : null}
    </div>
  )
}
