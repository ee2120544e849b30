/** Filling in a template with a real mouse, a finger and the keyboard: what stands in brackets is replaced as a whole, and passages stay apart. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, stored } from './ask.ts'
import { openText, paper, says, sees, shown } from './paper.ts'
import { openBrowser, PHONE, signedIn, soon, statementIn, type Actor } from './stage.ts'

let browser: Browser, noor: Actor, dossierId = ''
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
  dossierId = (await ask<{ dossierId: string }>(noor, 'GET', `/statements/${statementIn('in-ronde').id}`)).dossierId
})
afterAll(() => browser.close())

async function letter(actor: Actor, title: string): Promise<string> {
  const { id } = await ask<{ id: string }>(noor, 'POST', '/statements', { dossierId, type: 'open-letter', language: 'nl', title, wordBudget: null, template: true })
  await openText(actor, id)
  await says(actor.page, 'connected')
  return id
}
const passage = (page: Page, words: string) => paper(page).locator('[data-passage]').filter({ hasText: words })
const isSelected = (page: Page, words: string) => soon(() => page.evaluate(() => getSelection()?.toString())).toBe(words)

test('a text begins with its working title as its title', async () => {
  const id = await letter(noor, 'Brief over de wijk')
  expect((await stored(noor, id))[0]).toBe('Brief over de wijk')
  expect((await shown(noor.page))[1]).toBe('[Geadresseerde: naam en functie]')
})

test('one click of a real mouse selects what is to be filled in, typing replaces it, and Tab goes to the next', async () => {
  const id = await letter(noor, 'Brief met de muis')
  await passage(noor.page, '[Geadresseerde').click({ position: { x: 60, y: 12 } })
  await isSelected(noor.page, '[Geadresseerde: naam en functie]')
  await noor.page.keyboard.type('De minister van VWS')
  await noor.page.keyboard.press('Tab')
  await isSelected(noor.page, '[Aanhef]')
  await noor.page.keyboard.type('Geachte minister')
  await sees(noor.page, 'Geachte minister,')
  await soon(async () => (await stored(noor, id)).slice(0, 4)).toEqual(['Brief met de muis', 'De minister van VWS', 'Geachte minister,', '[Aanleiding: wat is er gebeurd of staat er te gebeuren?]'])
})

test('a triple click selects one passage, and what is typed then leaves the next one alone', async () => {
  const id = await letter(noor, 'Brief met drie klikken')
  await passage(noor.page, '[Aanleiding').click({ clickCount: 3, position: { x: 60, y: 12 } })
  await isSelected(noor.page, '[Aanleiding: wat is er gebeurd of staat er te gebeuren?]')
  await noor.page.keyboard.type('Vorige week verscheen het akkoord.')
  await soon(async () => (await stored(noor, id)).slice(3, 6)).toEqual(['Vorige week verscheen het akkoord.', '[Wat dat betekent voor mensen, met één voorbeeld]', '[Waarom het anders kan, en wat daarvoor al klaarligt]'])
})

test('a drag to the very start of the next passage merges nothing either', async () => {
  const id = await letter(noor, 'Brief met een sleep')
  const edge = (words: string) => passage(noor.page, words).evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const { left, top } = range.getClientRects()[0]!
    return { x: left + 1, y: top + 8 }
  })
  const [from, to] = [await edge('[Wat dat betekent'), await edge('[Waarom het anders')]
  await noor.page.mouse.move(from.x, from.y)
  await noor.page.mouse.down()
  await noor.page.mouse.move(to.x, to.y, { steps: 8 })
  await noor.page.mouse.up()
  await isSelected(noor.page, '[Wat dat betekent voor mensen, met één voorbeeld]')
  await noor.page.keyboard.type('Mensen merken het elke dag.')
  await soon(async () => (await stored(noor, id)).slice(3, 6)).toEqual(['[Aanleiding: wat is er gebeurd of staat er te gebeuren?]', 'Mensen merken het elke dag.', '[Waarom het anders kan, en wat daarvoor al klaarligt]'])
})

test('a tap on a phone selects it too', async () => {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, locale: 'nl-NL', baseURL: new URL(noor.page.url()).origin, storageState: await noor.context.storageState() })
  const phone: Actor = { context, page: await context.newPage() }
  const id = await letter(phone, 'Brief met de duim')
  await passage(phone.page, '[Geadresseerde').tap({ position: { x: 60, y: 12 } })
  await isSelected(phone.page, '[Geadresseerde: naam en functie]')
  await phone.page.keyboard.insertText('Aan de Kamer')
  await soon(async () => (await stored(noor, id)).slice(1, 3)).toEqual(['Aan de Kamer', '[Aanhef],'])
})
