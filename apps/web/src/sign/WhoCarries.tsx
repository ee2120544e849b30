/** Above the text: how to read the beams; before the code one quiet line instead, where the code can be typed over without leaving the text. */
import { m } from '@draagvlak/messages/m'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Legend } from '../ui/Beam.tsx'
import { CodeLine } from './CodeLine.tsx'
import type { Door } from './door.ts'
import type { Session } from './session.ts'

export function WhoCarries({ session, door }: { readonly session: Session; readonly door: Door }): ReactNode {
  const { carriers, beams } = session.view
  const [asking, setAsking] = useState(false)
  const explained = useRef<HTMLParagraphElement>(null)
  const code = useRef<HTMLDivElement>(null)
  // Who pressed goes on at the code; who typed it over goes on at what came in its place.
  useEffect(() => { if (asking) (carriers === 'shown' ? explained.current : code.current?.querySelector<HTMLElement>('#code'))?.focus() }, [asking, carriers])

  if (carriers === 'withheld') return null
  if (carriers === 'shown') return beams.some((beam) => beam.segments.length > 0) ? <div className="how"><p ref={explained} tabIndex={-1}>{m.sign_beam_explained()}</p><Legend /></div> : null
  return (
    <div className="how who-carries">
      <p>{m.sign_carriers_after()} {asking ? null : <button type="button" className="word-button" onClick={() => setAsking(true)}>{m.sign_carriers_ask()}</button>}</p>
      {asking ? <div ref={code}><CodeLine session={session} door={door} /></div> : null}
    </div>
  )
}
