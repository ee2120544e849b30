/** What was asked and not answered yet: a server that stops answers that first, for what was recorded must not look as if it failed. */
import type { ServerType } from '@hono/node-server'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { LIVE_PATH } from './live-routes.ts'

export interface InFlight {
  /** Resolves when all is answered, or after so many milliseconds. Streams of events have no end and are not waited for. */
  answered(longest: number): Promise<void>
}

const LOOK = 10

export function watchInFlight(server: ServerType): InFlight {
  const open = new Set<ServerResponse>()
  ;(server as { on(event: 'request', listener: (request: IncomingMessage, response: ServerResponse) => void): void }).on('request', ({ url }, response) => {
    if (url?.split('?')[0] === LIVE_PATH) return
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  return {
    async answered(longest) {
      const until = performance.now() + longest
      while (open.size > 0 && performance.now() < until) await pause(LOOK)
    },
  }
}
