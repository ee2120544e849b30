/** The dates of a round: the one asked for, the closing, and the recipient's own. */
import { REMINDERS } from '@draagvlak/domain/reminders'
import { whyNotDates } from '@draagvlak/domain/round'
import { m } from '@draagvlak/messages/m'
import { sayWhy } from '@draagvlak/messages/refusals'
import { useId, type ReactNode } from 'react'
import type { Round } from './rules.ts'
import { dayAndTime, timeOf } from '../ui/dates.ts'
import { momentOf, typedOf, type TypedMoment } from './moments.ts'

export interface TypedDates { readonly answerBy: TypedMoment; readonly closesAt: TypedMoment; readonly recipientAt: TypedMoment; readonly zone: string }
type Dates = Round['dates']

export const typedDates = (dates: Dates): TypedDates => ({ zone: dates.zone, answerBy: typedOf(dates.answerBy, dates.zone), closesAt: typedOf(dates.closesAt, dates.zone), recipientAt: typedOf(dates.recipientAt, dates.zone) })

/** The dates as moments, or why they can't be. */
export function datesOf(typed: TypedDates, now: string): { readonly dates: Dates } | { readonly because: string } {
  const answerBy = momentOf(typed.answerBy, typed.zone)
  const closesAt = momentOf(typed.closesAt, typed.zone)
  if (!answerBy || !closesAt) return { because: m.team_round_need_dates() }
  const dates = { answerBy, closesAt, recipientAt: momentOf(typed.recipientAt, typed.zone), zone: typed.zone }
  const because = whyNotDates(dates, now)
  return because ? { because: sayWhy(because) } : { dates }
}

/** A time of day as its reader writes it. */
const clock = (time: string): string => timeOf(`2026-01-01T${time}:00.000Z`, { zone: 'UTC' })

export interface DatesFieldsProps { readonly value: TypedDates; readonly onChange: (dates: TypedDates) => void }
export function DatesFields({ value, onChange }: DatesFieldsProps): ReactNode {
  return (
    <div className="stack">
      <MomentField label={m.team_round_answer_by()} hint={m.team_round_answer_by_hint()} value={value.answerBy} zone={value.zone} onChange={(answerBy) => onChange({ ...value, answerBy })} />
      <MomentField label={m.team_round_closes_at()} hint={m.team_round_closes_at_hint()} value={value.closesAt} zone={value.zone} onChange={(closesAt) => onChange({ ...value, closesAt })} />
      <MomentField label={m.team_round_recipient_at()} hint={m.team_round_recipient_at_hint()} value={value.recipientAt} zone={value.zone} onChange={(recipientAt) => onChange({ ...value, recipientAt })} />
      <p className="field-hint">{m.team_round_reminders_go({ count: REMINDERS.most, from: clock(REMINDERS.from), until: clock(REMINDERS.until) })}</p>
    </div>
  )
}

interface MomentFieldProps { readonly label: string; readonly hint: string; readonly value: TypedMoment; readonly zone: string; readonly onChange: (moment: TypedMoment) => void }
/** Also used for an embargo. */
export function MomentField({ label, hint, value, zone, onChange }: MomentFieldProps): ReactNode {
  const id = useId()
  const moment = momentOf(value, zone)
  return (
    <fieldset className="field moment">
      <legend className="field-label">{label}</legend>
      <div className="moment-parts">
        <input className="input" type="date" aria-label={m.team_round_day_of({ what: label })} aria-describedby={`${id}-hint`} value={value.day} onChange={(event) => onChange({ ...value, day: event.target.value })} />
        <input className="input" type="time" aria-label={m.team_round_time_of({ what: label })} aria-describedby={`${id}-hint`} value={value.time} onChange={(event) => onChange({ ...value, time: event.target.value })} />
      </div>
      <p className="field-hint" id={`${id}-hint`}>{moment ? `${dayAndTime(moment, { zone })}. ` : ''}{hint}</p>
    </fieldset>
  )
}
