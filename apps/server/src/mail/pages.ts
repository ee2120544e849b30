/** Mail without a mail server: readable at `/dev/mail`, on this machine only. */
import type { Context, Hono } from 'hono'
import { html, raw } from 'hono/html'
import type { Deps } from '../deps.ts'
import { isLoopback } from '../config.ts'

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/** Only without SMTP_URL, and when BASE_URL, the peer and the Host are this machine and nothing was forwarded. */
function isHere({ config }: Pick<Deps, 'config'>, context: Context): boolean {
  const peer = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? '127.0.0.1'
  const host = (context.req.header('host') ?? new URL(config.baseUrl).host).replace(/:\d+$/, '')
  return config.smtpUrl === null && isLoopback(new URL(config.baseUrl).hostname) && isLoopback(peer.replace(/^::ffff:/, '')) && isLoopback(host) && FORWARDED.every((name) => !context.req.header(name))
}

const STYLE = 'body{max-width:46rem;margin:2rem auto;padding:0 1.25rem;font:1rem/1.5 system-ui,sans-serif;background:#fbfaf6;color:#1a1d21}article{padding:1.25rem 0;border-top:1px solid #d9d5ca}h2{font-size:1.1rem;margin:0 0 .25rem}p{margin:.25rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.95rem/1.55 Georgia,serif}small{color:#5a6068}a{color:#1d4d7a}@media(prefers-color-scheme:dark){body{background:#0f1113;color:#e9e6df}small{color:#a4aab2}a{color:#8fbde8}article{border-color:#33373c}}'
const linked = (text: string) => text.split(/(https?:\/\/\S+)/).map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))

export function mailPages(app: Hono, deps: Deps): void {
  app.get('/dev/mail', async (context, next) => {
    if (!isHere(deps, context)) return next()
    const to = context.req.query('to')
    const mails = await deps.connection.db.selectFrom('outbox').selectAll().where('blanked_at', 'is', null).where('send_after', '<=', new Date(deps.now())).$if(to !== undefined, (query) => query.where('address', '=', to!)).orderBy('id', 'desc').limit(200).execute()
    context.header('cache-control', 'no-store')
    return context.html(html`<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mail</title><style>${raw(STYLE)}</style></head><body><main><h1>Mail</h1>
<p><small>SMTP_URL is not set: mail is kept and shown here, on this machine only.</small></p>
${mails.map((mail) => html`<article data-mail="${mail.id}" data-to="${mail.address}" data-kind="${mail.kind}"><h2>${mail.subject}</h2><p><small>${mail.address} · ${mail.created_at.toISOString()}</small></p><pre>${linked(mail.body_text ?? '')}</pre></article>`)}
</main></body></html>`)
  })
}
