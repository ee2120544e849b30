/** A director without an account answers on a phone: two minutes, three steps, and nothing counts before the code. */
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { act, agreesUntilLogo, askedOnAPhone, boardOf, DIRECTOR, rowOf, tickBoth, typeCode } from './director.ts'
import { addressOf, logoPath } from './signing.ts'
import { expectAccessible, mailTo, openBrowser, PHONE, signedIn, somebody, type Actor } from './stage.ts'

let browser: Browser
let noor: Actor
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
})
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) if (context !== noor.context) await context.close() })

test('[S4, G3] A director reads, gives agreement with a reservation, uploads a logo and allows it; the receipt says exactly that, and the copy comes by mail', async () => {
  const { text, link, phone } = await askedOnAPhone(browser, noor, 'Voorbehoud op de telefoon')
  const { page } = phone
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: /^Open brief van/ }).waitFor()
  expect(await page.getByText('Gezondheid begint aan de keukentafel').count()).toBeGreaterThan(0)
  await page.getByText('Openen, lezen en printen legt niets vast.').waitFor()
  await expectAccessible(page, 'step 1')
  await act(page, 'Verder naar antwoorden').click()

  await page.getByRole('heading', { level: 1, name: 'Wat antwoordt Huisartsen Samen?' }).waitFor()
  expect(await act(page, 'Antwoord vastleggen').or(act(page, 'Verder naar uw logo')).getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('radio', { name: 'Akkoord met voorbehoud' }).check()
  await page.getByRole('radio', { name: 'Een inhoudelijk punt' }).check()
  const ownWords = 'Wij steunen het bedrag, mits “wijkverpleging” & huisarts blijven.'
  await page.getByLabel('Uw voorbehoud, in uw eigen woorden').fill(ownWords)
  await page.getByRole('radio', { name: 'Alle partners' }).check()
  await tickBoth(page)
  await expectAccessible(page, 'step 2, before the code')
  expect((await rowOf(noor, text)).state).toBe('asked')
  await typeCode(phone)
  await expectAccessible(page, 'step 2, after the code')
  await act(page, 'Verder naar uw logo').click()

  await page.getByRole('heading', { level: 1, name: 'Mag uw logo onder deze open brief staan?' }).waitFor()
  expect(await page.getByRole('radio', { name: 'Ja, ons logo mag' }).isChecked(), 'consent is never ticked beforehand').toBe(false)
  await page.getByLabel(/Logo toevoegen|Ander bestand kiezen/).setInputFiles(logoPath('huisartsen-samen-een-kleur'))
  await page.getByText('Ontvangen en nagekeken').waitFor()
  await page.locator('.wall-preview .yours').getByRole('img', { name: 'Huisartsen Samen' }).waitFor()
  await page.getByRole('radio', { name: 'Ja, ons logo mag' }).check()
  await expectAccessible(page, 'step 3')
  await act(page, 'Antwoord vastleggen').click()

  await page.getByRole('heading', { level: 1, name: 'Dit is vastgelegd' }).waitFor()
  const receipt = await page.getByRole('main').innerText()
  for (const words of ['Huisartsen Samen geeft akkoord met voorbehoud.', ownWords, 'Alle partners', 'Marijke Veldhuis']) expect(receipt).toContain(words)
  await expectAccessible(page, 'the receipt')
  const seal = (words: string) => /Zegel\D*?((?:[\da-f]{4}\s?){4})/.exec(words)?.[1]?.trim()
  expect(seal(receipt)).toBeTruthy()
  await page.reload()
  await page.getByText(ownWords).waitFor()
  expect(seal(await page.getByRole('main').innerText()), 'the same receipt at a later look').toBe(seal(receipt))
  const row = await rowOf(noor, text)
  expect(row).toMatchObject({ state: 'reserved', logo: 'consented', reservations: [{ kind: 'substance', text: ownWords }] })

  const mail = await mailTo(page, addressOf(DIRECTOR), 'confirmation')
  expect(mail).toContain(ownWords)
  const { versions } = await ask<{ versions: { hash: string }[] }>(noor, 'GET', `/statements/${text.id}`)
  expect(mail.replaceAll(/\s/g, '')).toContain(versions[0]!.hash.slice(0, 16))
  const pdf = await phone.context.request.get(await page.getByRole('link', { name: 'De bevestiging als PDF' }).getAttribute('href') as string)
  expect(pdf.headers()['content-type']).toContain('application/pdf')
})

test('[E3] Opening, scrolling, pressing everything and coming back without the code records nothing and opens again', async () => {
  const { text, link, phone } = await askedOnAPhone(browser, noor, 'Alles indrukken')
  const before = await boardOf(noor, text)
  const events = () => ask<{ items: unknown[] }>(noor, 'GET', `/statements/${text.id}/events`).then(({ items }) => items.length)
  const eventsBefore = await events()
  await phone.context.request.head(link)
  await phone.context.request.get(link)
  await phone.page.goto(link)
  const { page } = phone
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.mouse.wheel(0, 20_000)
  await page.getByRole('button', { name: 'Vul de code in' }).click()
  const pdf = await phone.context.request.get(await page.getByRole('link', { name: 'De tekst als PDF' }).getAttribute('href') as string)
  expect(pdf.status()).toBe(200)
  await act(page, 'Verder naar antwoorden').click()
  for (const choice of ['Akkoord', 'Akkoord met voorbehoud', 'Niet meedoen', 'Eerst bespreken', 'Ik ben niet bevoegd']) {
    await page.getByRole('radio', { name: choice, exact: true }).check()
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.locator('.act .button.primary').click({ force: true })
  }
  // What the page itself would send, sent without the code.
  for (const [road, body] of [['discuss-first', { until: '2031-01-01' }], ['not-authorised', { named: null }], ['questions', { text: 'Wat?' }], ['consents', { consent: null }]] as const) {
    expect((await phone.context.request.post(`/api/v1/links/${link.split('/').at(-1)}/${road}`, { data: body })).status(), road).toBe(403)
  }
  expect(await boardOf(noor, text)).toEqual(before)
  expect(await events()).toBe(eventsBefore)
  expect((await phone.context.cookies()).map(({ name }) => name)).toEqual([])
  const again = await somebody(browser, PHONE)
  await again.page.goto(link)
  await again.page.getByRole('heading', { level: 1, name: /^Open brief van/ }).waitFor()
})

test('The page is not cached and no service worker controls it', async () => {
  const { link } = await askedOnAPhone(browser, noor, 'Niet in de kast')
  // A browser in which the desk, with its service worker, was open before.
  const worker = await signedIn(browser, 'Samira El Amrani', PHONE)
  await worker.page.goto('/')
  await worker.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const answer = await worker.page.goto(link)
  expect(answer!.headers()['cache-control']).toContain('no-store')
  expect(answer!.headers()['referrer-policy']).toBe('no-referrer')
  expect(answer!.fromServiceWorker()).toBe(false)
  await worker.page.getByRole('heading', { level: 1, name: /^Open brief van/ }).waitFor()
  const kept = await worker.page.evaluate(async (token) => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))
    return all.flat().filter((url) => url.includes(token) || /^\/(s|api|logo)\//.test(new URL(url).pathname))
  }, link.split('/').at(-1)!)
  expect(kept).toEqual([])
})

test('The page weighs at most 120 kB of compressed script', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Licht genoeg')
  const scripts: Promise<Buffer>[] = []
  phone.page.on('response', (response) => { if (response.request().resourceType() === 'script') scripts.push(response.body()) })
  await phone.page.goto(link, { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body, { level: 9 }).length)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(120_000)
})

test('A connection that is gone after opening keeps what was written, through closing the page too', async () => {
  const { text, link, phone } = await askedOnAPhone(browser, noor, 'Geen bereik')
  const { page } = phone
  await page.goto(link)
  await act(page, 'Verder naar antwoorden').click()
  await page.getByRole('radio', { name: 'Akkoord met voorbehoud' }).check()
  await phone.context.setOffline(true)
  await page.getByText('Geen verbinding. Lezen en invullen kan').waitFor()
  await page.getByRole('radio', { name: 'Onze achterban moet nog instemmen' }).check()
  await page.getByLabel('Wie moet instemmen?').fill('De ledenraad')
  await expectAccessible(page, 'without a connection')
  await page.getByRole('button', { name: 'Mail mij de code' }).click()
  await page.getByRole('alert').or(page.getByRole('status').filter({ hasText: 'server' })).first().waitFor()
  await page.close()
  await phone.context.setOffline(false)
  const later = { context: phone.context, page: await phone.context.newPage() }
  await later.page.goto(link)
  if (await later.page.getByRole('heading', { level: 1, name: /^Open brief van/ }).isVisible()) await act(later.page, 'Verder naar antwoorden').click()
  await later.page.getByLabel('Wie moet instemmen?').waitFor()
  expect(await later.page.getByLabel('Wie moet instemmen?').inputValue()).toBe('De ledenraad')
  expect(await later.page.getByRole('checkbox', { name: 'Ik heb deze versie gelezen' }).isChecked()).toBe(false)
  expect((await rowOf(noor, text)).state).toBe('asked')
})

test('[S1] Pressed twice, sent twice: one answer, one confirmation', async () => {
  const { text, link, phone } = await askedOnAPhone(browser, noor, 'Dubbel gedrukt')
  const { page } = phone
  await agreesUntilLogo(phone, link)
  await page.getByRole('radio', { name: 'Nee, alleen onze naam' }).check()
  const mails = async () => (await (await noor.context.request.get(`/dev/mail?to=${encodeURIComponent(addressOf(DIRECTOR))}`)).text()).split('data-kind="confirmation"').length
  const mailsBefore = await mails()
  const sent: string[] = []
  page.on('request', (request) => { if (request.url().endsWith('/sign-offs')) sent.push(request.postData()!) })
  await act(page, 'Antwoord vastleggen').dblclick()
  await page.getByRole('heading', { level: 1, name: 'Dit is vastgelegd' }).waitFor()
  const token = link.split('/').at(-1)!
  const again = await Promise.all(Array.from({ length: 5 }, () => phone.context.request.post(`/api/v1/links/${token}/sign-offs`, { data: JSON.parse(sent[0]!) as object })))
  for (const response of again) expect((await response.json() as { standing: string }).standing).toBe('already-given')
  const { items } = await ask<{ items: { type: string }[] }>(noor, 'GET', `/statements/${text.id}/events`)
  expect(items.filter(({ type }) => /sign-off|answer/i.test(type) && /given/i.test(type))).toHaveLength(1)
  expect(await mails()).toBe(mailsBefore + 1)
})
