/** The same key is the same act, for a day. */
import * as statementApi from '@draagvlak/api/statement'
import { ProblemError } from '@draagvlak/api/call'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
})
afterAll(() => house.close())

const start = (idempotencyKey: string) => coalition.noor(statementApi.startStatement, { body: { dossierId: coalition.dossierId, type: 'open-letter', language: 'nl', title: 'Eén keer', wordBudget: null }, idempotencyKey })

test('sent twice it is done once; what was answered is forgotten after a day, also where it was a secret', async () => {
  const first = await start('brief-1')
  expect((await start('brief-1')).id).toBe(first.id)
  house.later(25 * 60)
  expect((await start('brief-2')).id).not.toBe(first.id)
  const { rows } = await house.connection.pool.query('select key from idempotency')
  expect(rows).toEqual([{ key: 'brief-2' }])
})
test('a key that is too long is refused, not left out', async () => {
  await expect(start('k'.repeat(201))).rejects.toSatisfy((error) => error instanceof ProblemError && error.problem.status === 400)
})
