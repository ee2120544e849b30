/** Another answer at a single passage, and passages without which the answer would not stand: folded away. */
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { passageName } from '../statement/passage-names.ts'
import { useFrozen } from './frozen-passages.ts'
import type { DraftFieldsProps } from './ReservationFields.tsx'

export function ExceptionFields({ statement, draft, change }: DraftFieldsProps): ReactNode {
  const { passages } = useFrozen(statement, statement.round?.version ?? null)
  const count = Object.keys(draft.exceptions).length
  const set = (id: string, to: string) => {
    const { [id]: _, ...rest } = draft.exceptions
    change({ exceptions: to === 'reserved' || to === 'declined' ? { ...rest, [id]: to } : rest })
  }
  return (
    <details className="tucked">
      <summary>{m.team_answer_exceptions()}{count > 0 ? ` (${count})` : ''}</summary>
      <p className="field-hint">{m.team_answer_exceptions_what()}</p>
      <ul className="exceptions">
        {passages.map((passage, index) => (
          <li key={passage.id}>
            <label htmlFor={`exception-${passage.id}`} lang={statement.language}>{index + 1}. {passageName(passage)}</label>
            <select className="input" id={`exception-${passage.id}`} value={draft.exceptions[passage.id] ?? ''} onChange={(event) => set(passage.id, event.target.value)}>
              <option value="">{m.team_answer_exception_none()}</option><option value="reserved">{m.team_answer_exception_reserved()}</option><option value="declined">{m.team_answer_exception_declined()}</option>
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}
