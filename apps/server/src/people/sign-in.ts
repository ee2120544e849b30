/** Signing in by mail: a link that works only in the browser that asked, and a code to type over (E3). */
import type { Instant } from '@draagvlak/domain/events'
import type { Locale } from '@draagvlak/messages/m'
import { isLoopback } from '../config.ts'
import type { Deps } from '../deps.ts'
import { hashOf, newCode, newId, newToken } from '../ids.ts'
import { putMail } from '../mail/outbox.ts'
import { codeMail, signInMail } from '../mail/letters.ts'
import { withinLimit } from '../store/attempts.ts'
import type { Trx } from '../store/database.ts'
import { personByEmail } from './persons.ts'
import { SESSION_DAYS } from './caller.ts'

const MINUTES = 15
const WRONG_CODES = 5
const ASKS_PER_ADDRESS = { most: 5, minutes: 15 }
const ASKS_PER_PLACE = { most: 30, minutes: 15 }

export interface Asking { readonly email: string; readonly browser: string; readonly place: string; readonly locale: Locale }

/** The same for known and unknown addresses, in answer and in what is written down; false when it was asked too often. */
export async function askToSignIn(deps: Deps, { email, browser, place, locale }: Asking): Promise<boolean> {
  const { db } = deps.connection
  const now = deps.now()
  if (!await withinLimit(db, `sign-in:place:${place}`, now, ASKS_PER_PLACE)) return false
  if (!await withinLimit(db, `sign-in:address:${hashOf(email.toLowerCase())}`, now, ASKS_PER_ADDRESS)) return false
  await db.transaction().execute(async (trx) => {
    const person = await personByEmail(trx, email)
    const code = newCode()
    const token = newToken()
    await rememberAsking(trx, now, { email, personId: person?.id ?? null, newEmailFor: null, code, token, browser })
    if (person?.email) await putMail(trx, now, { personId: person.id, address: person.email, kind: 'sign-in', ...signInMail(person.language ?? locale, { code, url: `${deps.config.baseUrl}/aanmelden/${token}` }) })
  })
  deps.mailWaits()
  return true
}

/** A new address counts once its code is typed over; the code goes to the new address only. */
export async function askNewEmail(deps: Deps, personId: string, email: string, browser: string, locale: Locale): Promise<boolean> {
  const { db } = deps.connection
  const now = deps.now()
  if (!await withinLimit(db, `new-email:${personId}`, now, ASKS_PER_ADDRESS)) return false
  await db.transaction().execute(async (trx) => {
    const code = newCode()
    const taken = await personByEmail(trx, email)
    await rememberAsking(trx, now, { email, personId: null, newEmailFor: taken ? null : personId, code, token: newToken(), browser })
    if (!taken) await putMail(trx, now, { personId, address: email, kind: 'new-email', ...codeMail(locale, { code }) })
  })
  deps.mailWaits()
  return true
}

interface Remember { readonly email: string; readonly personId: string | null; readonly newEmailFor: string | null; readonly code: string; readonly token: string; readonly browser: string }
async function rememberAsking(trx: Trx, now: Instant, { email, personId, newEmailFor, code, token, browser }: Remember): Promise<void> {
  const id = newId()
  await trx.insertInto('sign_ins').values({
    id, email, person_id: personId, new_email_for: newEmailFor, code_hash: hashOf(`${id}:${code}`), link_hash: hashOf(token), browser_hash: hashOf(browser),
    created_at: now, expires_at: new Date(Date.parse(now) + MINUTES * 60_000),
  }).execute()
}

export interface SignedIn { readonly personId: string }

/** Takes the newest asking of this browser; five wrong codes end it. */
export async function useCode(deps: Deps, browser: string, code: string, purpose: 'sign-in' | 'new-email'): Promise<SignedIn | 'wrong-code' | 'code-expired' | 'too-many-codes' | 'email-taken'> {
  return deps.connection.db.transaction().execute(async (trx) => {
    const now = deps.now()
    const asking = await trx.selectFrom('sign_ins').selectAll().where('browser_hash', '=', hashOf(browser)).where('new_email_for', purpose === 'sign-in' ? 'is' : 'is not', null)
      .orderBy('created_at', 'desc').limit(1).forUpdate().executeTakeFirst()
    if (!asking || asking.used_at || asking.expires_at.toISOString() <= now) return 'code-expired'
    if (asking.attempts >= WRONG_CODES) return 'too-many-codes'
    if (asking.code_hash !== hashOf(`${asking.id}:${code}`)) {
      await trx.updateTable('sign_ins').set({ attempts: asking.attempts + 1 }).where('id', '=', asking.id).execute()
      return asking.attempts + 1 >= WRONG_CODES ? 'too-many-codes' : 'wrong-code'
    }
    await trx.updateTable('sign_ins').set({ used_at: now }).where('id', '=', asking.id).execute()
    if (purpose === 'new-email') {
      // Somebody else may have taken it since it was asked for.
      if (await personByEmail(trx, asking.email)) return 'email-taken'
      await trx.updateTable('persons').set({ email: asking.email }).where('id', '=', asking.new_email_for!).execute()
      return { personId: asking.new_email_for! }
    }
    return asking.person_id ? { personId: asking.person_id } : 'wrong-code'
  })
}

/** The mailed link: only in the browser that asked, and once. In another browser it does nothing; the code does. */
export async function useLink(deps: Deps, browser: string | undefined, token: string): Promise<SignedIn | 'another-browser' | 'link-used'> {
  return deps.connection.db.transaction().execute(async (trx) => {
    const now = deps.now()
    const asking = await trx.selectFrom('sign_ins').selectAll().where('link_hash', '=', hashOf(token)).forUpdate().executeTakeFirst()
    if (!asking?.person_id || asking.used_at || asking.expires_at.toISOString() <= now) return 'link-used'
    if (!browser || asking.browser_hash !== hashOf(browser)) return 'another-browser'
    await trx.updateTable('sign_ins').set({ used_at: now }).where('id', '=', asking.id).execute()
    return { personId: asking.person_id }
  })
}

/** A link printed on the terminal of the server: whoever reads that terminal runs the server. */
export async function useTerminalLink(deps: Deps, token: string): Promise<SignedIn | 'link-used'> {
  return deps.connection.db.transaction().execute(async (trx) => {
    const now = deps.now()
    const link = await trx.selectFrom('terminal_links').selectAll().where('hash', '=', hashOf(token)).where('purpose', '=', 'sign-in').forUpdate().executeTakeFirst()
    if (!link?.person_id || (link.used_at && !link.reusable) || (link.expires_at && link.expires_at.toISOString() <= now)) return 'link-used'
    // The demo's links can be used again and again, so they open nothing that others can reach.
    if (link.reusable && !isLoopback(new URL(deps.config.baseUrl).hostname)) return 'link-used'
    await trx.updateTable('terminal_links').set({ used_at: now }).where('hash', '=', link.hash).execute()
    return { personId: link.person_id }
  })
}

export interface NewSession { readonly cookie: string; readonly expires: Date }

/**
 * @param device what the person recognises the place by, from the browser's own words.
 * @param actingFor the organisation to act for, where it is known; else the one of the last session.
 */
export async function startSession(deps: Deps, personId: string, device: string, actingFor?: string): Promise<NewSession> {
  const { db } = deps.connection
  const now = deps.now()
  const cookie = newToken()
  const expires = new Date(Date.parse(now) + SESSION_DAYS * 86_400_000)
  const first = await db.selectFrom('organisation_people').select('organisation_id').where('person_id', '=', personId).orderBy('organisation_id').limit(1).executeTakeFirst()
  const last = await db.selectFrom('sessions').select('organisation_id').where('person_id', '=', personId).where('organisation_id', 'is not', null).orderBy('seen_at', 'desc').limit(1).executeTakeFirst()
  const still = last?.organisation_id ? await db.selectFrom('organisation_people').select('organisation_id').where('person_id', '=', personId).where('organisation_id', '=', last.organisation_id).executeTakeFirst() : undefined
  await db.insertInto('sessions').values({ hash: hashOf(cookie), id: newId(), person_id: personId, organisation_id: actingFor ?? (still ?? first)?.organisation_id ?? null, device, created_at: now, seen_at: now, expires_at: expires }).execute()
  return { cookie, expires }
}

/** `Firefox, Windows` from the browser's own words; these change too often for more. */
export function deviceOf(userAgent: string | undefined): string {
  const words = userAgent ?? ''
  const browser = /Edg\//.test(words) ? 'Edge' : /OPR\//.test(words) ? 'Opera' : /Firefox\//.test(words) ? 'Firefox' : /Chrom(e|ium)\//.test(words) ? 'Chrome' : /Safari\//.test(words) ? 'Safari' : '?'
  const system = /iPhone|iPad/.test(words) ? 'iOS' : /Android/.test(words) ? 'Android' : /Mac OS X/.test(words) ? 'macOS' : /Windows/.test(words) ? 'Windows' : /Linux/.test(words) ? 'Linux' : '?'
  return `${browser}, ${system}`
}
