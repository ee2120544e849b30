/** The preview of a round says why it proposes whom: what the register and the last round know, or that there is nobody else. */
import * as organisationApi from '@draagvlak/api/organisation'
import * as roundApi from '@draagvlak/api/round'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as signOffApi from '@draagvlak/api/sign-off'
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

test('[M1] who holds the role of mandaathouder, a choice where two do, then a mandate on record, then who answered last time', async () => {
  const statementId = await coalition.statement()
  const partnerIn = async (partner: PartnerOfTest) => {
    const found = (await coalition.noor(roundApi.previewRound, { params: { statementId } })).partners.find((one) => one.organisation.id === partner.organisationId)!
    return { person: found.person ? [found.person.name, found.person.ground] : null, grounds: found.candidates.map((one) => one.ground) }
  }
  expect(await partnerIn(huisartsen)).toEqual({ person: [huisartsen.director.name, 'mandate-holder'], grounds: ['mandate-holder'] })

  const params = { organisationId: huisartsen.organisationId }
  const mo = await huisartsen.director(organisationApi.inviteColleague, { params, body: { email: 'mo@huisartsen.example', name: 'Mo Bakker', function: 'beleid', roles: [] } })
  expect(await partnerIn(huisartsen), 'one mandaathouder among colleagues is the obvious one').toEqual({ person: [huisartsen.director.name, 'mandate-holder'], grounds: ['mandate-holder', 'colleague'] })
  await huisartsen.director(organisationApi.inviteColleague, { params, body: { email: 'wim@huisartsen.example', name: 'Wim Aalders', function: 'bestuurder', roles: ['mandate-holder'] } })
  expect(await partnerIn(huisartsen), 'of two the coordinator chooses').toEqual({ person: null, grounds: ['mandate-holder', 'mandate-holder', 'colleague'] })

  await huisartsen.director(organisationApi.recordMandate, { params, body: { personId: mo.personId, scope: { kind: 'all' }, until: null, decidedOn: null, body: null } })
  expect(await partnerIn(huisartsen)).toEqual({ person: ['Mo Bakker', 'mandate'], grounds: ['mandate', 'mandate-holder', 'mandate-holder'] })

  const version = await coalition.openRound(statementId, [huisartsen, kring])
  await kring.director(signOffApi.giveAnswer, { params: { statementId }, body: AGREED(version) })
  await coalition.noor(roundApi.stopRound, { params: { statementId }, body: { reason: 'Een zin moet anders' } })
  expect(await partnerIn(huisartsen)).toEqual({ person: ['Mo Bakker', 'mandate'], grounds: ['mandate', 'asked-before', 'mandate-holder'] })
  expect(await partnerIn(kring)).toEqual({ person: [kring.director.name, 'answered-before'], grounds: ['answered-before'] })
})
