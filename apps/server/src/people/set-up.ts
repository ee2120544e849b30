/** The first start: one person, one organisation, once. */
import { streamOf } from '@draagvlak/domain/events'
import type { Locale } from '@draagvlak/messages/m'
import type { Deps } from '../deps.ts'
import { hashOf, newId, newToken } from '../ids.ts'
import type { SignedIn } from './sign-in.ts'

export interface SetUpWish { readonly token: string; readonly email: string; readonly name: string; readonly function: string; readonly organisation: string; readonly language: Locale }

/** A new set-up link while nobody is there yet; null afterwards. Each start makes the ones before it worthless. */
export async function newSetUpLink(deps: Pick<Deps, 'connection' | 'config'>): Promise<string | null> {
  const { db } = deps.connection
  if (await db.selectFrom('persons').select('id').limit(1).executeTakeFirst()) return null
  const token = newToken()
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('terminal_links').where('purpose', '=', 'set-up').execute()
    await trx.insertInto('terminal_links').values({ hash: hashOf(token), purpose: 'set-up' }).execute()
  })
  return `${deps.config.baseUrl}/begin/${token}`
}

/** Two people who press at once: the row of the link is locked, the second finds it used. */
export async function setUp(deps: Deps, wish: SetUpWish): Promise<SignedIn | 'link-used'> {
  const personId = newId()
  const organisation = streamOf.organisation(newId())
  let used = false
  await deps.events.decide({ write: organisation, by: { personId, organisationId: null, via: 'system' } }, async ({ trx, now }) => {
    used = false
    const link = await trx.selectFrom('terminal_links').selectAll().where('hash', '=', hashOf(wish.token)).where('purpose', '=', 'set-up').forUpdate().executeTakeFirst()
    if (!link || link.used_at) {
      used = true
      return { ok: true, facts: [] }
    }
    await trx.updateTable('terminal_links').set({ used_at: now }).where('hash', '=', link.hash).execute()
    await trx.insertInto('persons').values({ id: personId, email: wish.email, name: wish.name, function: wish.function, language: wish.language, administrator: true, created_at: now }).execute()
    return {
      ok: true,
      facts: [
        { type: 'organisation-registered', data: { name: wish.organisation, kind: 'umbrella', reach: 'national', number: null, parentId: null, place: null, website: null } },
        { type: 'person-joined', data: { personId, roles: ['mandate-holder', 'logo-manager'] } },
      ],
    }
  })
  return used ? 'link-used' : { personId }
}
