/** Tickets for clients that have no cookie: one room, one person, as long as the session or token lives, twelve hours at most. */
import type { Who } from '@draagvlak/domain/access'
import type { Deps } from '../deps.ts'
import { hashOf, newToken } from '../ids.ts'
import type { Caller } from '../people/caller.ts'

const HOURS = 12

export async function makeTicket(deps: Deps, caller: Caller, room: string): Promise<{ ticket: string; expiresAt: string }> {
  const ticket = newToken()
  const expiresAt = new Date(Date.parse(deps.now()) + HOURS * 3_600_000).toISOString()
  await deps.connection.db.insertInto('sync_tickets').values({
    hash: hashOf(ticket), room, person_id: caller.who.personId!, organisation_id: caller.who.organisationId!, session_id: caller.sessionId, token_id: caller.tokenId, expires_at: expiresAt,
  }).execute()
  return { ticket, expiresAt }
}

export async function callerByTicket(deps: Deps, ticket: string, room: string): Promise<Caller | null> {
  const row = await deps.connection.db.selectFrom('sync_tickets').innerJoin('persons', 'persons.id', 'sync_tickets.person_id').selectAll('sync_tickets').select(['administrator', 'language'])
    .where('hash', '=', hashOf(ticket)).where('room', '=', room).where('expires_at', '>', new Date(deps.now())).executeTakeFirst()
  if (!row) return null
  const who: Who = { personId: row.person_id, organisationId: row.organisation_id, via: row.token_id ? 'token' : 'session', administrator: row.administrator, link: null }
  const caller: Caller = { who, by: { personId: who.personId, organisationId: who.organisationId, via: who.via }, signedIn: true, sessionId: row.session_id, tokenId: row.token_id, locale: row.language === 'en' ? 'en' : 'nl' }
  return await stillThere(deps, caller) ? caller : null
}

/** Whether the session or token behind a connection still lives. */
export async function stillThere(deps: Deps, { sessionId, tokenId }: Caller): Promise<boolean> {
  const { db } = deps.connection
  if (sessionId) return (await db.selectFrom('sessions').select('id').where('id', '=', sessionId).where('expires_at', '>', new Date(deps.now())).executeTakeFirst()) !== undefined
  if (tokenId) return (await db.selectFrom('api_tokens').select('id').where('id', '=', tokenId).where('revoked_at', 'is', null).executeTakeFirst()) !== undefined
  return false
}
