/** The thread that compacts ends when there was nothing to do for a while; what comes at that very moment is done by another. */
import { packFrames } from '@draagvlak/sync/frames'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createCompactor } from './compactor.ts'

afterEach(() => { vi.useRealTimers() })

test('what is to be compacted at the moment when the thread ends is compacted', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const doc = new Y.Doc()
  doc.getText('default').insert(0, 'Wij vragen actie.')
  const rows = [packFrames([Y.encodeStateAsUpdate(doc)])]
  const compactor = createCompactor()
  expect(await compactor.compact(rows)).not.toBe(null)
  vi.advanceTimersByTime(60_000)
  const again = (await compactor.compact(rows))!
  const copy = new Y.Doc()
  Y.applyUpdate(copy, again.update)
  expect(copy.getText('default').toJSON()).toBe('Wij vragen actie.')
  await compactor.stop()
}, 30_000)
