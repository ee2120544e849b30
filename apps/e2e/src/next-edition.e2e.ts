/** The next edition from the screen alone: led, closed, adopted and published as the first one was, and the first can be taken back meanwhile. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, letterOf, openRound, type Text } from './ask.ts'
import { answerByLink } from './signing.ts'
import { DESK, expectAccessible, openBrowser, PHONE, signedIn, somebody, soon, type Actor } from './stage.ts'

let browser: Browser, noor: Actor, ruben: Actor, text: Text
/** Every address that answered with an error since the story began. */
const refused: string[] = []
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
  ruben = await signedIn(browser, 'Ruben Okhuijsen')
  for (const { page } of [noor, ruben]) page.on('response', (response) => { if (response.status() >= 400) refused.push(`${response.status()} ${new URL(response.url()).pathname}`) })
  text = await letterOf(noor, 'Brief met een vervolg')
  await openRound(noor, text.id)
  await answerByLink(await somebody(browser), 'Marijke Veldhuis', { answer: 'agreed' })
  await ask(noor, 'POST', `/statements/${text.id}/round/close`)
  await ask(ruben, 'POST', `/statements/${text.id}/adopt`)
  await ask(ruben, 'POST', `/statements/${text.id}/editions`, { reason: null, embargoUntil: null })
  await ask(noor, 'POST', `/statements/${text.id}/reopen`, { reason: 'Er komt een vervolg.' })
})
afterAll(() => browser.close())

const roundOf = (actor: Actor) => actor.page.goto(`/teksten/${text.id}/ronde`)

test('[L2] A round for the next edition is opened and led like the first: nothing is asked too late, who is left out is named', async () => {
  await roundOf(noor)
  await roundOf(ruben)
  const { page } = noor
  for (const partner of ['Tafelgenoot', 'Kring van Naasten']) await page.getByRole('checkbox', { name: partner, exact: false }).first().uncheck()
  for (const who of await page.getByRole('combobox').all()) if (await who.inputValue() === '') await who.selectOption({ index: 1 })
  await page.getByRole('region', { name: 'Akkoordronde openen' }).getByRole('button', { name: 'Akkoordronde openen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Akkoordronde openen' }).click()
  await page.getByRole('button', { name: 'Ronde sluiten' }).waitFor()
  // Both screens follow the round that was opened; neither asks for its preview any more.
  await ruben.page.getByRole('heading', { name: 'De regel van deze ronde' }).waitFor()
  await page.getByText('Niet gevraagd in deze ronde').waitFor()
  const row = page.getByRole('row').filter({ hasText: 'Tafelgenoot' })
  expect(await row.innerText()).toMatch(/Niet gevraagd[\s\S]*bij het openen niet meegenomen/)
  await row.getByRole('button', { name: 'Alsnog vragen' }).waitFor()
  await soon(() => page.locator('.round-tally').innerText()).toContain('2 niet gevraagd')
  await expectAccessible(page, 'the board of a second round')
  expect(refused).toEqual([])
})

test('[L5] Closing before the day that was promised says so, and how many still wait', async () => {
  const { page } = noor
  await page.getByRole('button', { name: /Ronde sluiten|Toch sluiten/ }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Beloofd was tot').waitFor()
  expect(await dialog.innerText()).toMatch(/\d+ partners wachten nog: wie na het sluiten antwoordt, is te laat/)
  await dialog.getByText('niet gevraagd in deze ronde').first().waitFor()
  await expectAccessible(page, 'closing early')
  await dialog.getByRole('button', { name: 'Ronde sluiten' }).click()
  await soon(() => page.locator('.board-table').innerText()).toContain('Geen antwoord dat telt')
  expect(await page.locator('.board-table').innerText()).not.toContain('Wacht op antwoord')
})

test('[L3] The final editor adopts and publishes the second edition, and takes back the one that stands from its own line', async () => {
  const { page } = ruben
  const main = page.getByRole('main')
  await main.getByRole('button', { name: 'Vaststellen', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Vaststellen' }).click()
  await main.getByRole('button', { name: 'Publiceren', exact: true }).click()
  await page.getByRole('dialog').getByLabel('Wat verandert deze uitgave?').fill('Een vervolg op de eerste.')
  await page.getByRole('dialog').getByRole('button', { name: 'Publiceren' }).click()
  await main.getByRole('link', { name: 'Uitgave bekijken' }).first().waitFor()
  await roundOf(noor)
  await noor.page.getByRole('button', { name: 'Concept heropenen' }).click()
  await noor.page.getByRole('dialog').getByLabel('Reden').fill('Nog een vervolg.')
  await noor.page.getByRole('dialog').getByRole('button', { name: 'Concept heropenen' }).click()
  await noor.page.waitForURL(new RegExp(`/teksten/${text.id}$`)) // who opens the draft wants to write in it
  await roundOf(ruben)
  await main.getByRole('button', { name: 'Uitgave 1 intrekken' }).waitFor()
  await main.getByRole('button', { name: 'Uitgave 2 intrekken' }).click()
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog.getByLabel('Reden').fill('Een bedrag klopt niet.')
  await dialog.getByRole('button', { name: 'Uitgave intrekken' }).click()
  await main.getByText('Ingetrokken op').waitFor()
  await roundOf(noor)
  await noor.page.getByText('Alleen de eindredacteur trekt een uitgave in.').first().waitFor()
})

test('The bar over a published text that is written again has room for its stage, whoever is here', async () => {
  const overlaps = async ({ page }: Actor) => page.locator('.top-bar .crumbs, .top-bar .stages > li, .top-bar .save-state, .top-bar .present, .top-bar .primary-act').evaluateAll((parts) => {
    const boxes = parts.map((part) => { const { left, right } = part.getBoundingClientRect(); return { what: part.textContent, left, right } }).filter(({ left, right }) => right > left).toSorted((a, b) => a.left - b.left)
    return boxes.slice(1).flatMap((box, at) => (box.left < boxes[at]!.right - 1 ? [`${boxes[at]!.what} | ${box.what}`] : []))
  })
  await ruben.page.goto(`/teksten/${text.id}`)
  await ruben.page.locator('.save-state[data-state=connected], .save-state[data-state=saved]').waitFor()
  expect(await overlaps(ruben), 'alone').toEqual([])
  await noor.page.goto(`/teksten/${text.id}`)
  await ruben.page.locator('.present').waitFor()
  expect(await overlaps(ruben), 'with another').toEqual([])
})

test('While it is written again every tab of the panel is within reach, on a desk and on a phone', async () => {
  const { page } = ruben
  await page.goto(`/teksten/${text.id}`)
  const inside = async (panel: string) => page.locator(`${panel} .side-tabs [role=tab]`).evaluateAll((tabs) => tabs.map((tab) => { const { left, right } = tab.getBoundingClientRect(); return [tab.textContent, left >= 0 && right <= innerWidth] }))
  await page.getByRole('tab', { name: 'Verwijderd' }).click()
  await page.getByRole('tabpanel', { name: 'Verwijderd' }).waitFor()
  expect((await inside('.side-panel')).filter(([, isIn]) => !isIn)).toEqual([])
  await page.setViewportSize(PHONE)
  await page.locator('.thumb-bar').getByRole('button').nth(2).click()
  await page.getByRole('tab', { name: 'Verwijderd' }).click()
  expect((await inside('.drawer')).filter(([, isIn]) => !isIn)).toEqual([])
  await page.setViewportSize(DESK)
})
