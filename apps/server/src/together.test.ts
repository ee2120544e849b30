/** Many who ask at once: one question for all of them, each with its own answer. */
import { expect, test } from 'vitest'
import { together } from './together.ts'

test('what is asked in one moment is one question; what comes meanwhile is the next', async () => {
  const questions: (readonly number[])[] = []
  const ask = together(async (all: readonly number[]) => { questions.push(all); return all.map((one) => one * 2) })
  const first = [1, 2, 3].map(ask)
  await new Promise(setImmediate)
  const second = ask(4)
  expect(await Promise.all([...first, second])).toEqual([2, 4, 6, 8])
  expect(questions).toEqual([[1, 2, 3], [4]])
})

test('after a crowd the next question waits a moment for more of them, and nobody is left waiting', async () => {
  const questions: number[] = []
  const ask = together(async (all: readonly number[]) => { questions.push(all.length); return all }, { wait: 20 })
  const crowd = Array.from({ length: 20 }, (_, at) => ask(at))
  await new Promise(setImmediate)
  const rest = [20, 21].map(ask)
  await Promise.all(crowd)
  const last = ask(22)
  await new Promise(setImmediate)
  expect(questions).toEqual([20])
  expect(await Promise.all([...rest, last])).toEqual([20, 21, 22])
  expect(questions).toEqual([20, 3])
})

test('no more at once than may be: the rest follows, in order', async () => {
  const questions: (readonly number[])[] = []
  const ask = together(async (all: readonly number[]) => { questions.push(all); return all }, { most: 2 })
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([1, 2, 3, 4, 5])
  expect(questions).toEqual([[1, 2], [3, 4], [5]])
})

test('a fault is told to everybody who asked, and the next question is asked again', async () => {
  let fails = true
  const ask = together(async (all: readonly string[]) => { if (fails) throw new Error('the database is away'); return all })
  await expect(Promise.all([ask('a'), ask('b')])).rejects.toThrow('away')
  fails = false
  expect(await ask('c')).toBe('c')
})

test('a question that is never answered is a fault for who asked it, and nobody after them waits for it', async () => {
  let first = true
  const ask = together((all: readonly number[]) => {
    if (!first) return Promise.resolve(all)
    first = false
    return new Promise<readonly number[]>(() => {})
  }, { patience: 20 })
  const [never, next] = [ask(1), new Promise<number>((resolve) => { setImmediate(() => setImmediate(() => void ask(2).then(resolve))) })]
  await expect(never).rejects.toThrow('no answer in time')
  expect(await next).toBe(2)
})
