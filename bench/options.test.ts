/** A wrong option is refused with a sentence, before a server is started. */
import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('without options everything is measured, three times', () => {
  expect(readOptions([], ['fan-out', 'kill'])).toMatchObject({ only: ['fan-out', 'kill'], rounds: 3, quick: false, peers: false, scale: { throughput: { documents: 100 } } })
})

test('a short run is one round, unless more are asked', () => {
  expect(readOptions(['--quick', '--only', 'kill'], ['fan-out', 'kill'])).toMatchObject({ only: ['kill'], rounds: 1, scale: { throughput: { documents: 20 } } })
  expect(readOptions(['--quick', '--rounds', '2'], ['kill']).rounds).toBe(2)
})

test('a metric that is not there, no rounds and an unknown option are refused', () => {
  expect(() => readOptions(['--only', 'fanout'], ['fan-out'])).toThrow('--only takes fan-out')
  expect(() => readOptions(['--rounds', '0'], ['fan-out'])).toThrow('1 or more')
  expect(() => readOptions(['--readers', '5'], ['fan-out'])).toThrow('--readers')
})
