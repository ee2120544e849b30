/** Opens the desk without a network: the service worker keeps the shell, this browser remembers who works here. */
import { seeMe, type Me } from '@draagvlak/api/session'
import type { QueryClient } from '@tanstack/react-query'
import { keyOf } from './api.ts'
import { openBrowserStore } from './statement/browser-store.ts'

const WHO = keyOf(seeMe)

/** Who worked here last, as something old that is asked again at once. Never keeps the page waiting for long. */
export async function recallWho(queries: QueryClient): Promise<void> {
  const store = await openBrowserStore().catch(() => null)
  const me = await store?.recallMe().catch(() => null)
  // With a network the server answers within a moment, and nobody sees a name that is no longer right.
  if (me && !navigator.onLine) queries.setQueryData(WHO, me, { updatedAt: 1 })
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] !== WHO[0]) return
    const now = query.state.data as Me | undefined
    if (now && query.state.dataUpdatedAt > 1) void store?.rememberMe(now).catch(() => {})
    else if (me && !now && query.state.fetchFailureCount > 0 && query.state.fetchFailureReason?.name !== 'ProblemError') queries.setQueryData(WHO, me, { updatedAt: 1 })
  })
}

/** Keeps the shell of the desk for the next time; only where pages come from the server as they were built. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator) || !document.querySelector('script[src^="/assets/"]')) return
  void navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(({ active }) => {
    // What this page loaded before the worker was there.
    const tell = () => active?.postMessage({ keep: performance.getEntriesByType('resource').map(({ name }) => name) })
    tell()
    new PerformanceObserver(tell).observe({ type: 'resource' })
  }, () => {})
}
