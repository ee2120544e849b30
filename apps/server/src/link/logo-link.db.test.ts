/** The mail that asks for a logo and nothing else: its link leads to `/logo/`, gives leave, and never answers. */
import { ProblemError } from '@draagvlak/api/call'
import * as dossierApi from '@draagvlak/api/dossier'
import * as eventApi from '@draagvlak/api/event'
import * as linkApi from '@draagvlak/api/link'
import * as organisationApi from '@draagvlak/api/organisation'
import * as roundApi from '@draagvlak/api/round'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverFolder } from '../assets.ts'
import { codeIn, tokenIn } from '../demo/visitor.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest
const KEEPER = 'beeld@huisartsen.example'
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
  await huisartsen.director(organisationApi.inviteColleague, { params: { organisationId: huisartsen.organisationId }, body: { email: KEEPER, name: 'Bea Beeld', function: 'vormgever', roles: ['logo-manager'] } })
})
afterAll(() => house.close())

const problem = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof ProblemError ? error.problem : Promise.reject(error)))
const logoFile = () => new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src', 'demo', 'logos', 'huisartsen-samen.svg')))])

test('[G3] [M5] the coordinator asks, the logo manager uploads and allows after a code, and that link answers nothing', async () => {
  const statementId = await coalition.statement('Alleen het logo')
  const ask = () => coalition.noor(roundApi.askLogo, { params: { statementId }, body: { organisationId: huisartsen.organisationId } })
  expect(await problem(ask())).toMatchObject({ reason: 'no-round' })
  await coalition.openRound(statementId, [huisartsen, kring])
  const director = await coalition.page(huisartsen)
  await director.enterCode()
  await director.browser(linkApi.answerByLink, { params: { token: director.token }, body: { answer: AGREED(director.version), consent: null } })

  expect(await ask()).toEqual({ name: 'Bea Beeld', sent: true })
  expect(await ask(), 'once a day').toEqual({ name: 'Bea Beeld', sent: false })
  const mail = await house.mailTo(KEEPER, 'logo-ask')
  const address = /http:\S+/.exec(mail.text)![0]
  expect(address).toMatch(/\/logo\/[\w-]+$/)
  const token = tokenIn(mail.text)
  const bea = house.somebody('niemand@nergens.example')
  const params = { token }

  const seen = await bea(linkApi.seeLink, { params })
  expect(seen).toMatchObject({ purpose: 'logo', status: 'open', answerable: true, known: false, answer: null, logos: [] })
  expect(await problem(bea(linkApi.addLogoByLink, { params, upload: logoFile() }))).toMatchObject({ reason: 'link-needs-code' })
  await bea(linkApi.askLinkCode, { params })
  await bea(linkApi.enterLinkCode, { params, body: { code: codeIn((await house.mailTo(KEEPER, 'code')).text) } })
  expect(await problem(bea(linkApi.answerByLink, { params, body: { answer: { ...AGREED(seen.version.hash), answer: 'declined' }, consent: null } }))).toMatchObject({ reason: 'not-yours' })
  expect(await problem(bea(linkApi.discussFirstByLink, { params, body: { until: '2026-12-01' } }))).toMatchObject({ reason: 'not-yours' })
  expect(await problem(bea(linkApi.confirmationByLink, { params }))).toMatchObject({ reason: 'not-yours' })

  const logo = await bea(linkApi.addLogoByLink, { params, upload: logoFile() })
  const receipt = await bea(linkApi.consentByLink, { params, body: { consent: { logoId: logo.id, editions: 'this-edition', channels: ['website'], until: null } } })
  expect(receipt).toMatchObject({ answer: 'logo-only', logo: 'consented', by: { name: 'Bea Beeld' } })
  expect((await house.mailTo(KEEPER, 'confirmation')).text, 'no link that could answer').not.toContain('/s/')
  const row = (await coalition.noor(roundApi.seeBoard, { params: { statementId } })).rows.find((one) => one.organisation.id === huisartsen.organisationId)
  expect(row).toMatchObject({ state: 'agreed', logo: 'consented' })
  expect(await problem(ask())).toMatchObject({ reason: 'logo-is-not-needed' })
  const { items } = await coalition.noor(eventApi.listEvents, { params: { statementId } })
  expect(items.filter((event) => event.type === 'logo-asked')).toHaveLength(1)
})

test('[M5] a token for the logo is no token for an answer, and nobody but the coordinator asks', async () => {
  const statementId = await coalition.statement('Geen andere sleutel')
  await coalition.openRound(statementId, [huisartsen, kring])
  expect(await problem(kring.director(roundApi.askLogo, { params: { statementId }, body: { organisationId: huisartsen.organisationId } }))).toMatchObject({ reason: 'not-yours' })
  await coalition.noor(roundApi.askLogo, { params: { statementId }, body: { organisationId: kring.organisationId } })
  const logoToken = tokenIn((await house.mailTo(kring.email, 'logo-ask')).text)
  const answerToken = tokenIn((await house.mailTo(kring.email, 'request')).text)
  const browser = house.somebody('x@y.example')
  expect((await browser(linkApi.seeLink, { params: { token: answerToken } })).purpose).toBe('answer')
  expect((await browser(linkApi.seeLink, { params: { token: logoToken } })).purpose).toBe('logo')
  expect(logoToken.slice(0, 20), 'a link of its own').not.toBe(answerToken.slice(0, 20))
})

test('[G2a] a wrong file that was sent in for one text is taken back, and no other text proposes it', async () => {
  const files = ['kring-van-naasten', 'tafelgenoot'].map((name) => new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src', 'demo', 'logos', `${name}.svg`)))]))
  const statementId = await coalition.statement('Het goede logo')
  await coalition.openRound(statementId, [kring])
  const { browser, token, enterCode, version } = await coalition.page(kring)
  await enterCode()
  const params = { token }
  const right = await browser(linkApi.addLogoByLink, { params, upload: files[0]! })
  await browser(linkApi.answerByLink, { params, body: { answer: AGREED(version), consent: { logoId: right.id, editions: 'all-editions', channels: ['website'], until: null } } })
  const wrong = await browser(linkApi.addLogoByLink, { params, upload: files[1]! })
  expect(wrong.mayTakeBack).toBe(true)

  const elsewhere = await coalition.statement('Een andere tekst')
  await coalition.openRound(elsewhere, [kring])
  const other = await coalition.page(kring)
  await other.enterCode()
  const seen = await other.browser(linkApi.seeLink, { params: { token: other.token } })
  expect(seen.proposedLogo, 'the one with leave').toBe(right.id)
  expect(seen.logos.map(({ id, mayTakeBack }) => [id, mayTakeBack])).toEqual([[right.id, false], [wrong.id, false]])
  const { partnerList } = await coalition.noor(dossierApi.seeDossier, { params: { dossierId: coalition.dossierId } })
  expect(partnerList.find(({ organisation }) => organisation.id === kring.organisationId)!.logo?.file).toBe(right.file)
  expect(await problem(other.browser(linkApi.takeBackLogoByLink, { params: { token: other.token, logoId: wrong.id } }))).toMatchObject({ reason: 'logo-is-in-use' })

  expect(await problem(browser(linkApi.takeBackLogoByLink, { params: { token, logoId: right.id } }))).toMatchObject({ reason: 'logo-is-in-use' })
  await browser(linkApi.takeBackLogoByLink, { params: { token, logoId: wrong.id } })
  expect((await browser(linkApi.seeLink, { params })).logos.map(({ id }) => id)).toEqual([right.id])
})
