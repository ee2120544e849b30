/** Home tells what everything waits for: only for whom it can still wait. */
import * as deskApi from '@draagvlak/api/desk'
import * as dossierApi from '@draagvlak/api/dossier'
import * as linkApi from '@draagvlak/api/link'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition
beforeAll(async () => { house = await testHouse(); coalition = await testCoalition(house) })
afterAll(() => house.close())

const homeOf = async (statementId: string) => {
  const { statements, forMe } = await coalition.noor(deskApi.seeHome, {})
  return { waitsFor: statements.find(({ statement }) => statement.id === statementId)!.waitsFor, forMe: forMe.filter((one) => one.statementId === statementId).map(({ what }) => what) }
}
const leave = ({ organisationId }: PartnerOfTest) => coalition.noor(dossierApi.endPartnership, { params: { dossierId: coalition.dossierId, organisationId } })
async function answer({ browser, token, version, enterCode }: Awaited<ReturnType<TestCoalition['page']>>): Promise<void> {
  await enterCode()
  await browser(linkApi.answerByLink, { params: { token }, body: { answer: AGREED(version), consent: null } })
}

test('[S3] a text waits for no partner that left the dossier while it was asked', async () => {
  const [bond, huis] = [await coalition.partner('Bond die gaat'), await coalition.partner('Huis dat blijft')]
  const statementId = await coalition.statement('Waar het op wacht')
  await coalition.openRound(statementId, [bond, huis])
  expect((await homeOf(statementId)).waitsFor).toEqual({ what: 'partners', names: ['Bond die gaat', 'Huis dat blijft'], more: 0, me: false })
  await leave(bond)
  expect((await homeOf(statementId)).waitsFor).toMatchObject({ names: ['Huis dat blijft'], more: 0 })
  await answer(await coalition.page(huis))
  expect((await homeOf(statementId)).waitsFor, 'everybody who can answer did').toEqual({ what: 'coordinator', names: [], more: 0, me: true })
})

test('[L5] a late answer of a partner that left waits for nobody', async () => {
  const laat = await coalition.partner('Laat en weg')
  const statementId = await coalition.statement('Te laat en weg')
  await coalition.openRound(statementId, [laat])
  const page = await coalition.page(laat)
  house.later(60 * 24 * 60)
  await house.signIn(coalition.noor)
  await answer(page)
  expect((await homeOf(statementId)).forMe).toContain('admit-late')
  await leave(laat)
  expect((await homeOf(statementId)).forMe).not.toContain('admit-late')
})
