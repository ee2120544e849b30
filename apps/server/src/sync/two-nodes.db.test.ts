/** Two servers on one database: one event for two clicks, and a freeze that is exact wherever somebody types. */
import * as deskApi from '@draagvlak/api/desk'
import * as statementApi from '@draagvlak/api/statement'
import * as roundApi from '@draagvlak/api/round'
import { call, type Wish } from '@draagvlak/api/call'
import type { AnswerOf, Endpoint } from '@draagvlak/api/endpoint'
import { readVersion } from '@draagvlak/editor/canonical'
import { textOf } from '@draagvlak/editor/passage'
import http from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { unpackFrames } from '@draagvlak/sync/frames'
import { readPassages } from '@draagvlak/editor/ydoc'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { holdRow } from '../testing/held-row.ts'
import { freshDatabase, testHouse, type TestHouse } from '../testing/house.ts'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { startNode, type Node } from '../testing/node.ts'
import { startTypist } from '../testing/writer.ts'
import { makeApiToken } from '../people/routes.ts'
import * as session from '@draagvlak/api/session'

let house: TestHouse, coalition: TestCoalition, partner: PartnerOfTest, a: Node, b: Node, token: string, cookie: string
beforeAll(async () => {
  const url = await freshDatabase()
  house = await testHouse({ url, moment: new Date(Date.now()).toISOString() })
  coalition = await testCoalition(house)
  partner = await coalition.partner('Huisartsen Samen')
  ;[a, b] = await Promise.all([startNode(url), startNode(url)])
  const me = await coalition.noor(session.seeMe, {})
  token = (await makeApiToken(house.deps, { personId: me.person.id, organisationId: me.actingFor, name: 'test', now: house.deps.now() })).token
  cookie = `dv-session=${coalition.noor.cookies.get('dv-session')}`
})
afterAll(async () => {
  await Promise.all([a?.stop(), b?.stop()])
  await house?.close()
})

const at = <E extends Endpoint>(node: Node, endpoint: E, wish: Wish<E>): Promise<AnswerOf<E>> =>
  call(endpoint, wish, (path, init) => fetch(node.url + path, { ...init, headers: { ...init.headers as Record<string, string>, authorization: `Bearer ${token}` } }))
/** As the signed-in person: what a token may not do. */
const asNoor = <E extends Endpoint>(node: Node, endpoint: E, wish: Wish<E>): Promise<AnswerOf<E>> =>
  call(endpoint, wish, (path, init) => fetch(node.url + path, { ...init, headers: { ...init.headers as Record<string, string>, cookie } }))
const typistAt = async (node: Node, room: string) => {
  const { ticket } = await at(node, deskApi.makeTicket, { body: { room } })
  return startTypist(`${node.url.replace('http', 'ws')}/sync/${room}?ticket=${ticket}`)
}

test('[S1] two clicks at once make one event, through two processes on one database, fifty times over', async () => {
  const statementId = await coalition.statement('Dubbelklik')
  for (let round = 1; round <= 50; round++) {
    const answers = await Promise.all([a, b].map((node) => at(node, statementApi.changeStatement, { params: { statementId }, body: { title: `Titel ${round}` } })))
    expect(answers.map((answer) => answer.title)).toEqual([`Titel ${round}`, `Titel ${round}`])
  }
  const { rows } = await house.connection.pool.query("select revision, type from events where stream = $1 order by revision", [`statement/${statementId}`])
  expect(rows.filter((row: { type: string }) => row.type === 'statement-renamed')).toHaveLength(50)
  expect(rows.map((row: { revision: number }) => row.revision)).toEqual(rows.map((_: unknown, index: number) => index + 1))
})

test('the same Idempotency-Key twice is one act, also on the other node', async () => {
  const body = { dossierId: coalition.dossierId, type: 'open-letter' as const, language: 'nl' as const, title: 'Eén keer', wordBudget: null }
  const [first, second] = [await at(a, statementApi.startStatement, { body, idempotencyKey: 'once' }), await at(b, statementApi.startStatement, { body, idempotencyKey: 'once' })]
  expect(second.id).toBe(first.id)
})

test('what is typed on one node is seen on the other, and only after it is on disk', async () => {
  const statementId = await coalition.statement('Samen')
  const [here, there] = [await typistAt(a, statementId), await typistAt(b, statementId)]
  const seen = new Promise<void>((resolve) => there.doc.on('update', () => { if (readPassages(there.doc).some((passage) => textOf(passage).includes('w1'))) resolve() }))
  here.type()
  await Promise.all([seen, here.settled()])
  expect(here.confirmed()).toBeGreaterThan(0)
  here.leave()
  there.leave()
})

test('[L2] a freeze is exact: what was confirmed is in the version, what came later is refused and in no log', async () => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const statementId = await coalition.statement(`Vastzetten ${attempt}`)
    const typists = [await typistAt(a, statementId), await typistAt(b, statementId)]
    const work = typists.map(async (typist) => { while (!typist.isClosed()) { typist.type(); typist.type(); await typist.settled() } })
    const preview = await at(a, roundApi.previewRound, { params: { statementId } })
    const opened = await asNoor(a, roundApi.openRound, { params: { statementId }, body: { dates: preview.suggestedDates, asked: [{ organisationId: partner.organisationId, personId: partner.personId, reason: null }], mustAnswer: [], minimum: null, proposalsAllowed: false, note: null } })
    for (const typist of typists) typist.type() // too late
    expect(await Promise.all(typists.map((typist) => typist.closed))).toEqual([4409, 4409])
    await Promise.all(work)

    const { rows: [file] } = await house.connection.pool.query('select bytes from files where hash = $1', [opened.round!.version])
    const frozen = readVersion(new Uint8Array(file.bytes)).passages
    const { rows } = await house.connection.pool.query('select frames from document_log where room = $1 order by seq', [statementId])
    const doc = new Y.Doc()
    for (const row of rows as { frames: Buffer }[]) for (const update of unpackFrames(row.frames)) Y.applyUpdate(doc, update)
    expect(frozen.map(textOf)).toEqual(readPassages(doc).map(textOf))
    const words = frozen.map(textOf).join(' ').split(/\s+/)
    for (const typist of typists) for (let word = 1; word <= typist.confirmed(); word++) expect(words.filter((one) => one === `w${word}`).length, `w${word}`).toBeGreaterThan(0)
  }
})

test('a right that ends is gone on the other node within a moment, and sign-out closes the socket', async () => {
  const writer = await coalition.partner('Instituut Leefwereld', 'write')
  const statementId = await coalition.statement('Rechten')
  const { ticket } = await call(deskApi.makeTicket, { body: { room: statementId } }, (path, init) => fetch(b.url + path, { ...init, headers: { ...init.headers as Record<string, string>, cookie: `dv-session=${writer.director.cookies.get('dv-session')}` } }))
  const typist = await startTypist(`${b.url.replace('http', 'ws')}/sync/${statementId}?ticket=${ticket}`)
  typist.type()
  await typist.settled()
  await call(session.signOutEverywhere, {}, (path, init) => fetch(a.url + path, { ...init, headers: { ...init.headers as Record<string, string>, cookie: `dv-session=${writer.director.cookies.get('dv-session')}` } }))
  expect(await typist.closed).toBe(4401)
})

test('the second sign-out closes its socket too, though no tick of the clock saw it open', async () => {
  const statementId = await coalition.statement('Twee keer afmelden')
  const { director } = await coalition.partner('Tafelgenoot', 'write')
  for (let time = 0; time < 2; time++) {
    await house.signIn(director)
    const headers = { cookie: `dv-session=${director.cookies.get('dv-session')}` }
    const asDirector = <E extends Endpoint>(endpoint: E, wish: Wish<E>): Promise<AnswerOf<E>> => call(endpoint, wish, (path, init) => fetch(a.url + path, { ...init, headers: { ...init.headers as Record<string, string>, ...headers } }))
    const { ticket } = await asDirector(deskApi.makeTicket, { body: { room: statementId } })
    const typist = await startTypist(`${a.url.replace('http', 'ws')}/sync/${statementId}?ticket=${ticket}`)
    await asDirector(session.signOut, {})
    expect(await typist.closed).toBe(4401)
  }
})

test('an upgrade for what is no address, or from a page of somebody else with an empty ticket, is refused, and the server lives', async () => {
  const statementId = await coalition.statement('Vreemde adressen')
  const { port, hostname } = new URL(a.url)
  const upgrade = (path: string, headers: Record<string, string> = {}) => new Promise<number>((resolve, reject) => {
    const asked = http.request({ port, hostname, path, headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', ...headers } })
    asked.on('response', (answer) => { answer.resume(); resolve(answer.statusCode!) }).on('upgrade', (_, socket) => { socket.destroy(); resolve(101) }).on('error', reject).end()
  })
  for (const path of ['//', 'http://:1/', '/sync/%E0%A4%A']) expect(await upgrade(path), path).toBe(404)
  for (const query of ['', '?ticket=']) expect(await upgrade(`/sync/${statementId}${query}`, { cookie, origin: 'https://evil.example' }), query).toBe(403)
  expect((await fetch(`${a.url}/healthz`)).status).toBe(200)
})

test('a long text is put together in a thread, and whoever opens it fetches it in one go, once', async () => {
  const statementId = await coalition.statement('Lang')
  const typist = await typistAt(a, statementId)
  for (let word = 0; word < 130; word++) {
    typist.type()
    await typist.settled()
  }
  const snapshot = (headers: Record<string, string> = {}) => fetch(`${b.url}/api/v1/statements/${statementId}/snapshot`, { headers: { cookie, ...headers } })
  expect((await snapshot()).status).toBe(204)
  typist.leave()
  const count = async () => Number((await house.connection.pool.query('select count(*) from document_log where room = $1', [statementId])).rows[0].count)
  await vi.waitFor(async () => expect(await count()).toBe(1), 10_000)
  const fetched = await snapshot()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await fetched.arrayBuffer()))
  expect(readPassages(doc).map(textOf).join(' ')).toContain('w130')
  expect((await snapshot({ 'if-none-match': fetched.headers.get('etag')! })).status).toBe(304)
  expect((await fetch(`${b.url}/api/v1/statements/${statementId}/snapshot`)).status).toBe(401)
})

test('a server that stops while somebody writes a long text says so to that person, has every confirmed word, and has nothing to complain of', async () => {
  const statementId = await coalition.statement('Tot hier')
  const node = await startNode(house.connection.url)
  let said = ''
  node.process.stdout!.on('data', (chunk: Buffer) => { said += String(chunk) })
  const typist = await typistAt(node, statementId)
  for (let word = 0; word < 130; word++) {
    typist.type()
    if (word % 10 === 0) await typist.settled()
  }
  await node.stop()
  expect(await typist.closed).toBe(1001)
  expect(said).not.toContain('"level"')
  const after = await typistAt(b, statementId)
  const text = readPassages(after.doc).map(textOf).join(' ')
  for (let word = 1; word <= typist.confirmed(); word++) expect(text).toContain(`w${word}`)
  after.leave()
})

test('a server that stops answers first what it was asked, though streams of events are open', async () => {
  const statementId = await coalition.statement('Nog even')
  const node = await startNode(house.connection.url)
  const stream = await fetch(`${node.url}/api/v1/events/live`, { headers: { cookie } })
  const row = await holdRow(house.connection, 'states where stream = $1', `statement/${statementId}`)
  const asked = at(node, statementApi.changeStatement, { params: { statementId }, body: { title: 'Toch nog' } })
  await row.waitedFor()
  const stopped = node.stop()
  await vi.waitFor(() => expect(fetch(`${node.url}/healthz`)).rejects.toThrow(), 5_000)
  await row.release()
  expect((await asked).title).toBe('Toch nog')
  await stopped
  await stream.body?.cancel().catch(() => {})
})

test('a server that stops while many come in has nothing to complain of', async () => {
  const statementId = await coalition.statement('Druk')
  for (let time = 0; time < 3; time++) {
    let said = ''
    const node = await startNode(house.connection.url, {}, { heard: (line) => { if (line.includes('"level"')) said += line } })
    const { ticket } = await at(node, deskApi.makeTicket, { body: { room: statementId } })
    let came = 0
    const gone = Array.from({ length: 30 }, () => new Promise((resolve) => { new WebSocket(`${node.url.replace('http', 'ws')}/sync/${statementId}?ticket=${ticket}`).on('error', () => {}).on('open', () => { came += 1 }).on('close', resolve) }))
    await vi.waitFor(() => { expect(came).toBeGreaterThan(10 * time) }, { interval: 1 })
    await node.stop()
    await Promise.all(gone)
    expect(said).toBe('')
  }
})

test('[R4] [R6] a node that is killed in mid-typing loses nothing that was confirmed or that somebody on the other node saw', async () => {
  const statementId = await coalition.statement('Omgevallen')
  const reader = await typistAt(b, statementId)
  const words = (doc: Y.Doc) => readPassages(doc).map(textOf).join(' ').split(/\s+/)
  const times = (all: readonly string[], word: string) => all.filter((one) => one === word).length
  const onDisk = async () => {
    const doc = new Y.Doc()
    const { rows } = await house.connection.pool.query<{ frames: Buffer }>('select frames from document_log where room = $1 order by seq', [statementId])
    for (const row of rows) for (const update of unpackFrames(row.frames)) Y.applyUpdate(doc, update)
    return words(doc)
  }
  for (let kill = 0; kill < 3; kill++) {
    const earlier = await onDisk()
    const typist = await typistAt(a, statementId)
    const seen = new Promise<void>((resolve) => { reader.doc.on('update', () => { if (typist.confirmed() > 10) resolve() }) })
    const work = (async () => { while (!typist.isClosed()) { for (let burst = 0; burst < 7; burst++) typist.type(); await Promise.race([typist.settled(), typist.closed]) } })()
    await seen
    await a.stop('SIGKILL')
    await typist.closed
    await work
    const kept = await onDisk()
    for (let word = 1; word <= typist.confirmed(); word++) expect(times(kept, `w${word}`), `w${word} of life ${kill}`).toBeGreaterThan(times(earlier, `w${word}`))
    const saw = words(reader.doc)
    for (const word of new Set(saw)) expect(times(kept, word), word).toBeGreaterThanOrEqual(times(saw, word))
    // Whoever comes back on the other node goes on with what is there.
    const again = await typistAt(b, statementId)
    expect(words(again.doc).length).toBeGreaterThanOrEqual(kept.length)
    again.leave()
    a = await startNode(house.connection.url)
  }
  reader.leave()
})
