/** A server that is told to stop ends, whatever the database does. */
import * as deskApi from '@draagvlak/api/desk'
import { call } from '@draagvlak/api/call'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTypist } from './testing/writer.ts'
import { testCoalition, type TestCoalition } from './testing/coalition.ts'
import { freshDatabase, testHouse, type TestHouse } from './testing/house.ts'
import { openLine, type Line } from './testing/line.ts'
import { startNode } from './testing/node.ts'

let house: TestHouse, coalition: TestCoalition, line: Line
beforeAll(async () => {
  house = await testHouse({ url: await freshDatabase(), moment: new Date(Date.now()).toISOString() })
  coalition = await testCoalition(house)
  line = await openLine(house.connection.url)
})
afterAll(async () => {
  line?.close()
  await house?.close()
})

test('a server whose database says nothing any more stops within half a minute, and says why', async () => {
  const room = await coalition.statement('Stil')
  const said: string[] = []
  const node = await startNode(line.url, {}, { heard: (text) => said.push(text) })
  const { ticket } = await call(deskApi.makeTicket, { body: { room } }, (path, init) => fetch(node.url + path, { ...init, headers: { ...init.headers as Record<string, string>, cookie: `dv-session=${coalition.noor.cookies.get('dv-session')}` } }))
  const typist = await startTypist(`${node.url.replace('http', 'ws')}/sync/${room}?ticket=${ticket}`)
  typist.type()
  await typist.settled()
  line.freezeForGood()
  typist.type()
  const since = performance.now()
  await node.stop()
  expect(performance.now() - since).toBeLessThan(30_000)
  expect(node.process.exitCode).toBe(1)
  expect(said.filter((text) => text.includes('not stopped in time'))).toHaveLength(1)
  await typist.closed
  expect(typist.confirmed()).toBe(1)
}, 60_000)
