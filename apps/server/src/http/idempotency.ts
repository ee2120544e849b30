/** The same Idempotency-Key twice is one act: the second time the first answer comes back. */
import type { Endpoint } from '@draagvlak/api/endpoint'
import { m } from '@draagvlak/messages/m'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Caller } from '../people/caller.ts'
import { canonicalJson, sha256 } from '../store/chain.ts'
import { No, no } from './no.ts'

const LONGEST = 200
/** A day, in milliseconds. */
const KEPT = 24 * 3_600_000

interface Request {
  readonly context: Context
  readonly caller: Caller
  readonly endpoint: Endpoint
  readonly input: { readonly body: unknown; readonly upload: Uint8Array }
}

/** Without a key, for reading, and for who is nobody yet, this only does the act. */
export async function once(deps: Deps, { context, caller, endpoint, input }: Request, act: () => Promise<Response | No>): Promise<Response | No> {
  const key = context.req.header('idempotency-key')
  const personId = caller.who.personId
  if (key && key.length > LONGEST) return no(400, 'key-too-long', m.shared_key_too_long)
  if (!key || endpoint.method === 'GET' || !personId) return act()
  const { db } = deps.connection
  const route = `${endpoint.method} ${context.req.path}`
  const bodyHash = sha256(endpoint.upload ? input.upload : canonicalJson(input.body ?? null))
  // Answers may hold secrets, and an act whose server died never ends: neither is kept for longer than anybody tries again.
  await db.deleteFrom('idempotency').where('created_at', '<', new Date(Date.parse(deps.now()) - KEPT)).execute()
  const mine = await db.insertInto('idempotency').values({ person_id: personId, key, route, body_hash: bodyHash, status: null, answer: null, media_type: null, created_at: deps.now() })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing()).returning('key').executeTakeFirst()
  const row = () => db.selectFrom('idempotency').selectAll().where('person_id', '=', personId).where('key', '=', key)
  if (!mine) {
    const before = await row().executeTakeFirst()
    if (!before || before.route !== route || before.body_hash !== bodyHash) return no(422, 'key-used', m.shared_key_used)
    if (before.status === null) return no(409, 'act-under-way', m.shared_act_under_way)
    return new Response(before.answer ? new Uint8Array(before.answer) : null, { status: before.status, headers: { 'content-type': before.media_type ?? 'application/json', 'cache-control': 'no-store', 'idempotent-replay': 'true' } })
  }
  const forget = () => db.deleteFrom('idempotency').where('person_id', '=', personId).where('key', '=', key).execute()
  const answer = await act().catch(async (error: unknown) => { await forget(); throw error })
  if (answer instanceof No) {
    await forget()
    return answer
  }
  const bytes = Buffer.from(await answer.clone().arrayBuffer())
  await db.updateTable('idempotency').set({ status: answer.status, answer: bytes.length > 0 ? bytes : null, media_type: answer.headers.get('content-type') }).where('person_id', '=', personId).where('key', '=', key).execute()
  return answer
}
