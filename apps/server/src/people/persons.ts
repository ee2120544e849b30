/** The only place with names and addresses of people; everything else knows them by id. */
import type { Instant } from '@draagvlak/domain/events'
import type { Locale } from '@draagvlak/messages/m'
import { newId } from '../ids.ts'
import type { Database, Trx } from '../store/database.ts'

export interface Person { readonly id: string; readonly email: string | null; readonly name: string; readonly function: string; readonly language: Locale; readonly administrator: boolean }
export interface PersonWish { readonly email: string; readonly name: string; readonly function: string; readonly language?: Locale }

const COLUMNS = ['id', 'email', 'name', 'function', 'language', 'administrator'] as const
const byEmail = (db: Database | Trx, email: string) => db.selectFrom('persons').select(COLUMNS).where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase())).where('erased_at', 'is', null)

export const personByEmail = async (db: Database | Trx, email: string): Promise<Person | null> => (await byEmail(db, email).executeTakeFirst() as Person | undefined) ?? null

/** An address belongs to one person: whoever has it keeps the name they chose. */
export async function findOrAddPerson(trx: Trx, now: Instant, wish: PersonWish): Promise<Person> {
  const known = await personByEmail(trx, wish.email)
  if (known) return known
  const person = { id: newId(), email: wish.email, name: wish.name, function: wish.function, language: wish.language ?? 'nl', administrator: false }
  // Two invitations at once: the other one may have been first.
  const added = await trx.insertInto('persons').values({ ...person, created_at: now }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return added ? person : (await personByEmail(trx, wish.email))!
}

/** By id; who was erased is left out. */
export async function personsById(db: Database | Trx, ids: readonly string[]): Promise<Map<string, Person>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('persons').select(COLUMNS).where('id', 'in', wanted).where('erased_at', 'is', null).execute()
  return new Map(rows.map((row) => [row.id, row as Person]))
}

/** Enough to recognise one's own address, too little to learn somebody else's: `m…s@huisartsen.example`. */
export function emailHint(email: string | null): string {
  const at = (email ?? '').lastIndexOf('@')
  if (!email || at < 1) return '…'
  return at === 1 ? `${email[0]}…${email.slice(at)}` : `${email[0]}…${email[at - 1]}${email.slice(at)}`
}
