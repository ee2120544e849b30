/** Tells the other nodes what was written here: one message per commit, with the words where they are small, else only where to look. */
import { packFrames, unpackFrames } from '@draagvlak/sync/frames'
import type { Bus, Channel } from '../store/bus.ts'

/** One NOTIFY holds less than 8,000 bytes; beyond this the other nodes read the log. */
const LARGEST = 7_500

/** `seq`: the row of the log, null where it is not known. `schema`: that of the room when it was written, null where nothing is. `updates`: null where the log must be read. */
export interface Heard { readonly room: string; readonly seq: number | null; readonly schema: number | null; readonly updates: readonly Uint8Array[] | null }
export interface Announcer { say(room: string, updates: readonly Uint8Array[], seq: number | null, schema: number | null): void }

/** @param soon collects what is said meanwhile into one message. */
export function createAnnouncer({ publish, channel, node, soon, fault }: { readonly publish: Bus['publishToOthers']; readonly channel: Channel; readonly node: string; readonly soon: (work: () => void) => void; readonly fault: (error: unknown) => void }): Announcer {
  let waiting: Heard[] = []
  let busy = false
  const send = async () => {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await publish(channel, () => messagesOf(node, group))
    }
  }
  return {
    say(room, updates, seq, schema) {
      waiting.push({ room, updates, seq, schema })
      if (busy) return
      busy = true
      soon(() => void send().catch(fault).finally(() => { busy = false }))
    },
  }
}

/** `node room~schema#seq:words room~schema#seq …`, the words of a room packed as its row of the log is. */
function messagesOf(node: string, group: readonly Heard[]): string[] {
  const messages: string[] = []
  let message = node
  for (const { room, updates, seq, schema } of group) {
    const where = `${room}${schema === null ? '' : `~${schema}`}${seq === null ? '' : `#${seq}`}`
    const words = updates && sizeOf(updates) < LARGEST ? `${where}:${inLetters(packFrames(updates))}` : null
    const part = !words || words.length + node.length + 1 > LARGEST ? where : words
    if (message.length + 1 + part.length > LARGEST) {
      messages.push(message)
      message = node
    }
    message += ` ${part}`
  }
  messages.push(message)
  return messages
}

const sizeOf = (updates: readonly Uint8Array[]): number => updates.reduce((sum, { length }) => sum + length, 0)
const inLetters = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** Null for what this node said itself: it is known here. */
export function readAnnouncement(node: string, message: string): Heard[] | null {
  if (message.startsWith(`${node} `)) return null
  return message.split(' ').slice(1).map((part) => {
    const [where = '', words] = part.split(':')
    const [name = '', seq] = where.split('#')
    const [room = '', schema] = name.split('~')
    return { room, seq: seq === undefined ? null : Number(seq), schema: schema === undefined ? null : Number(schema), updates: words === undefined ? null : unpackFrames(Buffer.from(words, 'base64')) }
  })
}

/** A command that is no node's own: every node must hear it, the one that ran it too. */
export const COMMAND = '*'
export const announceCommand = (bus: Pick<Bus, 'publish'>, room: string, edit: { readonly update: Uint8Array; readonly schema: number } | null): Promise<void> =>
  bus.publish('rooms', messagesOf(COMMAND, [{ room, seq: null, schema: edit?.schema ?? null, updates: edit && [edit.update] }])[0]!)
