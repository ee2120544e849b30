/** The stored snapshot of a draft: who may fetch it, when it is answered that nothing changed, and what it holds after what a text goes through. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as roundApi from '@draagvlak/api/round'
import { textOf } from '@draagvlak/editor/passage'
import { readPassages } from '@draagvlak/editor/ydoc'
import { compacted } from '@draagvlak/sync/compaction'
import { gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { Visitor } from '../demo/visitor.ts'
import { postgresLog, type Compact } from '../store/document-log.ts'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { openHall, type Hall } from '../testing/hall.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

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

const compactHere: Compact = (rows) => {
  const together = compacted(rows)
  return Promise.resolve(together && { ...together, gzip: gzipSync(together.update) })
}
const compact = (room: string, how = compactHere) => postgresLog(house.connection, how).compact(room)
const snapshot = (room: string, by: Visitor | null, headers: Record<string, string> = {}) => fetch(`${hall.url}/api/v1/statements/${room}/snapshot`, { headers: { ...headers, ...by ? { cookie: `dv-session=${by.cookies.get('dv-session')}` } : {} } })
async function words(answer: Response): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()))
  return readPassages(doc).map(textOf).join(' ')
}
const tagOf = (answer: Response) => ({ 'if-none-match': answer.headers.get('etag')! })

test('whoever may read the draft fetches it, once for as long as it is the same, and nobody else does', async () => {
  const [reader, left] = [await coalition.partner('Leest mee', 'read-along'), await coalition.partner('Gaat weg', 'write')]
  const stranger = house.somebody('vreemd@elders.example', 'Vreemd')
  const room = await coalition.statement('Rechten')
  expect((await snapshot(room, coalition.noor)).status).toBe(204)
  await coalition.typed(room, ' Eerste.')
  await compact(room)
  const first = await snapshot(room, coalition.noor)
  expect([first.status, first.headers.get('cache-control'), await words(first)]).toEqual([200, 'private, no-cache', expect.stringContaining('Eerste.')])
  for (const by of [coalition.noor, reader.director, left.director]) expect((await snapshot(room, by, tagOf(first))).status).toBe(304)
  await coalition.noor(dossierApi.endPartnership, { params: { dossierId: coalition.dossierId, organisationId: left.organisationId }, query: {} })
  const out = await snapshot(room, left.director, tagOf(first))
  expect([out.status, out.headers.get('etag')]).toEqual([403, null])
  for (const by of [stranger, null]) expect((await snapshot(room, by, tagOf(first))).status).toBe(401)
})

test('what a browser has is not read from the database again', async () => {
  const room = await coalition.statement('Gelezen')
  await coalition.typed(room, ' Eerste.')
  await compact(room)
  const first = await snapshot(room, coalition.noor)
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  expect((await snapshot(room, coalition.noor, tagOf(first))).status).toBe(304)
  const texts = asked.mock.calls.map(([query]) => JSON.stringify(query))
  asked.mockRestore()
  expect(texts.filter((text) => text.includes('snapshots'))).toHaveLength(1)
  expect(texts.filter((text) => text.includes('gzip'))).toEqual([])
})

test('frozen and opened again it is the same text; what is typed since comes with the next', async () => {
  const partner = await coalition.partner('Tekent mee', 'write')
  const room = await coalition.statement('Ronde')
  await coalition.typed(room, ' Eerste.')
  await compact(room)
  const first = await snapshot(room, coalition.noor)
  await coalition.openRound(room, [partner])
  expect((await snapshot(room, partner.director, tagOf(first))).status).toBe(304)
  await coalition.noor(roundApi.stopRound, { params: { statementId: room }, body: { reason: 'Er komt nog een punt bij.' } })
  await coalition.typed(room, ' Tweede.')
  expect((await snapshot(room, partner.director, tagOf(first))).status).toBe(304)
  await compact(room)
  const second = await snapshot(room, partner.director, tagOf(first))
  expect([second.status, await words(second)]).toEqual([200, expect.stringContaining('Eerste. Tweede.')])
})

test('while a text is put together the one before is fetched, and what was raised meanwhile is not what was put together', async () => {
  const room = await coalition.statement('Tussendoor')
  await coalition.typed(room, ' Eerste.')
  await compact(room)
  const first = await snapshot(room, coalition.noor)
  await coalition.typed(room, ' Tweede.')
  let goOn = () => {}
  const held = new Promise<void>((resolve) => { goOn = resolve })
  let begun = () => {}
  const began = new Promise<void>((resolve) => { begun = resolve })
  const work = compact(room, async (rows) => { begun(); await held; return compactHere(rows) })
  await began
  expect((await snapshot(room, coalition.noor, tagOf(first))).status).toBe(304)
  const { rows: [last] } = await house.connection.pool.query<{ seq: string }>('select max(seq) as seq from document_log where room = $1', [room])
  await house.connection.db.insertInto('kept_texts').values({ room, because: 'schema-raised', schema: 1, seq: last!.seq, gzip: gzipSync('wat er stond'), at: house.deps.now() }).execute()
  await coalition.typed(room, ' Derde.')
  goOn()
  expect(await work).not.toEqual([])
  expect((await snapshot(room, coalition.noor)).status).toBe(204)
  await compact(room)
  expect(await words(await snapshot(room, coalition.noor))).toContain('Eerste. Tweede. Derde.')
})
