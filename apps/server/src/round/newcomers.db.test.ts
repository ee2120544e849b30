/** Somebody new who is asked in a round gets one mail, the question; an account comes with an invitation to the dossier and not before. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as linkApi from '@draagvlak/api/link'
import * as organisationApi from '@draagvlak/api/organisation'
import * as roundApi from '@draagvlak/api/round'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, tokenIn } from '../demo/visitor.ts'
import { AGREED, testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition
beforeAll(async () => { house = await testHouse(); coalition = await testCoalition(house) })
afterAll(() => house.close())

const kindsTo = async (email: string) => (await house.connection.db.selectFrom('outbox').select('kind').where('address', '=', email).orderBy('id').execute()).map(({ kind }) => kind)
async function partnerWithoutPeople(name: string): Promise<string> {
  const { id } = await coalition.noor(organisationApi.addOrganisation, { body: { name, kind: 'fund', reach: 'national', number: null, parentId: null, place: null, website: null, confirmed: true } })
  await coalition.noor(dossierApi.invitePartner, { params: { dossierId: coalition.dossierId }, body: { organisationId: id, person: null } })
  return id
}

test('[M1] a director named for the first time when the round opens gets the question only, and the answer counts', async () => {
  const organisationId = await partnerWithoutPeople('Anna Terwey Fonds')
  const statementId = await coalition.statement()
  const { suggestedDates } = await coalition.noor(roundApi.previewRound, { params: { statementId } })
  const vera = house.somebody('vera@fonds.example', 'Vera Nieuw')
  const opened = await coalition.noor(roundApi.openRound, { params: { statementId }, body: { dates: suggestedDates, asked: [{ organisationId, person: { email: vera.email, name: vera.name, function: 'bestuurder' }, reason: null }], mustAnswer: [], minimum: null, proposalsAllowed: false, note: null } })
  expect(await kindsTo(vera.email)).toEqual(['request'])

  const token = tokenIn((await house.mailTo(vera.email, 'request')).text)
  await vera(linkApi.askLinkCode, { params: { token } })
  await vera(linkApi.enterLinkCode, { params: { token }, body: { code: codeIn((await house.mailTo(vera.email, 'code')).text) } })
  await vera(linkApi.answerByLink, { params: { token }, body: { answer: AGREED(opened.round!.version), consent: null } })
  const board = await coalition.noor(roundApi.seeBoard, { params: { statementId } })
  expect(board.rows.find((row) => row.organisation.id === organisationId)).toMatchObject({ state: 'agreed', person: { name: 'Vera Nieuw' } })
})

test('who is named instead, while the round is open, gets the question only too', async () => {
  const organisationId = await partnerWithoutPeople('Platform Schuldenrust')
  const statementId = await coalition.statement('Rust in de schulden')
  const { suggestedDates } = await coalition.noor(roundApi.previewRound, { params: { statementId } })
  await coalition.noor(roundApi.openRound, { params: { statementId }, body: { dates: suggestedDates, asked: [{ organisationId, person: { email: 'eerst@platform.example', name: 'Eerst', function: '' }, reason: null }], mustAnswer: [], minimum: null, proposalsAllowed: false, note: null } })
  await coalition.noor(roundApi.askPerson, { params: { statementId }, body: { organisationId, person: { email: 'dan@platform.example', name: 'Dan', function: '' }, reason: null } })
  expect([await kindsTo('eerst@platform.example'), await kindsTo('dan@platform.example')]).toEqual([['request'], ['request']])
})
