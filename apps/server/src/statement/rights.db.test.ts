/** What one person may do with one text: set by who may, in place of the dossier's default, and told to whoever has the text open. */
import * as deskApi from '@draagvlak/api/desk'
import * as dossierApi from '@draagvlak/api/dossier'
import * as organisationApi from '@draagvlak/api/organisation'
import * as rightApi from '@draagvlak/api/right'
import * as roundApi from '@draagvlak/api/round'
import * as statementApi from '@draagvlak/api/statement'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../demo/visitor.ts'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { openHall } from '../testing/hall.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { startTypist } from '../testing/writer.ts'

let house: TestHouse, coalition: TestCoalition, sport: PartnerOfTest, kring: PartnerOfTest, samira: { visitor: Visitor; personId: string }, statementId: string
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  sport = await coalition.partner('Federatie Buurtsport')
  kring = await coalition.partner('Kring van Naasten')
  const email = 'samira@buurtsport.example'
  const { personId } = await sport.director(organisationApi.inviteColleague, { params: { organisationId: sport.organisationId }, body: { email, name: 'Samira', function: 'beleid', roles: [] } })
  const visitor = house.somebody(email, 'Samira')
  await house.signIn(visitor)
  samira = { visitor, personId }
  await coalition.noor(dossierApi.setRight, { params: { dossierId: coalition.dossierId, organisationId: sport.organisationId, personId }, body: { right: 'write' } })
  statementId = await coalition.statement()
})
afterAll(() => house.close())

const set = (by: Visitor, right: 'write' | 'propose' | 'read-along' | 'observe' | null | 'as-dossier', personId = samira.personId, organisationId = sport.organisationId) =>
  by(rightApi.setStatementRight, { params: { statementId, personId }, body: { organisationId, right } })
const accessOf = async (visitor: Visitor) => (await visitor(statementApi.seeStatement, { params: { statementId } })).access

test('the coordinator sets it for one text only, and gives the default back', async () => {
  const other = await coalition.statement('Een andere tekst')
  expect(await set(coalition.noor, 'read-along')).toEqual({ personId: samira.personId, name: 'Samira', function: 'beleid', dossier: 'write', own: 'read-along' })
  expect([await accessOf(samira.visitor), (await samira.visitor(statementApi.seeStatement, { params: { statementId: other } })).access]).toEqual(['read', 'write'])
  expect((await set(coalition.noor, 'as-dossier')).own).toBe('as-dossier')
  expect(await accessOf(samira.visitor)).toBe('write')
  await set(coalition.noor, null)
  await expect(samira.visitor(statementApi.seeStatement, { params: { statementId } })).rejects.toMatchObject({ problem: { status: 403 } })
  await set(coalition.noor, 'as-dossier')
})

test('a mandate holder sets it for colleagues within what the partner has, and for nobody else', async () => {
  expect((await set(sport.director, 'observe')).own).toBe('observe')
  await expect(set(sport.director, 'write')).rejects.toMatchObject({ problem: { reason: 'right-exceeds-own' } })
  await expect(set(sport.director, 'observe', kring.personId, kring.organisationId)).rejects.toMatchObject({ problem: { status: 403 } })
  await expect(set(samira.visitor, 'write')).rejects.toMatchObject({ problem: { status: 403 } })
  await set(coalition.noor, 'as-dossier')
})

test('the list shows the coordinator everybody and a partner its own people, and says why something can not be changed', async () => {
  const list = async (visitor: Visitor) => (await visitor(rightApi.listRights, { params: { statementId } })).items.map(({ organisation, because }) => [organisation.name, because])
  expect(await list(coalition.noor)).toEqual([['Federatie Buurtsport', null], ['Kring van Naasten', null], ['Landelijk Verbond Buurtwelzijn', null]])
  expect(await list(sport.director)).toEqual([['Federatie Buurtsport', null]])
  expect(await list(samira.visitor)).toEqual([['Federatie Buurtsport', 'not-yours']])
  const closed = await coalition.statement('Gesloten')
  await coalition.openRound(closed, [sport])
  await coalition.noor(roundApi.closeRound, { params: { statementId: closed } })
  const items = (await coalition.noor(rightApi.listRights, { params: { statementId: closed } })).items
  expect(items.map(({ because }) => because)).toEqual(['not-at-this-stage', 'not-at-this-stage', null]) // of her own organisation she holds the mandate
  await expect(coalition.noor(rightApi.setStatementRight, { params: { statementId: closed, personId: samira.personId }, body: { organisationId: sport.organisationId, right: 'observe' } })).rejects.toMatchObject({ problem: { reason: 'not-at-this-stage' } })
})

test('a right that is taken away reaches the text that somebody has open: what is typed then is not taken', async () => {
  const hall = await openHall(house)
  try {
    const { ticket } = await samira.visitor(deskApi.makeTicket, { body: { room: statementId } })
    const typist = await startTypist(hall.room(statementId, ticket))
    typist.type()
    await typist.settled()
    expect(typist.confirmed()).toBe(1)
    await set(coalition.noor, null)
    expect(await typist.closed).toBe(4403)
    expect(typist.confirmed()).toBe(1)
  } finally {
    await hall.stop()
  }
})
