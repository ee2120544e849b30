/** [P1] What colleagues put ready, for who decides: each to be taken over into the form, where it still has to be stated and sent. */
import { listPrepared, type Prepared } from '@draagvlak/api/sign-off'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { Lock } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useAsk } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { shortDayAndTime } from '../ui/dates.ts'
import { Trouble } from '../ui/Notice.tsx'

const ANSWER = { agreed: m.team_answer_agreed, reserved: m.team_answer_reserved, declined: m.team_answer_declined } as const satisfies Record<Prepared['answer'], () => string>
/** Who prepared it, as far as still known. */
export const preparedBy = ({ by }: Prepared): string => (by ? [by.name, by.function].filter((part) => part !== '').join(', ') : m.team_prepared_somebody())

export interface PreparedAnswersProps { readonly statement: StatementFull; readonly organisation: string; readonly taken: string | null; readonly onTake: (prepared: Prepared) => void }

export function PreparedAnswers({ statement, organisation, taken, onTake }: PreparedAnswersProps): ReactNode {
  const title = useId()
  const list = useAsk(listPrepared, { params: { statementId: statement.id } }, { enabled: statement.may.includes('use-private-layer') })
  const items = list.data?.items ?? []
  if (items.length === 0) return <Trouble error={list.error} />
  return (
    <section className="prepared" aria-labelledby={title}>
      <h2 className="item-title" id={title}>{m.team_prepared_title()}</h2>
      <p className="only-own small"><Lock className="icon" aria-hidden="true" /><span>{m.team_answer_only_own({ organisation })}</span></p>
      <ul className="prepared-list">
        {items.map((one) => (
          <li key={one.preparedId}>
            <p><strong>{ANSWER[one.answer]()}</strong> <span className="quiet">{m.team_prepared_by({ who: preparedBy(one), moment: shortDayAndTime(one.at, { zone: statement.dossier.zone }) })}</span></p>
            {one.note ? <p className="prepared-note">{m.team_quoted({ text: one.note })}</p> : null}
            <p className="row"><Button look="word" aria-label={m.team_prepared_take_of({ who: preparedBy(one) })} onClick={() => onTake(one)}>{m.team_prepared_take()}</Button><span className="small quiet" role="status">{taken === one.preparedId ? m.team_prepared_taken() : ''}</span></p>
          </li>
        ))}
      </ul>
    </section>
  )
}
