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

/** Looks up many at once. What it returns says whose a ticket is in the room it was made for; whether session or token still live is another question. */
export async function callersByTicket(deps: Deps, asked: readonly { readonly ticket: string; readonly room: string }[]): Promise<(ticket: string, room: string) => Caller | null> {
  if (asked.length === 0) return () => null
  const rows = await deps.connection.db.selectFrom('sync_tickets').innerJoin('persons', 'persons.id', 'sync_tickets.person_id').selectAll('sync_tickets').select(['administrator', 'language'])
    .where('hash', 'in', [...new Set(asked.map(({ ticket }) => hashOf(ticket)))]).where('expires_at', '>', new Date(deps.now())).execute()
  const found = new Map(rows.map((row) => {
    const who: Who = { personId: row.person_id, organisationId: row.organisation_id, via: row.token_id ? 'token' : 'session', administrator: row.administrator, link: null }
    const caller: Caller = { who, by: { personId: who.personId, organisationId: who.organisationId, via: who.via }, signedIn: true, sessionId: row.session_id, tokenId: row.token_id, locale: row.language === 'en' ? 'en' : 'nl' }
    return [`${row.hash} ${row.room}`, caller] as const
  }))
  return (ticket, room) => found.get(`${hashOf(ticket)} ${room}`) ?? null
}

/** `acts-for-another`: its person chose another organisation of theirs to act for since. A ticket stays for the one that it was made for. */
export type Standing = 'stands' | 'ended' | 'acts-for-another'

/** Tells of each of these how the session or token behind it stands. */
export async function standingsAmong({ connection: { db }, now }: Deps, callers: readonly Caller[]): Promise<(caller: Caller) => Standing> {
  const [sessions, tokens] = (['sessionId', 'tokenId'] as const).map((id) => [...new Set(callers.flatMap((caller) => caller[id] ?? []))]) as [string[], string[]]
  const living = new Map<string, string | null | undefined>()
  if (sessions.length > 0) for (const { id, organisation_id } of await db.selectFrom('sessions').select(['id', 'organisation_id']).where('id', 'in', sessions).where('expires_at', '>', new Date(now())).execute()) living.set(id, organisation_id)
  if (tokens.length > 0) for (const { id } of await db.selectFrom('api_tokens').select('id').where('id', 'in', tokens).where('revoked_at', 'is', null).execute()) living.set(id, undefined)
  return ({ who, sessionId, tokenId }) => {
    const id = sessionId ?? tokenId ?? ''
    if (!living.has(id)) return 'ended'
    const acting = living.get(id)
    return acting === undefined || acting === who.organisationId ? 'stands' : 'acts-for-another'
  }
}
