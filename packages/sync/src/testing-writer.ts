/** Somebody who types in a room of the tests, with a document of their own. */
import * as Y from 'yjs'
import { updateFrame } from './frames.ts'
import { framesOf, memoryLog, textOf, type aRoom, type MemoryLog, type TestPeer } from './testing.ts'

/** A person with a document of its own, joined to a room. */
export function writer(room: Awaited<ReturnType<typeof aRoom>>['room'], peer: TestPeer, doc = new Y.Doc()) {
  const member = room.join(peer)
  return {
    peer, doc, member,
    /** The update of typing this, not yet sent. */
    typed(words: string): Uint8Array {
      const before = Y.encodeStateVector(doc)
      doc.getText('default').insert(textOf(doc).length, words)
      return Y.encodeStateAsUpdate(doc, before)
    },
    types(words: string) { member.receive(updateFrame(this.typed(words))) },
    /** What this peer was sent, applied. */
    sees(): string {
      const seen = new Y.Doc()
      for (const frame of framesOf(peer)) if (frame.type === 'update' || frame.type === 'step-2') Y.applyUpdate(seen, frame.update)
      return textOf(seen)
    },
  }
}
export function openLog(): MemoryLog {
  const log = memoryLog()
  log.create('room')
  return log
}
