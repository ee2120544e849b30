/** A partner agreed without its logo; the coordinator asks for it, and the page of that mail asks for nothing else. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { act, askedOnAPhone, DIRECTOR, rowOf, typeCode } from './director.ts'
import { addressOf, answerByLink } from './signing.ts'
import { expectAccessible, mailTo, openBrowser, PHONE, signedIn, somebody, soon, type Actor } from './stage.ts'

let browser: Browser, noor: Actor
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
})
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) if (context !== noor.context) await context.close() })

test('[G3] The coordinator asks a partner for its logo; by the link of that mail it is chosen and allowed, and the answer stays as it was', async () => {
  const { text, phone: director } = await askedOnAPhone(browser, noor, 'Nu nog het logo')
  await answerByLink(director, DIRECTOR, { answer: 'agreed' })
  const { page: desk } = noor
  await desk.goto(`/teksten/${text.id}`)
  await desk.getByRole('tab', { name: 'Logo’s' }).click()
  await desk.getByRole('button', { name: 'Logo vragen aan Huisartsen Samen' }).click()
  await desk.getByText('Gemaild aan Marijke Veldhuis').waitFor()
  await expectAccessible(desk, 'the panel with logos')
  await desk.goto(`/teksten/${text.id}/ronde`)
  await desk.getByRole('button', { name: /Huisartsen Samen/ }).and(desk.locator('.row-acts button')).last().click()
  await desk.getByRole('menuitem', { name: 'Logo vragen' }).click()
  await desk.getByText('Marijke Veldhuis kreeg hierover vandaag al een mail.').waitFor()

  const phone = await somebody(browser, PHONE)
  const { page } = phone
  const mail = await mailTo(page, addressOf(DIRECTOR), 'logo-ask')
  const link = /https?:\/\/\S+(\/logo\/[\w-]+)/.exec(mail)![1]!
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'Mag uw logo onder deze open brief staan?' }).waitFor()
  expect(await page.getByRole('radio', { name: 'Akkoord', exact: true }).count(), 'nothing is asked about the text').toBe(0)
  await expectAccessible(page, 'the page for the logo, before the code')
  await typeCode(phone)
  await page.getByRole('radio', { name: 'Ja, ons logo mag' }).check()
  await expectAccessible(page, 'the page for the logo')
  await act(page, 'Toestemming vastleggen').click()
  await page.getByRole('heading', { level: 1, name: 'Dit is vastgelegd' }).waitFor()
  expect(await page.locator('dl.receipt').innerText()).toContain('toestemming gegeven')
  await page.reload()
  await page.getByText('Voor dit gebruik is toestemming gegeven.').waitFor()
  await soon(async () => await rowOf(noor, text)).toMatchObject({ state: 'agreed', logo: 'consented' })
  await desk.goto(`/teksten/${text.id}`)
  await desk.getByRole('tab', { name: 'Logo’s' }).click()
  await desk.locator('.logos-panel li').first().waitFor()
  expect(await desk.getByRole('button', { name: 'Logo vragen aan Huisartsen Samen' }).count()).toBe(0)
})
