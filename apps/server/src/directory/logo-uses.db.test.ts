/** *Waar staat ons logo?*: the owner sees every use, and nobody else does. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as editionApi from '@draagvlak/api/edition'
import * as linkApi from '@draagvlak/api/link'
import * as organisationApi from '@draagvlak/api/organisation'
import { ProblemError } from '@draagvlak/api/call'
import * as boardApi from '@draagvlak/api/round'
import * as session from '@draagvlak/api/session'
import * as signOffApi from '@draagvlak/api/sign-off'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverFolder } from '../assets.ts'
import { tokenIn } from '../demo/visitor.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest, statementId: string
const usesOf = async ({ director, organisationId }: PartnerOfTest) => (await director(organisationApi.listLogoUses, { params: { organisationId } })).items

beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
  statementId = await coalition.statement('Voorbij roken')
  await coalition.openRound(statementId, [huisartsen, kring])
}, 60_000)
afterAll(() => house.close())

test('[G3] before anybody gave leave the list is empty, and after it says what for, where, until when and by whom', async () => {
  expect(await usesOf(huisartsen)).toEqual([])
  const { browser, token, version, enterCode } = await coalition.page(huisartsen)
  await enterCode()
  const logo = await browser(linkApi.addLogoByLink, { params: { token }, upload: new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src/demo/logos/huisartsen-samen.svg')))]) })
  await browser(linkApi.answerByLink, { params: { token }, body: { answer: AGREED(version), consent: { logoId: logo.id, editions: 'this-edition', channels: ['website', 'print'], until: null } } })
  const [use, ...more] = await usesOf(huisartsen)
  expect(more).toEqual([])
  expect(use).toMatchObject({ statementId, title: 'Voorbij roken', stage: 'in-ronde', file: logo.file, channels: ['print', 'website'], editions: 'this-edition', edition: 1, until: null, by: { name: 'Directeur Huisartsen Samen', function: 'directeur' }, revokedAt: null, standing: 'valid', shownIn: [], mayRevoke: true })
})

test('[P1] no other organisation sees where the logo stands', async () => {
  const other = await kring.director(organisationApi.listLogoUses, { params: { organisationId: huisartsen.organisationId } }).catch((error: unknown) => error)
  expect(other).toBeInstanceOf(ProblemError)
  expect((other as ProblemError).problem.status).toBe(403)
  expect(await usesOf(kring)).toEqual([])
})

test('[G3] leave taken back after publication holds for what is new; the edition that shows it is still named', async () => {
  await coalition.noor(boardApi.closeRound, { params: { statementId } })
  await coalition.noor(editionApi.adopt, { params: { statementId } })
  await coalition.noor(editionApi.publish, { params: { statementId }, body: { reason: null, embargoUntil: null } })
  const [published] = await usesOf(huisartsen)
  expect(published).toMatchObject({ stage: 'gepubliceerd', standing: 'valid', shownIn: [{ number: 1, withdrawnAt: null }] })
  await huisartsen.director(signOffApi.revokeConsent, { params: { statementId, consentId: published!.consentId } })
  const [revoked] = await usesOf(huisartsen)
  expect(revoked).toMatchObject({ standing: 'revoked', mayRevoke: false, shownIn: [{ number: 1 }] })
  expect(revoked!.revokedAt).not.toBeNull()
})

test('an invitation shows the function that the person has, so that accepting does not wipe it', async () => {
  const { noor } = coalition
  const other = await noor(organisationApi.addOrganisation, { body: { name: 'Wonen en Omzien', kind: 'housing-corporation', reach: 'local', number: null, parentId: null, place: null, website: null, confirmed: true } })

  await noor(dossierApi.invitePartner, { params: { dossierId: coalition.dossierId }, body: { organisationId: other.id, person: { email: huisartsen.email, name: 'Iemand', function: '', right: 'observe', mandateHolder: false } } })
  const token = tokenIn((await house.mailTo(huisartsen.email, 'invitation')).text)
  expect(await house.somebody(huisartsen.email)(session.seeInvitation, { params: { token } })).toMatchObject({ name: 'Directeur Huisartsen Samen', function: 'directeur' })
})

test('[G1] a logo that is sent again is answered with itself, not with the one that was added last', async () => {
  const { director, organisationId } = kring
  const send = (name: string) => director(organisationApi.addLogo, { params: { organisationId }, upload: new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src/demo/logos', name)))]) })
  const first = await send('kring-van-naasten.svg')
  const second = await send('tafelgenoot.svg')
  expect(second.file).not.toBe(first.file)
  expect(await send('kring-van-naasten.svg')).toEqual(first)
})
