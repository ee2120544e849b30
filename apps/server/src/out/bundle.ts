/** The bundle: everything decided about a statement, as its reader may have it, to check offline with a standard library. */
import type { ChainedEvent, ChainHead } from '@draagvlak/domain/audit'
import type { Viewer } from '@draagvlak/domain/board'
import { streamOf } from '@draagvlak/domain/events'
import { publicEdition, type Statement } from '@draagvlak/domain/statement'
import { mayReadData, personsNamedIn } from '@draagvlak/domain/withhold'
import { zipSync } from 'fflate'
import type { Deps } from '../deps.ts'
import { personsById } from '../people/persons.ts'
import { canonicalJson, sha256 } from '../store/chain.ts'
import { readFile } from '../store/files.ts'
import { chainOf } from './chain-rows.ts'

export interface BundleIndex {
  readonly format: 'draagvlak-bundle'
  readonly version: 1
  readonly statement: { readonly id: string; readonly slug: string; readonly title: string; readonly type: string; readonly language: string }
  /** When the newest event in it was recorded: the same facts give the same bytes, whenever the bundle is asked for. */
  readonly until: string
  readonly heads: readonly ChainHead[]
  /** Events whose data is withheld or was erased, by stream: their hashes are there, so that the chain still checks. */
  readonly withheld: readonly { readonly stream: string; readonly revision: number; readonly type: string }[]
  readonly versions: readonly string[]
  readonly editions: readonly string[]
  readonly files: readonly string[]
  /** SHA-256 of people.json, where there is one. */
  readonly people?: string
  /** SHA-256 of events.jsonl. */
  readonly events: string
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** @param viewer without an organisation: an outsider, who gets what was published (E1). */
export async function bundleOf(deps: Deps, statement: Statement, viewer: Viewer): Promise<Uint8Array> {
  const now = deps.now()
  const outsider = viewer.organisationId === null && !viewer.secretariat
  const all = await eventsFor(deps, statement, viewer, now)
  const events = outsider ? untilPublished(all) : all
  const heads = Object.values(Object.fromEntries(events.map(({ stream, revision, hash }) => [stream, { stream, revision, hash }])))
  const newest = publicEdition(statement, now)?.number ?? 0
  const editions = statement.editions.filter((edition) => !outsider || edition.number <= newest)
  const versions = statement.versions.filter((version) => !outsider || editions.some((edition) => edition.version === version.version)).map((version) => version.version)
  const logos = [...new Set(editions.flatMap((edition) => edition.list.flatMap((line) => line.logo?.file ?? [])))]
  const lines = encode(events.map((event) => canonicalJson(event)).join('\n') + '\n')
  const people = await peopleFor(deps, viewer, events)
  const index: BundleIndex = {
    format: 'draagvlak-bundle', version: 1, until: newestOf(events), heads, events: sha256(lines),
    statement: { id: statement.id, slug: statement.slug, title: outsider ? statement.versions.findLast((version) => versions.includes(version.version))?.title ?? '' : statement.title, type: statement.type, language: statement.language },
    withheld: events.filter((event) => event.salt === null).map(({ stream, revision, type }) => ({ stream, revision, type })),
    versions: [...new Set(versions)], editions: [...new Set(editions.map((edition) => edition.file))], files: logos, ...(people ? { people: sha256(people) } : {}),
  }
  const parts: Record<string, Uint8Array> = { 'bundle.json': encode(`${JSON.stringify(index, null, 2)}\n`), 'events.jsonl': lines, ...(people ? { 'people.json': people } : {}) }
  const add = async (folder: string, hash: string, ending: string) => {
    const file = await readFile(deps.connection.db, hash)
    if (file) parts[`${folder}/${hash}${ending}`] = new Uint8Array(file.bytes)
  }
  for (const hash of index.versions) await add('versions', hash, '.json')
  for (const hash of index.editions) await add('editions', hash, '.json')
  for (const hash of index.files) await add('files', hash, '')
  return zipSync(parts, { mtime: new Date('2026-01-01T00:00:00Z') })
}

const newestOf = (events: readonly ChainedEvent[]): string => events.map((event) => event.at).sort().at(-1) ?? ''

/** [E1] For outsiders the story ends with what was published last: an edition under embargo, its round and its adoption do not exist for them, by their seals neither. */
function untilPublished(events: readonly ChainedEvent[]): readonly ChainedEvent[] {
  const hidden = events.findIndex((event) => event.type === 'edition-published' && event.salt === null)
  const outside = hidden === -1 ? events : events.slice(0, hidden)
  return outside.slice(0, outside.findLastIndex((event) => event.salt !== null) + 1)
}

/**
 * [E2] Who is meant by the ids of one's own people in one's own bundle, provisional answers and preparations included: their names as they
 * are now, and of nobody else. Null where no colleague is named, and for outsiders.
 */
async function peopleFor(deps: Deps, { organisationId }: Viewer, events: readonly ChainedEvent[]): Promise<Uint8Array | null> {
  const organisation = organisationId === null ? null : await deps.events.state(streamOf.organisation(organisationId))
  if (!organisation) return null
  const named = new Set(events.filter((event) => event.salt !== null).flatMap((event) => [event.by.personId, ...personsNamedIn(event as never, { organisationId, secretariat: false })]))
  const persons = await personsById(deps.connection.db, Object.keys(organisation.people).filter((id) => named.has(id)))
  if (persons.size === 0) return null
  const sorted = [...persons.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return encode(`${JSON.stringify(Object.fromEntries(sorted.map((person) => [person.id, { name: person.name, function: person.function }])), null, 2)}\n`)
}

/** The statement's own stream, and of private layers only that of the viewer's organisation. */
async function eventsFor(deps: Deps, statement: Statement, viewer: Viewer, now: string): Promise<ChainedEvent[]> {
  const streams: string[] = [streamOf.statement(statement.id), ...(viewer.organisationId ? [streamOf.private(statement.id, viewer.organisationId)] : [])]
  const rows = await deps.connection.db.selectFrom('events').selectAll().where('stream', 'in', streams).orderBy('stream').orderBy('revision').execute()
  return chainOf(rows).map((event) => {
    const own = event.stream === streams[1]
    return own || mayReadData(event as never, statement, viewer, now) ? event : { ...event, data: null, salt: null }
  })
}
