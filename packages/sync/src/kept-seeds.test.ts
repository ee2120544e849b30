/** What failed once is kept, and tried first the next time. */
import fc from 'fast-check'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holds, type Failure } from './kept-seeds.ts'

let file: string
beforeEach(() => { file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'draagvlak-test-')), 'kept.json') })
afterEach(() => fs.rmSync(path.dirname(file), { recursive: true }))
const kept = () => JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Failure[]>

const numbers = fc.nat(10_000)
/** True of numbers up to this one only; remembers what it was tried with. */
function upTo(largest: number) {
  const tried: number[] = []
  const property = fc.asyncProperty(numbers, (number) => {
    tried.push(number)
    return number <= largest ? Promise.resolve() : Promise.reject(new Error(`${number} is too large`))
  })
  return { property, tried }
}
const FIXED = { seed: 1, numRuns: 3 }
const search = (more = 0) => {
  let turn = 0
  return { name: 'small numbers', ...FIXED, file, more, chance: () => (turn += 1) / 1_000 }
}

test('a failing seed of chance is kept with its path, and the next time its smallest value is tried before everything else', async () => {
  const known = fc.sample(numbers, FIXED)
  const largest = Math.max(...known)
  expect(largest).toBeLessThan(10_000)
  await holds(upTo(largest).property, search())
  expect(fs.existsSync(file)).toBe(false)
  await expect(holds(upTo(largest).property, search(200))).rejects.toThrow('Counterexample')
  const failures = kept()['small numbers']!
  expect(failures).toEqual([{ seed: expect.any(Number), path: expect.stringMatching(/^\d+(:\d+)*$/), because: `Error: ${largest + 1} is too large` }])

  const again = upTo(largest)
  await expect(holds(again.property, search())).rejects.toThrow(`what failed under seed ${failures[0]!.seed} fails again`)
  expect(again.tried[0]).toBe(largest + 1)
  const mended = upTo(10_000)
  await holds(mended.property, search())
  expect(mended.tried).toEqual([largest + 1, ...known])
})

test('what others keep stays, and a path that leads nowhere any more stands for the value that it set out from', async () => {
  const [other, old]: Failure[] = [{ seed: 5, path: '0', because: 'another property' }, { seed: 7, path: '2:99999:0', because: 'long ago' }]
  fs.writeFileSync(file, JSON.stringify({ other: [other], 'small numbers': [old] }))
  const { property, tried } = upTo(10_000)
  await holds(property, search())
  expect(tried[0]).toBe(fc.sample(numbers, { seed: 7, numRuns: 3 })[2])
  await expect(holds(upTo(0).property, { ...search(9), name: 'nothing', seed: 0, numRuns: 1 })).rejects.toThrow()
  expect(kept()).toMatchObject({ other: [other], 'small numbers': [old] })
})
