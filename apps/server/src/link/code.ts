/** The code of a personal link: it goes in a mail of its own to the person's known address, and nobody else can read that mail here (M5). */
import type { Deps } from '../deps.ts'
import { hashOf, newCode, newId, newToken } from '../ids.ts'
import { codeMail } from '../mail/letters.ts'
import { putMail } from '../mail/outbox.ts'
import { withinLimit } from '../store/attempts.ts'
import type { Link } from './link.ts'

const MINUTES = 15
const WRONG_CODES = 5
const ASKS = { most: 6, minutes: 15 }
/** A round with its spare days; whoever comes back later types a new code. */
const KNOWN_DAYS = 30

/** False when it was asked too often. */
export async function sendCode(deps: Deps, link: Link): Promise<boolean> {
  const now = deps.now()
  if (!await withinLimit(deps.connection.db, `link-code:${link.id}`, now, ASKS)) return false
  const code = newCode()
  await deps.connection.db.transaction().execute(async (trx) => {
    const id = newId()
    await trx.insertInto('link_codes').values({ id, link_id: link.id, code_hash: hashOf(`${id}:${code}`), created_at: now, expires_at: new Date(Date.parse(now) + MINUTES * 60_000) }).execute()
    if (link.person.email) await putMail(trx, now, { personId: link.person.id, address: link.person.email, kind: 'code', statementId: link.statement.id, organisationId: link.organisation.id, ...codeMail(link.person.language, { code }) })
  })
  deps.mailWaits()
  return true
}

export type CodeOutcome = { readonly cookie: string; readonly seconds: number } | 'wrong-code' | 'code-expired' | 'too-many-codes'

/** The newest code counts; five wrong ones end it. */
export async function enterCode(deps: Deps, link: Link, code: string): Promise<CodeOutcome> {
  return deps.connection.db.transaction().execute(async (trx) => {
    const now = deps.now()
    const row = await trx.selectFrom('link_codes').selectAll().where('link_id', '=', link.id).orderBy('created_at', 'desc').limit(1).forUpdate().executeTakeFirst()
    if (!row || row.used_at || row.expires_at.toISOString() <= now) return 'code-expired'
    if (row.attempts >= WRONG_CODES) return 'too-many-codes'
    if (row.code_hash !== hashOf(`${row.id}:${code}`)) {
      await trx.updateTable('link_codes').set({ attempts: row.attempts + 1 }).where('id', '=', row.id).execute()
      return row.attempts + 1 >= WRONG_CODES ? 'too-many-codes' : 'wrong-code'
    }
    await trx.updateTable('link_codes').set({ used_at: now }).where('id', '=', row.id).execute()
    const cookie = newToken()
    await trx.insertInto('link_sessions').values({ hash: hashOf(cookie), link_id: link.id, created_at: now, expires_at: new Date(Date.parse(now) + KNOWN_DAYS * 86_400_000) }).execute()
    return { cookie, seconds: KNOWN_DAYS * 86_400 }
  })
}
