/** A script that sends what is refused and comes back at once, without end: it is let in more and more slowly, and others write on. */
import * as deskApi from '@draagvlak/api/desk'
import { passageElements } from '@draagvlak/editor/ydoc'
import { CLOSE } from '@draagvlak/sync/frames'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { openHall, type Hall } from '../testing/hall.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { startTypist } from '../testing/writer.ts'

let house: TestHouse, coalition: TestCoalition, hall: Hall
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  hall = await openHall(house)
})
afterAll(async () => {
  await hall?.stop()
  await house?.close()
})

test('[R7] who is refused again and again waits longer each time, on all connections, and nobody else does', async () => {
  const [bad, good] = [await coalition.partner('Kwaad', 'write'), await coalition.partner('Goed', 'write')]
  const room = await coalition.statement('Steeds weer')
  const address = async (by: typeof bad) => hall.room(room, (await by.director(deskApi.makeTicket, { body: { room } })).ticket)
  const [script, honest] = [await address(bad), await startTypist(await address(good))]
  const second = await startTypist(script)
  const since = performance.now()
  const tries: number[] = []
  for (let time = 0; time < 4; time++) {
    const typist = await startTypist(script)
    tries.push(performance.now() - since)
    typist.tells((doc) => { passageElements(doc)[0]!.setAttribute('evil', 'x') })
    expect(await typist.closed).toBe(CLOSE.notValid)
    honest.type()
    await honest.settled()
  }
  // At once after the first; then a second, then two.
  expect([tries[1]! < 900, tries[2]! >= 1_000, tries[3]! >= 3_000]).toEqual([true, true, true])
  expect(await second.closed).toBe(CLOSE.tryAgain)
  expect([honest.isClosed(), honest.confirmed()]).toEqual([false, 4])
  honest.leave()
}, 20_000)
