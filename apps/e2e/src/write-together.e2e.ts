/** Three people of two organisations write one text at once, each in a browser of their own. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { letterOf } from './ask.ts'
import { clickBehind, openText, paper, says, sees, seesNot, shown, typeBehind } from './paper.ts'
import { expectAccessible, openBrowser, signedIn, soon } from './stage.ts'
import { atOneText, expectOneText, WRITERS } from './writers.ts'

let browser: Browser
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) await context.close() })

test('Three people write at once, see each other by name and organisation, and all end with the same words', async () => {
  const { noor, ruben, samira, text } = await atOneText(browser, 'Samen schrijven', ['ruben', 'samira'])
  await Promise.all([
    typeBehind(noor.page, 'Geachte staatssecretaris', ' en leden van uw staf'),
    typeBehind(ruben.page, 'vragen u om daarbij', ' juist nu'),
    typeBehind(samira.page, 'de week waarin niemand belt', ', de zomer zonder zwembad'),
  ])
  for (const { page } of [noor, ruben, samira]) {
    await sees(page, 'Geachte staatssecretaris en leden van uw staf,')
    await sees(page, 'daarbij juist nu verder')
    await sees(page, 'belt, de zomer zonder zwembad.')
    await says(page, 'saved')
    expect(await page.locator('.save-long').innerText()).toBe('Opgeslagen')
  }
  await expectOneText([noor, ruben, samira], text)

  const present = noor.page.getByRole('list', { name: 'Nu aanwezig' })
  await soon(() => present.getByRole('listitem').count()).toBe(2)
  expect(await present.textContent()).toContain('Samira El Amrani, Federatie Buurtsport')
  const carets = await noor.page.locator('.caret').evaluateAll((all) => all.map((caret) => ({ name: caret.querySelector<HTMLElement>('.caret-flag')!.dataset.name, hue: /hue-\d+/.exec(caret.className)![0] })))
  expect(new Set(carets.map(({ name }) => name))).toEqual(new Set([WRITERS.ruben, WRITERS.samira]))
  expect(new Set(carets.map(({ hue }) => hue)).size, 'each organisation its own colour').toBe(2)

  expect(await noor.page.getByRole('navigation', { name: 'Inhoud' }).innerText()).toMatch(/\d+ van 700 woorden/)
  await expectAccessible(noor.page, 'three people writing')
})

/** Counts the changes of a text that a page sends from now on. */
function changesSent(page: Page): () => number {
  let count = 0
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => { if (typeof payload !== 'string' && payload[0] === 0 && payload[1] === 2) count += 1 }))
  return () => count
}

test('Ctrl+Z before typing changes nothing for anybody, and afterwards takes back only one’s own words', async () => {
  const noor = await signedIn(browser, WRITERS.noor)
  const text = await letterOf(noor, 'Eigen woorden terug')
  const ruben = await signedIn(browser, WRITERS.ruben)
  const sent = changesSent(noor.page)
  await openText(noor, text.id)
  await openText(ruben, text.id)
  const before = await shown(ruben.page)

  const undo = noor.page.getByRole('button', { name: 'Ongedaan maken' })
  expect(await undo.getAttribute('aria-disabled')).toBe('true')
  await clickBehind(noor.page, 'Hoogachtend')
  for (let times = 0; times < 3; times++) await noor.page.keyboard.press('Control+z')
  // A word of Ruben’s that arrives is proof that everything before it has arrived too.
  await typeBehind(ruben.page, 'de schimmel in de slaapkamer', ' of de gang')
  await sees(noor.page, 'slaapkamer of de gang van een kind')
  expect(sent()).toBe(0)
  expect(await shown(noor.page)).toEqual(before.map((words) => words.replace('slaapkamer', 'slaapkamer of de gang')))

  await typeBehind(noor.page, 'vragen u om daarbij', ' vooral')
  await sees(ruben.page, 'daarbij vooral verder')
  expect(await undo.getAttribute('aria-disabled')).toBe('false')
  await noor.page.keyboard.press('Control+z')
  await seesNot(ruben.page, 'daarbij vooral')
  await sees(ruben.page, 'slaapkamer of de gang')
  await expectOneText([noor, ruben], text)
})

test('Letters that are being composed stand there once, whatever others write around them', async () => {
  const { noor, ruben, text } = await atOneText(browser, 'Samengestelde letters', ['ruben'])
  const keyboard = await noor.context.newCDPSession(noor.page)
  const compose = (words: string) => keyboard.send('Input.imeSetComposition', { text: words, selectionStart: words.length, selectionEnd: words.length })
  await clickBehind(noor.page, 'dagelijks wat mensen ziek maakt')
  await clickBehind(ruben.page, 'In onze spreekkamers')
  await compose('´')
  await ruben.page.keyboard.type(' en wachtkamers')
  await keyboard.send('Input.insertText', { text: 'é' })
  await compose('に')
  await ruben.page.keyboard.type(', vroeg of laat')
  await compose('にほ')
  await typeBehind(ruben.page, 'Hoogachtend', ' en met groet')
  await compose('にほん')
  await keyboard.send('Input.insertText', { text: 'にほん' })
  await sees(ruben.page, 'ziek maaktéにほん. Vaak')
  await sees(noor.page, 'In onze spreekkamers en wachtkamers, vroeg of laat, buurthuizen')
  const words = (await expectOneText([noor, ruben], text)).join('\n')
  expect(words.split('にほん')).toHaveLength(2)
  expect(words.split('に')).toHaveLength(2)
  expect(words).not.toContain('´')
})

test('A browser that translates the page never puts a translated word into the text', async () => {
  const { noor, ruben, text } = await atOneText(browser, 'Niet vertalen', ['ruben'])
  expect(await paper(noor.page).getAttribute('translate')).toBe('no')
  await noor.page.evaluate(() => {
    for (const passage of document.querySelectorAll('[role=textbox].paper [data-passage]')) {
      const words = passage.firstChild
      if (!(words instanceof Text)) continue
      const font = document.createElement('font')
      font.append(Object.assign(document.createElement('font'), { textContent: 'Dear State Secretary' }))
      words.replaceWith(font)
    }
  })
  await typeBehind(ruben.page, 'vragen u om daarbij', ' vooral')
  await sees(noor.page, 'daarbij vooral verder')
  await typeBehind(noor.page, 'Hoogachtend', ' namens allen')
  await sees(ruben.page, 'Hoogachtend namens allen')
  expect((await expectOneText([noor, ruben], text)).join('\n')).not.toContain('Dear')
})

test('A chapter that is too long to send at once is not pasted, and is said so; a long one comes in', async () => {
  const { noor, samira, text } = await atOneText(browser, 'Een heel rapport', ['samira'])
  const before = await shown(samira.page)
  const pastes = (alineas: number) => samira.page.evaluate((count) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', `<p>${'Het kabinet laat de wijk los. '.repeat(20)}</p>`.repeat(count))
    document.querySelector('[role=textbox].paper')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, alineas)
  await clickBehind(samira.page, 'de week waarin niemand belt.')
  await pastes(3400)
  await samira.page.getByText('Dit is te veel om in één keer te plakken. Er is niets geplakt').waitFor()
  expect(await shown(samira.page)).toEqual(before)
  await pastes(500)
  await says(samira.page, 'saved')
  expect(await expectOneText([noor, samira], text)).toHaveLength(before.length + 499)
  expect(await samira.page.getByRole('region', { name: 'Je woorden zijn bewaard' }).count()).toBe(0)
})

test('Two tabs of one person hold one text, and others see that person once', async () => {
  const { noor, ruben, text } = await atOneText(browser, 'Twee tabbladen', ['ruben'])
  const second = { context: noor.context, page: await noor.context.newPage() }
  await openText(second, text.id)
  await typeBehind(noor.page, 'Geachte staatssecretaris', ' en staf')
  await sees(second.page, 'Geachte staatssecretaris en staf')
  await typeBehind(second.page, 'Hoogachtend', ' namens allen')
  await sees(noor.page, 'Hoogachtend namens allen')
  await soon(() => ruben.page.getByRole('list', { name: 'Nu aanwezig' }).getByRole('listitem').count()).toBe(1)

  await noor.context.setOffline(true)
  await says(noor.page, 'offline-kept')
  await typeBehind(noor.page, 'vragen u om daarbij', ' vooral')
  await typeBehind(second.page, 'de schimmel in de slaapkamer', ' of de gang')
  await says(second.page, 'offline-kept')
  await noor.context.setOffline(false)
  await says(noor.page, 'saved')
  await says(second.page, 'saved')
  const words = (await expectOneText([noor, second, ruben], text)).join('\n')
  expect(words).toContain('daarbij vooral verder')
  expect(words).toContain('slaapkamer of de gang van')
})
