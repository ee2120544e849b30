/** Who is asking: a session cookie, an API token, or nobody; and in which language. */
import type { Who } from '@draagvlak/domain/access'
import type { By } from '@draagvlak/domain/events'
import type { Locale } from '@draagvlak/messages/m'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { hashOf } from '../ids.ts'

export interface Caller {
  readonly who: Who
  readonly by: By
  readonly signedIn: boolean
  /** The session or token behind the call: a ticket lives no longer than this. */
  readonly sessionId: string | null
  readonly tokenId: string | null
  readonly locale: Locale
}

export const SESSION_DAYS = 30
/** `__Host-` binds the cookie to this host, but browsers keep it on https only. */
export const cookieName = (deps: Pick<Deps, 'config'>, name: 'session' | 'browser' | 'link'): string => (deps.config.baseUrl.startsWith('https:') ? `__Host-dv-${name}` : `dv-${name}`)

const NOBODY: Who = { personId: null, organisationId: null, via: 'session', administrator: false, link: null }

export async function callerOf(deps: Deps, context: Context): Promise<Caller> {
  const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
  return callerFrom(deps, { bearer, cookie: getCookie(context, cookieName(deps, 'session')), acceptLanguage: context.req.header('accept-language') })
}

/** The same for a socket, which has no Hono context. */
export async function callerFrom(deps: Deps, given: { bearer?: string | undefined; cookie?: string | undefined; acceptLanguage?: string | undefined }): Promise<Caller> {
  const found = given.bearer ? await byToken(deps, given.bearer) : given.cookie ? await bySession(deps, given.cookie) : null
  const locale = found?.language ?? preferred(given.acceptLanguage)
  if (!found) return { who: NOBODY, by: { personId: null, organisationId: null, via: 'session' }, signedIn: false, sessionId: null, tokenId: null, locale }
  const { personId, organisationId, administrator, via } = found
  return {
    who: { personId, organisationId, via, administrator, link: null }, by: { personId, organisationId, via },
    signedIn: true, sessionId: found.sessionId, tokenId: found.tokenId, locale,
  }
}

interface Found { readonly personId: string; readonly organisationId: string | null; readonly administrator: boolean; readonly via: 'session' | 'token'; readonly language: Locale; readonly sessionId: string | null; readonly tokenId: string | null }

async function bySession(deps: Deps, cookie: string): Promise<Found | null> {
  const { db } = deps.connection
  const hash = hashOf(cookie)
  const now = deps.now()
  const row = await db.selectFrom('sessions').innerJoin('persons', 'persons.id', 'sessions.person_id').where('sessions.hash', '=', hash).where('sessions.expires_at', '>', new Date(now)).where('persons.erased_at', 'is', null)
    .select(['sessions.id as session_id', 'person_id', 'organisation_id', 'administrator', 'language', 'seen_at']).executeTakeFirst()
  if (!row) return null
  if (Date.parse(now) - row.seen_at.getTime() > 60_000) await db.updateTable('sessions').set({ seen_at: now }).where('hash', '=', hash).execute()
  return { personId: row.person_id, organisationId: row.organisation_id, administrator: row.administrator, via: 'session', language: row.language as Locale, sessionId: row.session_id, tokenId: null }
}

async function byToken(deps: Deps, token: string): Promise<Found | null> {
  const { db } = deps.connection
  const row = await db.selectFrom('api_tokens').innerJoin('persons', 'persons.id', 'api_tokens.person_id').where('api_tokens.hash', '=', hashOf(token)).where('revoked_at', 'is', null).where('persons.erased_at', 'is', null)
    .select(['api_tokens.id as token_id', 'person_id', 'organisation_id', 'administrator', 'language', 'used_at']).executeTakeFirst()
  if (!row) return null
  if (!row.used_at || Date.parse(deps.now()) - row.used_at.getTime() > 60_000) await db.updateTable('api_tokens').set({ used_at: deps.now() }).where('id', '=', row.token_id).execute()
  return { personId: row.person_id, organisationId: row.organisation_id, administrator: row.administrator, via: 'token', language: row.language as Locale, sessionId: null, tokenId: row.token_id }
}

export const preferred = (header: string | undefined): Locale => {
  const first = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase()).find((code) => code === 'nl' || code === 'en')
  return first === 'en' ? 'en' : 'nl'
}
