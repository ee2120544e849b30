/** Whoever acts for another organisation of theirs, with a text open, is there as that organisation within a second or so. */
import * as deskApi from '@draagvlak/api/desk'
import * as session from '@draagvlak/api/session'
import { CLOSE, step1Frame } from '@draagvlak/sync/frames'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { LIVE_PATH, liveRoutes } from '../http/live-routes.ts'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { openHall, type Hall } from '../testing/hall.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { startTypist } from '../testing/writer.ts'
import { admit } from './reception.ts'

const SOON = 4_000
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

/** Somebody with a place in two organisations of the coalition. */
async function ofTwo() {
  const [one, other] = [await coalition.partner('Vereniging Buurtzorg', 'write'), await coalition.partner('Buurtzorg Noord', 'write')]
  await house.connection.db.insertInto('organisation_people').values(
    { ...(await house.connection.db.selectFrom('organisation_people').selectAll().where('person_id', '=', one.personId).executeTakeFirstOrThrow()), organisation_id: other.organisationId },
  ).execute()
  return { one, other }
}

test('the text is left with 1013, and entered again with the name of the other; a ticket stays for the one that it was made for', async () => {
  const { one, other } = await ofTwo()
  const room = await coalition.statement('Twee petten')
  const cookie = one.director.cookies.get('dv-session')!
  const { ticket } = await one.director(deskApi.makeTicket, { body: { room } })
  const script = await startTypist(hall.room(room, ticket))
  const socket = new WebSocket(`${hall.url.replace('http', 'ws')}/sync/${room}`, { headers: { cookie: `dv-session=${cookie}` } })
  let closed = 0
  socket.on('close', (code) => { closed = code })
  await new Promise((resolve) => { socket.on('open', () => socket.send(step1Frame(Y.encodeStateVector(new Y.Doc())))).once('message', resolve) })
  const app = new Hono()
  liveRoutes(app, house.deps, 20)
  const stream = (await app.request(LIVE_PATH, { headers: { cookie: `dv-session=${cookie}` } })).text()
  await one.director(session.actFor, { body: { organisationId: other.organisationId } })
  await vi.waitFor(() => { expect(closed).toBe(CLOSE.tryAgain) }, SOON)
  expect(await stream).toContain('gap')
  const [again] = await admit(house.deps, [{ room, ticket: null, cookie }])
  expect(again!.user).toMatchObject({ organisationId: other.organisationId, organisation: 'Buurtzorg Noord' })
  script.type()
  await script.settled()
  expect(script.isClosed()).toBe(false)
  script.leave()
})
