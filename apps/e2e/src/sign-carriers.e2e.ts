/** Who carries the text: not for whoever holds the link, but for who types the code over, at the place where it is read. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { act, askedOnAPhone, DIRECTOR, tickBoth, typeCode } from './director.ts'
import { answerByLink, codeMailedTo, linkMailedTo } from './signing.ts'
import { expectAccessible, openBrowser, PHONE, signedIn, somebody, type Actor } from './stage.ts'

let browser: Browser, noor: Actor
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
})
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) if (context !== noor.context) await context.close() })

const ONCE = 'Wie deze tekst draagt, ziet u na de code.'

test('[M5] Before the code the text stands without beams or wall and says so once; typed over there, the beams come in place, and what was filled in stays', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Wie draagt dit')
  await answerByLink(await somebody(browser), 'Bas Willemse', { answer: 'agreed' })
  const { page } = phone
  await page.goto(link)
  await act(page, 'Verder naar antwoorden').click()
  await page.getByRole('radio', { name: 'Niet meedoen' }).check()
  await page.getByLabel('Waarom niet? (niet verplicht)').fill('Eerst overleg met de wijk.')
  await page.getByRole('button', { name: 'Terug naar de tekst' }).click()

  await page.getByText(ONCE).waitFor()
  expect(await page.getByText(ONCE).count()).toBe(1)
  expect(await page.locator('.beam, .bar, .under .who, .legend').count()).toBe(0)
  expect(await page.getByRole('main').innerText()).not.toContain('Verbond Vroege Jaren')
  await page.getByRole('button', { name: 'Vul de code in' }).press('Enter')
  const ask = page.getByRole('button', { name: 'Mail mij de code' })
  expect(await ask.evaluate((one) => one === document.activeElement), 'the keyboard goes on at the code').toBe(true)
  await expectAccessible(page, 'the code above the text')
  await ask.press('Enter')
  const field = page.getByLabel('Code uit de mail')
  await field.waitFor()
  const at = () => page.locator('.how').evaluate((one) => Math.round(one.getBoundingClientRect().top))
  const before = await at()
  await field.pressSequentially(await codeMailedTo(phone, DIRECTOR))

  await page.locator('.letter button.beam').first().waitFor()
  expect(await at(), 'nothing above moved').toBe(before)
  expect(await page.evaluate(() => document.activeElement?.textContent), 'the keyboard goes on at what came in its place').toMatch(/^Onder elke alinea ziet u wie haar draagt/)
  expect(await page.getByText(ONCE).count()).toBe(0)
  await page.getByText('1 organisatie staat al onder deze open brief.').waitFor()
  await expectAccessible(page, 'the beams after the code')

  await act(page, 'Verder naar antwoorden').click()
  expect(await page.getByLabel('Waarom niet? (niet verplicht)').inputValue()).toBe('Eerst overleg met de wijk.')
  await page.getByText('De code klopt.').waitFor()
  await tickBoth(page)
  await act(page, 'Antwoord vastleggen').click()
  await page.getByText('Huisartsen Samen doet niet mee met deze open brief.').waitFor()
})

test('[M5] A forwarded link opened on another device shows the text and nobody’s answer, also after the director answered', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Doorgestuurd')
  await phone.page.goto(link)
  await act(phone.page, 'Verder naar antwoorden').click()
  await phone.page.getByRole('radio', { name: 'Akkoord', exact: true }).check()
  await tickBoth(phone.page)
  await typeCode(phone)
  expect(await phone.page.evaluate(() => document.activeElement?.textContent), 'the focus is not lost').toMatch(/^De code klopt/)
  await answerByLink(await somebody(browser), 'Bas Willemse', { answer: 'declined', reason: 'Past niet' })
  const other = await somebody(browser, PHONE)
  await other.page.goto(await linkMailedTo(noor, 'Bas Willemse'))
  await other.page.getByText(ONCE).waitFor()
  expect(await other.page.locator('.beam').count()).toBe(0)
  expect(await other.page.getByRole('main').innerText()).not.toMatch(/Past niet|Huisartsen Samen/)
  await expectAccessible(other.page, 'the text before the code')
})
