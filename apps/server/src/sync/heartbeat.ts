/** Ends connections whose other end went without a word: a laptop that sleeps, a network that fell away. Its person comes back on a new one. */
import type { WebSocket } from 'ws'

/** A browser says something every fifteen seconds while it is open; who was silent for so long is asked, and has as long to answer. */
const BEAT = 30_000

export interface Heartbeat { readonly watch: (ws: WebSocket) => void; readonly stop: () => void }

/** @param every milliseconds between two looks. */
export function createHeartbeat(every = BEAT): Heartbeat {
  const all = new Set<WebSocket>()
  const heard = new WeakSet<WebSocket>()
  const asked = new WeakSet<WebSocket>()
  function hear(this: WebSocket): void { heard.add(this) }
  function gone(this: WebSocket): void { all.delete(this) }

  const beat = setInterval(() => {
    for (const ws of all) {
      if (heard.delete(ws)) asked.delete(ws)
      else if (asked.has(ws)) ws.terminate()
      else {
        asked.add(ws)
        ws.ping()
      }
    }
  }, every)
  return {
    watch(ws) {
      all.add(ws)
      heard.add(ws)
      ws.on('message', hear)
      ws.on('pong', hear)
      ws.on('close', gone)
    },
    stop: () => clearInterval(beat),
  }
}
