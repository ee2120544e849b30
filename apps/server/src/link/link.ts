/** A personal link as the house knows it: whose it is, for which round, and whether its person typed the code over in this browser. */
import type { Situation, Who } from '@draagvlak/domain/access'
import type { Dossier } from '@draagvlak/domain/dossier'
import { streamOf, type By, type Id } from '@draagvlak/domain/events'
import type { Organisation } from '@draagvlak/domain/organisation'
import type { Round } from '@draagvlak/domain/rounds'
import { versionOf, type Statement, type Version } from '@draagvlak/domain/statement'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import type { Purpose } from '../round/people.ts'
import { No, notFound } from '../http/no.ts'
import { hashOf, idFromSignedToken } from '../ids.ts'
import { cookieName } from '../people/caller.ts'
import { personsById, type Person } from '../people/persons.ts'

export interface Link {
  readonly id: Id
  readonly purpose: Purpose
  readonly revoked: boolean
  readonly statement: Statement
  readonly dossier: Dossier
  readonly organisation: Organisation
  readonly person: Person
  readonly round: Round
  readonly version: Version
  /** The code was typed over here, for this link. */
  readonly known: boolean
  readonly who: Who
  readonly by: By
  readonly situation: Situation
}

/** One cookie per link: somebody may answer for two organisations in one browser. */
export const linkCookie = (deps: Pick<Deps, 'config'>, linkId: Id): string => `${cookieName(deps, 'link')}-${linkId.slice(-12)}`

export async function findLink(deps: Deps, token: string, context: Context): Promise<Link | No> {
  const answerId = idFromSignedToken(deps.secret, 'answer', token)
  const id = answerId ?? idFromSignedToken(deps.secret, 'logo', token)
  const purpose: Purpose = answerId ? 'answer' : 'logo'
  const row = id ? await deps.connection.db.selectFrom('personal_links').selectAll().where('id', '=', id).where('purpose', '=', purpose).executeTakeFirst() : undefined
  if (!row) return notFound('link')
  const statement = await deps.events.state(streamOf.statement(row.statement_id))
  const organisation = await deps.events.state(streamOf.organisation(row.organisation_id))
  const dossier = statement ? await deps.events.state(streamOf.dossier(statement.dossierId)) : null
  const round = statement?.rounds.find((one) => one.roundId === row.round_id)
  const version = statement && round ? versionOf(statement, round.version) : undefined
  const person = (await personsById(deps.connection.db, [row.person_id])).get(row.person_id)
  if (!statement || statement.deletedAt || !organisation || !dossier || !round || !version || !person) return notFound('link')
  const known = await isKnown(deps, row.id, getCookie(context, linkCookie(deps, row.id)))
  const who: Who = { personId: person.id, organisationId: organisation.id, via: 'link', administrator: false, link: { statementId: statement.id, codeTyped: known, purpose } }
  return {
    id: row.id, purpose, revoked: row.revoked_at !== null, statement, dossier, organisation, person, round, version, known, who,
    by: { personId: person.id, organisationId: organisation.id, via: 'link' }, situation: { organisation, dossier, statement, now: deps.now() },
  }
}

async function isKnown(deps: Deps, linkId: Id, cookie: string | undefined): Promise<boolean> {
  if (!cookie) return false
  const row = await deps.connection.db.selectFrom('link_sessions').select('link_id').where('hash', '=', hashOf(cookie)).where('link_id', '=', linkId).where('expires_at', '>', new Date(deps.now())).executeTakeFirst()
  return row !== undefined
}
