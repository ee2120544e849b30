/** What so many coalitions need: more never costs less, and the small ones fit where they are promised to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import fs from 'node:fs'
import { loadOf, needOf, needTable } from './scale.ts'

test('a coalition, and a hundred, fit on one node', () => {
  expect([1, 100].map((coalitions) => needOf(loadOf('', coalitions)).nodes)).toEqual([1, 1])
})
test('more coalitions never need less of anything', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 5_000 }), (some, more) => {
    const [less, most] = [needOf(loadOf('', some, true)), needOf(loadOf('', some + more, true))]
    for (const what of ['connections', 'updates', 'delivered', 'nodes', 'gigabytes'] as const) expect(most[what]).toBeGreaterThanOrEqual(less[what])
  }), { seed: 20261126 })
})
test('past a few servers it pays to send each document to one of them', () => {
  const [any, one] = [needOf(loadOf('', 4_000)), needOf(loadOf('', 4_000, true))]
  expect(one.nodes).toBeLessThan(any.nodes)
  expect(needOf(loadOf('', 10_000)).nodes).toBeGreaterThan(1_000) // it finds no end
})
test('the page about scaling says what is worked out here', () => {
  expect(fs.readFileSync(new URL('../docs/scaling.md', import.meta.url), 'utf8')).toContain(needTable())
})
