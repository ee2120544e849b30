/** The day a newer schema comes: an old program and two servers of a new one on one database, and people who write with either. */
import * as deskApi from '@draagvlak/api/desk'
import * as statementApi from '@draagvlak/api/statement'
import * as roundApi from '@draagvlak/api/round'
import { call, type Wish } from '@draagvlak/api/call'
import type { AnswerOf, Endpoint } from '@draagvlak/api/endpoint'
import type { PassageKind } from '@draagvlak/domain/passage'
import { plainPassage, textOf } from '@draagvlak/editor/passage'
import { INVENTED_STEPS, p } from '@draagvlak/editor/testing'
import { elementOf, fragmentOf, passageElements, readPassages } from '@draagvlak/editor/ydoc'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { editDraft, rawDraft } from '../statement/draft.ts'
import { raiseRoom } from '../statement/raise.ts'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { closedWith, openHall, type Hall } from '../testing/hall.ts'
import { freshDatabase, testHouse, type TestHouse } from '../testing/house.ts'
import { startTypist, type Typist } from '../testing/writer.ts'
import { publishUpdate } from './rooms.ts'

let old: TestHouse, houses: TestHouse[], coalition: TestCoalition, partner: PartnerOfTest, before: Hall, a: Hall, b: Hall, deaf: Hall, third: Hall
beforeAll(async () => {
  const url = await freshDatabase()
  old = await testHouse({ url })
  coalition = await testCoalition(old)
  partner = await coalition.partner('Huisartsen Samen')
  houses = await Promise.all([1, 1, 1, 2].map((steps) => testHouse({ url, steps: INVENTED_STEPS.slice(0, steps) })))
  const [one, two, three, four] = houses as [TestHouse, TestHouse, TestHouse, TestHouse]
  // What is told of rooms does not reach this one.
  const { bus } = three.deps
  const hearsNothing = { ...three.deps, bus: { ...bus, subscribe: (heard: Parameters<typeof bus.subscribe>[0], gap: () => void) => bus.subscribe((channel, payload) => { if (channel === 'events') heard(channel, payload) }, gap) } }
  ;[before, a, b, deaf, third] = await Promise.all([openHall(old), openHall(one), openHall(two), openHall(three, hearsNothing), openHall(four)])
})
afterAll(async () => {
  for (const hall of [before, a, b, deaf, third]) await hall?.stop()
  for (const house of [...houses ?? [], old]) await house?.close()
})

const db = () => old.connection.db
const asNoor = <E extends Endpoint>(hall: Hall, endpoint: E, wish: Wish<E>): Promise<AnswerOf<E>> =>
  call(endpoint, wish, (path, init) => fetch(hall.url + path, { ...init, headers: { ...init.headers as Record<string, string>, cookie: `dv-session=${coalition.noor.cookies.get('dv-session')}` } }))
const address = async (hall: Hall, room: string, schema: number | null) => {
  const { ticket } = await coalition.noor(deskApi.makeTicket, { body: { room } })
  return `${hall.room(room, ticket)}${schema === null ? '' : `&schema=${schema}`}`
}
const typist = async (hall: Hall, room: string, schema: number | null): Promise<Typist> => startTypist(await address(hall, room, schema))
/** A draft of the old program that ends in a quote and in a paragraph. */
async function aDraft(title: string): Promise<string> {
  const room = await coalition.statement(title)
  await editDraft(db(), room, (doc) => { fragmentOf(doc).insert(fragmentOf(doc).length, [elementOf(p('citaat', 'Gezondheid begint in de wijk.', 'quote')), elementOf(plainPassage('slotslotsl', 'paragraph', 'Slot'))]); return { ok: true } })
  return room
}
const kinds = (doc: Y.Doc): Set<PassageKind> => new Set(readPassages(doc).map(({ kind }) => kind))
const says = (doc: Y.Doc) => readPassages(doc).map(textOf).join('\n')
const roomOf = (id: string) => db().selectFrom('rooms').select(['schema', 'epoch', 'writable']).where('id', '=', id).executeTakeFirstOrThrow()
const kept = (room: string) => db().selectFrom('kept_texts').selectAll().where('room', '=', room).orderBy('id').execute()
const rows = async (room: string) => (await db().selectFrom('document_log').select('seq').where('room', '=', room).execute()).length

test('[R14] the first newer client raises a draft that nobody opened for a year, in one row, and what it was is kept', async () => {
  const room = await aDraft('Een jaar geleden')
  const earlier = await rows(room)
  const noor = await typist(a, room, 2)
  expect([kinds(noor.doc).has('quote'), says(noor.doc)]).toEqual([false, says(await rawDraft(db(), room))])
  noor.type()
  await noor.settled()
  expect([(await roomOf(room)).schema, await rows(room) - earlier]).toEqual([2, 2])
  const [one, ...more] = await kept(room)
  const was = new Y.Doc()
  Y.applyUpdate(was, gunzipSync(one!.gzip))
  expect([more, one!.because, one!.schema, kinds(was).has('quote')]).toEqual([[], 'schema-raised', 1, true])
  const later = await typist(b, room, 2)
  expect([says(later.doc), (await kept(room)).length]).toEqual([says(noor.doc), 1])
  noor.leave()
  later.leave()
})

test('[R14] older clients go on until a newer one comes; then they are closed with 4426 on every node, and all that was confirmed is in the raised text', async () => {
  const room = await aDraft('Midden in een zin')
  const older = [await typist(before, room, 1), await typist(a, room, 1), await typist(b, room, 1)]
  const silent = await typist(b, room, null)
  for (const one of older) one.type()
  for (const one of older) await one.settled()
  expect([older.map((one) => one.confirmed()), (await roomOf(room)).schema]).toEqual([[1, 1, 1], 1])
  const work = older.map(async (one) => { while (!one.isClosed()) { one.type(); await one.settled() } })
  const newer = await typist(a, room, 2)
  expect(await Promise.all(older.map((one) => one.closed))).toEqual([4426, 4426, 4426])
  await Promise.all(work)
  newer.type()
  await newer.settled()
  silent.type()
  await Promise.race([silent.settled(), silent.closed])
  const words = says(await rawDraft(db(), room)).split(/\s+/)
  for (const one of older) for (let word = 1; word <= one.confirmed(); word++) expect(words.filter((found) => found === `w${word}`).length, `w${word}`).toBeGreaterThan(0)
  expect([kinds(await rawDraft(db(), room)).has('quote'), silent.isClosed(), (await kept(room)).length]).toEqual([false, false, 1])
  newer.leave()
  silent.leave()
})

test('[R14] where the message was lost older clients are closed all the same, and see nothing of the newer text', async () => {
  const room = await aDraft('Niet gehoord')
  const older = await typist(deaf, room, 1)
  const newer = await typist(a, room, 2)
  const since = performance.now()
  older.type()
  expect(await older.closed).toBe(4426)
  // Sooner than the look at the log that comes every four seconds: here its own word was not taken.
  expect(performance.now() - since).toBeLessThan(3_000)
  expect([older.confirmed(), kinds(older.doc).has('quote')]).toEqual([0, true])
  newer.leave()

  const quiet = await aDraft('Niet gehoord en niets getypt')
  const reader = await typist(deaf, quiet, 1)
  const other = await typist(b, quiet, 2)
  const from = performance.now()
  expect(await reader.closed).toBe(4426)
  expect(performance.now() - from).toBeLessThan(3_000)
  other.leave()
})

test('[R14] two nodes that raise at the same moment raise once', async () => {
  const room = await aDraft('Tegelijk')
  const earlier = await rows(room)
  const all = await Promise.all([a, b, a, b, a, b].map((hall) => typist(hall, room, 2)))
  expect([await rows(room) - earlier, (await kept(room)).length, (await roomOf(room)).schema]).toEqual([1, 1, 2])
  expect(new Set(all.map(({ doc }) => says(doc)))).toEqual(new Set([says(await rawDraft(db(), room))]))
  for (const one of all) one.leave()
  const other = await aDraft('Tegelijk, zonder deur')
  const raised = await Promise.all([houses[0]!, houses[1]!, houses[0]!].map(({ deps }) => raiseRoom(deps, other, 2)))
  expect([raised.filter(Boolean).length, (await kept(other)).length]).toEqual([1, 1])
})

test('[R14] a frozen text is read with any program and stays as it is; it is raised when it is open again', async () => {
  const room = await aDraft('Bevroren')
  const hash = await coalition.openRound(room, [partner])
  const bytes = async () => (await db().selectFrom('files').select('bytes').where('hash', '=', hash).executeTakeFirstOrThrow()).bytes
  const frozen = await bytes()
  const [older, newer] = [await typist(a, room, 1), await typist(a, room, 2)]
  expect([(await roomOf(room)).schema, await kept(room), older.isClosed(), kinds(newer.doc).has('quote')]).toEqual([1, [], false, true])
  const { passages } = await asNoor(a, statementApi.seeVersion, { params: { statementId: room, hash } })
  expect([passages.some(({ kind }) => kind === 'quote'), passages.find(({ id }) => id === 'citaat0000')?.kind]).toEqual([false, 'bullet'])
  expect((await asNoor(a, statementApi.seeDraft, { params: { statementId: room } })).passages.some(({ kind }) => kind === 'quote')).toBe(false)
  await asNoor(a, roundApi.stopRound, { params: { statementId: room }, body: { reason: 'Er ontbreekt nog een alinea.' } })
  // Who may write now comes in anew, and a newer program raises it then.
  await newer.closed
  const again = await typist(a, room, 2)
  expect(kinds(again.doc).has('quote')).toBe(false)
  expect([(await roomOf(room)).schema, (await kept(room)).length, await bytes()]).toEqual([2, 1, frozen])
  expect([1013, 4426]).toContain(await older.closed)
  again.leave()
})

test('[R14] a server that knows only the older schema lets nobody into a raised text, nor a newer client into any', async () => {
  const [raised, not] = [await aDraft('Verhoogd'), await aDraft('Niet verhoogd')]
  const caught = await typist(before, raised, null)
  const newer = await typist(a, raised, 2)
  expect(await caught.closed).toBe(1013)
  expect(await Promise.all([1, 2, null].map(async (schema) => closedWith(await address(before, raised, schema))))).toEqual([4426, 1013, 1013])
  expect(await closedWith(await address(before, not, 2))).toBe(1013)
  expect(await Promise.all(['x', '1', ''].map(async (said) => closedWith(`${await address(a, raised, null)}&schema=${said}`)))).toEqual([4426, 4426, 4426])
  expect((await roomOf(not)).schema).toBe(1)
  newer.leave()
})

test('[R14] a room is raised as far as the one who comes in knows, by all the steps up to there', async () => {
  const room = await aDraft('Twee stappen')
  await editDraft(db(), room, (doc) => { fragmentOf(doc).insert(1, [elementOf(p('kop', 'Kop', 'heading3'))]); return { ok: true } })
  const second = await typist(third, room, 2)
  expect([(await roomOf(room)).schema, kinds(second.doc).has('quote'), kinds(second.doc).has('heading3')]).toEqual([2, false, true])
  const last = await typist(third, room, 3)
  expect([await second.closed, (await roomOf(room)).schema, kinds(last.doc).has('heading3'), (await kept(room)).map(({ schema }) => schema)]).toEqual([4426, 3, false, [1, 2]])
  last.leave()
  const other = await aDraft('Twee stappen ineens')
  const ahead = await typist(third, other, 3)
  expect([(await roomOf(other)).schema, (await kept(other)).length]).toEqual([3, 1])
  ahead.leave()
})

test('[R14] until it is raised a text is looked at by the gate of its own schema, also what comes without a schema', async () => {
  const room = await aDraft('Poort')
  const numbered = (one: Typist) => one.tells((doc) => { for (const element of passageElements(doc).slice(-1)) element.setAttribute('kind', 'numbered') })
  const early = await typist(a, room, null)
  numbered(early)
  expect(await early.closed).toBe(4422)
  const newer = await typist(a, room, 2)
  const late = await typist(a, room, null)
  numbered(late)
  await late.settled()
  expect([late.isClosed(), kinds(await rawDraft(db(), room)).has('numbered')]).toEqual([false, true])
  newer.leave()
  late.leave()
})

test('[R14] a step that would make of a text what no text may hold changes nothing: newer clients wait, older ones write on', async () => {
  const room = await aDraft('Verkeerde stap')
  const house = houses[0]!
  const steps = [{ ...INVENTED_STEPS[0]!, raise: (doc: Y.Doc) => { passageElements(doc)[0]!.setAttribute('kind', 'evil') } }]
  const hall = await openHall(house, { ...house.deps, steps })
  const older = await typist(hall, room, 1)
  expect(await closedWith(await address(hall, room, 2))).toBe(1013)
  older.type()
  await older.settled()
  expect([older.confirmed(), (await roomOf(room)).schema, await kept(room)]).toEqual([1, 1, []])
  await hall.stop()
})

test('[R14] a command on a text that is not raised yet is told under its schema, and a passage that was deleted before comes back as the text is now', async () => {
  const room = await aDraft('Weggehaald')
  const older = await typist(a, room, 1)
  const seen = new Promise<void>((resolve) => { older.doc.on('update', () => { if (says(older.doc).includes('Nieuw')) resolve() }) })
  const edited = await editDraft(db(), room, (doc) => { fragmentOf(doc).insert(1, [elementOf(p('nieuw', 'Nieuw'))]); return { ok: true } })
  if (!edited.ok) throw new Error('closed')
  await publishUpdate(old.deps, room, edited)
  await seen
  older.tells((doc) => { fragmentOf(doc).delete(readPassages(doc).findIndex(({ id }) => id === 'citaat0000'), 1) })
  await older.settled()
  const listed = async (hall: Hall) => (await asNoor(hall, statementApi.listDeletedPassages, { params: { statementId: room } })).items.map(({ passage }) => passage.kind)
  await expect.poll(() => listed(before)).toEqual(['quote'])
  const newer = await typist(a, room, 2)
  expect(await listed(a)).toEqual(['bullet'])
  await asNoor(a, statementApi.restorePassage, { params: { statementId: room, passageId: 'citaat0000' } })
  const doc = await rawDraft(db(), room)
  expect(readPassages(doc).find(({ id }) => id === 'citaat0000')).toMatchObject({ kind: 'bullet' })
  newer.leave()
})

test('what was put together before a raise is not handed out as the text, nor to a browser of another schema', async () => {
  const room = await aDraft('Momentopname')
  const seq = (await db().selectFrom('document_log').select((log) => log.fn.max('seq').as('seq')).where('room', '=', room).executeTakeFirstOrThrow()).seq
  await db().insertInto('snapshots').values({ room, seq, gzip: gzipSync('wat er stond') }).execute()
  const status = async (hall: Hall, query = '') => (await fetch(`${hall.url}/api/v1/statements/${room}/snapshot${query}`, { headers: { cookie: `dv-session=${coalition.noor.cookies.get('dv-session')}` } })).status
  expect([await status(a, '?schema=1'), await status(a, '?schema=2')]).toEqual([200, 204])
  const newer = await typist(a, room, 2)
  expect([await status(a), await status(a, '?schema=2')]).toEqual([204, 204])
  newer.leave()
})
