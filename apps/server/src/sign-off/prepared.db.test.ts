/** What colleagues prepared, for who decides: the own organisation has it as a list, and nobody else has it by any road. */
import { ProblemError } from '@draagvlak/api/call'
import * as dossierApi from '@draagvlak/api/dossier'
import * as organisationApi from '@draagvlak/api/organisation'
import * as session from '@draagvlak/api/session'
import * as api from '@draagvlak/api/sign-off'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../demo/visitor.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

const problem = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof ProblemError ? error.problem.status : Promise.reject(error)))
async function colleague(name: string): Promise<Visitor> {
  const email = `${name.toLowerCase()}@huisartsen.example`
  const { personId } = await huisartsen.director(organisationApi.inviteColleague, { params: { organisationId: huisartsen.organisationId }, body: { email, name, function: 'beleid', roles: [] } })
  await coalition.noor(dossierApi.setRight, { params: { dossierId: coalition.dossierId, organisationId: huisartsen.organisationId, personId }, body: { right: 'propose' } })
  const visitor = house.somebody(email)
  await house.signIn(visitor)
  return visitor
}

test('[P1] [M3] the mandate holder reads what each colleague last prepared, with who; no other organisation, coordinator and administrator included', async () => {
  const [mo, lot, outsider] = [await colleague('Mo'), await colleague('Lot'), house.somebody('niemand@elders.example')]
  const statementId = await coalition.statement()
  const version = await coalition.openRound(statementId, [huisartsen, kring])
  const params = { statementId }
  const listed = async (viewer: Visitor) => (await viewer(api.listPrepared, { params })).items.map(({ by, answer, note }) => [by?.name, by?.function, answer, note])
  expect(await listed(huisartsen.director)).toEqual([])

  await mo(api.prepareAnswer, { params, body: { version, answer: 'agreed', note: 'Eerste gedachte' } })
  await mo(api.prepareAnswer, { params, body: { version, answer: 'declined', note: 'GEHEIM: het bestuur twijfelt' } })
  await lot(api.prepareAnswer, { params, body: { version, answer: 'agreed', note: '' } })
  const all = [['Lot', 'beleid', 'agreed', ''], ['Mo', 'beleid', 'declined', 'GEHEIM: het bestuur twijfelt']]
  expect(await listed(huisartsen.director)).toEqual(all)
  expect(await listed(mo)).toEqual(all)

  for (const viewer of [coalition.noor, kring.director]) expect(await listed(viewer)).toEqual([])
  const who = await coalition.noor(session.seeMe, {})
  expect(who.person.administrator).toBe(true)
  expect(await problem(outsider(api.listPrepared, { params }))).toBe(401)
  await kring.director(dossierApi.leaveDossier, { params: { dossierId: coalition.dossierId }, body: { reason: null } })
  expect(await problem(kring.director(api.listPrepared, { params }))).toBe(403)

  // What is taken over and recorded is the holder's own answer; what was prepared stays what it was.
  expect((await huisartsen.director(api.giveAnswer, { params, body: AGREED(version) })).standing).toBe('counts')
  expect(await listed(huisartsen.director)).toEqual(all)
})
