/** The bundle of a partner says who of its own people is meant, also in what is only provisional; of nobody else it says a name. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as organisationApi from '@draagvlak/api/organisation'
import * as signOffApi from '@draagvlak/api/sign-off'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../demo/visitor.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { verifyBundle } from './verify.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

async function colleagueOf(partner: PartnerOfTest, name: string): Promise<{ visitor: Visitor; personId: string }> {
  const email = `${name.toLowerCase()}@partner.example`
  const { personId } = await partner.director(organisationApi.inviteColleague, { params: { organisationId: partner.organisationId }, body: { email, name, function: 'beleid', roles: [] } })
  await coalition.noor(dossierApi.setRight, { params: { dossierId: coalition.dossierId, organisationId: partner.organisationId, personId }, body: { right: 'propose' } })
  const visitor = house.somebody(email)
  await house.signIn(visitor)
  return { visitor, personId }
}

test('[E2] [P1] whoever prepared for the own organisation has a name there, and nobody of another organisation does', async () => {
  const statementId = await coalition.statement()
  const version = await coalition.openRound(statementId, [huisartsen, kring])
  const mo = await colleagueOf(huisartsen, 'Mo')
  await mo.visitor(signOffApi.prepareAnswer, { params: { statementId }, body: { version, answer: 'agreed', note: 'Ziet er goed uit' } })
  await kring.director(signOffApi.giveAnswer, { params: { statementId }, body: AGREED(version) })
  const bundle = async (viewer: Visitor) => new Uint8Array(await (await house.request(`/api/v1/statements/${statementId}/bundle`, {}, viewer.cookies)).arrayBuffer())
  const people = async (viewer: Visitor) => JSON.parse(strFromU8(unzipSync(await bundle(viewer))['people.json']!)) as unknown

  expect(await people(huisartsen.director)).toEqual({ [mo.personId]: { name: 'Mo', function: 'beleid' }, [huisartsen.personId]: { name: huisartsen.director.name, function: 'directeur' } })
  expect(await people(kring.director)).toEqual({ [kring.personId]: { name: kring.director.name, function: 'directeur' } })
  expect(JSON.stringify(await people(coalition.noor))).not.toMatch(/Mo|Directeur/)
  for (const viewer of [kring.director, coalition.noor]) expect(strFromU8((unzipSync(await bundle(viewer)))['events.jsonl']!)).not.toContain(mo.personId)

  const zip = await bundle(huisartsen.director)
  expect(verifyBundle(zip)).toMatchObject({ ok: true, wrong: [] })
  const files = unzipSync(zip)
  expect(verifyBundle(zipSync({ ...files, 'people.json': files['people.json']!.slice(1) })).wrong).toEqual(['people.json: not the bytes that bundle.json names'])
})
