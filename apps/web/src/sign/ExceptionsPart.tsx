/** Another answer at a single passage: folded away, since most answers hold for the whole text. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import type { PartProps } from './AnswerStep.tsx'
import { nameOfPassage } from './changes.ts'

export function ExceptionsPart({ draft, change, view }: PartProps): ReactNode {
  const { exceptions } = draft
  const count = Object.keys(exceptions).length
  const set = (id: string, to: string) => {
    const { [id]: _, ...rest } = exceptions
    change({ exceptions: to === 'reserved' || to === 'declined' ? { ...rest, [id]: to } : rest })
  }
  return (
    <details className="tucked">
      <summary>{m.sign_exceptions()}{count > 0 ? ` (${m.sign_exceptions_count({ count })})` : ''}</summary>
      <p className="quiet">{m.sign_exceptions_what()}</p>
      <ul className="exceptions">
        {view.passages.map(({ id }) => (
          <li key={id}>
            <label htmlFor={`exception-${id}`} lang={view.statement.language}>{nameOfPassage(view.passages, id)}</label>
            <select className="input" id={`exception-${id}`} value={exceptions[id] ?? ''} onChange={(event) => set(id, event.target.value)}>
              <option value="">{m.sign_exception_carries()}</option><option value="reserved">{m.sign_exception_reserved()}</option><option value="declined">{m.sign_exception_declined()}</option>
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}
