/** From nothing to a published text with the keyboard alone: no mouse, no click and no focus by a script; only keys, after an address that was mailed or printed. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, expectFocus, pick, press, tabTo, typeIn, walkTo } from './keys.ts'
import { paper, says, shown } from './paper.ts'
import { codeMailedTo, linkMailedTo } from './signing.ts'
import { demo, openBrowser, PHONE, signInLinkOf, somebody, soon, type Actor } from './stage.ts'

const DIRECTOR = 'Marijke Veldhuis'
const TITLE = 'Thuis in de wijk'

let browser: Browser
/** The people of the story; each chapter goes on where the one before it stopped. */
let noor: Actor, ruben: Actor, director: Actor
let statementId = ''
beforeAll(async () => {
  browser = await openBrowser();
  [noor, ruben, director] = await Promise.all([somebody(browser), somebody(browser), somebody(browser, PHONE)])
})
afterAll(() => browser.close())

async function comeIn({ page }: Actor, name: string): Promise<void> {
  await page.goto(signInLinkOf(name))
  await press(page, page.getByRole('button', { name: 'Inloggen' }))
  await page.waitForURL(`${demo().baseUrl}/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const dialogOf = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })
/** Opens a dialog; the focus is inside it. */
async function openDialog(page: Page, opener: Locator): Promise<Locator> {
  await press(page, opener)
  const dialog = dialogOf(page)
  await dialog.waitFor()
  await soon(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  return dialog
}
/** The focus is there, and in sight. */
async function expectOn(sought: Locator): Promise<void> {
  await soon(() => sought.evaluate((element) => element === document.activeElement), { message: `the focus on ${String(sought)}` }).toBe(true)
  await expectFocus(sought.page(), String(sought))
}
const expectHeading = (page: Page, name: string) => soon(() => page.evaluate(() => (document.activeElement?.tagName === 'H1' ? document.activeElement.textContent : document.activeElement?.outerHTML.slice(0, 80)))).toBe(name)

test('A coordinator signs in, makes a dossier, invites a partner and appoints the final editor', async () => {
  const { page } = noor
  await comeIn(noor, 'Noor Hageman')
  await press(page, page.getByRole('link', { name: 'Dossiers', exact: true }))
  await expectHeading(page, 'Dossiers')
  // A dialog that is left gives the focus back to what opened it.
  await openDialog(page, button(page, 'Dossier maken'))
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  await expectOn(button(page, 'Dossier maken'))

  const dossier = await openDialog(page, button(page, 'Dossier maken'))
  await typeIn(page, dossier.getByLabel('Titel'), 'Wonen met elkaar')
  await typeIn(page, dossier.getByLabel('Naam van het samenwerkingsverband'), 'Coalitie Thuis')
  await pick(page, dossier.getByRole('combobox', { name: 'Thema' }), 'Jeugd')
  await pick(page, dossier.getByRole('combobox', { name: 'Nieuwe partners mogen eerst' }), 'schrijven')
  await press(page, dossier.getByRole('button', { name: 'Maken' }))
  await expectHeading(page, 'Wonen met elkaar')

  const invite = await openDialog(page, button(page, 'Partner uitnodigen'))
  await typeIn(page, invite.getByRole('combobox', { name: 'Zoek de organisatie' }), 'Huisartsen')
  await page.getByRole('option', { name: /^Huisartsen Samen/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await soon(() => page.getByRole('option', { name: /^Huisartsen Samen/ }).getAttribute('data-focused')).not.toBeNull()
  await page.keyboard.press('Enter')
  await invite.getByLabel('E-mailadres').waitFor()
  await expectFocus(page, 'choosing an organisation')
  await typeIn(page, invite.getByLabel('E-mailadres'), demo().people.find(({ name }) => name === DIRECTOR)!.email)
  await typeIn(page, invite.getByLabel('Naam', { exact: true }), DIRECTOR)
  expect(await invite.getByRole('combobox', { name: 'Mag in dit dossier' }).inputValue(), 'as the dossier says').toBe('write')
  expect(await invite.getByRole('checkbox', { name: /^Geeft antwoord namens/ }).isChecked(), 'a mandate is given, not left standing').toBe(false)
  await press(page, invite.getByRole('button', { name: 'Uitnodiging mailen' }))
  await dialogOf(page).waitFor({ state: 'detached' })
  await page.getByText(`Uitnodiging gemaild aan ${DIRECTOR}.`).waitFor()
  await expectOn(button(page, 'Partner uitnodigen'))

  const appoint = await openDialog(page, button(page, 'Iemand aanwijzen'))
  await pick(page, appoint.getByRole('combobox', { name: 'Wie' }), 'Ruben')
  await choose(page, appoint.getByRole('radio'), appoint.getByRole('radio', { name: 'Eindredacteur' }))
  await press(page, appoint.getByRole('button', { name: 'Aanwijzen' }))
  await page.getByText('Ruben Okhuijsen is nu eindredacteur.').waitFor()
  await expectOn(button(page, 'Iemand aanwijzen'))
})

test('She starts a text from its template, fills it in with Tab, and comes out of the paper again', async () => {
  const { page } = noor
  const dialog = await openDialog(page, button(page, 'Nieuwe tekst'))
  await choose(page, dialog.getByRole('radio'), dialog.getByRole('radio', { name: 'Kernboodschappen' }))
  await typeIn(page, dialog.getByLabel('Werktitel'), TITLE)
  await press(page, dialog.getByRole('button', { name: 'Tekst beginnen' }))
  await page.waitForURL(/\/teksten\/[^/]+$/)
  statementId = page.url().split('/').at(-1)!
  await says(page, 'connected')
  await expectFocus(page, 'beginning a text')

  await tabTo(page, paper(page))
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '')
  for (let places = 0; places < 12; places++) {
    await page.keyboard.press('Tab')
    if (!(await selected()).startsWith('[')) break
    await expectFocus(page, 'Tab to a place that waits')
    await page.keyboard.type(`Zin ${places + 1} over wonen in de wijk.`)
  }
  expect((await shown(page)).slice(0, 3)).toEqual([TITLE, 'Zin 1 over wonen in de wijk.', 'Zin 2 over wonen in de wijk.'])
  expect((await shown(page)).join(' ')).not.toContain('[')
  // Past the last place Tab leaves the paper; coming back, Escape does, and the paper says so.
  await soon(() => paper(page).evaluate((element) => element === document.activeElement)).toBe(false)
  await expectFocus(page, 'Tab past the last place')
  await tabTo(page, paper(page), 'Shift+Tab')
  expect(await paper(page).getAttribute('aria-description')).toContain('Esc')
  await page.keyboard.press('Escape')
  await expectOn(page.getByRole('radio', { name: 'Schrijven' }))
  await says(page, 'saved')

  // A menu gives the focus back to its button, and so does a dialog that came from it.
  const menu = page.getByRole('button', { name: 'Meer over deze tekst' })
  await press(page, menu)
  await page.getByRole('menuitem', { name: /^Werktitel/ }).waitFor()
  await page.keyboard.press('Escape')
  await expectOn(menu)
  await page.keyboard.press('Enter')
  await walkTo(page, page.getByRole('menuitem', { name: /^Rechten/ }))
  await page.keyboard.press('Enter')
  await dialogOf(page).waitFor()
  await page.keyboard.press('Escape')
  await dialogOf(page).waitFor({ state: 'detached' })
  await expectOn(menu)
})

test('She looks at what a round would ask, and opens it', async () => {
  const { page } = noor
  await press(page, page.getByRole('banner').getByRole('link', { name: 'Akkoordronde openen' }))
  await expectHeading(page, `Akkoord vragen op ${TITLE}`)
  const who = page.getByLabel('Wie antwoordt voor Huisartsen Samen')
  await who.waitFor()
  if (await who.inputValue() === '') await pick(page, who, DIRECTOR)
  await press(page, page.getByRole('checkbox', { name: /Landelijk Verbond Buurtwelzijn/ }).and(page.locator('th input')), 'Space')
  const dialog = await openDialog(page, page.getByRole('region', { name: 'Akkoordronde openen' }).getByRole('button', { name: 'Akkoordronde openen' }))
  await press(page, dialog.getByRole('button', { name: 'Akkoordronde openen' }))
  await button(page, 'Ronde sluiten').waitFor()
  await expectHeading(page, 'De gevraagde partner draagt deze tekst nog niet')
})

test('A director opens the link, reads, answers, types the code over, gives leave for the logo and sees the receipt', async () => {
  const { page } = director
  await page.goto(await linkMailedTo(director, DIRECTOR))
  await press(page, page.getByRole('button', { name: 'Verder naar antwoorden' }))
  await soon(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await expectFocus(page, 'going to the answers')
  const answers = page.getByRole('radio')
  await choose(page, answers, page.getByRole('radio', { name: 'Akkoord', exact: true }))
  for (const name of ['Ik heb deze versie gelezen', /^Ik mag namens/]) {
    await press(page, page.getByRole('checkbox', { name }), 'Space')
    expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true)
  }
  await press(page, page.getByRole('button', { name: 'Mail mij de code' }))
  await expectOn(page.getByLabel('Code uit de mail'))
  await page.keyboard.type(await codeMailedTo(director, DIRECTOR))
  await page.getByText('De code klopt.').waitFor()
  await expectFocus(page, 'a code that is right')
  await press(page, page.locator('.act').getByRole('button', { name: 'Verder naar uw logo' }))
  await soon(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await choose(page, page.getByRole('radio', { name: /ons logo mag|alleen onze naam/ }), page.getByRole('radio', { name: 'Ja, ons logo mag' }))
  await press(page, page.locator('.act').getByRole('button', { name: 'Antwoord vastleggen' }))
  await expectHeading(page, 'Dit is vastgelegd')
  await expectFocus(page, 'recording')
  expect(await page.locator('dl.receipt').innerText()).toContain('toestemming gegeven')
})

test('She closes the round; the final editor adopts and publishes', async () => {
  const { page: desk } = noor
  await desk.goto(`/teksten/${statementId}/ronde`)
  const closing = await openDialog(desk, button(desk, 'Ronde sluiten'))
  await press(desk, closing.getByRole('button', { name: 'Ronde sluiten' }))
  await dialogOf(desk).waitFor({ state: 'detached' })
  await expectFocus(desk, 'closing the round')

  const { page } = ruben
  await comeIn(ruben, 'Ruben Okhuijsen')
  await page.goto(`/teksten/${statementId}/ronde`)
  for (const act of ['Vaststellen', 'Publiceren']) {
    const dialog = await openDialog(page, button(page, act))
    await press(page, dialog.getByRole('button', { name: act }))
    await dialogOf(page).waitFor({ state: 'detached' })
    await expectFocus(page, act)
  }
})

test('Anybody reads the public page by Tab: the way to the content, the files and the check', async () => {
  const { page } = ruben
  await press(page, page.getByRole('main').getByRole('link', { name: 'Uitgave bekijken' }).first())
  await page.waitForURL(/\/p\//)
  const reader = await somebody(browser)
  await reader.page.goto(new URL(page.url()).pathname)
  await reader.page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await tabTo(reader.page, reader.page.getByRole('link', { name: 'Download als PDF' }))
  await press(reader.page, reader.page.getByText('Controleer dit').first())
  await press(reader.page, reader.page.getByRole('button', { name: 'Controleren' }))
  await reader.page.getByText('Dit is dezelfde tekst.').waitFor()
})
