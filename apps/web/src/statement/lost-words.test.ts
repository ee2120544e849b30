/** A text is gone when its writer comes back: the words that were typed meanwhile are still offered. */
import { p, replicaOf, textDoc } from '@draagvlak/editor/testing'
import { passageElements } from '@draagvlak/editor/ydoc'
import { openLocalCopies } from '@draagvlak/sync/local-copy'
import { aDevice, DeviceKeyRange } from '@draagvlak/sync/testing-store'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openBrowserStore } from './browser-store.ts'
import { lostWords } from './lost-words.ts'

beforeAll(() => { vi.stubGlobal('IDBKeyRange', DeviceKeyRange) })
afterAll(() => { vi.unstubAllGlobals() })

test('words that lie in the copy of a text that was deleted meanwhile are handed out once, and those of others are not', async () => {
  const device = aDevice()
  const [copies, desk] = await Promise.all([openLocalCopies(device), openBrowserStore(device)])
  const server = textDoc(p('een', 'Wij vragen actie.'), p('twee', 'Tot slot.'))
  const laptop = replicaOf(server)
  const copy = copies.open('samira/tekst/0/1')
  await copy.keep(Y.encodeStateAsUpdate(server))
  await copy.confirm(Y.encodeStateVector(server))
  for (const [passage, words] of [[1, ' Onze trainers zien het.'], [0, ' Nu.']] as const) {
    const text = passageElements(laptop)[passage]!.get(0) as Y.XmlText
    text.insert(text.length, words)
  }
  await copy.keep(Y.encodeStateAsUpdate(laptop))
  await copies.open('samira/tekst~sport/0/1').keep(Y.encodeStateAsUpdate(server))

  const offered = await lostWords(copies, desk, 'samira', 'tekst', '2026-12-01T09:00:00Z')
  expect(offered.map(({ because, typed }) => [because, typed])).toEqual([['not-taken', ' Nu.'], ['not-taken', ' Onze trainers zien het.']])
  expect(await copies.names('samira/'), 'what was never compared with the server stays').toEqual(['samira/tekst~sport/0/1'])
  await desk.handled(offered[0]!.id)
  expect((await lostWords(copies, desk, 'samira', 'tekst', '2026-12-01T10:00:00Z')).map(({ typed }) => typed)).toEqual([' Onze trainers zien het.'])
})
