/** The events as a reader takes them in: an answer together with the two statements that were recorded with it, by day. */
import type { EventView } from '@draagvlak/api/event'
import { m } from '@draagvlak/messages/m'
import { dayThere } from '../ui/dates.ts'
import { tell, type Matter, type Told } from './sentences.ts'

export interface Entry {
  /** The event that is told; the others were recorded with it. */
  readonly event: EventView
  readonly told: Told
  /** Newest first: what else carries a seal in this line. */
  readonly with: readonly EventView[]
}
export interface NamesOf { readonly organisations: ReadonlyMap<string, string>; readonly persons: ReadonlyMap<string, string>; readonly versions: ReadonlyMap<string, number>; readonly zone: string }

const STATED = { 'version-read': m.team_verloop_stated_read, 'authority-stated': m.team_verloop_stated_may } as const satisfies Record<string, unknown>
const isStated = (type: string): type is keyof typeof STATED => type in STATED
const ACTS = new Set(['answer-given', 'answer-ratified', 'telephone-answer-confirmed', 'conditions-confirmed'])

/** Revisions count per stream. */
export const keyOfEvent = ({ stream, revision }: EventView): string => `${stream}/${revision}`

/** @param events newest first. */
export function entriesOf(events: readonly EventView[], names: NamesOf): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at]!
    const stated: EventView[] = []
    while (ACTS.has(event.type) && isStatementWith(event, events[at + 1])) {
      at += 1
      stated.push(events[at]!)
    }
    entries.push({ event, told: toldOf(event, names), with: stated })
  }
  return entries
}

/** The two statements of an act are recorded in the same moment, right before it. */
const isStatementWith = (event: EventView, before: EventView | undefined): boolean =>
  before !== undefined && isStated(before.type) && before.at === event.at && before.stream === event.stream && before.organisation?.id === event.organisation?.id

/** The first four of a fingerprint say which seal is meant. */
export const sealOf = ({ hash }: Pick<EventView, 'hash'>): string => hash.slice(0, 4)
/** What else was stated with an answer, each with the seal that stands for it. */
export const statedWords = (entry: Pick<Entry, 'with'>): readonly string[] => entry.with.flatMap((one) => (isStated(one.type) ? [STATED[one.type]({ seal: sealOf(one) })] : []))

function toldOf(event: EventView, { organisations, persons, versions, zone }: NamesOf): Told {
  const by = event.organisation?.name ?? m.team_verloop_somebody()
  const withheld: Told = { lead: by, text: m.team_verloop_withheld(), matter: matterOf(event.type) }
  if (event.data === null) return withheld
  return tell(event.type, event.data, {
    by, zone, organisation: (id) => organisations.get(id) ?? m.team_verloop_an_organisation(), person: (id) => persons.get(id) ?? m.team_verloop_somebody(), version: (hash) => String(versions.get(hash) ?? '?'),
  }) ?? withheld
}
const matterOf = (type: string): Matter => (/^(answer|reservation|refusal|version-read|authority|question|not-authorised)/.test(type) ? 'answers' : 'rest')

export interface DayGroup { readonly day: string; readonly entries: readonly Entry[] }
export function byDay(entries: readonly Entry[], zone: string): DayGroup[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = dayThere(entry.event.at, zone)
    groups.set(day, [...groups.get(day) ?? [], entry])
  }
  return [...groups].map(([day, found]) => ({ day, entries: found }))
}
