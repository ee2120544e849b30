/** The board names every partner with what is true of it, also who was never asked. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as linkApi from '@draagvlak/api/link'
import * as roundApi from '@draagvlak/api/round'
import * as signOffApi from '@draagvlak/api/sign-off'
import * as statementApi from '@draagvlak/api/statement'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

test('[L2] a statement says whether who joins later takes part, and naming all partners of today is not that', async () => {
  const statementId = await coalition.statement('Brief voor wie later komt')
  const params = { statementId }
  const see = () => coalition.noor(statementApi.seeStatement, { params })
  const here = await see()
  expect([here.participation, here.participants.length]).toEqual(['all', 3])
  expect((await coalition.noor(statementApi.changeStatement, { params, body: { participants: here.participants } })).participation).toBe('chosen')
  await coalition.partner('Wonen en Omzien')
  expect((await see()).participants).toHaveLength(3)
  expect(await coalition.noor(statementApi.changeStatement, { params, body: { participants: 'all' } })).toMatchObject({ participation: 'all', participants: { length: 4 } })
})

test('[L2] who was left out and who joined later are named with their reason, counted nowhere, and can be asked after all', async () => {
  const { noor } = coalition
  const statementId = await coalition.statement()
  const params = { statementId }
  const before = await noor(statementApi.seeStatement, { params })
  expect([before.asked, before.carrying, new Set(before.beam.map(({ state }) => state))]).toEqual([0, 0, new Set(['not-asked'])])

  const version = await coalition.openRound(statementId, [huisartsen])
  const later = await coalition.partner('Tafelgenoot')
  const board = () => noor(roundApi.seeBoard, { params })
  const stands = async () => Object.fromEntries((await board()).rows.map((row) => [row.organisation.name, [row.group, row.notAskedBecause, new Set(row.beam.map(({ state }) => state)).size]]))
  expect(await stands()).toMatchObject({ 'Huisartsen Samen': ['waiting', null, 1], 'Kring van Naasten': ['not-asked', 'left-out', 1], 'Tafelgenoot': ['not-asked', 'joined-later', 1] })
  expect(await board()).toMatchObject({ whole: { of: 1, carrying: 0, closed: false }, tallies: { waiting: 1, notAsked: 4 } })

  await huisartsen.director(signOffApi.giveAnswer, { params, body: AGREED(version) })
  expect((await board()).whole).toMatchObject({ of: 1, carrying: 1, closed: true })
  expect(await noor(statementApi.seeStatement, { params })).toMatchObject({ asked: 1, carrying: 1 })

  await noor(roundApi.askPerson, { params, body: { organisationId: later.organisationId, person: { personId: later.personId }, reason: null } })
  expect(await stands()).toMatchObject({ 'Kring van Naasten': ['not-asked', 'left-out', 1], 'Tafelgenoot': ['waiting', null, 1] })
  expect(await board()).toMatchObject({ whole: { of: 2, carrying: 1, closed: false }, tallies: { agreed: 1, waiting: 1, notAsked: 3 } })
})

test('partners have one hue each, the same on the board, in the dossier and on the page of a director', async () => {
  const partners = []
  for (let at = 1; at <= 6; at++) partners.push(await coalition.partner(`Kleurrijk ${at}`))
  const statementId = await coalition.statement('In kleur')
  await coalition.openRound(statementId, partners.slice(0, 1))
  const page = await coalition.page(partners[0]!)
  await page.enterCode()
  const shown = [
    (await coalition.noor(roundApi.seeBoard, { params: { statementId } })).order,
    (await coalition.noor(dossierApi.seeDossier, { params: { dossierId: coalition.dossierId } })).partnerList.map(({ organisation }) => organisation),
    (await page.browser(linkApi.seeLink, { params: { token: page.token } })).order,
  ].map((organisations) => new Map(organisations.map(({ id, hue }) => [id, hue])))
  expect(new Set(shown[0]!.values()).size).toBe(shown[0]!.size)
  expect(shown[1]).toEqual(new Map([...shown[1]!.keys()].map((id) => [id, shown[0]!.get(id)])))
  expect(shown[2]).toEqual(shown[0])
})
