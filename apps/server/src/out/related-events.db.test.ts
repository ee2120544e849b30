/** Verloop tells what partners did meanwhile with their name and their logo, and nothing else of their own affairs. */
import * as eventApi from '@draagvlak/api/event'
import * as organisationApi from '@draagvlak/api/organisation'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../demo/visitor.ts'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" fill="#1d4d7a"/></svg>'
let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

test('[P1] a logo that is added is told to every reader; who added it to that organisation and the secretariat; a mandate to nobody', async () => {
  const params = { organisationId: huisartsen.organisationId }
  const upload = () => new Blob([SVG], { type: 'image/svg+xml' })
  await kring.director(organisationApi.addLogo, { params: { organisationId: kring.organisationId }, upload: upload() })
  const statementId = await coalition.statement()
  const told = async (viewer: Visitor) => (await viewer(eventApi.listEvents, { params: { statementId } })).items.map((event) => [event.type, event.organisation?.name, event.person?.name ?? null, event.intact])

  await huisartsen.director(organisationApi.addLogo, { params, upload: upload() })
  await huisartsen.director(organisationApi.recordMandate, { params, body: { personId: huisartsen.personId, scope: { kind: 'all' }, until: null, decidedOn: null, body: 'bestuur' } })
  const started = ['statement-started', 'Landelijk Verbond Buurtwelzijn', 'Noor Hageman', true]
  const added = (who: string | null) => ['logo-added', 'Huisartsen Samen', who, true]
  expect(await told(kring.director)).toEqual([added(null), started])
  expect(await told(coalition.noor)).toEqual([added(huisartsen.director.name), started])
  expect(await told(huisartsen.director)).toEqual([added(huisartsen.director.name), started])
  const seen = await kring.director(eventApi.listEvents, { params: { statementId } })
  expect([seen.items[0]?.data, seen.count, seen.unbroken]).toEqual([{ organisationId: huisartsen.organisationId }, 1, true])
})

test('[T1] a later partner is named when it joins, and its seal is looked at in its own chain', async () => {
  const statementId = await coalition.statement('Brief over later')
  const later = await coalition.partner('Tafelgenoot')
  const items = async () => (await coalition.noor(eventApi.listEvents, { params: { statementId } })).items
  expect((await items()).map(({ type, data }) => [type, data?.['organisationId'] ?? null])).toEqual([['partner-added', later.organisationId], ['statement-started', null]])
  await house.connection.pool.query("update events set data = jsonb_set(data, '{roles}', '[\"target\"]') where type = 'partner-added' and data->>'organisationId' = $1", [later.organisationId])
  expect((await items()).map(({ type, intact }) => [type, intact])).toEqual([['partner-added', false], ['statement-started', true]])
})
