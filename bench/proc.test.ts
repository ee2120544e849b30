/** The lines of /proc as Linux writes them. */
import { expect, test } from 'vitest'
import { familyOf, readPss, readStat } from './proc.ts'

test('a name with spaces and brackets does not shift the fields behind it', () => {
  const line = '4242 (node (a) b) S 17 4242 4242 0 -1 4194304 9731 120 3 0 181 42 7 5 20 0 11 0 123456 1073741824 20480 18446744073709551615 1 1 0'
  expect(readStat(line)).toEqual({ name: 'node (a) b', parent: 17, ticks: 223, childTicks: 12 })
})

test('memory is the share of its pages, where the kernel says it', () => {
  expect(readPss('55d0-7ffc ---p 00000000 00:00 0 [rollup]\nRss:               90420 kB\nPss:               61234 kB\nPss_Dirty:          1000 kB\n')).toBe(61_234)
  expect(readPss('')).toBeNull()
})

test('a family is all that descends from its roots, and nobody who ended', () => {
  const all = new Map([[10, 1], [11, 10], [12, 11], [20, 1], [30, 12]].map(([pid, parent]) => [pid!, { name: 'x', parent: parent!, ticks: 0, childTicks: 0 }]))
  expect(familyOf(all, [10]).sort((one, other) => one - other)).toEqual([10, 11, 12, 30])
  expect(familyOf(all, [12, 99]).sort((one, other) => one - other)).toEqual([12, 30])
})
