/** What a director on a phone meets when something is wrong: one clear sentence, and nothing that was written is lost. */
import fs from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { act, agreesUntilLogo, askedOnAPhone, DIRECTOR, rowOf, tickBoth, typeCode } from './director.ts'
import { codeMailedTo, linkMailedTo, logoPath } from './signing.ts'
import { expectAccessible, openBrowser, PHONE, signedIn, somebody, soon, type Actor } from './stage.ts'

let browser: Browser
let noor: Actor
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
})
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) if (context !== noor.context) await context.close() })

test('[M5] Five wrong codes end that code; what was written stays, and a new code still works', async () => {
  const { text, link, phone } = await askedOnAPhone(browser, noor, 'Vijf keer mis')
  const { page } = phone
  await page.goto(link)
  await act(page, 'Verder naar antwoorden').click()
  await page.getByRole('radio', { name: 'Niet meedoen' }).check()
  await page.getByLabel('Waarom niet? (niet verplicht)').fill('Wij richten ons op de wijk.')
  await tickBoth(page)
  await page.getByRole('button', { name: 'Mail mij de code' }).click()
  const field = page.getByLabel('Code uit de mail')
  await field.waitFor()
  const right = await codeMailedTo(noor, DIRECTOR)
  const wrong = right === '123456' ? '654321' : '123456'
  const sentences: string[] = []
  for (let times = 0; times < 5; times++) {
    const answer = page.waitForResponse((response) => response.url().endsWith('/codes/entry'))
    await field.fill('')
    await field.fill(wrong)
    await answer
    sentences.push(await page.locator('.code [role=alert]').innerText())
  }
  await expectAccessible(page, 'five wrong codes')
  expect(new Set(sentences.slice(0, 4)).size).toBe(1)
  expect(sentences[4]).not.toBe(sentences[3])
  const refused = page.waitForResponse((response) => response.url().endsWith('/codes/entry'))
  await field.fill('')
  await field.fill(right)
  expect((await refused).ok()).toBe(false)
  await page.getByRole('button', { name: 'Stuur een nieuwe code' }).click()
  await soon(() => codeMailedTo(noor, DIRECTOR)).not.toBe(right)
  await field.fill(await codeMailedTo(noor, DIRECTOR))
  await page.getByText('De code klopt.').waitFor()
  await act(page, 'Antwoord vastleggen').click()
  await page.getByText('Huisartsen Samen doet niet mee met deze open brief.').waitFor()
  expect((await rowOf(noor, text)).state).toBe('declined')
})

test('A link that is not right says what to do; a code typed for one link opens no other', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Twee links')
  await phone.page.goto(`${link.slice(0, -4)}xxxx`)
  await phone.page.getByRole('heading', { level: 1, name: 'Deze link klopt niet' }).waitFor()
  await expectAccessible(phone.page, 'a link that is not right')

  await phone.page.goto(link)
  await act(phone.page, 'Verder naar antwoorden').click()
  await phone.page.getByRole('radio', { name: 'Akkoord', exact: true }).check()
  await typeCode(phone)
  const other = await linkMailedTo(noor, 'Bas Willemse')
  await phone.page.goto(other)
  await act(phone.page, 'Verder naar antwoorden').click()
  await phone.page.getByRole('heading', { level: 1, name: 'Wat antwoordt Verbond Vroege Jaren?' }).waitFor()
  await phone.page.getByRole('radio', { name: 'Akkoord', exact: true }).check()
  await phone.page.getByRole('button', { name: 'Mail mij de code' }).waitFor()
})

test('[L5] An answer after the round was closed is taken, kept as late, and says so before and after', async () => {
  const { text, link, phone } = await askedOnAPhone(browser, noor, 'Te laat')
  const { page } = phone
  await agreesUntilLogo(phone, link)
  await page.getByRole('radio', { name: 'Nee, alleen onze naam' }).check()
  // Closed while the page stood open.
  await ask(noor, 'POST', `/statements/${text.id}/round/close`)
  await act(page, 'Antwoord vastleggen').click()
  await page.getByText('Uw antwoord is bewaard als te laat.').waitFor()
  expect(await page.getByText('Uw antwoord staat.').count(), 'it does not stand yet').toBe(0)
  expect(await rowOf(noor, text)).toMatchObject({ late: true })
  const other = await somebody(browser, PHONE)
  await other.page.goto(await linkMailedTo(noor, 'Bas Willemse'))
  await other.page.getByRole('main').getByText(/^De ronde is gesloten op/).waitFor()
  await expectAccessible(other.page, 'a round that is closed')
})

test('[G1] What is no logo is refused with a sentence and nothing is kept; a drawing with a script is cleaned and the owner is told', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Vijandige bestanden')
  const { page } = phone
  await agreesUntilLogo(phone, link)
  const field = page.locator('#logo-file')
  const token = link.split('/').at(-1)!
  const logos = async () => (await (await phone.context.request.get(`/api/v1/links/${token}`)).json() as { logos: unknown[] }).logos.length
  const before = await logos()
  const refused = async (file: { name: string; mimeType: string; buffer: Buffer }, sentence: RegExp) => {
    await field.setInputFiles(file)
    await page.getByText('Dit bestand kan niet als logo dienen').waitFor()
    await soon(() => page.locator('.drop [role=alert]').innerText()).toMatch(sentence)
    expect(await logos()).toBe(before)
  }
  await refused({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]) }, /Dit is een ZIP, ook al heet het anders/)
  await refused({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&e;</text></svg>') }, /haalt er andere bestanden bij/)
  await refused({ name: 'groot.png', mimeType: 'image/png', buffer: Buffer.alloc(21 * 1024 * 1024, 1) }, /hoogstens 20 MB/)
  await expectAccessible(page, 'a file that was refused')

  const hostile = fs.readFileSync(logoPath('huisartsen-samen'), 'utf8').replace(/<svg([^>]*)>/, '<svg$1 onload="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)"><rect width="1" height="1"/></a>')
  await field.setInputFiles({ name: 'vals.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(hostile) })
  await page.getByText('Ontvangen en nagekeken').waitFor()
  await page.getByText('scripts zijn verwijderd').waitFor()
  const file = await page.locator('.plate img').getAttribute('src')
  const stored = await (await phone.context.request.get(file!)).text()
  expect(stored).not.toMatch(/alert|script|onload/i)
})
