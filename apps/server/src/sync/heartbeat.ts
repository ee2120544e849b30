/** Ends connections whose other end went without a word: a laptop that sleeps, a network that fell away. Its person comes back on a new one. */
import type { WebSocket } from 'ws'

/** A browser says something every fifteen seconds while it is open; who was silent for so long is asked, and has as long to answer. */
const BEAT = 30_000

export interface Heartbeat { readonly watch: (ws: WebSocket) => void; readonly stop: () => void }

/** @param every milliseconds between two looks. */
export function createHeartbeat(every = BEAT): Heartbeat {
  /** Looks since each was last heard. */
  const silent = new Map<WebSocket, number>()
  function hear(this: WebSocket): void { silent.set(this, 0) }
  function gone(this: WebSocket): void { silent.delete(this) }

  const beat = setInterval(() => {
    for (const [ws, looks] of silent) {
      silent.set(ws, looks + 1)
      if (looks === 1) ws.ping()
      else if (looks > 1) ws.terminate()
    }
  }, every)
  return {
    watch(ws) {
      silent.set(ws, 0)
      ws.on('message', hear)
      ws.on('pong', hear)
      ws.on('close', gone)
    },
    stop: () => clearInterval(beat),
  }
}
