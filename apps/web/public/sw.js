/**
 * Keeps the shell of the desk, so that a text opens without a network.
 *
 * It keeps no answers of the server and never touches the pages of people without an account. A page comes from the network
 * first, so new code is never kept out; what it loads has a hash in its name and is the same for ever.
 */
const PREFIX = 'shell-'
const PAGE = '/'
const PATIENCE = 4000
/** The build in use and the one before it, whose tabs may still be open. */
const BUILDS_KEPT = 2

const isPrivateToOthers = (path) => /^\/(s|logo|p|api|sync|files|dev|healthz|readyz|metrics)(\/|$)/.test(path)
const isPartOfShell = (path) => /^\/(assets|fonts)\//.test(path) || path === '/icon.svg' || path === '/manifest.webmanifest'

addEventListener('install', (event) => event.waitUntil(fetch(PAGE, { cache: 'no-cache' }).then(keepPage).then(() => skipWaiting())))
addEventListener('activate', (event) => event.waitUntil(clients.claim()))

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || isPrivateToOthers(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (isPartOfShell(pathname)) event.respondWith(part(request))
})

addEventListener('message', (event) => {
  const wanted = (Array.isArray(event.data?.keep) ? event.data.keep : []).map((url) => new URL(url, location.origin)).filter((url) => url.origin === location.origin && isPartOfShell(url.pathname))
  event.waitUntil(Promise.all(wanted.map(async ({ href }) => { if (!await caches.match(href)) await keep(href, await fetch(href)) })).catch(() => {}))
})

/** The page from the network, or the kept one where there is no answer in time. */
async function page(event) {
  const kept = await keptPage()
  const fresh = fetch(event.request).then((response) => {
    // Every address of the desk is the same page.
    if (response.ok && /text\/html/.test(response.headers.get('content-type') ?? '')) event.waitUntil(keepPage(response.clone()).catch(() => {}))
    return response
  })
  if (!kept) return fresh
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE, kept) })
  return Promise.race([fresh.then((response) => (response.status >= 500 ? kept : response), () => kept), late])
}

async function part(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const response = await fetch(request)
  await keep(request.url, response.clone()).catch(() => {})
  return response
}

/** A build is known by the script that its page starts with. */
async function keepPage(response) {
  const html = await response.clone().text()
  const entry = /<script[^>]+src="(\/assets\/[^"]+)"/.exec(html)?.[1]
  if (!entry) return
  const name = `${PREFIX}${entry}`
  const cache = await caches.open(name)
  if (await cache.match(PAGE)) return
  const parts = [...html.matchAll(/(?:src|href)="(\/(?:assets|fonts)\/[^"]+|\/icon\.svg)"/g)].map((found) => found[1])
  await cache.addAll(parts)
  await cache.put(PAGE, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const builds = (await caches.keys()).filter((one) => one.startsWith(PREFIX))
  for (const old of builds.slice(0, -BUILDS_KEPT)) await caches.delete(old)
}

async function keep(url, response) {
  if (!response.ok) return
  const builds = (await caches.keys()).filter((one) => one.startsWith(PREFIX))
  const newest = builds.at(-1)
  if (newest) await (await caches.open(newest)).put(url, response)
}

/** The page of the newest build that was kept whole. */
async function keptPage() {
  const builds = (await caches.keys()).filter((one) => one.startsWith(PREFIX))
  for (const name of builds.reverse()) {
    const page = await (await caches.open(name)).match(PAGE)
    if (page) return page
  }
  return undefined
}
