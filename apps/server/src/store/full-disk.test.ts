/** A full disk is one line in the log, however many are refused, and one when there is room again. */
import { expect, test } from 'vitest'
import { DISK_HAS_ROOM, DISK_IS_FULL, watchDisk } from './full-disk.ts'

const noRoom = () => Object.assign(new Error('could not extend file "base/5/16524"'), { code: '53100' })

test('a hundred refusals are told once, room once, and a second time full is told again', () => {
  const told: string[] = []
  const disk = watchDisk({ error: (_: unknown, message?: string) => { told.push(message!) }, warn: (message: unknown) => { told.push(String(message)) } })
  disk.wrote()
  for (let time = 0; time < 100; time += 1) expect(disk.isFull(noRoom())).toBe(true)
  disk.wrote()
  disk.wrote()
  disk.isFull(noRoom())
  expect(told).toEqual([DISK_IS_FULL, DISK_HAS_ROOM, DISK_IS_FULL])
})

test('other faults are not taken for a full disk', () => {
  const disk = watchDisk({ error: () => { throw new Error('nothing to tell') }, warn: () => {} })
  for (const error of [new Error('connect ECONNREFUSED'), Object.assign(new Error('deadlock detected'), { code: '40P01' }), null]) expect(disk.isFull(error)).toBe(false)
})
