/** What a client sends before it is known who it is: kept for the room it may come into, and little of it, for anybody can send here. */
import type { WebSocket } from 'ws'

export interface Early {
  /** What came so far, in order; nothing more is kept. */
  take(): Uint8Array[]
}

/** An honest client says hello and who it is; one that was offline sends its words when it is asked for them. */
const MOST_BYTES = 2 * 1024 * 1024

/** @param tooMuch when there is more than is kept; then nothing is. */
export function keepEarly(ws: Pick<WebSocket, 'on' | 'off'>, tooMuch: () => void): Early {
  let kept: Uint8Array[] = []
  let bytes = 0
  const stop = (): Uint8Array[] => {
    ws.off('message', keep)
    const all = kept
    kept = []
    return all
  }
  const keep = (message: Buffer): void => {
    bytes += message.length
    if (bytes <= MOST_BYTES) return void kept.push(new Uint8Array(message))
    stop()
    tooMuch()
  }
  ws.on('message', keep)
  return { take: stop }
}
