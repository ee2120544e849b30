/** Somebody writes on in the train: without a network, through a reload, and nothing is lost when the train is out of the tunnel. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { paper, says, sees, shown, typeBehind } from './paper.ts'
import { DESK, expectAccessible, openBrowser, PHONE, signIn, soon } from './stage.ts'
import { atOneText, expectOneText, WRITERS } from './writers.ts'

let browser: Browser
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) await context.close() })

/** The service worker holds everything that this page was made of. */
const shellIsKept = (page: Page) => soon(() => page.evaluate(async () => {
  if (!navigator.serviceWorker.controller) return ['no service worker yet']
  const parts = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\/(assets|fonts)\//.test(name))
  const kept = await Promise.all(parts.map((part) => caches.match(part)))
  return parts.filter((_, at) => !kept[at])
})).toEqual([])

for (const [where, viewport, words] of [['a desk', DESK, 'Offline, wordt bewaard'], ['a phone', PHONE, 'Offline, bewaard']] as const) {
  test(`On ${where}, two sentences typed without a network survive a reload without a network, and come together with what others wrote`, async () => {
    const { noor, samira, text } = await atOneText(browser, `In de trein, op ${where}`, ['samira'], viewport)
    await shellIsKept(samira.page)
    await samira.context.setOffline(true)
    await says(samira.page, 'offline-kept')
    await typeBehind(samira.page, 'vragen u om daarbij', ' met ons')
    await typeBehind(samira.page, 'de week waarin niemand belt.', ' Dat zien onze trainers. Zij bellen.')
    await says(samira.page, 'offline-kept')
    expect(await samira.page.locator('.save-state').innerText()).toBe(words)

    await samira.page.reload()
    await paper(samira.page).waitFor()
    await sees(samira.page, 'belt. Dat zien onze trainers. Zij bellen.')
    await says(samira.page, 'offline-kept')
    expect(await samira.page.locator('.save-state').innerText()).toBe(words)
    await typeBehind(samira.page, 'Zij bellen.', ' Elke week.')
    await typeBehind(noor.page, 'de schimmel in de slaapkamer', ' of de gang')
    await says(noor.page, 'saved')
    expect((await shown(noor.page)).join('\n')).not.toContain('trainers')

    await samira.context.setOffline(false)
    await says(samira.page, 'saved')
    await sees(noor.page, 'belt. Dat zien onze trainers. Zij bellen. Elke week.')
    const together = (await expectOneText([noor, samira], text)).join('\n')
    expect(together).toContain('om daarbij met ons verder te kijken')
    expect(together).toContain('slaapkamer of de gang van een kind')
  })
}

test('Typing without a network is said aloud once, and the bar stays with it, whatever is typed', async () => {
  const { samira } = await atOneText(browser, 'Hardop in de tunnel', ['samira'])
  await samira.context.setOffline(true)
  await says(samira.page, 'offline-kept')
  await samira.page.evaluate(() => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    const bar = document.querySelector('.save-state')!
    new MutationObserver(() => { told.push(`${bar.getAttribute('data-state')}, aloud: ${bar.nextElementSibling!.textContent}`) })
      .observe(bar.parentElement!, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  await typeBehind(samira.page, 'Hoogachtend', ' en tot spoedig ziens')
  await says(samira.page, 'offline-kept')
  const told = await samira.page.evaluate(() => (globalThis as unknown as { told: string[] }).told)
  expect(told).toContain('offline-keeping, aloud: Offline, wordt bewaard')
  expect(new Set(told)).toEqual(new Set(['offline-keeping, aloud: Offline, wordt bewaard', 'offline-kept, aloud: Offline, wordt bewaard']))
})

test('Where the browser keeps nothing, the bar says so, and leaving asks before the words are gone', async () => {
  const { samira, noor } = await atOneText(browser, 'Niets bewaard', ['samira'])
  await keepsNothing(samira.page)
  await samira.context.setOffline(true)
  await says(samira.page, 'offline-not-kept')
  await typeBehind(samira.page, 'Geachte staatssecretaris', ' en staf')
  await samira.page.getByText('Laat dit tabblad open', { exact: true }).waitFor()
  const questions: string[] = []
  samira.page.on('dialog', (dialog) => { questions.push(dialog.type()); void dialog.dismiss() })
  await samira.page.getByRole('link', { name: 'Draagvlak' }).click()
  await soon(() => questions.length).toBe(1)
  await sees(samira.page, 'Geachte staatssecretaris en staf')
  await samira.page.close({ runBeforeUnload: true })
  await soon(() => questions).toEqual(['confirm', 'beforeunload'])
  await samira.context.setOffline(false)
  await sees(noor.page, 'Geachte staatssecretaris en staf')
})

test('A session ends where the browser keeps nothing: the words stay on the screen, and go back after signing in elsewhere', async () => {
  const { samira, noor, text } = await atOneText(browser, 'Sessie voorbij, niets bewaard', ['samira'])
  await keepsNothing(samira.page)
  await samira.context.setOffline(true)
  await says(samira.page, 'offline-not-kept')
  await typeBehind(samira.page, 'Geachte staatssecretaris', ' en staf')
  await samira.context.clearCookies()
  await samira.context.setOffline(false)
  await samira.page.getByRole('link', { name: 'Inloggen in een ander tabblad' }).waitFor()
  await sees(samira.page, 'Geachte staatssecretaris en staf')
  await expectAccessible(samira.page, 'signed out with words that are only here')

  await signIn(samira, WRITERS.samira)
  await samira.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await says(samira.page, 'connected')
  await samira.page.getByText('De server nam deze woorden niet aan').waitFor()
  const questions: string[] = []
  samira.page.on('dialog', (dialog) => { questions.push(dialog.type()); void dialog.dismiss() })
  await samira.page.close({ runBeforeUnload: true })
  await soon(() => questions).toEqual(['beforeunload'])
  await samira.page.getByRole('region', { name: 'Je woorden staan alleen in dit tabblad' }).getByRole('button', { name: 'Terugzetten' }).click()
  await sees(noor.page, 'en staf')
  await expectOneText([noor, samira], text)
  await ask(noor, 'DELETE', `/statements/${text.id}`)
  await samira.page.getByText('Deze pagina is er niet').first().waitFor()
  expect(await samira.page.getByText('en staf').count(), 'what went back is not offered again').toBe(0)
})

test('A text is deleted where the browser keeps nothing: the words are still on the screen', async () => {
  const { samira, noor, text } = await atOneText(browser, 'Weg, en niets bewaard', ['samira'])
  await keepsNothing(samira.page)
  await samira.context.setOffline(true)
  await says(samira.page, 'offline-not-kept')
  await typeBehind(samira.page, 'Geachte staatssecretaris', ' en staf')
  await ask(noor, 'DELETE', `/statements/${text.id}`)
  await samira.context.setOffline(false)
  await samira.page.getByText('Deze pagina is er niet').first().waitFor()
  await soon(() => samira.page.getByRole('region', { name: 'Je woorden staan alleen in dit tabblad' }).allInnerTexts()).toEqual([expect.stringContaining('en staf')])
})

/** A private window: the store of the browser refuses. */
async function keepsNothing(page: Page): Promise<void> {
  await page.addInitScript(() => { Object.defineProperty(window, 'indexedDB', { value: { open: () => { throw new DOMException('no', 'SecurityError') }, databases: async () => [] } }) })
  await page.reload()
  await says(page, 'connected')
}
