/** Rights on one text: the coordinator changes one, and whoever has the text open notices at once. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessibleInBothLights, settled } from './screens.ts'
import { openText, paper, says } from './paper.ts'
import { openBrowser, signedIn, soon, statementIn } from './stage.ts'
import { atOneText } from './writers.ts'

let browser: Browser
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())

test('a right taken back in the menu of the text ends the writing of who has it open, and giving it back opens the paper again', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Rechten per tekst', ['samira'])
  await noor.page.getByRole('button', { name: 'Meer over deze tekst' }).click()
  await noor.page.getByRole('menuitem', { name: /^Rechten/ }).click()
  const dialog = noor.page.getByRole('dialog', { name: 'Rechten bij Rechten per tekst' })
  const right = dialog.getByRole('region', { name: 'Federatie Buurtsport' }).getByRole('combobox', { name: 'Wat mag Samira El Amrani' })
  expect(await right.inputValue()).toBe('as-dossier')
  await settled(noor.page)
  await expectAccessibleInBothLights(noor.page, 'rights on a text')

  await right.selectOption({ label: 'meelezen' })
  await dialog.getByText('Samira El Amrani: meelezen.').waitFor()
  await samira.page.getByText('Je leest mee; schrijven doen anderen in deze tekst.').waitFor()
  await right.selectOption('as-dossier')
  await dialog.getByText('Samira El Amrani: schrijven.').waitFor()
  await openText(samira, text.id)
  await says(samira.page, 'connected')
  await soon(() => paper(samira.page).getAttribute('contenteditable')).toBe('true')
})

test('a mandate holder finds the own colleagues there, and nobody else', async () => {
  const wim = await signedIn(browser, 'Wim Aalders')
  await wim.page.goto(`/teksten/${statementIn('in-ronde').id}`)
  await wim.page.getByRole('button', { name: 'Meer over deze tekst' }).click()
  await wim.page.getByRole('menuitem', { name: /^Rechten/ }).click()
  const dialog = wim.page.getByRole('dialog')
  await dialog.getByRole('combobox').first().waitFor()
  expect(await dialog.getByRole('region').count()).toBe(1)
  await dialog.getByRole('combobox', { name: 'Wat mag Samira El Amrani' }).waitFor()
})
