/** Two servers on one database, and the connection on which one of them listens cut off without a word: what ends on the other ends here within a second or so. */
import * as deskApi from '@draagvlak/api/desk'
import * as dossierApi from '@draagvlak/api/dossier'
import * as rightApi from '@draagvlak/api/right'
import * as roundApi from '@draagvlak/api/round'
import { call, type Wish } from '@draagvlak/api/call'
import type { AnswerOf, Endpoint } from '@draagvlak/api/endpoint'
import { textOf } from '@draagvlak/editor/passage'
import { readPassages } from '@draagvlak/editor/ydoc'
import { CLOSE, unpackFrames } from '@draagvlak/sync/frames'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Visitor } from '../demo/visitor.ts'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { freshDatabase, testHouse, type TestHouse } from '../testing/house.ts'
import { openLine, type Line } from '../testing/line.ts'
import { startNode, type Node } from '../testing/node.ts'
import { startTypist, type Typist } from '../testing/writer.ts'

/** Longer than the second after which a right must have ended, for a machine that does other things too. */
const SOON = 4_000
let house: TestHouse, coalition: TestCoalition, hears: Node, deaf: Node, line: Line
beforeAll(async () => {
  const url = await freshDatabase()
  house = await testHouse({ url, moment: new Date(Date.now()).toISOString() })
  coalition = await testCoalition(house)
  line = await openLine(url)
  ;[hears, deaf] = await Promise.all([startNode(url), startNode(line.url)])
})
afterAll(async () => {
  await Promise.all([hears?.stop(), deaf?.stop()])
  line?.close()
  await house?.close()
})

const at = <E extends Endpoint>(node: Node, by: Visitor, endpoint: E, wish: Wish<E>): Promise<AnswerOf<E>> =>
  call(endpoint, wish, (path, init) => fetch(node.url + path, { ...init, headers: { ...init.headers as Record<string, string>, cookie: `dv-session=${by.cookies.get('dv-session')}` } }))
async function comesIn(by: Visitor, room: string): Promise<Typist> {
  const { ticket } = await at(deaf, by, deskApi.makeTicket, { body: { room } })
  return startTypist(`${deaf.url.replace('http', 'ws')}/sync/${room}?ticket=${ticket}`)
}
async function onDisk(room: string): Promise<string[]> {
  const doc = new Y.Doc()
  const { rows } = await house.connection.pool.query<{ frames: Buffer }>('select frames from document_log where room = $1 order by seq', [room])
  for (const row of rows) for (const update of unpackFrames(row.frames)) Y.applyUpdate(doc, update)
  return readPassages(doc).map(textOf).join(' ').split(/\s+/).filter((word) => /^w\d+$/.test(word))
}
/** Somebody writes at the deaf node, without a pause, while `ends` is done at the other. */
async function writesOn(partner: PartnerOfTest, room: string, ends: () => Promise<unknown>): Promise<number> {
  const typist = await comesIn(partner.director, room)
  typist.type()
  await typist.settled()
  line.freeze('draagvlak node')
  const work = (async () => {
    while (!typist.isClosed()) {
      typist.type()
      await Promise.race([typist.settled(), typist.closed])
    }
  })()
  await ends()
  const since = performance.now()
  const code = await typist.closed
  expect(performance.now() - since).toBeLessThan(SOON)
  await work
  const atClose = await onDisk(room)
  // Nothing that counts as saved is lost, and nothing stands there that came after it was closed.
  for (let word = 1; word <= typist.confirmed(); word++) expect(atClose).toContain(`w${word}`)
  typist.type()
  expect((await onDisk(room)).length).toBe(atClose.length)
  return code
}

test('who is made a reader is closed at the next word', async () => {
  const [partner, room] = [await coalition.partner('Leest voortaan', 'write'), await coalition.statement('Leest voortaan')]
  expect(await writesOn(partner, room, () => at(hears, coalition.noor, rightApi.setStatementRight, { params: { statementId: room, personId: partner.personId }, body: { organisationId: partner.organisationId, right: 'read-along' } }))).toBe(CLOSE.closedForWriting)
})
test('who leaves the coalition is out', async () => {
  const [partner, room] = [await coalition.partner('Gaat eruit', 'write'), await coalition.statement('Gaat eruit')]
  expect(await writesOn(partner, room, () => at(hears, coalition.noor, dossierApi.endPartnership, { params: { dossierId: coalition.dossierId, organisationId: partner.organisationId }, query: {} }))).toBe(CLOSE.notYours)
})
test('[R9] what a round freezes is frozen', async () => {
  const [partner, room] = [await coalition.partner('Ronde', 'write'), await coalition.statement('Ronde')]
  const preview = await at(hears, coalition.noor, roundApi.previewRound, { params: { statementId: room } })
  const open = () => at(hears, coalition.noor, roundApi.openRound, { params: { statementId: room }, body: { dates: preview.suggestedDates, asked: [{ organisationId: partner.organisationId, personId: partner.personId, reason: null }], mustAnswer: [], minimum: null, proposalsAllowed: false, note: null } })
  expect(await writesOn(partner, room, open)).toBe(CLOSE.closedForWriting)
})
test('whose session is over must say who they are', async () => {
  const [partner, room] = [await coalition.partner('Verlopen', 'write'), await coalition.statement('Verlopen')]
  expect(await writesOn(partner, room, () => house.connection.pool.query("update sessions set expires_at = now() - interval '1 second' where person_id = $1", [partner.personId]))).toBe(CLOSE.whoAreYou)
})
test('a reader who is made a writer comes back with a fresh copy, and writes', async () => {
  const [partner, room] = [await coalition.partner('Schrijft voortaan', 'read-along'), await coalition.statement('Schrijft voortaan')]
  const reader = await comesIn(partner.director, room)
  line.freeze('draagvlak node')
  await at(hears, coalition.noor, rightApi.setStatementRight, { params: { statementId: room, personId: partner.personId }, body: { organisationId: partner.organisationId, right: 'write' } })
  expect(await reader.closed).toBe(CLOSE.tryAgain)
  const writer = await comesIn(partner.director, room)
  writer.type()
  await writer.settled()
  expect(await onDisk(room)).toContain('w1')
  writer.leave()
})
test('[R2] who reads what is asked of the partners is let in to write when the round is withdrawn', async () => {
  const [partner, room] = [await coalition.partner('Weer open', 'write'), await coalition.statement('Weer open')]
  const preview = await at(hears, coalition.noor, roundApi.previewRound, { params: { statementId: room } })
  await at(hears, coalition.noor, roundApi.openRound, { params: { statementId: room }, body: { dates: preview.suggestedDates, asked: [{ organisationId: partner.organisationId, personId: partner.personId, reason: null }], mustAnswer: [], minimum: null, proposalsAllowed: false, note: null } })
  const reader = await comesIn(partner.director, room)
  line.freeze('draagvlak node')
  await at(hears, coalition.noor, roundApi.stopRound, { params: { statementId: room }, body: { reason: 'Er komt nog een punt bij.' } })
  const since = performance.now()
  expect(await reader.closed).toBe(CLOSE.tryAgain)
  expect(performance.now() - since).toBeLessThan(SOON)
})
