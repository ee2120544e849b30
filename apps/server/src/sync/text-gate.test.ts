/** The gate of a text, in a room: letters pass by their bytes, and what comes and goes as a whole is seen. */
import { plainPassage } from '@draagvlak/editor/passage'
import { elementOf, fragmentOf, readPassages, seedPassages } from '@draagvlak/editor/ydoc'
import { packFrames, updateFrame } from '@draagvlak/sync/frames'
import { Room } from '@draagvlak/sync/room'
import { memoryLog, testPeer } from '@draagvlak/sync/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { MOST_PASSAGES, textGate, type Deleted } from './text-gate.ts'

const TEXT = [plainPassage('aaaaaaaaaa', 'paragraph', 'Wij vragen actie.'), plainPassage('bbbbbbbbbb', 'paragraph', 'Slot.')]

async function aText(passages = TEXT) {
  const log = memoryLog()
  log.create('room')
  const doc = new Y.Doc()
  seedPassages(doc, passages)
  await log.append([{ room: 'room', epoch: 0, schema: 1, frames: packFrames([Y.encodeStateAsUpdate(doc)]), claims: [] }])
  const deleted: Deleted[] = []
  let healed = 0
  let looked = 0
  const gate = textGate({ steps: [], deleted: (passages) => deleted.push(...passages), heal: () => { healed += 1 } })
  const room = (await Room.open({
    name: 'room', log, newest: 1, publish: () => {}, publishAwareness: () => {}, schedule: setImmediate, gather: setImmediate, later: setImmediate, fault: (error) => { throw error },
    gate: { ...gate, whyNot: (...asked) => { looked += 1; return gate.whyNot(...asked) } },
  }))!
  const peer = testPeer('write')
  const member = room.join(peer)
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
  mine.on('update', (update: Uint8Array) => member.receive(updateFrame(update)))
  const texts = () => room.read((now) => readPassages(now).map(({ id, content }) => [id, content.map((part) => (part.type === 'text' ? part.text : '')).join('')]))
  return { room, peer, mine, root: fragmentOf(mine), deleted, texts, healed: () => healed, looked: () => looked }
}
const lettersOf = (root: Y.XmlFragment, at: number) => (root.get(at) as Y.XmlElement).get(0) as Y.XmlText

test('letters are written without a look at the document, and are in it when somebody looks', async () => {
  const { room, root, texts, looked } = await aText()
  lettersOf(root, 0).insert(4, 'echt ')
  await room.settled()
  lettersOf(root, 0).delete(0, 4)
  await room.settled()
  expect([looked(), texts()[0]![1]]).toEqual([0, 'echt vragen actie.'])
})
test('[R7] whatever is more than letters is looked at, after letters too', async () => {
  const { room, root, peer, looked, texts } = await aText()
  lettersOf(root, 0).insert(0, 'Ja: ')
  await room.settled()
  lettersOf(root, 0).format(0, 2, { evil: {} })
  await room.settled()
  expect([looked() > 0, peer.closed?.code, texts()[0]![1]]).toEqual([true, 4422, 'Ja: Wij vragen actie.'])
})
test('a passage that was deleted is kept as it last stood, with the letters typed a moment before', async () => {
  const { room, root, deleted } = await aText()
  lettersOf(root, 1).insert(5, ' Echt.')
  await room.settled()
  root.delete(1, 1)
  await room.settled()
  expect(deleted.map(({ passage, after }) => [passage.id, passage.content, after])).toEqual([['bbbbbbbbbb', [{ type: 'text', text: 'Slot. Echt.' }], 'aaaaaaaaaa']])
})
test('an id that stands twice is healed', async () => {
  const { room, root, healed } = await aText()
  root.insert(2, [elementOf(TEXT[0]!)])
  await room.settled()
  expect(healed()).toBe(1)
})
test('a passage that was put in is one in which letters are letters', async () => {
  const { room, root, looked, texts } = await aText()
  root.insert(2, [elementOf(plainPassage('cccccccccc', 'paragraph', 'Nieuw'))])
  await room.settled()
  const before = looked()
  lettersOf(root, 2).insert(5, '!')
  await room.settled()
  expect([looked(), texts()[2]]).toEqual([before, ['cccccccccc', 'Nieuw!']])
})
test('[R13] a text of 5,000 passages takes no more of them; typing and deleting there go on, and what was deleted makes room', async () => {
  const { room, root, peer, texts, healed } = await aText()
  const some = (count: number, from: number) => Array.from({ length: count }, (_, at) => elementOf(plainPassage(`p${String(from + at).padStart(9, '0')}`, 'paragraph', 'x')))
  for (let count = 2; count < MOST_PASSAGES; count += 833) root.insert(0, some(Math.min(833, MOST_PASSAGES - count), count))
  await room.settled()
  lettersOf(root, 0).insert(0, 'Ja ')
  lettersOf(root, 0).format(0, 2, { bold: {} })
  root.delete(5, 1)
  root.insert(5, some(1, 6_000))
  await room.settled()
  expect([peer.closed, texts().length, texts()[0]![1]]).toEqual([null, MOST_PASSAGES, 'Ja x'])
  root.insert(5, some(1, 6_001))
  await room.settled()
  expect([peer.closed, texts().length, healed()]).toEqual([{ code: 4413, reason: 'the text is full' }, MOST_PASSAGES, 0])
})
test('[R13] a text that holds more already grows no further, and can be made shorter', async () => {
  const more = Array.from({ length: MOST_PASSAGES + 2 }, (_, at) => plainPassage(`p${String(at).padStart(9, '0')}`, 'paragraph', 'x'))
  const { room, root, peer, texts } = await aText(more)
  root.delete(0, 1)
  await room.settled()
  lettersOf(root, 0).format(0, 1, { bold: {} })
  await room.settled()
  expect([peer.closed, texts().length]).toEqual([null, MOST_PASSAGES + 1])
  root.insert(0, [elementOf(plainPassage('nnnnnnnnnn', 'paragraph', 'Nieuw'))])
  await room.settled()
  expect([peer.closed?.code, texts().length]).toEqual([4413, MOST_PASSAGES + 1])
})
