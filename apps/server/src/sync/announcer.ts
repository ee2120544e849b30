/** Tells the other nodes what was written here: one message per commit, with the words where they are small, else only where to look. */
import type { Bus } from '../store/bus.ts'

/** One NOTIFY holds less than 8,000 bytes; beyond this the other nodes read the log. */
const LARGEST = 7_500

interface Written { readonly room: string; readonly updates: readonly Uint8Array[] }
export interface Heard { readonly room: string; readonly updates: readonly Uint8Array[] | null }
export interface Announcer { say(room: string, updates: readonly Uint8Array[]): void }

export function createAnnouncer(bus: Pick<Bus, 'publish'>, node: string, soon: (work: () => void) => void, fault: (error: unknown) => void): Announcer {
  let waiting: Written[] = []
  let busy = false
  const send = async () => {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      for (const message of messagesOf(node, group)) await bus.publish('rooms', message)
    }
  }
  return {
    say(room, updates) {
      waiting.push({ room, updates })
      if (busy) return
      busy = true
      soon(() => void send().catch(fault).finally(() => { busy = false }))
    },
  }
}

/** `node room:update,update room room:update …` — a room without updates is one whose log must be read. */
function messagesOf(node: string, group: readonly Written[]): string[] {
  const messages: string[] = []
  let message = node
  for (const { room, updates } of group) {
    const words = `${room}:${updates.map((update) => Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('base64')).join(',')}`
    const part = words.length + node.length + 1 > LARGEST ? room : words
    if (message.length + 1 + part.length > LARGEST) {
      messages.push(message)
      message = node
    }
    message += ` ${part}`
  }
  messages.push(message)
  return messages
}

/** Null for what this node said itself: it is known here. */
export function readAnnouncement(node: string, message: string): Heard[] | null {
  if (message.startsWith(`${node} `)) return null
  return message.split(' ').slice(1).map((part) => {
    const [room = '', words] = part.split(':')
    return { room, updates: words === undefined ? null : words.split(',').filter(Boolean).map((text) => new Uint8Array(Buffer.from(text, 'base64'))) }
  })
}

/** A command that is no node's own: every node must hear it, the one that ran it too. */
export const COMMAND = '*'
export const announceCommand = (bus: Pick<Bus, 'publish'>, room: string, update: Uint8Array | null): Promise<void> =>
  bus.publish('rooms', update ? messagesOf(COMMAND, [{ room, updates: [update] }])[0]! : `${COMMAND} ${room}`)
