/** What comes from one client: as much as it likes while it is honest work, slower when it is so much that others would wait for it. */
import type { WebSocket } from 'ws'

/** What one connection may bring in one stretch of time; somebody who types fast brings a hundredth of it. */
const STRETCH = 50
const MESSAGES = 500
const BYTES = 1024 * 1024

export interface Inbox { readonly close: () => void }

/** Reading from the socket stops until the stretch is over: what is sent meanwhile waits in the network, and nothing of it is lost. */
export function openInbox(ws: Pick<WebSocket, 'on' | 'pause' | 'resume'>, receive: (bytes: Uint8Array) => void): Inbox {
  let messages = 0
  let bytes = 0
  let began = 0
  let timer: NodeJS.Timeout | undefined
  const goOn = () => {
    timer = undefined
    messages = 0
    bytes = 0
    ws.resume()
  }
  ws.on('message', (data: Buffer) => {
    const now = performance.now()
    if (now - began > STRETCH && !timer) {
      began = now
      messages = 0
      bytes = 0
    }
    messages += 1
    bytes += data.length
    receive(data)
    if (timer || (messages < MESSAGES && bytes < BYTES)) return
    ws.pause()
    timer = setTimeout(goOn, Math.max(1, began + STRETCH - now))
  })
  return { close: () => clearTimeout(timer) }
}
