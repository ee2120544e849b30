/** The public pages: server HTML without script or cookie. What is under embargo does not exist here, by any address (E1). */
import type { Locale } from '@draagvlak/messages/m'
import type { Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { preferred } from '../people/caller.ts'
import { pdfHeaders } from '../pdf/pdf-headers.ts'
import { bundleOf } from './bundle.ts'
import { editionPdf } from './edition-pdf.ts'
import { mailPage } from './public/mail-page.ts'
import { notFoundPage } from './public/not-found-page.ts'
import { publicPolicy } from './public/page-frame.ts'
import { publicPage } from './public/public-page.ts'
import { publicText } from './public/public-text.ts'
import type { PublicView } from './public/public-view.ts'
import { verifyPage } from './public/verify-page.ts'
import { published, type Published } from './public-sources.ts'
import { canonicalJson } from '../store/chain.ts'

/** Asked for again each time: a withdrawal counts from that moment on. */
const FRESH = { 'cache-control': 'public, max-age=0, must-revalidate' }
const PAGE_HEADERS = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': publicPolicy, ...FRESH, vary: 'Accept-Language' }

type Show = (found: Published, locale: Locale, context: Context) => Response | Promise<Response>

export function publicRoutes(app: Hono, deps: Deps): void {
  const serve = async (context: Context, slug: string, number: number | undefined, show: Show): Promise<Response> => {
    const locale = preferred(context.req.header('accept-language'))
    const found = number === undefined || Number.isInteger(number) ? await published(deps, slug, number) : null
    return found ? show(found, locale, context) : new Response(notFoundPage(locale), { status: 404, headers: { ...PAGE_HEADERS, 'cache-control': 'no-store' } })
  }
  const page = (html: string) => new Response(html, { headers: PAGE_HEADERS })
  const shows: Record<string, Show> = {
    '': ({ view }, locale, context) => page(context.req.query('als') === 'mail' ? mailPage(view, locale) : publicPage(view, locale)),
    '.txt': ({ view }) => new Response(publicText(view), { headers: { 'content-type': 'text/plain; charset=utf-8', ...FRESH, 'content-language': view.edition.language } }),
    '.json': ({ view }) => new Response(canonicalJson(asJson(view)), { headers: { 'content-type': 'application/json; charset=utf-8', ...FRESH, 'access-control-allow-origin': '*' } }),
    '.pdf': async ({ view }) => new Response(await editionPdf(deps, view) as BodyInit, { headers: { ...pdfHeaders(view.title), ...FRESH } }),
    '.zip': async ({ statement }) => new Response(await bundleOf(deps, statement, { organisationId: null, secretariat: false }) as BodyInit, { headers: { 'content-type': 'application/zip', ...FRESH, 'content-disposition': `attachment; filename="${statement.slug}.zip"` } }),
  }

  app.get('/p/:slug/verify', (context) => serve(context, context.req.param('slug'), undefined, ({ view }, locale) => page(verifyPage(view, context.req.query('kenmerk') ?? null, locale))))
  app.get('/p/:slug/editions/:number', (context) => serve(context, context.req.param('slug'), Number(context.req.param('number')), shows['']!))
  app.get('/p/:file', (context) => {
    const [, slug = '', ending = ''] = /^(.*?)(\.(?:txt|json|pdf|zip))?$/.exec(context.req.param('file')) ?? []
    return serve(context, slug, undefined, shows[ending]!)
  })
  app.get('/p/*', (context) => serve(context, '', undefined, shows['']!))
}

/** The edition as data, with organisations only; whoever stands there in person is on the page, where it can be taken back. */
function asJson(view: PublicView): unknown {
  const { edition, file, publishedAt, withdrawn, editions, ended, newest } = view
  const { printed: _printed, personal: _personal, ...organisationsOnly } = edition
  return { ...organisationsOnly, title: view.title, file, publishedAt, withdrawn, editions, ended, newest, address: view.address }
}
