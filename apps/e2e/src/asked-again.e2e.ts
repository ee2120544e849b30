/** A director who is asked again after the words changed: the earlier answer stands ready after the code, and the leave for the logo stays. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, letterOf, openRound } from './ask.ts'
import { act, DIRECTOR, tickBoth } from './director.ts'
import { openText, says, typeBehind } from './paper.ts'
import { answerByLink, codeMailedTo, linkMailedTo } from './signing.ts'
import { expectAccessible, openBrowser, PHONE, signedIn, somebody, type Actor } from './stage.ts'

let browser: Browser, noor: Actor
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
})
afterAll(() => browser.close())

test('[S2] [G3] The earlier answer is taken over with its words, ticked and confirmed anew, and nothing has to be chosen for the logo', async () => {
  const text = await letterOf(noor, 'Nog eens gevraagd')
  await openRound(noor, text.id)
  await answerByLink(noor, DIRECTOR, { answer: 'reserved', logo: true, reservations: [{ kind: 'substance', passageId: null, text: 'Niet zonder de jeugd.', visibility: 'partners', listed: true }] })
  await ask(noor, 'POST', `/statements/${text.id}/round/close`)
  await ask(noor, 'POST', `/statements/${text.id}/reopen`, { reason: null })
  await openText(noor, text.id)
  await says(noor.page, 'connected')
  await typeBehind(noor.page, 'Wij denken graag met u mee', ' en door')
  await says(noor.page, 'saved')
  await openRound(noor, text.id)

  const phone = await somebody(browser, PHONE)
  const { page } = phone
  await page.goto(await linkMailedTo(noor, DIRECTOR))
  await act(page, 'Verder naar antwoorden').click()
  await page.getByText('Deze tekst is u al eens voorgelegd').waitFor()
  await expectAccessible(page, 'asked again, before the code')
  await page.getByRole('button', { name: 'Mail mij de code' }).click()
  await page.getByLabel('Code uit de mail').waitFor()
  await page.getByLabel('Code uit de mail').fill(await codeMailedTo(phone, DIRECTOR))
  await page.getByText(/^U antwoordde eerder: Akkoord met voorbehoud, op slotversie 1/).waitFor()
  await expectAccessible(page, 'asked again, with the earlier answer')
  await page.getByRole('button', { name: 'Eerder antwoord overnemen' }).click()
  expect(await page.getByLabel('Uw voorbehoud, in uw eigen woorden').inputValue()).toBe('Niet zonder de jeugd.')
  await tickBoth(page)
  await act(page, 'Verder naar uw logo').click()
  await page.getByText('Voor dit gebruik is al toestemming gegeven').waitFor()
  await act(page, 'Antwoord vastleggen').click()
  await page.getByRole('heading', { level: 1, name: 'Dit is vastgelegd' }).waitFor()
  expect(await page.locator('dl.receipt').innerText()).toMatch(/toestemming gegeven/)
})
