/** Who else is in the text now. */
import { m } from '@draagvlak/messages/m'
import type { TextClient } from '@draagvlak/sync/client'
import { useEffect, useState, type ReactNode } from 'react'
import { PersonMark } from '../ui/Mark.tsx'
import { presentPeople, type PresentPerson } from './carets.ts'

const SHOWN = 3

export function usePresent(client: TextClient | null, personId: string): readonly PresentPerson[] {
  const [people, setPeople] = useState<readonly PresentPerson[]>([])
  useEffect(() => {
    if (!client) return setPeople([])
    const look = () => {
      const now = presentPeople(client.awareness, personId)
      setPeople((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    look()
    client.awareness.on('change', look)
    return () => client.awareness.off('change', look)
  }, [client, personId])
  return people
}

export function Present({ people }: { readonly people: readonly PresentPerson[] }): ReactNode {
  if (people.length === 0) return null
  const rest = people.slice(SHOWN)
  const named = (one: PresentPerson): string => `${one.name}, ${one.organisation}`
  return (
    <ul className="present" aria-label={m.team_present()}>
      {people.slice(0, SHOWN).map((one) => <li key={one.id} title={named(one)}><PersonMark name={one.name} hue={one.hue} /><span className="aloud">{named(one)}</span></li>)}
      {rest.length > 0 ? <li className="mark person more" title={rest.map(named).join('\n')}><span aria-hidden="true">+{rest.length}</span><span className="aloud">{rest.map(named).join('; ')}</span></li> : null}
    </ul>
  )
}
