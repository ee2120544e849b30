/** Whatever others decide while somebody types: the words are kept and offered back where they stood. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask, openRound, stored } from './ask.ts'
import { clickBehind, openText, paper, says, sees, seesNot, shown, typeBehind } from './paper.ts'
import { expectAccessible, openBrowser, PHONE, signedIn, signIn, soon, type Actor } from './stage.ts'
import { atOneText, expectOneText, WRITERS } from './writers.ts'

let browser: Browser
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) await context.close() })

const offered = (page: Page) => page.getByRole('region', { name: 'Je woorden zijn bewaard' })
const HER_WORDS = ' Onze trainers zien het.'

/** Samira types without a network; what Ruben does meanwhile is done with one. */
async function typesWithoutNetwork({ context, page }: Actor, behind: string, words = HER_WORDS): Promise<void> {
  await context.setOffline(true)
  await says(page, 'offline-kept')
  await typeBehind(page, behind, words)
  await says(page, 'offline-kept')
}

async function deletePassage({ page }: Actor, words: string): Promise<void> {
  await clickBehind(page, words)
  await page.getByRole('button', { name: /Soort, plaats en verwijderen/ }).click()
  await page.getByRole('menuitem', { name: /Alinea verwijderen/ }).click()
  await seesNot(page, words)
}

test('Somebody deletes the passage in which another types: the words are offered in its place and go back', async () => {
  const { ruben, samira, text } = await atOneText(browser, 'Verwijderd onder het typen', ['ruben', 'samira'])
  await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
  await deletePassage(ruben, 'In onze spreekkamers')
  await says(ruben.page, 'saved')
  await samira.context.setOffline(false)
  const words = offered(samira.page)
  await words.waitFor()
  expect(await words.innerText()).toContain(HER_WORDS.trim())
  expect(await words.innerText()).toContain('Een ander voegde deze alinea samen, verplaatste of verwijderde hem terwijl je typte.')
  await seesNot(samira.page, 'In onze spreekkamers')
  const above = await words.evaluate((section) => section.closest('.passage-widget')?.previousElementSibling?.textContent ?? '')
  expect(above, 'in its place: under the passage that stood before it').toContain('Deze maand besluit u')
  await expectAccessible(samira.page, 'words that are offered')

  await words.getByRole('button', { name: 'Terugzetten' }).click()
  await sees(ruben.page, HER_WORDS.trim())
  await soon(() => words.count()).toBe(0)
  const now = await expectOneText([ruben, samira], text)
  expect(now.findIndex((passage) => passage.includes(HER_WORDS.trim()))).toBe(now.findIndex((passage) => passage.includes('Deze maand besluit u')) + 1)
})

test('Somebody joins the passage in which another types to the one before it: no word is lost', async () => {
  const { ruben, samira, text } = await atOneText(browser, 'Samengevoegd onder het typen', ['ruben', 'samira'])
  await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
  await clickBehind(ruben.page, 'roken, overgewicht en alcohol.')
  await ruben.page.keyboard.press('Delete')
  await sees(ruben.page, 'alcohol.In onze spreekkamers')
  await says(ruben.page, 'saved')
  await samira.context.setOffline(false)
  await sees(samira.page, 'alcohol.In onze spreekkamers')
  await keptOrInPlace(samira)
  await expectOneText([ruben, samira], text)
})

test('Somebody moves the passage in which another types: the words come along, without a network they are kept', async () => {
  const { ruben, samira, text } = await atOneText(browser, 'Verplaatst onder het typen', ['ruben', 'samira'])
  const moves = async (key: string) => { await clickBehind(ruben.page, 'In onze spreekkamers'); await ruben.page.keyboard.press(key) }
  const placeOf = async (page: Page) => (await shown(page)).findIndex((passage) => passage.includes('In onze spreekkamers'))
  const before = await placeOf(samira.page)
  await clickBehind(samira.page, 'de week waarin niemand belt.')
  await Promise.all([samira.page.keyboard.type(' Zij bellen zelf.'), moves('Alt+ArrowDown')])
  await soon(() => placeOf(ruben.page)).toBe(before + 1)
  await sees(ruben.page, 'belt. Zij bellen zelf.')
  await expectOneText([ruben, samira], text)

  await typesWithoutNetwork(samira, 'Zij bellen zelf.')
  await moves('Alt+ArrowUp')
  await soon(() => placeOf(ruben.page)).toBe(before)
  await samira.context.setOffline(false)
  await soon(() => placeOf(samira.page)).toBe(before)
  await keptOrInPlace(samira)
  await expectOneText([ruben, samira], text)
})

/** The words stand in the text, or are offered and go back into it. */
async function keptOrInPlace({ page }: Actor): Promise<void> {
  await soon(async () => (await offered(page).count()) > 0 || (await shown(page)).join('\n').includes(HER_WORDS.trim())).toBe(true)
  await says(page, 'saved')
  if (await offered(page).count() > 0) await offered(page).getByRole('button', { name: 'Terugzetten' }).click()
  await sees(page, HER_WORDS.trim())
}

interface Dossier { readonly partnerList: readonly { readonly organisation: { readonly id: string; readonly name: string }; readonly people: readonly { readonly personId: string; readonly name: string }[] | null }[] }
test('A writer whose right ends in the middle of a sentence keeps the words, and reads on', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Recht beëindigd', ['samira'])
  const { dossierId } = await ask<{ dossierId: string }>(noor, 'GET', `/statements/${text.id}`)
  const { partnerList } = await ask<Dossier>(noor, 'GET', `/dossiers/${dossierId}`)
  const sport = partnerList.find(({ organisation }) => organisation.name === 'Federatie Buurtsport')!
  const person = sport.people!.find(({ name }) => name === WRITERS.samira)!
  const give = (right: string) => ask(noor, 'PUT', `/dossiers/${dossierId}/partners/${sport.organisation.id}/people/${person.personId}`, { right })
  try {
    await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
    await give('read-along')
    await samira.context.setOffline(false)
    await offered(samira.page).waitFor()
    expect(await offered(samira.page).innerText()).toContain(HER_WORDS.trim())
    await samira.page.getByText('Je leest mee; schrijven doen anderen in deze tekst.').waitFor()
    await samira.page.getByText('Je leest vanaf nu mee in deze tekst').waitFor()
    expect(await offered(samira.page).innerText()).toContain('mocht je in deze tekst niet meer schrijven')
    expect((await stored(noor, text.id)).join('\n')).not.toContain(HER_WORDS)
    await samira.page.reload()
    await offered(samira.page).waitFor()
  } finally {
    await give('write')
  }
  await openText(samira, text.id)
  await offered(samira.page).getByRole('button', { name: 'Terugzetten' }).click()
  await sees(noor.page, HER_WORDS.trim())
})

test('[L2] A round opens while people type: both read why at once, what came too late is kept and in no version', async () => {
  const { noor, ruben, samira, text } = await atOneText(browser, 'Bevroren onder het typen', ['ruben', 'samira'])
  await typeBehind(ruben.page, 'vragen u om daarbij', ' vooral')
  await says(ruben.page, 'saved')
  await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
  await openRound(noor, text.id)
  await ruben.page.getByText('Schrijven is gestopt').waitFor()
  await ruben.page.getByText('De coördinator opende een akkoordronde').waitFor()
  await samira.context.setOffline(false)
  await samira.page.getByText('Schrijven is gestopt').waitFor()
  await offered(samira.page).waitFor()
  expect(await offered(samira.page).innerText()).toContain('Deze woorden kwamen na het sluiten van het concept en staan niet in de tekst.')
  await seesNot(samira.page, HER_WORDS)
  await expectAccessible(samira.page, 'a text that closed')

  const [version] = (await ask<{ items: { hash: string }[] }>(noor, 'GET', `/statements/${text.id}/versions`)).items
  const frozen = JSON.stringify(await ask(noor, 'GET', `/statements/${text.id}/versions/${version!.hash}`))
  expect(frozen).toContain('daarbij vooral verder')
  expect(frozen).not.toContain('trainers')

  await ask(noor, 'POST', `/statements/${text.id}/round/stop`, { reason: 'Er ontbreekt nog een alinea.' })
  await paper(samira.page).waitFor()
  await offered(samira.page).getByRole('button', { name: 'Terugzetten' }).click()
  await sees(ruben.page, HER_WORDS.trim())
  await expectOneText([ruben, samira], text)
})

test('A round opens while somebody types on a phone: the passage stays where it was', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Bevroren op de telefoon', ['samira'], PHONE)
  const words = 'vragen u om daarbij'
  const topOf = (page: Page) => page.evaluate((sought) => [...document.querySelectorAll('[data-passage], .paper.reading [id^="p-"]')].find((one) => one.textContent?.includes(sought))?.getBoundingClientRect().top ?? null, words)
  await typeBehind(samira.page, words, ' ook')
  await says(samira.page, 'saved')
  const before = await topOf(samira.page)
  await openRound(noor, text.id)
  await samira.page.getByText('Schrijven is gestopt').waitFor()
  await samira.page.locator('.paper.reading').waitFor()
  await soon(async () => Math.abs((await topOf(samira.page) ?? Infinity) - before!)).toBeLessThan(24)
})

test('A session that ends while somebody types: signing in again brings the same text with all the words', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Sessie voorbij', ['samira'])
  await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
  const elsewhere = await signedIn(browser, WRITERS.samira)
  await ask(elsewhere, 'DELETE', '/sessions')
  await samira.context.setOffline(false)
  await samira.page.waitForURL(/\/aanmelden/)
  await samira.page.getByText('Wat je typte is bewaard', { exact: true }).waitFor()
  await expectAccessible(samira.page, 'signing in again')
  expect((await stored(noor, text.id)).join('\n')).not.toContain(HER_WORDS)
  await signIn(samira, WRITERS.samira)
  await samira.page.goto(new URL(samira.page.url()).searchParams.get('naar')!)
  await paper(samira.page).waitFor()
  await says(samira.page, 'saved')
  await sees(noor.page, `belt.${HER_WORDS}`)
  await expectOneText([noor, samira], text)
})

/** The wire of this page, which can be held (nothing arrives) and then closed by a server that was renewed. */
async function wireOf(page: Page) {
  const wire: { held: boolean; end: (code: number) => void } = { held: false, end: () => {} }
  await page.routeWebSocket(/\/sync\//, (route) => {
    const server = route.connectToServer()
    route.onMessage((message) => { if (!wire.held) server.send(message) })
    server.onMessage((message) => { if (!wire.held) route.send(message) })
    wire.end = (code) => { void route.close({ code, reason: 'client too old' }) }
  })
  await page.reload()
  await paper(page).waitFor()
  await says(page, 'connected')
  return wire
}

test('A newer version of the program comes in mid-sentence: the page says that it must be loaded anew, and offers the words that were not sent', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Nieuwe versie', ['samira'])
  const wire = await wireOf(samira.page)
  await typeBehind(samira.page, 'de week waarin niemand belt.', ' Dat zien')
  await says(samira.page, 'saved')
  wire.held = true
  await samira.page.keyboard.type(' onze trainers elke week.')
  await says(samira.page, 'saving')
  wire.end(4426)
  await samira.page.getByText('Er is een nieuwere versie van het programma', { exact: true }).waitFor()
  expect(await samira.page.locator('.save-state').innerText()).toBe('Nieuwe versie van het programma nodig')
  await samira.page.getByText('Wat je als laatste typte is nog niet verstuurd; het is bewaard in deze browser.').waitFor()
  await offered(samira.page).waitFor()
  expect(await offered(samira.page).innerText()).toContain('onze trainers elke week.')
  expect(await paper(samira.page).count(), 'nothing more can be typed that would not arrive').toBe(0)
  await expectAccessible(samira.page, 'a page that is too old')

  wire.held = false
  await samira.page.getByRole('button', { name: 'Opnieuw laden' }).click()
  await paper(samira.page).waitFor()
  await says(samira.page, 'connected')
  const words = offered(samira.page)
  await words.waitFor()
  expect(await words.innerText()).toContain('Deze woorden waren nog niet verstuurd toen er een nieuwere versie van het programma kwam.')
  await seesNot(samira.page, 'onze trainers elke week.')
  await sees(samira.page, 'belt. Dat zien')
  await words.getByRole('button', { name: 'Terugzetten' }).click()
  await sees(noor.page, 'onze trainers elke week.')
  await soon(() => words.count()).toBe(0)
  const now = (await expectOneText([noor, samira], text)).join('\n')
  expect(now.split('Dat zien').length, 'what was sent stands there once').toBe(2)
})

test('Six paragraphs that came after the draft closed are one offer, and go back in their order', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Zes alinea’s te laat', ['samira'], PHONE)
  const paragraphs = ['Eerst de huur.', 'Dan de zorg.', 'Dan het werk.', 'Dan de school.', 'Dan de straat.', 'En dan pas']
  await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
  for (const words of paragraphs) {
    await samira.page.keyboard.press('Enter')
    await samira.page.keyboard.type(words)
  }
  await says(samira.page, 'offline-kept')
  await openRound(noor, text.id)
  await samira.context.setOffline(false)
  await offered(samira.page).waitFor()
  expect((await offered(samira.page).innerText()).replaceAll(/\s+/g, ' ')).toContain('Onze trainers zien het. Eerst de huur. Dan de zorg. Dan het werk. Dan de school. Nog 2 alinea’s tonen')
  await offered(samira.page).getByRole('button', { name: 'Nog 2 alinea’s tonen' }).press('Enter')
  await offered(samira.page).getByText('En dan pas').waitFor()
  expect(await samira.page.evaluate(() => document.activeElement?.tagName), 'the button is gone, and the focus is with the words').toBe('BLOCKQUOTE')
  await ask(noor, 'POST', `/statements/${text.id}/round/stop`, { reason: 'Er ontbreekt nog een alinea.' })
  await paper(samira.page).waitFor()
  await offered(samira.page).getByRole('button', { name: 'Terugzetten' }).click()
  await soon(() => offered(samira.page).count()).toBe(0)
  await sees(noor.page, 'En dan pas')
  const now = await expectOneText([noor, samira], text)
  const from = now.findIndex((passage) => passage.includes('de week waarin niemand belt.')) + 1
  expect(now.slice(from, from + 7)).toEqual([HER_WORDS.trim(), ...paragraphs])
})

test('A text is deleted while its writer’s browser is shut: the words are offered where the text was', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Verwijderd in de nacht', ['samira'])
  await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
  await samira.page.close()
  await ask(noor, 'DELETE', `/statements/${text.id}`)
  await samira.context.setOffline(false)
  const page = await samira.context.newPage()
  await page.goto(`/teksten/${text.id}`)
  await offered(page).waitFor()
  expect(await offered(page).innerText()).toContain(HER_WORDS.trim())
  await expectAccessible(page, 'words of a text that is gone')
  await page.reload()
  await offered(page).getByRole('button', { name: 'Niet meer nodig' }).click()
  await soon(() => offered(page).count()).toBe(0)
})

test('Signing out with words that were not sent asks first, and staying keeps them', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Uitloggen', ['samira'])
  await typesWithoutNetwork(samira, 'de week waarin niemand belt.')
  // Home again, with a network: the text is closed, its words are still on this device only.
  await samira.page.getByRole('link', { name: 'Draagvlak' }).click()
  await samira.context.setOffline(false)
  await samira.page.getByRole('button', { name: /Samira El Amrani/ }).click()
  await samira.page.getByRole('menuitem', { name: 'Uitloggen' }).click()
  const question = samira.page.getByRole('alertdialog').or(samira.page.getByRole('dialog'))
  await question.waitFor()
  expect(await question.innerText()).toContain('Er zijn nog woorden niet verstuurd')
  await expectAccessible(samira.page, 'signing out with unsent words')
  await question.getByRole('button', { name: 'Ingelogd blijven' }).click()
  await openText(samira, text.id)
  await sees(noor.page, `belt.${HER_WORDS}`)
})
