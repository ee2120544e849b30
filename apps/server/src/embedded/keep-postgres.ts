/** Keeps the embedded PostgreSQL running: a server that ends by itself, for want of disk or memory, is started again, on the same port. */
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './postgres.ts'

export interface KeptPostgres { readonly url: string; stop(): Promise<void> }

const FIRST = 250
const LONGEST = 30_000
/** Who ran so long was well: the next end is a first one again. */
const WELL = 60_000

/** How long to wait before the n-th try in a row, the first being 1: twice as long each time, half a minute at most. */
export const pauseBefore = (attempt: number): number => Math.min(LONGEST, FIRST * 2 ** (attempt - 1))

/**
 * Meanwhile every question to the database fails, and so nothing is acknowledged; what was, is on disk.
 * @param fault told of every end and every failed try.
 * @throws Error with a sentence when the first start fails.
 */
export async function keepPostgres(options: EmbeddedOptions, fault: (why: string) => void): Promise<KeptPostgres> {
  let server: EmbeddedPostgres = await startPostgres(options)
  const { url } = server
  const port = Number(new URL(url).port)
  const end = new AbortController()

  /** True when it runs again, or is not wanted any more. */
  const again = async (attempt: number): Promise<boolean> => {
    await pause(pauseBefore(attempt), undefined, { signal: end.signal }).catch(() => {})
    if (end.signal.aborted) return true
    try {
      server = await startPostgres({ ...options, port })
      options.log('PostgreSQL runs again')
      return true
    } catch (error) {
      fault((error as Error).message)
      return false
    }
  }
  const watch = async () => {
    for (let attempt = 1; !end.signal.aborted; attempt += 1) {
      const since = performance.now()
      const why = await server.died
      if (end.signal.aborted) return
      fault(why)
      if (performance.now() - since > WELL) attempt = 1
      while (!await again(attempt)) attempt += 1
    }
  }
  void watch()
  return {
    url,
    async stop() {
      end.abort()
      await server.stop()
    },
  }
}
