/** The log in memory is a log. */
import { describe } from 'vitest'
import { documentLogContract } from './document-log-contract.ts'
import { memoryLog } from './testing.ts'

describe('the log in memory', () => documentLogContract(() => {
  const log = memoryLog()
  let rooms = 0
  return Promise.resolve({
    log,
    create: () => {
      rooms += 1
      log.create(`room ${rooms}`)
      return Promise.resolve(`room ${rooms}`)
    },
    freeze: (room) => Promise.resolve(log.freeze(room)),
    reopen: (room) => Promise.resolve(log.reopen(room)), raise: (room, schema) => Promise.resolve(log.raise(room, schema)),
  })
}))
