/** The built screens: the workspace for most addresses, small entries of their own for the pages of people without an account. */
import fs from 'node:fs'
import path from 'node:path'
import type { Hono } from 'hono'
import { serverFolder } from '../assets.ts'

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.webmanifest': 'application/manifest+json', '.json': 'application/json', '.map': 'application/json', '.md': 'text/markdown; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.ico': 'image/x-icon',
}

export function pageRoutes(app: Hono): void {
  const folder = path.join(serverFolder(), '..', 'web', 'dist')
  const send = (file: string, headers: Record<string, string>) => {
    const bytes = fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file) : null
    return bytes ? new Response(new Uint8Array(bytes), { headers: { 'content-type': MEDIA[path.extname(file)] ?? 'application/octet-stream', ...headers } }) : new Response('Not found', { status: 404 })
  }
  // Names with a hash in them never change; the service worker and the pages are asked for again each time.
  app.get('/assets/*', (context) => send(inside(folder, context.req.path), { 'cache-control': 'public, max-age=31536000, immutable' }))
  app.get('/fonts/*', (context) => send(inside(folder, context.req.path), { 'cache-control': 'public, max-age=2592000' }))
  for (const file of ['/sw.js', '/manifest.webmanifest', '/icon.svg']) app.get(file, () => send(path.join(folder, file), { 'cache-control': 'no-cache' }))
  const personal = () => send(path.join(folder, 'sign.html'), { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })
  app.get('/s/:token', personal)
  app.get('/logo/:token', personal)
  // These addresses hold a secret: it stays in no cache and goes to nobody else.
  const secret = () => send(path.join(folder, 'index.html'), { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })
  for (const address of ['/binnen/:token', '/uitnodiging/:token', '/begin/:token', '/aanmelden/:token']) app.get(address, secret)
  app.get('*', () => send(path.join(folder, 'index.html'), { 'cache-control': 'no-cache', 'x-robots-tag': 'noindex' }))
}

/** A path with `..` in it never leaves the folder. */
function inside(folder: string, asked: string): string {
  const nowhere = path.join(folder, 'not-there')
  let file: string
  try { file = path.join(folder, path.normalize(decodeURIComponent(asked))) } catch { return nowhere } // `%E0` alone is no text
  return file.startsWith(folder + path.sep) ? file : nowhere
}
