/** The mail after an answer: it names passages as the page and the PDF do, and says what can still be changed as the rules have it. */
import * as linkApi from '@draagvlak/api/link'
import * as roundApi from '@draagvlak/api/round'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverFolder } from '../assets.ts'
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

async function asked(title: string) {
  const statementId = await coalition.statement(title)
  await coalition.openRound(statementId, [huisartsen, kring])
  const page = await coalition.page(huisartsen)
  await page.enterCode()
  const params = { token: page.token }
  return {
    statementId, params, browser: page.browser, mailed: async () => (await house.mailTo(huisartsen.email, 'confirmation')).text,
    answer: (wish: object = {}) => page.browser(linkApi.answerByLink, { params, body: { answer: { ...AGREED(page.version), ...wish }, consent: null } }),
  }
}

test('[L5] the mail says until when the answer can be changed; after closing that another is kept as late, and of a late one that it waits', async () => {
  const { statementId, answer, mailed } = await asked('Tot wanneer')
  await answer()
  expect(await mailed()).toMatch(/Wijzigen kan op dezelfde pagina tot \w+ \d+ \w+ 2026, \d\d\.\d\d uur\./)
  await coalition.noor(roundApi.closeRound, { params: { statementId } })

  const late = await answer({ answer: 'reserved', reservations: [{ kind: 'form', visibility: 'partners' }] })
  expect(late.standing).toBe('late')
  expect(await mailed()).toContain('Uw antwoord is bewaard als te laat. Het telt mee zodra de coördinator het toelaat')
  expect(await mailed()).not.toContain('Wijzigen kan')

  const no = await answer({ answer: 'declined' })
  expect(no.standing, 'a late no works at once').toBe('counts')
  expect(await mailed()).toContain('Anders antwoorden kan op dezelfde pagina. Zo’n antwoord wordt bewaard als te laat')
  expect(await mailed()).not.toContain('Uw antwoord is bewaard als te laat')
})

test('[G3] a mail about the logo alone speaks of the logo, and promises nothing about the answer', async () => {
  const { statementId, params, browser, answer, mailed } = await asked('Alleen het logo')
  await answer()
  await coalition.noor(roundApi.closeRound, { params: { statementId } })
  const logo = await browser(linkApi.addLogoByLink, { params, upload: new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src', 'demo', 'logos', 'huisartsen-samen.svg')))]) })
  await browser(linkApi.consentByLink, { params, body: { consent: { logoId: logo.id, editions: 'this-edition', channels: ['website'], until: null } } })
  expect(await mailed()).toContain('Anders kiezen of intrekken kan op dezelfde pagina: dat geldt voor nieuw gebruik.')
  expect(await mailed()).not.toMatch(/te laat|Wijzigen kan|zolang de ronde loopt/)
  await browser(linkApi.consentByLink, { params, body: { consent: null } })
  expect(await mailed()).toContain('Alsnog toestemming geven kan op dezelfde pagina.')
})

test('[S1] what is no answer says so: discussing first until the round closes, and not authorised asks nothing more', async () => {
  const { params, browser, mailed } = await asked('Geen antwoord')
  await browser(linkApi.discussFirstByLink, { params, body: { until: house.deps.now().slice(0, 10) } })
  expect(await mailed()).toContain('Dit is nog geen antwoord. Antwoorden kan op dezelfde pagina')
  await browser(linkApi.notAuthorisedByLink, { params, body: { named: null } })
  expect(await mailed()).toContain('De coördinator vraagt iemand anders; u hoeft niets meer te doen.')
})

test('[S4] mail and PDF name a passage by its number and first words, and say what was left out there', async () => {
  const { params, browser, answer, mailed } = await asked('Bij welke alinea')
  const { passages } = await browser(linkApi.seeLink, { params })
  const [first, second] = [passages[0]!, passages[1]!]
  await answer({ answer: 'reserved', reservations: [{ kind: 'substance', passageId: first.id, text: 'Zonder het tweede deel', listed: true, visibility: 'partners' }], exceptions: [{ passageId: second.id, answer: 'declined' }] })
  const mail = await mailed()
  expect(mail).toContain('Uw voorbehoud: 1. Titel: Zonder het tweede deel')
  expect(mail).toMatch(/Anders bij een enkele alinea: 2\. .*: dragen wij niet/)
  const pdf = await house.request(`/api/v1/links/${params.token}/confirmation.pdf`, {}, browser.cookies)
  expect(pdf.status).toBe(200)
  await answer({ answer: 'declined', reason: 'Past niet bij onze statuten.', reasonVisibility: 'secretariat' })
  expect(await mailed()).toMatch(/Uw reden: Past niet bij onze statuten\.\nWie de reden mag lezen: .+\n/)
})
