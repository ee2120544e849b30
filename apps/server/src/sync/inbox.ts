/** What comes from one client: as much as it likes while it is honest work, slower when it is so much that others would wait for it. */
import type { WebSocket } from 'ws'

/** What one connection may bring in one stretch of time, in ms; somebody who types fast brings a hundredth of it. */
const STRETCH = 50
const MESSAGES = 500
const BYTES = 1024 * 1024
/** And so much of the time, in ms: what takes long to read is slowed like what is much. */
const WORK = 20
/** Where that takes longer than a stretch it is less the next time, down to this part of it: still more than anybody types. */
const LEAST = 1 / 50
/** So long one waits for the others at the most, in ms. */
const LONGEST = 1_000

export interface Inbox { readonly close: () => void }

/**
 * Reading from the socket stops until the stretch is over and all that came is done: what is sent meanwhile waits in the network, and nothing of it is lost.
 * Then the others have as long as it took.
 * @param done resolves when everything received so far is on disk or refused.
 */
export function openInbox(ws: Pick<WebSocket, 'on' | 'pause' | 'resume'>, receive: (bytes: Uint8Array) => void, done: () => Promise<void> = () => Promise.resolve()): Inbox {
  let messages = 0
  let bytes = 0
  let work = 0
  let began = 0
  let share = 1
  let paused = false
  let timer: NodeJS.Timeout | undefined
  const goOn = () => {
    paused = false
    messages = 0
    ws.resume()
  }
  const rest = async () => {
    await done()
    const took = performance.now() - began
    share = Math.min(1, Math.max(LEAST, took > STRETCH ? share / 2 : share * 2))
    timer = setTimeout(goOn, Math.max(1, STRETCH - took, Math.min(took, LONGEST)))
  }
  ws.on('message', (data: Buffer) => {
    const now = performance.now()
    if (!paused && (messages === 0 || now - began > STRETCH)) {
      began = now
      messages = 0
      bytes = 0
      work = 0
    }
    messages += 1
    bytes += data.length
    receive(data)
    work += performance.now() - now
    if (paused || (messages < MESSAGES * share && bytes < BYTES * share && work < WORK)) return
    paused = true
    ws.pause()
    void rest()
  })
  return { close: () => clearTimeout(timer) }
}
