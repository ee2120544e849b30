/** Rooms that write in the same moment share one write, and each hears its own answer. */
import { describe, expect, test } from 'vitest'
import type { Entry } from './document-log.ts'
import { documentLogContract } from './document-log-contract.ts'
import { packFrames } from './frames.ts'
import { groupedLog } from './grouped-log.ts'
import { memoryLog } from './testing.ts'

const entry = (room: string): Entry => ({ room, epoch: 0, schema: 1, frames: packFrames([]), claims: [] })

function counted() {
  const inner = memoryLog()
  const writes: string[][] = []
  const log = groupedLog({ ...inner, append: (entries) => { writes.push(entries.map(({ room }) => room)); return inner.append(entries) } }, setImmediate)
  for (const room of ['een', 'twee', 'drie']) inner.create(room)
  return { log, inner, writes }
}

describe('a log that groups', () => {
  documentLogContract(() => {
    const inner = memoryLog()
    let rooms = 0
    return Promise.resolve({
      log: groupedLog(inner, setImmediate),
      create: () => { const room = `room-${rooms += 1}`; inner.create(room); return Promise.resolve(room) },
      freeze: (room) => { inner.freeze(room); return Promise.resolve() }, reopen: (room) => { inner.reopen(room); return Promise.resolve() },
      raise: (room, schema) => { inner.raise(room, schema); return Promise.resolve() },
    })
  })
  test('what rooms append in one tick is one write', async () => {
    const { log, writes } = counted()
    await Promise.all([log.append([entry('een')]), log.append([entry('twee')])])
    expect(writes).toEqual([['een', 'twee']])
  })
  test('what comes while a write is under way goes together in the next', async () => {
    const { log, inner, writes } = counted()
    const release = inner.hold()
    const first = log.append([entry('een')])
    await new Promise((resolve) => { setImmediate(resolve) })
    const later = Promise.all([log.append([entry('twee')]), log.append([entry('drie')])])
    release()
    await Promise.all([first, later])
    expect(writes).toEqual([['een'], ['twee', 'drie']])
  })
  test('a closed room hears it, and its neighbour does not', async () => {
    const { log, inner } = counted()
    inner.freeze('twee')
    expect(await Promise.all([log.append([entry('een')]), log.append([entry('twee')])])).toMatchObject([{ closed: [] }, { closed: ['twee'] }])
  })
  test('[R10] a write that fails fails for all in it, and the next one is a new chance', async () => {
    const { log, inner } = counted()
    inner.failNext(new Error('the disk is full'))
    const answers = await Promise.allSettled([log.append([entry('een')]), log.append([entry('twee')])])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await log.append([entry('een')])).toMatchObject({ closed: [] })
  })
})
