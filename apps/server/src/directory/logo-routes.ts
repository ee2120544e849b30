/** Logos: taken in, measured, kept by hash, and served so that nothing in them can act. */
import * as api from '@draagvlak/api/organisation'
import { streamOf, type By, type LogoVariant } from '@draagvlak/domain/events'
import { decideAddLogo, decideRetireLogo } from '@draagvlak/domain/logo'
import type { Logo } from '@draagvlak/domain/organisation'
import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { No, no, notFound, refused } from '../http/no.ts'
import type { On } from '../http/route.ts'
import { problemResponse } from '../http/route.ts'
import { newId } from '../ids.ts'
import { logoHeaders, type LogoMediaType } from '../logo/logo-headers.ts'
import { measureLogo } from '../logo/measure-logo.ts'
import { whyNotLogo } from '@draagvlak/messages/logo'
import { preferred } from '../people/caller.ts'
import { sha256 } from '../store/chain.ts'
import { keepFile, readFile } from '../store/files.ts'
import { logoView } from './views.ts'

export function logoRoutes(app: Hono, on: On, deps: Deps): void {
  on(api.addLogo, async ({ params, query, upload, by }) => {
    const added = await takeIn(deps, by, params.organisationId, upload, query.variant ?? 'colour')
    return added instanceof No ? added : logoView(added)
  })
  on(api.retireLogo, async ({ params, by }) => {
    const outcome = await deps.events.decide({ write: streamOf.organisation(params.organisationId), by }, ({ state }) =>
      decideRetireLogo(state(streamOf.organisation(params.organisationId))!, { logoId: params.logoId, reason: null }))
    return outcome.ok ? undefined : refused(outcome.because)
  })
  // The address is the hash of the bytes: whoever knows it has seen the logo. Nothing but cleaned logos is served here.
  app.get('/files/:hash', async (context) => {
    const hash = context.req.param('hash')
    const file = /^[0-9a-f]{64}$/.test(hash) ? await readFile(deps.connection.db, hash) : null
    if (!file?.mediaType.startsWith('image/')) return problemResponse(notFound('file'), preferred(context.req.header('accept-language')))
    return new Response(new Uint8Array(file.bytes), { headers: logoHeaders(file.mediaType as LogoMediaType) })
  })
}

/** File first, event second, in one transaction: an event without its file can't be. */
export async function takeIn(deps: Deps, by: By, organisationId: string, bytes: Uint8Array, variant: LogoVariant): Promise<Logo | No> {
  const measured = await measureLogo(bytes)
  if (!measured.ok) return no(422, measured.because, whyNotLogo(measured.because))
  const logoId = newId()
  const stream = streamOf.organisation(organisationId)
  const outcome = await deps.events.decide({ write: stream, by }, async ({ state, trx }) => {
    const file = await keepFile(trx, measured.bytes, measured.mediaType)
    return decideAddLogo(state(stream)!, { logoId, file, mediaType: measured.mediaType, variant, facts: measured.facts })
  })
  if (!outcome.ok) return refused(outcome.because)
  const { logos } = (await deps.events.state(stream))!
  const file = sha256(measured.bytes)
  // What was there already in this variant is the one that was sent, wherever it stands in the list.
  return logos.find((logo) => logo.logoId === logoId) ?? logos.findLast((logo) => logo.file === file && logo.variant === variant && logo.retiredAt === null) ?? notFound('file')
}
