/** The draagvlakbalk by its forms alone: no two states look alike at the smallest size, whatever the light, the colours or the paper. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, signedIn, statementIn, type Actor } from './stage.ts'

const STATES = ['carries', 'reserved', 'waiting', 'reconfirm', 'declined', 'not-asked'] as const
/** As narrow as a part of a beam with twelve partners gets in an outline, and with forty under a passage. */
const FORMS = [
  { of: 'mini-beam', width: 6, height: 4 },
  { of: 'bar', width: 12, height: 3 },
  { of: 'bar open', width: 12, height: 14 },
  { of: 'swatch', width: 18, height: 10 },
] as const

let browser: Browser, noor: Actor, eye: Page
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
  await noor.page.goto(`/teksten/${statementIn('in-ronde').id}/ronde`)
  await noor.page.locator('.bar').first().waitFor()
  eye = await (await browser.newContext()).newPage()
})
afterAll(() => browser.close())

test.each([
  ['by day', { colorScheme: 'light' as const, forcedColors: 'none' as const, media: 'screen' as const }],
  ['by night', { colorScheme: 'dark' as const, forcedColors: 'none' as const, media: 'screen' as const }],
  ['in the reader’s own colours', { colorScheme: 'light' as const, forcedColors: 'active' as const, media: 'screen' as const }],
  ['on paper', { colorScheme: 'light' as const, forcedColors: 'none' as const, media: 'print' as const }],
])('every state has a form of its own at the smallest size, %s', async (_, media) => {
  await noor.page.emulateMedia(media)
  for (const { of, width, height } of FORMS) {
    const seen = new Map<string, string>()
    for (const state of STATES) {
      await noor.page.evaluate(([parent, name, wide, high]) => {
        document.querySelector('#sample')?.remove()
        const sample = document.createElement('div')
        sample.id = 'sample'
        sample.style.cssText = `position:fixed;inset:8px auto auto 8px;z-index:99;box-sizing:content-box;width:${wide}px;height:${high}px;padding-left:2px;background:var(--sheet)`
        const part = document.createElement('span')
        part.className = parent === 'swatch' ? `swatch ${name}` : String(name)
        const beam = document.createElement('span')
        beam.className = parent === 'swatch' ? '' : String(parent)
        beam.style.cssText = `display:flex;width:${wide}px;${parent === 'mini-beam' ? `height:${high}px` : ''}`
        beam.append(part)
        sample.append(beam)
        document.body.append(sample)
      }, [of, state, width, height] as const)
      seen.set(state, await formOf(await noor.page.screenshot({ clip: { x: 8, y: 8, width: width + 2, height } })))
    }
    expect.soft(new Set(seen.values()).size, `${of}: ${JSON.stringify([...seen], null, 1)}`).toBe(STATES.length)
    expect.soft([...seen.values()].every((form, at) => of === 'mini-beam' && STATES[at] === 'declined' ? true : form.includes('#')), `${of}: only a no may be a gap, and only in miniature`).toBe(true)
  }
})

test('pointing at a partner shows its own beam under every passage, and nothing on the page moves', async () => {
  const { page } = noor
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', media: 'screen' })
  await page.locator('.frozen-sheet button.beam').nth(1).click()
  const places = () => page.locator('.board-table tr, .frozen-sheet [id^="p-"], .frozen-sheet button.beam, .frozen-sheet .beam-list').evaluateAll((all) => all.map((one) => { const { top, height } = one.getBoundingClientRect(); return `${Math.round(top + scrollY)} ${Math.round(height)}` }))
  const before = await places()
  for (const name of ['Genootschap voor Sociale Geneeskunst', 'Tafelgenoot', 'Landelijk Verbond Buurtwelzijn']) {
    await page.getByRole('row').filter({ hasText: name }).first().hover()
    await page.locator('.own-beam').filter({ hasText: name }).first().waitFor()
    expect(await places(), name).toEqual(before)
  }
})

/** The picture without its colours: what stands out from its ground, which is what the first pixel shows. */
async function formOf(picture: Buffer): Promise<string> {
  return eye.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
    const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!
    canvas.drawImage(image, 0, 0)
    const { data } = canvas.getImageData(0, 0, image.width, image.height)
    const light = Array.from({ length: image.width * image.height }, (__, at) => (data[at * 4]! * 2 + data[at * 4 + 1]! * 5 + data[at * 4 + 2]!) / 8)
    return light.map((one) => (Math.abs(one - light[0]!) > 60 ? '#' : '.')).join('').replace(new RegExp(`.{${image.width}}`, 'g'), '$&\n')
  }, picture.toString('base64'))
}
