/** Three people of two organisations write one text in browsers of their own, with a network and without. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { letterOf, stored, type Text } from './ask.ts'
import { clickBehind, openText, paper, says, sees, shown, typeBehind } from './paper.ts'
import { expectAccessible, openBrowser, signedIn, type Actor } from './stage.ts'

let browser: Browser
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) await context.close() })

/** Noor and Ruben of the umbrella, Samira of the sports federation, in one new text. */
async function threeWriters(title: string): Promise<{ noor: Actor; ruben: Actor; samira: Actor; text: Text }> {
  const noor = await signedIn(browser, 'Noor Hageman')
  const text = await letterOf(noor, title)
  const ruben = await signedIn(browser, 'Ruben Okhuijsen')
  const samira = await signedIn(browser, 'Samira El Amrani')
  for (const writer of [noor, ruben, samira]) await openText(writer, text.id)
  return { noor, ruben, samira, text }
}

async function expectOneText(writers: readonly Actor[], text: Text): Promise<void> {
  const words = await stored(writers[0]!, text.id)
  for (const { page } of writers) await expect.poll(() => shown(page)).toEqual(words)
}

test('Three people write at once, see each other with name and organisation, and all hold the same words', async () => {
  const { noor, ruben, samira, text } = await threeWriters('Samen schrijven')
  await says(noor.page, 'connected')
  await Promise.all([
    typeBehind(noor.page, 'Geachte staatssecretaris', ' en leden van uw staf'),
    typeBehind(ruben.page, 'vragen u om daarbij', ' juist nu'),
    typeBehind(samira.page, 'de week waarin niemand belt', ', de zomer zonder zwembad'),
  ])
  for (const writer of [noor, ruben, samira]) {
    await sees(writer.page, 'Geachte staatssecretaris en leden van uw staf')
    await sees(writer.page, 'daarbij juist nu verder')
    await sees(writer.page, 'belt, de zomer zonder zwembad')
    await says(writer.page, 'saved')
  }
  await expectOneText([noor, ruben, samira], text)

  const present = noor.page.getByRole('list', { name: 'Nu aanwezig' })
  await expect.poll(() => present.getByRole('listitem').allInnerTexts()).toHaveLength(2)
  expect((await present.textContent())!).toContain('Samira El Amrani, Federatie Buurtsport')
  const carets = await noor.page.locator('.caret').evaluateAll((all) => all.map((caret) => ({ name: (caret.querySelector('.caret-flag') as HTMLElement).dataset.name, hue: caret.className })))
  expect(carets.map(({ name }) => name).toSorted()).toEqual(['Ruben Okhuijsen', 'Samira El Amrani'])
  expect(new Set(carets.map(({ hue }) => hue)).size).toBe(2)
  await expectAccessible(noor.page, 'three people writing')
})
