/** One line of the history: when, what, by whom for whom, and its seal on the chain. */
import type { EventView } from '@draagvlak/api/event'
import { m } from '@draagvlak/messages/m'
import type { ReactNode } from 'react'
import { timeOf } from '../ui/dates.ts'
import { keyOfEvent, sealOf, statedWords, type Entry } from './entries.ts'

export function EventLine({ entry, zone }: { readonly entry: Entry; readonly zone: string }): ReactNode {
  const { event, told } = entry
  return (
    <li className={told.big ? 'event big' : 'event'}>
      <time className="quiet figures" dateTime={event.at}>{timeOf(event.at, { zone })}</time>
      <div className="what">
        <p>{told.state ? <span className={`swatch ${told.state}`} aria-hidden="true" /> : null}<strong>{told.lead}</strong> {told.text}{told.quote ? <> <q className="said">{m.team_quoted({ text: told.quote })}</q></> : null}</p>
        <p className="by">{[byWords(event, told.lead), ...statedWords(entry)].join('; ')}</p>
        {event.intact ? null : <p className="broken">{m.team_verloop_broken_here()}</p>}
      </div>
      <span className="seals">{[event, ...entry.with].map((one) => <Seal key={keyOfEvent(one)} event={one} />)}</span>
    </li>
  )
}

/** The first four of the fingerprint; all of it on asking. */
export function Seal({ event }: { readonly event: EventView }): ReactNode {
  // A partner and a dossier have chains of their own: their seals are no link of this one.
  const elsewhere = !event.stream.startsWith('statement/')
  return <span className={elsewhere ? 'seal elsewhere' : 'seal'} title={elsewhere ? `${m.team_verloop_seal_elsewhere()}: ${event.hash}` : event.hash}><span className="aloud">{elsewhere ? m.team_verloop_seal_elsewhere() : m.team_verloop_seal()} </span>{sealOf(event)}</span>
}

const VIA: Readonly<Record<string, () => string>> = { link: m.team_verloop_via_link, token: m.team_verloop_via_token, telephone: m.team_verloop_via_telephone, system: m.team_verloop_via_system }
/** @param lead who acts, where the sentence says so already. */
export function byWords({ person, organisation, via }: EventView, lead: string): string {
  const who = person ? [person.name, person.function].filter((part) => part !== '').join(', ') : null
  const how = VIA[via]?.() ?? null
  return [[who, organisation && organisation.name !== lead ? m.team_verloop_for({ organisation: organisation.name }) : null].filter((part) => part !== null).join(', '), how].filter(Boolean).join('; ')
}
