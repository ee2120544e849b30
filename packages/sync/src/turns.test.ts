/** A room does one thing at a time, and goes on after one that failed. */
import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('work is done one after the other, and what fails is told to who asked for it and keeps nothing else from its turn', async () => {
  const turns = new Turns()
  const done: string[] = []
  let release = () => {}
  const slow = turns.take(async () => { await new Promise<void>((resolve) => { release = resolve }); done.push('slow') })
  const broken = turns.take(() => { throw new Error('the log can not be read') })
  const later = turns.whenFree(() => { done.push('later') })
  expect([done, turns.busy]).toEqual([[], true])
  await Promise.resolve()
  release()
  await expect(broken).rejects.toThrow('the log can not be read')
  await Promise.all([slow, later, turns.done()])
  expect([done, turns.busy]).toEqual([['slow', 'later'], false])
})
test('what may be done when nothing is under way is done at once', () => {
  const turns = new Turns()
  let done = false
  void turns.whenFree(() => { done = true })
  expect([done, turns.busy]).toEqual([true, false])
})
