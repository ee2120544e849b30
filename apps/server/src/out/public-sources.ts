/** Gathers what the public pages may show of a statement: nothing of an embargo, a draft or another's words ever comes in here (E1). */
import { consentCovers } from '@draagvlak/domain/consent'
import { streamOf, type Id } from '@draagvlak/domain/events'
import { appearsAt, isUnderEmbargo, publicEdition, type Edition, type Statement } from '@draagvlak/domain/statement'
import type { Deps } from '../deps.ts'
import { personsById } from '../people/persons.ts'
import { readFile } from '../store/files.ts'
import { readEdition } from './edition-file.ts'
import { publicViewOf, type PublicSources, type PublicView } from './public/public-view.ts'

export interface Published { readonly statement: Statement; readonly view: PublicView }

/** Null for what does not exist for outsiders, whatever the reason: they can't be told apart. */
export async function published(deps: Deps, slug: string, number?: number): Promise<Published | null> {
  const row = await deps.connection.db.selectFrom('statement_list').select('id').where('slug', '=', slug).executeTakeFirst()
  const statement = row ? await deps.events.state(streamOf.statement(row.id)) : null
  const now = deps.now()
  const newest = statement ? publicEdition(statement, now) : undefined
  if (!statement || !newest) return null
  const wanted = number === undefined ? newest : statement.editions.find((one) => one.number === number && !isUnderEmbargo(statement, one, now))
  const file = wanted ? await readFile(deps.connection.db, wanted.file) : null
  return wanted && file ? { statement, view: publicViewOf(await sourcesOf(deps, statement, wanted, { bytes: file.bytes, now, archived: number !== undefined })) } : null
}

/** `archived`: an edition shows the logos that it was published with; only the live page follows what was revoked since (G2, G6). */
async function sourcesOf(deps: Deps, statement: Statement, wanted: Edition, { bytes, now, archived }: { bytes: Uint8Array; now: string; archived: boolean }): Promise<PublicSources> {
  const edition = readEdition(bytes)
  const dossier = await deps.events.state(streamOf.dossier(statement.dossierId))
  const organisations = await deps.events.states(edition.list.map((line) => streamOf.organisation(line.organisationId)))
  const allowed = new Set(statement.namesInPrint.filter((one) => one.allowed).map((one) => one.personId))
  const people = await personsById(deps.connection.db, [...edition.personal, ...edition.printed].map((one) => one.personId).filter((id) => allowed.has(id)))
  const zone = dossier?.zone ?? edition.zone
  const seals = await sealsOf(deps, statement.id)
  const outside = statement.editions.filter((one) => !isUnderEmbargo(statement, one, now))
  return {
    edition, file: wanted.file, publishedAt: appearsAt(statement, wanted), adoptedAt: statement.rounds.find((round) => round.roundId === wanted.roundId)?.adopted?.at ?? wanted.publishedAt, withdrawn: wanted.withdrawn,
    now, baseUrl: deps.config.baseUrl, persons: new Map([...people].map(([id, person]) => [id, { name: person.name, function: person.function }])),
    ended: edition.list.flatMap((line) => {
      const ended = statement.answers[line.answerId]?.ended
      return ended ? [{ organisationId: line.organisationId, at: ended.at, as: ended.how === 'withdrawn' ? 'withdrawn' as const : 'mistake' as const }] : []
    }),
    logosOff: new Set(archived ? [] : edition.list.filter((line) => line.logo && !logoStands(statement, line.organisationId, line.logo.logoId, wanted.number, organisations.get(streamOf.organisation(line.organisationId))?.logos ?? [], { now, zone })).map((line) => line.organisationId)),
    minimumWidths: new Map([...organisations.values()].flatMap((one) => (one.minimumWidth ? [[one.id, one.minimumWidth] as const] : []))),
    joined: joinedLater(statement, edition.list.map((line) => line.organisationId)),
    editions: outside.map((one) => ({ number: one.number, version: one.version, publishedAt: appearsAt(statement, one), adoptedAt: statement.rounds.find((round) => round.roundId === one.roundId)?.adopted?.at ?? one.publishedAt, withdrawnAt: one.withdrawn?.at ?? null, seal: seals.get(one.number) ?? '' })),
  }
}

/** By the number of the edition; one under embargo is asked for by nobody, and its seal shows nowhere (E1). */
async function sealsOf(deps: Deps, statementId: Id): Promise<ReadonlyMap<number, string>> {
  const rows = await deps.connection.db.selectFrom('events').select(['hash', 'data']).where('stream', '=', streamOf.statement(statementId)).where('type', '=', 'edition-published').execute()
  return new Map(rows.map((row) => [(row.data as { number: number }).number, row.hash]))
}

/** [G2] On the live page a logo stands while its consent does and its variant is valid. */
function logoStands(statement: Statement, organisationId: Id, logoId: Id, edition: number, logos: readonly { readonly logoId: Id; readonly retiredAt: string | null }[], { now, zone }: { now: string; zone: string }): boolean {
  if (logos.find((logo) => logo.logoId === logoId)?.retiredAt) return false
  return statement.consents.some((consent) => consent.organisationId === organisationId && consent.logoId === logoId && consentCovers(consent, { edition, channel: 'website', now, zone }))
}

/** Who was not in the first edition, and since when. */
function joinedLater(statement: Statement, ids: readonly Id[]): ReadonlyMap<Id, string> {
  const first = new Set(statement.editions[0]?.list.map((line) => line.organisationId))
  return new Map(ids.filter((id) => !first.has(id)).flatMap((id) => {
    const edition = statement.editions.find((one) => one.list.some((line) => line.organisationId === id))
    return edition ? [[id, edition.publishedAt] as const] : []
  }))
}
