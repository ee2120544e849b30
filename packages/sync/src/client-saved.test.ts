/** When the browser's end may say that words are saved, message by message: what comes in, and when, is said by the test. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { TextClient } from './client.ts'
import { savedFrame, step1Frame, updateFrame } from './frames.ts'
import { memoryCopy, textOf, tick } from './testing.ts'

function byHand() {
  const lines: Line[] = []
  class Line {
    readonly OPEN = 1
    readyState = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { data: ArrayBufferLike }) => void) | null = null
    constructor() {
      lines.push(this)
      queueMicrotask(() => { this.readyState = 1; this.onopen?.() })
    }
    send(): void {}
    close(): void { this.readyState = 3 }
  }
  return { Socket: Line as unknown as typeof WebSocket, says: (frame: Uint8Array) => lines.at(-1)!.onmessage!({ data: frame.slice().buffer }), goesDown: () => { lines.at(-1)!.readyState = 2 } }
}
const type = ({ doc }: TextClient, words: string) => doc.getText('default').insert(textOf(doc).length, words)

test('[C1] while the server has not asked what it lacks, and after words that could not be handed over, nothing counts as saved', async () => {
  const { Socket, says, goesDown } = byHand()
  const [copy, earlier] = [memoryCopy(), new Y.Doc()]
  earlier.getText('default').insert(0, 'Zonder netwerk.')
  copy.updates.push(Y.encodeStateAsUpdate(earlier))
  const client = new TextClient({ serverUrl: 'ws://test/sync', room: 'room', epoch: 0, schema: 1, writing: true, copy, onNotice: () => {}, WebSocket: Socket })
  await client.ready
  await tick()
  type(client, ' En door.')
  says(savedFrame(1)) // these letters, not what was kept before them
  expect(client.unsaved).toBe(true)
  says(step1Frame(new Uint8Array([0])))
  says(savedFrame(1)) // the answer is on its way
  expect(client.unsaved).toBe(true)
  says(savedFrame(2))
  expect(client.unsaved).toBe(false)
  goesDown()
  type(client, ' Te laat.')
  says(savedFrame(2))
  expect(client.unsaved).toBe(true)
  client.stop()
})

test('what others wrote is remembered as theirs, also where nothing was ever typed here', async () => {
  const { Socket, says } = byHand()
  const [copy, other] = [memoryCopy(), new Y.Doc()]
  const client = new TextClient({ serverUrl: 'ws://test/sync', room: 'room', epoch: 0, schema: 1, writing: true, copy, onNotice: () => {}, WebSocket: Socket })
  await tick()
  other.getText('default').insert(0, 'Van een ander.')
  says(updateFrame(Y.encodeStateAsUpdate(other)))
  await tick()
  const { confirmed } = await copy.load()
  expect(confirmed && Y.decodeStateVector(confirmed)).toEqual(new Map([[other.clientID, 14]]))
  client.stop()
})
