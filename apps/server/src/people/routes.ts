/** Signing in and out, one's own person, one's sessions and tokens. */
import * as api from '@draagvlak/api/session'
import { streamOf } from '@draagvlak/domain/events'
import { nameOn } from '@draagvlak/domain/organisation'
import { m, type Locale } from '@draagvlak/messages/m'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { initialsOf, hueOf } from '../directory/marks.ts'
import { no, notSignedIn, refused, tooOften, type No } from '../http/no.ts'
import type { Call, On } from '../http/route.ts'
import { hashOf, newId, newToken } from '../ids.ts'
import { emailChangedMail } from '../mail/letters.ts'
import { putMail } from '../mail/outbox.ts'
import { cookieName, SESSION_DAYS } from './caller.ts'
import { personsById } from './persons.ts'
import { setUp } from './set-up.ts'
import { askNewEmail, askToSignIn, deviceOf, startSession, useCode, useLink, useTerminalLink } from './sign-in.ts'

export function peopleRoutes(on: On, deps: Deps): void {
  const { db } = deps.connection

  on(api.askToSignIn, async ({ body, context, locale }) => {
    const browser = browserOf(deps, context)
    return await askToSignIn(deps, { email: body.email, browser, place: placeOf(context), locale }) ? undefined : tooOften()
  })
  on(api.signInWithCode, async ({ body, context }) => {
    const browser = getCookie(context, cookieName(deps, 'browser'))
    return signIn(deps, context, browser ? await useCode(deps, browser, body.code, 'sign-in') : 'code-expired')
  })
  on(api.signInWithLink, async ({ body, context }) => signIn(deps, context, await useLink(deps, getCookie(context, cookieName(deps, 'browser')), body.token)))
  on(api.signInWithTerminalLink, async ({ body, context }) => signIn(deps, context, await useTerminalLink(deps, body.token)))
  on(api.setUp, async ({ body, context }) => signIn(deps, context, await setUp(deps, body)))

  on(api.seeMe, async (call) => meOf(deps, call))
  on(api.actFor, async (call) => {
    const { personId } = call.caller.who
    const member = await db.selectFrom('organisation_people').select('person_id').where('person_id', '=', personId).where('organisation_id', '=', call.body.organisationId).executeTakeFirst()
    if (!member || !call.caller.sessionId) return refused('not-yours')
    await db.updateTable('sessions').set({ organisation_id: call.body.organisationId }).where('id', '=', call.caller.sessionId).execute()
    return meOf(deps, call, call.body.organisationId)
  })
  on(api.signOut, async ({ caller, context }) => {
    if (caller.sessionId) await endSessions(deps, caller.who.personId!, caller.sessionId)
    deleteCookie(context, cookieName(deps, 'session'), { path: '/', secure: isSecure(deps) })
  })
  on(api.signOutEverywhere, async ({ caller, context }) => {
    await endSessions(deps, caller.who.personId!)
    deleteCookie(context, cookieName(deps, 'session'), { path: '/', secure: isSecure(deps) })
  })
  on(api.endSession, async ({ caller, params }) => { await endSessions(deps, caller.who.personId!, params.sessionId) })
  on(api.listSessions, async ({ caller, now }) => {
    const rows = await db.selectFrom('sessions').selectAll().where('person_id', '=', caller.who.personId).where('expires_at', '>', new Date(now)).orderBy('seen_at', 'desc').execute()
    return { items: rows.map((row) => ({ id: row.id, device: row.device, createdAt: row.created_at.toISOString(), seenAt: row.seen_at.toISOString(), current: row.id === caller.sessionId })), next: null }
  })
  on(api.changeMe, async (call) => {
    const { name, language } = call.body
    await db.updateTable('persons').set({ ...(name ? { name } : {}), ...(call.body.function === undefined ? {} : { function: call.body.function }), ...(language ? { language } : {}), id: call.caller.who.personId! }).where('id', '=', call.caller.who.personId).execute()
    return meOf(deps, call)
  })
  // Whoever sets the address signs in with it, and may then do what no token may.
  on(api.askNewEmail, async ({ caller, body, context, locale }) => {
    if (caller.by.via === 'token') return refused('not-by-token')
    return await askNewEmail(deps, caller.who.personId!, body.email, browserOf(deps, context), locale) ? undefined : tooOften()
  })
  on(api.confirmNewEmail, async (call) => {
    if (call.caller.by.via === 'token') return refused('not-by-token')
    const before = (await personsById(db, [call.caller.who.personId!])).get(call.caller.who.personId!)
    const browser = getCookie(call.context, cookieName(deps, 'browser'))
    const used = browser ? await useCode(deps, browser, call.body.code, 'new-email') : 'code-expired'
    if (typeof used === 'string') return noFor(used)
    const me = await meOf(deps, call)
    if (before?.email && !isNo(me)) await putMail(db, call.now, { personId: before.id, address: before.email, kind: 'email-changed', ...emailChangedMail(call.locale, { email: me.person.email }) })
    deps.mailWaits()
    return me
  })

  on(api.listTokens, async ({ caller }) => {
    const rows = await db.selectFrom('api_tokens').selectAll().where('person_id', '=', caller.who.personId).where('revoked_at', 'is', null).orderBy('created_at', 'desc').execute()
    return { items: rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at.toISOString(), usedAt: row.used_at?.toISOString() ?? null })), next: null }
  })
  on(api.makeToken, async ({ caller, body, now }) => {
    if (caller.by.via === 'token') return refused('not-by-token')
    return makeApiToken(deps, { personId: caller.who.personId!, organisationId: caller.who.organisationId, name: body.name, now })
  })
  on(api.revokeToken, async ({ caller, params, now }) => {
    await db.updateTable('api_tokens').set({ revoked_at: now }).where('id', '=', params.tokenId).where('person_id', '=', caller.who.personId).execute()
  })
}

export async function makeApiToken(deps: Pick<Deps, 'connection'>, { personId, organisationId, name, now }: { personId: string; organisationId: string | null; name: string; now: string }): Promise<{ id: string; token: string }> {
  const token = `dv_${newToken()}`
  const id = newId()
  await deps.connection.db.insertInto('api_tokens').values({ hash: hashOf(token), id, person_id: personId, organisation_id: organisationId, name, created_at: now }).execute()
  return { id, token }
}

const isNo = (value: object): value is No => 'problem' in value
const isSecure = (deps: Deps): boolean => deps.config.baseUrl.startsWith('https:')
/** Behind a proxy every call comes from the proxy: then the limit per address of the person still holds. */
const placeOf = (context: Context): string => (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'

/** The browser that asks gets a secret of its own: the mailed link works together with it only. */
export function browserOf(deps: Deps, context: Context): string {
  const name = cookieName(deps, 'browser')
  const known = getCookie(context, name)
  const browser = known && known.length === 43 ? known : newToken()
  setCookie(context, name, browser, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(deps), maxAge: 86_400 })
  return browser
}

const SENTENCES = {
  'wrong-code': [422, m.shared_wrong_code], 'code-expired': [410, m.shared_code_expired], 'too-many-codes': [429, m.shared_too_many_codes], 'link-used': [410, m.shared_link_used], 'email-taken': [409, m.shared_email_taken],
} as const
export const noFor = (why: keyof typeof SENTENCES): No => no(SENTENCES[why][0], why, SENTENCES[why][1])

export async function signIn(deps: Deps, context: Context, used: { personId: string } | keyof typeof SENTENCES | 'another-browser', actingFor?: string): Promise<{ signedIn: boolean } | No> {
  if (used === 'another-browser') return { signedIn: false }
  if (typeof used === 'string') return noFor(used)
  const { cookie } = await startSession(deps, used.personId, deviceOf(context.req.header('user-agent')), actingFor)
  setCookie(context, cookieName(deps, 'session'), cookie, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(deps), maxAge: SESSION_DAYS * 86_400 })
  return { signedIn: true }
}

async function endSessions(deps: Deps, personId: string, sessionId?: string): Promise<void> {
  const { db } = deps.connection
  const ended = await db.deleteFrom('sessions').where('person_id', '=', personId).$if(sessionId !== undefined, (query) => query.where('id', '=', sessionId!)).returning('id').execute()
  if (ended.length > 0) await db.deleteFrom('sync_tickets').where('session_id', 'in', ended.map((row) => row.id)).execute()
}

async function meOf(deps: Deps, { caller, now }: Pick<Call<typeof api.seeMe>, 'caller' | 'now'>, actingFor = caller.who.organisationId): Promise<api.Me | No> {
  const { db } = deps.connection
  const person = (await personsById(db, [caller.who.personId!])).get(caller.who.personId!)
  if (!person) return notSignedIn()
  const memberships = await db.selectFrom('organisation_people').select('organisation_id').where('person_id', '=', person.id).execute()
  const states = await deps.events.states(memberships.map((row) => streamOf.organisation(row.organisation_id)))
  const organisations = [...states.values()].filter((organisation) => organisation.mergedInto === null).map((organisation) => {
    const name = nameOn(organisation, now.slice(0, 10))
    return { id: organisation.id, name, hue: hueOf(organisation.id), initials: initialsOf(name), roles: [...(organisation.people[person.id]?.roles ?? [])] }
  })
  const current = organisations.some((organisation) => organisation.id === actingFor) ? actingFor : null
  return { person: { id: person.id, name: person.name, function: person.function, email: person.email ?? '', language: person.language as Locale, administrator: person.administrator }, organisations, actingFor: current }
}
