/** First on the board for a partner: its own answer, and what is asked of it now. */
import { confirmConditions, confirmTelephone, markMistake, ratify, setNameInPrint, withdrawAnswer } from '@draagvlak/api/sign-off'
import type { Board, BoardRow } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import { m } from '@draagvlak/messages/m'
import { useState, type ReactNode } from 'react'
import { useAct } from '../api.ts'
import { useActingFor } from '../me.ts'
import { StateSwatch } from '../ui/Beam.tsx'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { dayAndTime, shortDay } from '../ui/dates.ts'
import { Menu } from '../ui/Menu.tsx'
import { OrganisationMark } from '../ui/Mark.tsx'
import { Trouble } from '../ui/Notice.tsx'
import { ConsentDialog } from './ConsentDialog.tsx'
import { lateWords } from './late-words.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { answerWords, logoLine, swatchOf } from './row-words.ts'
import { StatementsDialog } from './StatementsDialog.tsx'

type Open = 'withdraw' | 'mistake' | 'ratify' | 'telephone' | 'logo' | null
export interface OwnAnswerProps { readonly statement: StatementFull; readonly board: Board; readonly now: string }

export function OwnAnswer(props: OwnAnswerProps): ReactNode {
  const organisation = useActingFor()
  const row = props.board.rows.find((one) => one.organisation.id === organisation?.id)
  return row ? <OwnRow {...props} row={row} /> : null
}

const awaitsAnswer = (row: BoardRow): boolean =>
  row.state === 'asked' || row.state === 'withdrawn' || row.group === 'reconfirm' || row.state === 'under-consideration' || (row.state === 'provisional' && row.answerId === null)
/** Conditions that the secretariat ticked off and that wait for the partner. */
const metConditions = (row: BoardRow): BoardRow['reservations'][number] | undefined =>
  row.reservations.find((one) => one.kind === 'no-unless' && !one.confirmed && one.conditions.length > 0 && one.conditions.every(({ met }) => met))
/** Whether anything is asked of this partner now. */
export const isAsked = (row: BoardRow): boolean => awaitsAnswer(row) || row.state === 'provisional' || metConditions(row) !== undefined

function OwnRow({ statement, row, now }: OwnAnswerProps & { readonly row: BoardRow }): ReactNode {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const params = { statementId: statement.id }
  const withdraw = useAct(withdrawAnswer, { onDone: close })
  const mistake = useAct(markMistake, { onDone: close })
  const confirm = useAct(confirmTelephone, { onDone: close })
  const ratifying = useAct(ratify, { onDone: close })
  const conditions = useAct(confirmConditions)
  const print = useAct(setNameInPrint)
  const { organisation } = row
  const { may } = statement
  const answered = row.answerId !== null && ['agreed', 'reserved', 'declined', 'provisional'].includes(row.state)
  const toConfirm = metConditions(row)
  const asks = awaitsAnswer(row)
  const menu = [
    ...(may.includes('withdraw-answer') && answered && row.state !== 'declined' ? [{ id: 'withdraw', label: m.team_own_withdraw(), second: m.team_own_withdraw_second(), onAction: () => setOpen('withdraw') }] : []),
    ...(may.includes('mistake') && answered ? [{ id: 'mistake', label: m.team_own_mistake(), second: m.team_own_mistake_second(), onAction: () => setOpen('mistake') }] : []),
    ...(may.includes('set-name-in-print') && row.group !== 'not-asked' ? [{ id: 'print', label: m.team_own_name_yes(), onAction: () => print.mutate({ params, body: { allowed: true } }) }, { id: 'print-no', label: m.team_own_name_no(), onAction: () => print.mutate({ params, body: { allowed: false } }) }] : []),
  ]
  const answerWord = asks ? m.team_own_answer() : m.team_own_change()
  // There is one primary act on a screen: for who leads the round it is about the round.
  const leads = ['close-round', 'adopt', 'publish'].some((act) => may.includes(act))
  const look = leads ? 'plain' : 'primary'
  return (
    <section className="own-answer" aria-labelledby="own-answer">
      <h2 className="own-head" id="own-answer"><OrganisationMark organisation={organisation} /><span>{m.team_own_title({ organisation: organisation.name })}</span></h2>
      <p><StateSwatch state={swatchOf(row)}>{answerWords(row)}{row.at ? <span className="quiet"> {shortDay(row.at, { zone: statement.dossier.zone })}{row.person ? `, ${row.person.name}` : ''}</span> : null}</StateSwatch></p>
      <p className="prose">{whatNow(statement, row, now)}</p>
      <div className="row" data-screen-only>
        {row.waitsFor?.what === 'telephone-confirmation' && may.includes('confirm-telephone') ? <Button look={look} onClick={() => setOpen('telephone')}>{m.team_own_confirm_telephone()}</Button> : null}
        {row.waitsFor?.what === 'ratification' && may.includes('ratify') && row.answerId ? <Button look={look} onClick={() => setOpen('ratify')}>{m.team_own_ratify()}</Button> : null}
        {toConfirm && may.includes('confirm-conditions') ? <Button look={look} busy={conditions.isPending && m.shared_busy()} onClick={() => conditions.mutate({ params: { ...params, answerId: row.answerId! }, body: { reservationId: toConfirm.id } })}>{m.team_own_confirm_conditions()}</Button> : null}
        {row.group !== 'not-asked' && (may.includes('answer') || may.includes('prepare-answer')) ? <ButtonLink look={asks && may.includes('answer') ? look : 'plain'} to="/teksten/$statementId/antwoord" params={params}>{may.includes('answer') ? answerWord : m.team_own_prepare()}</ButtonLink> : null}
        {may.includes('give-consent') && row.state !== 'declined' && row.state !== 'not-asked' ? <Button onClick={() => setOpen('logo')}>{m.team_own_logo()}</Button> : null}
        {menu.length > 0 ? <Menu label={m.team_own_more()} entries={menu} /> : null}
      </div>
      {logoLine(row) ? <p className="small quiet">{logoLine(row)}</p> : null}
      <Trouble error={conditions.error ?? print.error} />
      {open === 'withdraw' ? <ReasonDialog title={m.team_own_withdraw()} what={m.team_own_withdraw_what()} go={m.team_own_withdraw()} must={false} danger act={withdraw} onClose={close} onGo={(reason) => withdraw.mutate({ params, body: { reason: reason || null } })} /> : null}
      {open === 'mistake' ? <ReasonDialog title={m.team_own_mistake()} what={m.team_own_mistake_what()} go={m.team_own_mistake_go()} must={false} danger act={mistake} onClose={close} onGo={(reason) => mistake.mutate({ params, body: { reason: reason || null } })} /> : null}
      {open === 'telephone' && row.answerId ? <StatementsDialog title={m.team_own_confirm_telephone()} what={m.team_own_confirm_telephone_what()} organisation={organisation.name} act={confirm} onClose={close} onGo={() => confirm.mutate({ params: { ...params, answerId: row.answerId! }, body: { haveRead: true, mayAnswer: true } })} /> : null}
      {open === 'ratify' && row.answerId ? <StatementsDialog title={m.team_own_ratify()} what={m.team_own_ratify_what()} organisation={organisation.name} act={ratifying} onClose={close} onGo={() => ratifying.mutate({ params: { ...params, answerId: row.answerId! }, body: { haveRead: true, mayAnswer: true } })} /> : null}
      {open === 'logo' ? <ConsentDialog statement={statement} organisationId={organisation.id} onClose={close} /> : null}
    </section>
  )
}

function whatNow({ round, may, dossier }: StatementFull, row: BoardRow, now: string): string {
  const closing = round ? dayAndTime(round.dates.closesAt, { zone: dossier.zone }) : ''
  if (row.group === 'not-asked') return m.team_own_not_asked()
  if (row.dividedInside) return m.team_own_divided()
  if (row.state === 'asked' && row.discussUntil) return m.team_own_discussing({ day: shortDay(row.discussUntil, { zone: dossier.zone }) })
  if (row.state === 'asked') return (round && lateWords(round, now)?.what) ?? (may.includes('answer') ? m.team_own_asked({ moment: round ? dayAndTime(round.dates.answerBy, { zone: dossier.zone }) : '' }) : m.team_own_asked_other())
  if (row.waitsFor?.what === 'telephone-confirmation') return m.team_own_telephone()
  if (row.state === 'provisional' || row.state === 'under-consideration') return m.team_own_provisional()
  if (row.group === 'reconfirm') return m.team_own_reconfirm()
  if (row.state === 'reserved' && row.reservations.some(({ kind, confirmed }) => kind === 'no-unless' && !confirmed)) return m.team_own_conditions()
  if (row.state === 'declined') return m.team_own_declined({ moment: closing })
  if (row.state === 'withdrawn') return m.team_own_withdrawn()
  return m.team_own_stands()
}
