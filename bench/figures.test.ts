/** What is printed must say what was found, also where nothing was. */
import { expect, test } from 'vitest'
import { faultsOf, linesOf, shortly, tableOf, type Found } from './figures.ts'
import { median, percentile } from './stats.ts'

test('a percentile is a value that was measured', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)
  expect([0, 0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 99, 100])
  expect(percentile([7], 0.99)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})

test('the median of an even number lies between the two in the middle', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([5])]).toEqual([2, 2.5, 5])
  expect(median([])).toBeNaN()
})

test('numbers are told with three digits, and counted ones whole', () => {
  expect([0, 17, 9_999, 164_321, 2.3456, 0.04567, NaN].map(shortly)).toEqual(['0', '17', '9999', '164,000', '2.35', '0.0457', '–'])
})

const found = (over: Partial<Found>): Found => ({ metric: 'fan-out', target: 'own', round: 0, what: 'seen p50', value: 1, ...over })

test('rounds become one line: the middle of what was measured, the sum of what was lost', () => {
  const all = [
    found({ value: 2, unit: 'ms' }), found({ value: 9, round: 1 }), found({ value: 3, round: 2 }), found({ target: 'other', value: 5 }), found({ target: 'third', value: null }),
    found({ metric: 'kill', what: 'lost', value: 0, mustBeZero: true }), found({ metric: 'kill', what: 'lost', value: 4, round: 1, mustBeZero: true }), found({ metric: 'gate', what: '5 MB', value: 'closed 4413' }),
  ]
  expect(tableOf(linesOf(all), ['own', 'other', 'third'])).toBe([
    '                                   own  other          third',
    'fan-out  seen p50, ms          3 (2–9)      5  not told here',
    'kill     lost (must be 0)            4',
    'gate     5 MB              closed 4413',
  ].join('\n'))
})

test('what must be nothing and is something is a fault of that server, and not of another', () => {
  const all = [found({ metric: 'kill', what: 'lost', value: 4, round: 1, mustBeZero: true }), found({ target: 'other', metric: 'kill', what: 'lost', value: 9, mustBeZero: true }), found({ value: 3 })]
  expect(faultsOf(all, 'own')).toEqual(['kill, round 2: lost is 4 and must be 0'])
})
