/** How a message looks to each kind of server: y-websocket's frames, or the same behind the name of the document. */
import { readNumber, readPart, writeNumber, writeString } from './bytes.ts'

export type Protocol = 'y-websocket' | 'hocuspocus'
export type Heard =
  | { readonly is: 'asked'; readonly stateVector: Uint8Array }
  | { readonly is: 'answered' | 'updated'; readonly update: Uint8Array }
  | { readonly is: 'saved'; readonly count: number }
  | { readonly is: 'one-saved' }
  | { readonly is: 'other' }

export interface Wire {
  /** What is said before anything else. */
  readonly greeting: readonly Uint8Array[]
  readonly ask: (stateVector: Uint8Array) => Uint8Array
  readonly answer: (update: Uint8Array) => Uint8Array
  readonly update: (update: Uint8Array) => Uint8Array
  readonly awareness: (presences: Uint8Array) => Uint8Array
  readonly read: (message: Uint8Array) => Heard
}

const [SYNC, AWARENESS, AUTH, SYNC_REPLY, SYNC_STATUS] = [0, 1, 2, 4, 8] as const

function join(head: readonly number[], types: readonly number[], content: Uint8Array): Uint8Array {
  const bytes = [...head, ...types]
  writeNumber(bytes, content.length)
  const message = new Uint8Array(bytes.length + content.length)
  message.set(bytes)
  message.set(content, bytes.length)
  return message
}

/** @param savedType the type of the frame that says how many messages of this connection are on disk, where the server has one. */
export function wireOf(protocol: Protocol, doc: string, savedType?: number): Wire {
  const head: number[] = []
  if (protocol === 'hocuspocus') writeString(head, doc)
  const token: number[] = [...head, AUTH, 0]
  writeString(token, 'bench')
  return {
    greeting: protocol === 'hocuspocus' ? [Uint8Array.from(token)] : [],
    ask: (stateVector) => join(head, [SYNC, 0], stateVector),
    answer: (update) => join(head, [SYNC, 1], update),
    update: (update) => join(head, [SYNC, 2], update),
    awareness: (presences) => join(head, [AWARENESS], presences),
    read(message) {
      const begin = protocol === 'hocuspocus' ? readPart(message, 0).next : 0
      const { value: type, next } = readNumber(message, begin)
      if (type === savedType) return { is: 'saved', count: readNumber(message, next).value }
      if (protocol === 'hocuspocus' && type === SYNC_STATUS) return readNumber(message, next).value === 1 ? { is: 'one-saved' } : { is: 'other' }
      if (type !== SYNC && !(protocol === 'hocuspocus' && type === SYNC_REPLY)) return { is: 'other' }
      const step = readNumber(message, next)
      const { part } = readPart(message, step.next)
      if (step.value === 0) return { is: 'asked', stateVector: part }
      return { is: step.value === 1 ? 'answered' : 'updated', update: part }
    },
  }
}

/** One person's presence, as y-protocols writes it. */
export function presence(client: number, clock: number, state: unknown): Uint8Array {
  const bytes: number[] = [1]
  writeNumber(bytes, client)
  writeNumber(bytes, clock)
  writeString(bytes, JSON.stringify(state))
  return Uint8Array.from(bytes)
}
