/** A server that is told to stop ends, whatever the database does. */
import * as deskApi from '@draagvlak/api/desk'
import { call } from '@draagvlak/api/call'
import { readPassages } from '@draagvlak/editor/ydoc'
import { textOf } from '@draagvlak/editor/passage'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTypist } from './testing/writer.ts'
import { testCoalition, type TestCoalition } from './testing/coalition.ts'
import { freshDatabase, testHouse, type TestHouse } from './testing/house.ts'
import { openLine, type Line } from './testing/line.ts'
import { startNode, type Node } from './testing/node.ts'
import { rawDraft } from './statement/draft.ts'

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

async function comesIn(node: Node, room: string) {
  const { ticket } = await call(deskApi.makeTicket, { body: { room } }, (path, init) => fetch(node.url + path, { ...init, headers: { ...init.headers as Record<string, string>, cookie: `dv-session=${coalition.noor.cookies.get('dv-session')}` } }))
  return startTypist(`${node.url.replace('http', 'ws')}/sync/${room}?ticket=${ticket}`)
}
const rowsOf = async (room: string) => (await house.connection.pool.query('select seq from document_log where room = $1', [room])).rows.length

test('a server that is told to stop while it puts a text together finishes that; one that is killed leaves the text as it was', async () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const room = await coalition.statement(signal)
    const said: string[] = []
    const node = await startNode(house.connection.url, {}, { heard: (text) => { if (text.includes('"level"')) said.push(text) } })
    const typist = await comesIn(node, room)
    for (let word = 1; word <= 110; word++) {
      typist.type()
      await typist.settled()
    }
    const before = await rowsOf(room)
    // Somebody holds a row that it puts another in the place of.
    const holder = await house.connection.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from document_log where room = $1 for update', [room])
    typist.leave()
    await vi.waitFor(async () => {
      const { rows: [found] } = await holder.query<{ count: number }>("select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
      expect(found!.count).toBe(1)
    }, 5_000)
    const stopped = node.stop(signal)
    if (signal === 'SIGKILL') await stopped
    await holder.query('commit')
    holder.release()
    await stopped
    expect([signal, said, await rowsOf(room)]).toEqual([signal, [], signal === 'SIGTERM' ? 1 : before])
    expect(readPassages(await rawDraft(house.connection.db, room)).map(textOf).join(' ')).toContain('w110')
  }
}, 30_000)

test('a server whose database says nothing any more stops within half a minute, and says why', async () => {
  const room = await coalition.statement('Stil')
  const said: string[] = []
  const node = await startNode(line.url, {}, { heard: (text) => said.push(text) })
  const typist = await comesIn(node, room)
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
