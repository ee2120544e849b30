/** Verloop: what was decided about a statement, by whom and for whom, each with its seal. */
import * as api from '@draagvlak/api/event'
import { whyNot, type Situation } from '@draagvlak/domain/access'
import { verifyChain, type ChainedEvent } from '@draagvlak/domain/audit'
import type { Viewer } from '@draagvlak/domain/board'
import { streamOf, type Kept, type StatementFact } from '@draagvlak/domain/events'
import { nameOn } from '@draagvlak/domain/organisation'
import { mayKnowWho } from '@draagvlak/domain/related'
import { mayReadData, personsNamedIn } from '@draagvlak/domain/withhold'
import type { Deps } from '../deps.ts'
import { dayOf } from '../directory/views.ts'
import { organisationsOf } from '../dossier/coalition.ts'
import type { On } from '../http/route.ts'
import type { Caller } from '../people/caller.ts'
import { personsById } from '../people/persons.ts'
import { HASHING } from '../store/chain.ts'
import { bundleOf } from './bundle.ts'
import { chainOf } from './chain-rows.ts'
import { relatedEvents } from './related-events.ts'

const PAGE = 200
type EventData = api.EventView['data']

export const viewerOf = (caller: Caller, situation: Situation): Viewer => ({ organisationId: caller.who.organisationId, secretariat: whyNot('see-secretariat-reservations', caller.who, situation) === null })

export function eventRoutes(on: On, deps: Deps): void {
  on(api.listEvents, async ({ situation, caller, query, now }) => {
    const statement = situation.statement!
    const viewer = viewerOf(caller, situation)
    const rows = await deps.connection.db.selectFrom('events').selectAll().where('stream', '=', streamOf.statement(statement.id)).orderBy('revision').execute()
    const chain = chainOf(rows)
    const findings = verifyChain(chain, HASHING)
    const broken = new Set(findings.map((finding) => finding.revision))
    const shownRows = chain.filter((event) => query.before === undefined || event.revision < query.before).slice(-PAGE).reverse()
    const last = shownRows.length === PAGE && shownRows.at(-1)!.revision > 1 ? shownRows.at(-1)! : null
    // What happened elsewhere stands on the page of its moment.
    const after = query.before === undefined ? undefined : chain.find((event) => event.revision === query.before)?.at
    const related = (await relatedEvents(deps, statement, situation.dossier!)).filter(({ event }) => (last === null || event.at > last.at) && (after === undefined || event.at <= after))
    const organisations = await organisationsOf(deps.events, situation.dossier!)
    const nameOf = new Map(organisations.map((one) => [one.id, nameOn(one, dayOf(now))]))
    const readable = shownRows.filter((event) => mayReadData(event as Kept<StatementFact>, statement, viewer, now))
    const known = related.filter(({ event }) => mayKnowWho(event.by.organisationId, viewer)).map(({ event }) => event)
    // Who prepared what stays inside: where the content is withheld, its author and whom it names are too (P1).
    const persons = await personsById(deps.connection.db, [...readable, ...known].flatMap((event) => (event.by.personId ? [event.by.personId] : [])).concat(readable.flatMap((event) => personsNamedIn(event as Kept<StatementFact>, viewer))))
    const view = (event: ChainedEvent, data: EventData, intact: boolean, named: boolean): api.EventView => {
      const person = named && event.by.personId ? persons.get(event.by.personId) : undefined
      const organisation = event.by.organisationId ? { id: event.by.organisationId, name: nameOf.get(event.by.organisationId) ?? '' } : null
      return { stream: event.stream, revision: event.revision, type: event.type, at: event.at, hash: event.hash, previous: event.previous, via: event.by.via, organisation, person: person ? { name: person.name, function: person.function } : null, data, intact }
    }
    const read = new Set(readable)
    const items = [
      ...shownRows.map((event) => view(event, read.has(event) ? event.data as EventData : null, !broken.has(event.revision), read.has(event))),
      ...related.map(({ event, fact, intact }) => view(event, { ...fact.data }, intact, known.includes(event))),
    ]
    return {
      items: items.toSorted((a, b) => b.at.localeCompare(a.at)), next: last === null ? null : String(last.revision), unbroken: findings.length === 0, count: chain.length,
      organisations: [...nameOf].map(([id, name]) => ({ id, name })), persons: [...persons.values()].map(({ id, name }) => ({ id, name })),
    }
  })
  on(api.downloadBundle, async ({ situation, caller }) => ({
    bytes: await bundleOf(deps, situation.statement!, viewerOf(caller, situation)),
    headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${situation.statement!.slug}.zip"`, 'cache-control': 'no-store' },
  }))
}
