/** The answer of an earlier round, to take over: it stands in the form again, and nothing of it counts before it was confirmed (S2). */
import { m } from '@draagvlak/messages/m'
import { useEffect, useRef, type ReactNode } from 'react'
import { dayWithoutWeekday } from '../ui/dates.ts'
import { CodeLine } from './CodeLine.tsx'
import type { Door } from './door.ts'
import { takenOver } from './draft.ts'
import { Note } from './Note.tsx'
import type { Session } from './session.ts'
import { todayThere } from './today.ts'

const ANSWERS = { agreed: m.sign_agreed, reserved: m.sign_reserved, declined: m.sign_declined } as const

export function EarlierAnswer({ session, door }: { readonly session: Session; readonly door: Door }): ReactNode {
  const { view, draft, change } = session
  const { earlier, known, comparedWith, dates, passages } = view
  // What was answered comes after the code (M5a); once a choice is made, the code has its place below.
  const asksCode = !known && comparedWith === 'earlier-round' && draft.choice === null
  const typedHere = useRef(false)
  const next = useRef<HTMLParagraphElement>(null)
  // The field is gone; who typed goes on from what came in its place.
  useEffect(() => {
    if (known && typedHere.current) next.current?.focus()
    typedHere.current = asksCode
  }, [asksCode, known])
  if (!known) {
    return asksCode ? <><Note title={m.sign_earlier_asked()}><p>{m.sign_earlier_after_code()}</p></Note><CodeLine session={session} door={door} /></> : null
  }
  if (view.answer !== null) return null
  if (earlier === null) return comparedWith === null ? null : <p ref={next} tabIndex={-1} className="quiet">{m.sign_earlier_none()}</p>
  const said = m.sign_earlier({ answer: ANSWERS[earlier.answer](), number: earlier.number, date: dayWithoutWeekday(earlier.at, { zone: dates.zone }) })
  const words = earlier.reservations.flatMap((one) => [one.body, one.text, ...one.conditions.map((each) => each.text)]).filter(Boolean)
  // The form holds one reservation: more than that is written anew.
  const whole = earlier.reservations.length < 2
  return (
    <Note title={said}>
      {words.length > 0 ? <p className="own-words">‘{words.join('; ')}’</p> : null}
      <p ref={next} tabIndex={-1}>{whole ? m.sign_earlier_what() : m.sign_earlier_several()}</p>
      {whole ? <p><button type="button" className="button" onClick={() => change(takenOver(earlier, { passages, today: todayThere(dates.zone) }))}>{m.sign_earlier_take()}</button></p> : null}
    </Note>
  )
}
