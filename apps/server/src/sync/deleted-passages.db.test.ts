/** What was deleted is kept, however much it is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { deletedPassages } from './deleted-passages.ts'

let house: TestHouse, coalition: TestCoalition
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
})
afterAll(() => house.close())

const words = (text: string) => [{ type: 'text', text }]

test('of twelve thousand passages that somebody deletes at once each is kept, and of one that was deleted twice in a moment the last', async () => {
  const room = await coalition.statement('Veel weg')
  const keep = deletedPassages(house.deps)
  const all = Array.from({ length: 12_000 }, (_, at) => ({ passage: { id: `p${String(at).padStart(9, '0')}`, content: words('eerst') }, after: null }))
  await Promise.all([keep(room, all, 1), keep(room, [{ passage: { id: all[5]!.passage.id, content: words('later') }, after: null }], 1)])
  const { rows: [kept] } = await house.connection.pool.query("select count(*)::int as count, count(*) filter (where passage->'content'->0->>'text' = 'later')::int as later from deleted_passages where room = $1", [room])
  expect(kept).toEqual({ count: 12_000, later: 1 })
})
