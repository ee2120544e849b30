/** A typist on the raw wire: types numbered words one by one and knows which of them the server confirmed. */
import { readFrame, SAVED, step1Frame, SYNC, updateFrame } from '@draagvlak/sync/frames'
import { passageElements } from '@draagvlak/editor/ydoc'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

export interface Typist {
  /** How many words are confirmed to be on disk. */
  confirmed(): number
  typed(): number
  readonly doc: Y.Doc
  readonly closed: Promise<number>
  isClosed(): boolean
  /** Types the next word at the end of the last passage. */
  type(): void
  /** Changes the text in another way and sends that; it counts as a word. */
  tells(change: (doc: Y.Doc) => void): void
  /** Resolves when everything typed so far is confirmed, or the room closed. */
  settled(): Promise<void>
  leave(): void
}

export async function startTypist(url: string): Promise<Typist> {
  const doc = new Y.Doc()
  const socket = new WebSocket(`${url}&frames=1`)
  let typed = 0
  let confirmed = 0
  let isClosed = false
  const waiting = new Set<() => void>()
  const wake = () => { for (const go of waiting) go() }
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => { isClosed = true; wake(); resolve(code) }))
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.on('open', () => socket.send(step1Frame(Y.encodeStateVector(doc))))
    socket.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data)
      const decoder = decoding.createDecoder(bytes)
      if (decoding.readVarUint(decoder) === SAVED) {
        confirmed = decoding.readVarUint(decoder)
        return wake()
      }
      if (bytes[0] !== SYNC) return
      const frame = readFrame(bytes)
      if (frame.type !== 'step-2' && frame.type !== 'update') return
      Y.applyUpdate(doc, frame.update, 'wire')
      if (frame.type === 'step-2') resolve()
    })
  })
  const send = (change: () => void) => {
    const before = Y.encodeStateVector(doc)
    change()
    typed += 1
    if (socket.readyState === WebSocket.OPEN) socket.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
  }
  return {
    doc, closed, isClosed: () => isClosed, confirmed: () => confirmed, typed: () => typed,
    type: () => send(() => {
      const last = passageElements(doc).at(-1)!
      const text = last.toArray().find((part) => part instanceof Y.XmlText) ?? (() => { const made = new Y.XmlText(); last.insert(0, [made]); return made })()
      text.insert(text.length, ` w${typed + 1}`)
    }),
    tells: (change) => send(() => change(doc)),
    async settled() { while (!isClosed && confirmed < typed) await new Promise<void>((resolve) => { const go = () => { waiting.delete(go); resolve() }; waiting.add(go) }) },
    leave: () => socket.close(),
  }
}
