/** Verloop calls everybody whom it names by name, and names nobody whom the reader may not know. */
import * as eventApi from '@draagvlak/api/event'
import * as linkApi from '@draagvlak/api/link'
import * as roundApi from '@draagvlak/api/round'
import type { Visitor } from '../demo/visitor.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

test('[P1] who was only named in an event has a name; not to whom the event is withheld from', async () => {
  const statementId = await coalition.statement()
  await coalition.openRound(statementId, [huisartsen, kring])
  const names = async (viewer: Visitor) => (await viewer(eventApi.listEvents, { params: { statementId } })).persons.map((person) => person.name).sort()
  const asked = ['Directeur Huisartsen Samen', 'Directeur Kring van Naasten', 'Noor Hageman']
  expect(await names(coalition.noor)).toEqual(asked)
  expect(await names(kring.director)).toEqual(asked)

  const page = await coalition.page(huisartsen)
  await page.enterCode()
  await page.browser(linkApi.notAuthorisedByLink, { params: { token: page.token }, body: { named: { name: 'Lot Verhagen', email: 'lot@huisartsen.example', function: 'voorzitter' } } })
  expect(await names(coalition.noor)).toEqual(['Directeur Huisartsen Samen', 'Directeur Kring van Naasten', 'Lot Verhagen', 'Noor Hageman'])
  expect(await names(huisartsen.director)).toContain('Lot Verhagen')
  expect(await names(kring.director)).toEqual(asked)

  await coalition.noor(roundApi.askPerson, { params: { statementId }, body: { organisationId: huisartsen.organisationId, person: { email: 'lot@huisartsen.example', name: 'Lot Verhagen', function: 'voorzitter' }, reason: null } })
  expect(await names(kring.director)).toContain('Lot Verhagen')
})
