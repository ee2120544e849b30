/** What a director finds at a later look: the receipt as it was recorded, and what holds once the round is over. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { act, askedOnAPhone, DIRECTOR, rowOf, tickBoth, typeCode } from './director.ts'
import { addressOf, answerByLink } from './signing.ts'
import { expectAccessible, mailTo, openBrowser, signedIn, type Actor } from './stage.ts'

let browser: Browser, noor: Actor
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
})
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) if (context !== noor.context) await context.close() })

test('[S4] At a later look the receipt still says which passage was left out, and why somebody did not take part', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Later nog eens kijken')
  const { page } = phone
  await page.goto(link)
  await act(page, 'Verder naar antwoorden').click()
  await page.getByRole('radio', { name: 'Akkoord', exact: true }).check()
  await page.getByText('Anders antwoorden bij een enkele alinea').click()
  await page.locator('.exceptions select').nth(1).selectOption('declined')
  await tickBoth(page)
  await typeCode(phone)
  await act(page, 'Verder naar uw logo').click()
  await page.getByRole('radio', { name: 'Nee, alleen onze naam' }).check()
  await act(page, 'Antwoord vastleggen').click()
  await page.getByRole('heading', { level: 1, name: 'Dit is vastgelegd' }).waitFor()
  const rows = async () => { await page.locator('dl.receipt').waitFor(); return page.locator('dl.receipt').innerText() }
  const first = await rows()
  expect(first).toContain('dragen wij niet')
  await page.reload()
  expect(await rows(), 'the same receipt').toBe(first)

  await page.getByRole('button', { name: 'Antwoord wijzigen' }).click()
  await page.getByRole('radio', { name: 'Niet meedoen' }).check()
  await page.getByLabel('Waarom niet? (niet verplicht)').fill('Past niet bij onze statuten.')
  await tickBoth(page)
  await act(page, 'Antwoord vastleggen').click()
  await page.getByText('doet niet mee met').waitFor()
  const declined = await rows()
  expect(declined).toContain('‘Past niet bij onze statuten.’')
  await page.reload()
  expect(await rows()).toBe(declined)
})

test('[L5] After the round is closed, adopted and published the page says so, with the public address, and offers what is still possible', async () => {
  const { text, link, phone } = await askedOnAPhone(browser, noor, 'Na de ronde')
  const ruben = await signedIn(browser, 'Ruben Okhuijsen')
  await answerByLink(phone, DIRECTOR, { answer: 'agreed' })
  const { page } = phone
  const look = async (words: string) => { await page.goto(link); await page.getByText(words).first().waitFor() }
  await look('Tot ')
  await page.getByRole('button', { name: 'Antwoord wijzigen' }).waitFor()

  await ask(noor, 'POST', `/statements/${text.id}/round/close`)
  await look('De ronde is gesloten op')
  expect(await page.getByRole('main').innerText()).not.toContain('kunt u hier uw antwoord wijzigen')
  expect(await page.getByRole('button', { name: 'Antwoord wijzigen', exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Toch anders antwoorden' }).waitFor()
  await expectAccessible(page, 'the receipt after closing')
  expect(await mailTo(page, addressOf(DIRECTOR), 'round-closed')).toContain('staat vast: akkoord')

  await ask(ruben, 'POST', `/statements/${text.id}/adopt`)
  await look('De tekst is vastgesteld op')
  await ask(ruben, 'POST', `/statements/${text.id}/editions`, { reason: null, embargoUntil: null })
  await look('Uitgave 1 is gepubliceerd op')
  await expectAccessible(page, 'the receipt after publication')
  expect(await mailTo(page, addressOf(DIRECTOR), 'published')).toContain(`/p/${text.slug}`)
  await page.getByRole('link', { name: 'De openbare pagina van uitgave 1' }).click()
  await page.waitForURL(`**/p/${text.slug}`)
  expect((await rowOf(noor, text)).state).toBe('agreed')
})
