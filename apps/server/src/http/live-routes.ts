/** One stream of server-sent events per screen: `{ stream, revision }` for what this person may know of. */
import { PREFIX } from '@draagvlak/api/endpoint'
import { whyNot } from '@draagvlak/domain/access'
import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Deps } from '../deps.ts'
import { callerOf, type Caller } from '../people/caller.ts'
import { kindOf } from '../store/streams.ts'
import { standingsAmong } from '../sync/tickets.ts'
import type { Moved } from './live.ts'
import { No, notSignedIn } from './no.ts'
import { problemResponse } from './route.ts'
import { loadSituation } from './situation.ts'

export const LIVE_PATH = `${PREFIX}/events/live`
const BEAT = 25_000

/** @param every milliseconds between two beats. */
export function liveRoutes(app: Hono, deps: Deps, every = BEAT): void {
  app.get(LIVE_PATH, async (context) => {
    const caller = await callerOf(deps, context)
    if (!caller.signedIn) return problemResponse(notSignedIn(), caller.locale)
    context.header('cache-control', 'no-store')
    return streamSSE(context, async (stream) => {
      const send = (what: unknown) => stream.writeSSE({ data: JSON.stringify(what) }).catch(() => {})
      let end = () => {}
      const over = new Promise<void>((resolve) => { end = resolve })
      stream.onAbort(end)
      // Who acts for another organisation now comes back as that.
      const stands = async () => (await standingsAmong(deps, [caller]))(caller) === 'stands'
      const hear = async (moved: Moved) => {
        if (!await stands()) end()
        else if (await mayKnow(deps, caller, moved)) await send(moved)
      }
      const stop = deps.live.listen((moved) => void (moved === 'gap' ? send({ gap: true }) : hear(moved).catch(() => {})))
      // Where nothing happens, too: who signed out hears nothing, and its stream need not stay.
      const beat = setInterval(() => void stands().then(async (still) => { if (still) await stream.write(': beat\n\n'); else end() }).catch(() => {}), every)
      await send({ gap: true })
      await over
      clearInterval(beat)
      stop()
    })
  })
}

/** Asked anew for every event: a right can end while the screen is open. */
async function mayKnow(deps: Deps, caller: Caller, { stream }: Moved): Promise<boolean> {
  const kind = kindOf(stream)
  const [, id = '', organisationId = ''] = stream.split('/')
  if (kind === 'private') return organisationId === caller.who.organisationId
  if (kind === 'organisation') return true
  const situation = await loadSituation(deps, caller, kind === 'statement' ? { statementId: id } : { dossierId: id })
  return !(situation instanceof No) && whyNot(kind === 'statement' ? 'read-draft' : 'read-dossier', caller.who, situation) === null
}
