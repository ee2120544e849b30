/** A letter from the first question to its second edition: asked, answered, closed, adopted, published, corrected, by three people in browsers of their own. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, letterOf, openRound, type Text } from './ask.ts'
import { openText, says, typeBehind } from './paper.ts'
import { answerByLink } from './signing.ts'
import { demo, DESK, expectAccessible, openBrowser, signedIn, signInLinkOf, somebody, soon, type Actor } from './stage.ts'

const ASKED = [['De Brede Linde', 'Hanna Terpstra'], ['Huisartsen Samen', 'Marijke Veldhuis'], ['Landelijk Verbond Buurtwelzijn', 'Heleen Brouwer'], ['Tafelgenoot', 'Nadia Chaouch']] as const

let browser: Browser
/** The people of the story; each chapter goes on where the one before it stopped. */
let noor: Actor
let ruben: Actor
let reader: BrowserContext
let text: Text
beforeAll(async () => {
  browser = await openBrowser()
  // The coordinator comes in by the link that the terminal printed, and presses its button.
  noor = await somebody(browser, DESK)
  await noor.page.goto(signInLinkOf('Noor Hageman'))
  await noor.page.getByRole('main').getByRole('button').click()
  await noor.page.waitForURL(`${demo().baseUrl}/`)
  text = await letterOfFour(noor)
  ruben = await signedIn(browser, 'Ruben Okhuijsen')
  reader = await browser.newContext({ viewport: DESK, locale: 'nl-NL', javaScriptEnabled: false, baseURL: demo().baseUrl })
})
afterAll(() => browser.close())

interface Organisations { readonly partnerList: readonly { readonly organisation: { readonly id: string; readonly name: string } }[] }
/** A letter of its own that four partners are asked about. */
async function letterOfFour(noor: Actor): Promise<Text> {
  const text = await letterOf(noor, 'Brief van vier')
  const { dossierId } = await ask<{ dossierId: string }>(noor, 'GET', `/statements/${text.id}`)
  const { partnerList } = await ask<Organisations>(noor, 'GET', `/dossiers/${dossierId}`)
  const names: readonly string[] = ASKED.map(([organisation]) => organisation)
  await ask(noor, 'PATCH', `/statements/${text.id}`, { participants: partnerList.filter(({ organisation }) => names.includes(organisation.name)).map(({ organisation }) => organisation.id) })
  return text
}

const beamUnder = (page: Page, words: string): Locator => page.locator('[data-passage], [id^="p-"]').filter({ hasText: words }).locator('xpath=following::button[contains(@class, "beam")][1]')
const dialogOf = (page: Page): Locator => page.getByRole('dialog').or(page.getByRole('alertdialog'))

/** What the dialog says about who will stand there. */
async function expectListing(dialog: Locator, what: string): Promise<void> {
  await dialog.waitFor()
  const words = await dialog.innerText()
  expect.soft(words, what).toContain('3 organisaties komen eronder te staan, 2 met logo.')
  expect.soft(words, what).toMatch(/De Brede Linde\s*geen toestemming voor dit gebruik/)
  expect.soft(words, what).toMatch(/Tafelgenoot\s*doet niet mee/)
}

test('The coordinator sees what a round would ask and of whom, names who answers, and opens it', async () => {
  await noor.page.goto(`/teksten/${text.id}`)
  await noor.page.getByRole('banner').getByRole('link', { name: 'Akkoordronde openen' }).click()
  await noor.page.getByRole('heading', { name: 'Wie wordt gevraagd' }).waitFor()
  await noor.page.getByText('Geen aandachtspunten in de tekst.').waitFor()
  const open = noor.page.getByRole('region', { name: 'Akkoordronde openen' }).getByRole('button', { name: 'Akkoordronde openen' })
  await noor.page.getByText('Kies wie antwoordt voor').waitFor()
  for (const [organisation, person] of ASKED) {
    const who = noor.page.getByLabel(`Wie antwoordt voor ${organisation}`)
    const option = await who.locator('option', { hasText: person }).first().getAttribute('value')
    await who.selectOption(option)
  }
  await expectAccessible(noor.page, 'opening a round')
  await open.click()
  expect(await dialogOf(noor.page).innerText()).toContain('4 mails gaan nu uit, elk met een eigen link.')
  await dialogOf(noor.page).getByRole('button', { name: 'Akkoordronde openen' }).click()
  await noor.page.getByRole('button', { name: 'Ronde sluiten' }).waitFor()
})

test('Whoever looks at the board sees every answer come in, and the beam with it', async () => {
  await ruben.page.goto(`/teksten/${text.id}/ronde`)
  const rowOf = (organisation: string) => ruben.page.getByRole('row').filter({ hasText: organisation }).locator('td').first()
  const beam = beamUnder(ruben.page, 'Deze maand besluit u')
  await soon(() => beam.innerText()).toContain('0 van 4 dragen deze alinea')
  await answerByLink(await somebody(browser), 'Marijke Veldhuis', { answer: 'agreed', logo: true })
  await soon(() => rowOf('Huisartsen Samen').innerText()).toMatch(/akkoord/i)
  await soon(() => beam.innerText()).toContain('1 van 4')
  await answerByLink(await somebody(browser), 'Hanna Terpstra', { answer: 'agreed' })
  await answerByLink(await somebody(browser), 'Heleen Brouwer', { answer: 'agreed', logo: true })
  await answerByLink(await somebody(browser), 'Nadia Chaouch', { answer: 'declined', reason: 'Wij spreken ons niet uit over bedragen.' })
  await soon(() => beam.innerText()).toMatch(/3 van 4 dragen deze alinea; Tafelgenoot niet/)
  await soon(() => rowOf('Tafelgenoot').innerText()).toMatch(/niet mee/i)
  await expectAccessible(ruben.page, 'the board with answers')
})

test('[L3] Closing, adopting and publishing show beforehand who will stand there and who not; until the last of them there is nothing to see outside', async () => {
  const at = `/p/${text.slug}`
  await noor.page.getByRole('button', { name: 'Ronde sluiten' }).click()
  await expectListing(dialogOf(noor.page), 'closing')
  await dialogOf(noor.page).getByRole('button', { name: 'Ronde sluiten' }).click()
  const acts = ruben.page.getByRole('main')
  await acts.getByRole('button', { name: 'Vaststellen', exact: true }).click()
  await expectListing(dialogOf(ruben.page), 'adopting')
  await expectAccessible(ruben.page, 'adopting')
  await dialogOf(ruben.page).getByRole('button', { name: 'Vaststellen' }).click()
  const before = await reader.request.get(at)
  expect(before.status()).toBe(404)
  expect(await before.text(), 'as if it did not exist').toBe(await (await reader.request.get('/p/bestaat-niet')).text())
  await acts.getByRole('button', { name: 'Publiceren', exact: true }).click()
  await expectListing(dialogOf(ruben.page), 'publishing')
  await dialogOf(ruben.page).getByRole('button', { name: 'Publiceren' }).click()
  await acts.getByRole('link', { name: 'Uitgave bekijken' }).first().waitFor()
})

test('Anybody reads it without a script: text, names once each, wall, PDF, and the proof that these are the words', async () => {
  const page = await reader.newPage()
  const requests: string[] = []
  page.on('request', (request) => { requests.push(request.resourceType()) })
  await page.goto(`/p/${text.slug}`)
  await page.getByRole('heading', { level: 1, name: 'Gezondheid begint aan de keukentafel' }).waitFor()
  expect(requests).not.toContain('script')
  expect(await page.getByRole('list').filter({ hasText: 'Huisartsen Samen' }).getByRole('listitem').allInnerTexts()).toEqual(['De Brede Linde', 'Huisartsen Samen', expect.stringContaining('Landelijk Verbond Buurtwelzijn')])
  expect(await page.locator('body').innerText()).not.toContain('Tafelgenoot')
  const tree = await page.locator('body').ariaSnapshot()
  for (const name of ['De Brede Linde', 'Huisartsen Samen', 'Landelijk Verbond Buurtwelzijn']) expect(tree.split(name), `${name} is announced once`).toHaveLength(2)
  await soon(() => page.locator('.wall svg image').evaluateAll((logos) => logos.map((logo) => (logo as SVGImageElement).getBoundingClientRect().width > 0))).toEqual([true, true])
  for (const image of await page.locator('.wall svg image').all()) expect((await reader.request.get((await image.getAttribute('href'))!)).status()).toBe(200)
  const pdf = await reader.request.get((await page.getByRole('link', { name: 'Download als PDF' }).getAttribute('href'))!)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByText('Controleer dit').click()
  await page.getByRole('button', { name: 'Controleren' }).click()
  await page.getByText('Dit is dezelfde tekst.').waitFor()
  await page.close()
})

test('[V8, V11] The draft opens again: a beam asks to be confirmed when its words change, and is solid when they are back', async () => {
  await ask(noor, 'POST', `/statements/${text.id}/reopen`, { reason: 'Het bedrag is achterhaald.' })
  await openText(noor, text.id)
  await openText(ruben, text.id)
  await says(noor.page, 'connected')
  const asked = beamUnder(ruben.page, 'Wij denken graag met u mee')
  await soon(() => asked.innerText()).toContain('3 van 4 dragen deze alinea')
  await typeBehind(noor.page, 'Wij denken graag met u mee', ' en door')
  await soon(() => asked.innerText()).toMatch(/0 van 4 dragen deze alinea/)
  await asked.click()
  await ruben.page.getByText('moet herbevestigen').first().waitFor()
  await expectAccessible(ruben.page, 'a passage that asks to be confirmed again')
  for (let times = 0; times < ' en door'.length; times++) await noor.page.keyboard.press('Backspace')
  await soon(() => asked.innerText()).toContain('3 van 4 dragen deze alinea')
  await typeBehind(noor.page, 'Wij denken graag met u mee', ' en door')
  await says(noor.page, 'saved')
})

test('A correction asks again only who carried what changed, and is a second edition with its reason; the first stays readable', async () => {
  await openRound(noor, text.id)
  const { rows } = await ask<{ rows: { organisation: { name: string }; group: string }[] }>(noor, 'GET', `/statements/${text.id}/board`)
  expect(rows.filter(({ group }) => group === 'reconfirm').map(({ organisation }) => organisation.name)).toEqual(['De Brede Linde', 'Huisartsen Samen', 'Landelijk Verbond Buurtwelzijn'])
  for (const name of ['Marijke Veldhuis', 'Heleen Brouwer']) await answerByLink(await somebody(browser), name, { answer: 'agreed' })
  await ask(noor, 'POST', `/statements/${text.id}/round/close`)
  await ask(ruben, 'POST', `/statements/${text.id}/adopt`)
  await ask(ruben, 'POST', `/statements/${text.id}/editions`, { reason: 'Een zin is aangevuld.', embargoUntil: null })
  const page = await reader.newPage()
  await page.goto(`/p/${text.slug}`)
  const second = await page.getByRole('main').innerText()
  expect(second).toContain('met u mee en door')
  expect(second).toContain('Reden van deze uitgave: Een zin is aangevuld.')
  expect(second).not.toContain('De Brede Linde')
  await page.getByRole('navigation', { name: 'Andere uitgaven' }).getByRole('link', { name: /^Uitgave 1/ }).click()
  await page.waitForURL(/\/editions\/1$/)
  const first = await page.getByRole('main').innerText()
  expect(first).toContain('Wij denken graag met u mee, en doen')
  expect(first).toContain('De Brede Linde')
  expect(first).toContain('Dit is een eerdere uitgave.')
})
