/** Writes a text as a person does: through the wire, with a ticket, until the server says that it is on disk. */
import { readFrame, SAVED, SYNC, step1Frame, updateFrame } from '@draagvlak/sync/frames'
import type { Passage } from '@draagvlak/editor/passage'
import { elementOf, fragmentOf } from '@draagvlak/editor/ydoc'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

/** Replaces the whole text of a room. @throws Error when the room closes before everything is saved. */
export async function writeText(url: string, passages: readonly Passage[]): Promise<void> {
  const doc = new Y.Doc()
  const socket = new WebSocket(`${url}&frames=1`)
  await new Promise<void>((resolve, reject) => {
    let sent = false
    socket.on('error', reject)
    socket.on('close', (code, why) => reject(new Error(`the room closed with ${code} ${String(why)}`)))
    socket.on('open', () => socket.send(step1Frame(Y.encodeStateVector(doc))))
    socket.on('message', (data: Buffer) => {
      const bytes = new Uint8Array(data)
      if (decoding.readVarUint(decoding.createDecoder(bytes)) === SAVED) return resolve()
      if (bytes[0] !== SYNC) return
      const frame = readFrame(bytes)
      if (frame.type === 'step-1' || frame.type === 'awareness' || frame.type === 'query-awareness') return
      Y.applyUpdate(doc, frame.update)
      if (sent) return
      sent = true
      const before = Y.encodeStateVector(doc)
      doc.transact(() => {
        const fragment = fragmentOf(doc)
        fragment.delete(0, fragment.length)
        fragment.insert(0, passages.map(elementOf))
      })
      socket.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
    })
  })
  socket.removeAllListeners('close')
  socket.close()
}
