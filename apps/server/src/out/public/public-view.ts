/** What the public pages show of an edition: the file as it was published, and what has become of it since. */
import { isStateBody, stateBodyLine, type StateBodyLine } from '@draagvlak/domain/body-kind'
import type { Day, Id, Instant, Listed, Sha256 } from '@draagvlak/domain/events'
import { comparePersons } from '@draagvlak/domain/sort-key'
import { textOf } from '@draagvlak/editor/passage'
import type { EditionFile } from '../edition-file.ts'
import { wallOf, type WallMark } from './public-wall.ts'

/** Everything there is to know; what people may not see (an embargo, a reservation among partners) never comes in here (E1). */
export interface PublicSources {
  readonly edition: EditionFile
  /** SHA-256 of the bytes of the edition file. */
  readonly file: Sha256
  readonly publishedAt: Instant
  readonly adoptedAt: Instant
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
  readonly now: Instant
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Only whose yes to print stands (S6). */
  readonly persons: ReadonlyMap<Id, { readonly name: string; readonly function: string; readonly ownKey?: string | null }>
  /** Organisations of this list whose answer ended since (S5). */
  readonly ended: readonly { readonly organisationId: Id; readonly at: Instant; readonly as: 'withdrawn' | 'mistake' }[]
  /** Whose consent was revoked, or whose logo is no longer valid (G2). */
  readonly logosOff: ReadonlySet<Id>
  /** Smallest width that an owner allows, in mm (G5). */
  readonly minimumWidths: ReadonlyMap<Id, number>
  /** Organisations that signed after the first edition, and when. */
  readonly joined: ReadonlyMap<Id, Instant>
  /** All editions that exist for outsiders, this one included. */
  readonly editions: readonly PublicEdition[]
}
export interface PublicEdition { readonly number: number; readonly version: Sha256; readonly publishedAt: Instant; readonly adoptedAt: Instant; readonly withdrawnAt: Instant | null; /** Hash of the event that published it: the head of the chain at that moment. */ readonly seal: Sha256 }

export interface Signatory {
  readonly id: Id
  /** Letter for letter (G5). */
  readonly name: string
  readonly alsoFor: { readonly count: number; readonly countedOn: Day } | null
  readonly persons: readonly { readonly name: string; readonly function: string }[]
  /** Number of the footnote under the list; null without one. */
  readonly footnote: number | null
}
export interface Footnote { readonly number: number; readonly name: string; readonly reservations: readonly { readonly about: string | null; readonly text: string }[]; readonly joined: Instant | null }

export interface PublicView {
  readonly edition: EditionFile
  readonly title: string
  /** The first words of the text, for previews; no persons, no signatories. */
  readonly description: string
  readonly file: Sha256
  readonly publishedAt: Instant
  readonly adoptedAt: Instant
  readonly seal: Sha256
  readonly withdrawn: PublicSources['withdrawn']
  readonly now: Instant
  readonly address: string
  /** Organisations that stand, State bodies in their own list. */
  readonly count: number
  readonly signatories: readonly Signatory[]
  readonly stateBodies: StateBodyLine<Signatory>
  readonly personal: readonly { readonly name: string; readonly function: string }[]
  readonly ended: readonly { readonly name: string; readonly at: Instant; readonly as: 'withdrawn' | 'mistake' }[]
  readonly footnotes: readonly Footnote[]
  readonly wall: readonly WallMark[]
  /** Newest first. */
  readonly editions: readonly PublicEdition[]
  readonly newest: number
}

/** Pure: the same sources give the same page. */
export function publicViewOf(sources: PublicSources): PublicView {
  const { edition, ended } = sources
  const gone = new Map(ended.map((one) => [one.organisationId, one]))
  const standing = edition.list.filter((line) => !gone.has(line.organisationId)).map((line) => standingNow(line, sources))
  const footnotes = footnotesOf([...standing.filter(onWall), ...standing.filter((line) => !onWall(line))], sources)
  const signatory = (line: Listed): Signatory => ({
    id: line.organisationId, name: line.name, alsoFor: line.alsoFor, footnote: footnotes.find((note) => note.id === line.organisationId)?.number ?? null,
    persons: edition.printed.filter((one) => one.organisationId === line.organisationId).flatMap(({ personId }) => sources.persons.get(personId) ?? []),
  })
  const editions = [...sources.editions].sort((a, b) => b.number - a.number)
  return {
    edition, title: titleOf(edition), description: descriptionOf(edition), file: sources.file,
    publishedAt: sources.publishedAt, adoptedAt: sources.adoptedAt, seal: editions.find((one) => one.number === edition.number)?.seal ?? '', withdrawn: sources.withdrawn, now: sources.now, address: `${sources.baseUrl}/p/${edition.slug}`,
    count: standing.length, signatories: standing.filter(onWall).map(signatory), stateBodies: stateBodyLine(standing.filter((line) => !onWall(line)).map(signatory)),
    personal: edition.personal.flatMap(({ personId }) => sources.persons.get(personId) ?? []).sort(comparePersons),
    ended: edition.list.flatMap((line) => { const end = gone.get(line.organisationId); return end ? [{ name: line.name, at: end.at, as: end.as }] : [] }),
    footnotes, wall: wallOf(standing.filter(onWall), sources.minimumWidths),
    editions, newest: editions.find((one) => one.withdrawnAt === null)?.number ?? edition.number,
  }
}

/** [G2, G4] Without its logo an organisation stands by name in the same place; a State body goes to the list of the State. */
function standingNow(line: Listed, { logosOff }: PublicSources): Listed {
  const logo = logosOff.has(line.organisationId) ? null : line.logo
  return { ...line, logo, place: isStateBody(line.kind) && logo === null ? 'state' : line.place }
}
const onWall = (line: Listed): boolean => line.place === 'wall'

function footnotesOf(lines: readonly Listed[], { joined, edition }: PublicSources): (Footnote & { readonly id: Id })[] {
  const noted = lines.flatMap((line) => {
    const since = edition.number > 1 ? joined.get(line.organisationId) ?? null : null
    const reservations = line.reservations.map(({ passageId, text }) => ({ about: beginningOf(edition, passageId), text }))
    return since === null && reservations.length === 0 ? [] : [{ id: line.organisationId, name: line.name, reservations, joined: since }]
  })
  return noted.map((note, index) => ({ ...note, number: index + 1 }))
}

/** A reservation about one passage is found by its first words: nothing in print has a number. Null for the whole text. */
function beginningOf({ passages }: EditionFile, passageId: string | null): string | null {
  const passage = passages.find(({ id }) => id === passageId)
  if (!passage) return null
  const words = textOf(passage).split(/\s+/).filter(Boolean)
  return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : words.join(' ')
}

/** The title that stands in the text, on one line; a text without one is named after its first words. */
function titleOf({ passages }: EditionFile): string {
  const words = textOf(passages.find((passage) => passage.kind === 'title') ?? passages[0] ?? { content: [] }).replaceAll(/\s+/g, ' ').trim()
  return words.length > 120 ? `${words.slice(0, 119).trimEnd()}…` : words
}

const PREVIEW = 200
function descriptionOf({ passages }: EditionFile): string {
  const words = textOf(passages.find((passage) => passage.kind === 'paragraph' || passage.kind === 'message') ?? { content: [] }).replaceAll(/\s+/g, ' ').trim()
  return words.length > PREVIEW ? `${words.slice(0, words.lastIndexOf(' ', PREVIEW - 1))}…` : words
}
