/** A right that ends on another node ends here within a second or so, though nothing is heard of it, and though looking fails at first. */
import * as deskApi from '@draagvlak/api/desk'
import * as dossierApi from '@draagvlak/api/dossier'
import * as organisationApi from '@draagvlak/api/organisation'
import { CLOSE } from '@draagvlak/sync/frames'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Deps } from '../deps.ts'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { closedWith, openHall, type Hall } from '../testing/hall.ts'
import { holdRow } from '../testing/held-row.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { startTypist } from '../testing/writer.ts'

/** Longer than the second after which a right must have ended, for a machine that does other things too. */
const SOON = 4_000
let house: TestHouse, coalition: TestCoalition, partner: PartnerOfTest, statementId: string, deaf: Hall, looks: number, fails: number, hangs = 0
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  statementId = await coalition.statement('Rechten')
  // What is told reaches this node never, and looking at rights fails as often as the test says.
  const states: Deps['events']['states'] = (streams) => {
    looks += 1
    if ((hangs -= 1) >= 0) return new Promise(() => {})
    return (fails -= 1) >= 0 ? Promise.reject(new Error('the database was away')) : house.deps.events.states(streams)
  }
  deaf = await openHall(house, { ...house.deps, live: { ...house.deps.live, listen: () => () => {} }, events: { ...house.deps.events, states } })
})
afterAll(async () => {
  await deaf?.stop()
  await house?.close()
})
const leaves = () => coalition.noor(dossierApi.endPartnership, { params: { dossierId: coalition.dossierId, organisationId: partner.organisationId }, query: {} })
async function aWriter(of: string) {
  looks = fails = 0
  partner = await coalition.partner(of, 'write')
  const { ticket } = await partner.director(deskApi.makeTicket, { body: { room: statementId } })
  const typist = await startTypist(deaf.room(statementId, ticket))
  typist.type()
  await typist.settled()
  const before = looks // the watch looks at once, when the first comes
  await vi.waitFor(() => { expect(looks).toBeGreaterThan(before) }, 5_000)
  return typist
}
async function closedSoon(typist: Awaited<ReturnType<typeof aWriter>>) {
  await vi.waitFor(() => { expect(typist.isClosed()).toBe(true) }, SOON)
  return typist.closed
}

test('a look at the rights that fails is made again, though nothing more is decided', async () => {
  const typist = await aWriter('Instituut Leefwereld')
  fails = 2
  await leaves()
  expect(await closedSoon(typist)).toBe(CLOSE.notYours)
})

test('a look at the rights that is never answered is made again: one connection to the database that was cut off stops nothing', async () => {
  const typist = await aWriter('Zonder antwoord')
  hangs = 1
  await leaves()
  await vi.waitFor(() => { expect(typist.isClosed()).toBe(true) }, 9_000)
  expect(await typist.closed).toBe(CLOSE.notYours)
}, 15_000)

test('a decision that is recorded after one with a higher number is not overlooked', async () => {
  const typist = await aWriter('Huisartsen Samen')
  // Its number is given, and then it waits: somebody holds a row that is written after it.
  const row = await holdRow(house.connection, 'dossier_list where id = $1', coalition.dossierId)
  const ended = leaves()
  await row.waitedFor()
  const before = looks
  await coalition.noor(organisationApi.addOrganisation, { body: { name: 'Een ander', kind: 'national-member', reach: 'national', number: null, parentId: null, place: null, website: null, confirmed: true } })
  await vi.waitFor(() => { expect(looks).toBeGreaterThan(before) }, 5_000)
  expect(typist.isClosed()).toBe(false)
  await row.release()
  await ended
  expect(await closedSoon(typist)).toBe(CLOSE.notYours)
})

test('a right that ends while its person is on the way in does not come in', async () => {
  const staying = await aWriter('Blijft')
  const [late, long] = [await coalition.partner('Komt net', 'write'), await coalition.statement('Lang onderweg')]
  const { ticket } = await late.director(deskApi.makeTicket, { body: { room: long } })
  // It is known who comes, and then the text is not there yet.
  const holder = await house.connection.pool.connect()
  await holder.query('begin')
  await holder.query('lock table document_log in access exclusive mode')
  const code = closedWith(deaf.room(long, ticket))
  await vi.waitFor(async () => {
    const { rows: [found] } = await house.connection.pool.query<{ count: number }>("select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%encode(frames%'")
    expect(found!.count).toBe(1)
  })
  const before = looks
  await coalition.noor(dossierApi.endPartnership, { params: { dossierId: coalition.dossierId, organisationId: late.organisationId }, query: {} })
  await vi.waitFor(() => { expect(looks).toBeGreaterThan(before + 1) }, 5_000)
  await holder.query('commit')
  holder.release()
  expect(await code).toBe(CLOSE.notYours)
  expect(staying.isClosed()).toBe(false)
  staying.leave()
}, 15_000)
