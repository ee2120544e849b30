/** What stands at the foot of the page of somebody who is asked hides nothing: no choice at rest, no focus on the way. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { act, agreesUntilLogo, askedOnAPhone, tickBoth, typeCode } from './director.ts'
import { expectAccessible, openBrowser, PHONE, signedIn, type Actor } from './stage.ts'

let browser: Browser, noor: Actor
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
})
afterAll(() => browser.close())
afterEach(async () => { for (const context of browser.contexts()) if (context !== noor.context) await context.close() })

const SMALL = { width: 360, height: 640 }

/** The controls that lie partly or wholly under what floats at the foot, as the page stands. */
const underTheFoot = (page: Page): Promise<string[]> => page.evaluate(() => {
  const bar = document.querySelector('.act')!
  const floats = getComputedStyle(bar).position !== 'static'
  const top = bar.getBoundingClientRect().top
  const all = [...document.querySelectorAll<HTMLElement>('main :is(button, input, textarea, select, summary, a[href], .big-choice, .small-choice)')].filter((one) => !bar.contains(one) && one.checkVisibility())
  return floats ? all.filter((one) => { const box = one.getBoundingClientRect(); return box.bottom > top + 1 && box.top < innerHeight }).map((one) => one.id || one.className || one.innerText) : []
})

/** Tabs through the page; what has the focus must be in sight as a whole, or as much of it as fits. */
async function hiddenFocus(page: Page, most = 60): Promise<string[]> {
  const hidden: string[] = []
  await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); scrollTo(0, 0) })
  for (let times = 0; times < most; times++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      if (!element || element === document.body) return 'end'
      const bar = document.querySelector('.act')!
      const box = element.getBoundingClientRect()
      const foot = bar.contains(element) || getComputedStyle(bar).position === 'static' ? innerHeight : bar.getBoundingClientRect().top
      return box.bottom <= foot + 1 || box.height > foot ? '' : `${element.tagName} ${element.id || element.innerText.slice(0, 30)}: ${Math.round(box.bottom)} > ${Math.round(foot)}`
    })
    if (found === 'end') break
    if (found) hidden.push(found)
  }
  return hidden
}

test('At 390 × 844 and 360 × 640 no choice lies under the foot of a step, and the focus is never under it', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Niets eronder')
  const { page } = phone
  const both = async (what: string, look: (size: string) => Promise<void>) => {
    for (const size of [PHONE, SMALL]) { await page.setViewportSize(size); await look(`${what}, ${size.width} × ${size.height}`) }
    await page.setViewportSize(PHONE)
  }
  await page.goto(link)
  await act(page, 'Verder naar antwoorden').waitFor()
  await both('step 1', async (what) => {
    expect(await page.locator('.act').evaluate((bar) => getComputedStyle(bar).position), 'the act stays in sight while reading').toBe('sticky')
    expect(await hiddenFocus(page), what).toEqual([])
  })
  await act(page, 'Verder naar antwoorden').click()
  await page.getByRole('radio', { name: 'Akkoord', exact: true }).waitFor()
  await both('step 2', async (what) => {
    expect(await underTheFoot(page), what).toEqual([])
    expect(await hiddenFocus(page), what).toEqual([])
  })
  await page.getByRole('radio', { name: 'Akkoord', exact: true }).check()
  await tickBoth(page)
  await typeCode(phone)
  await both('step 2, filled in', async (what) => expect(await underTheFoot(page), what).toEqual([]))
  await act(page, 'Verder naar uw logo').click()
  await page.getByRole('radio', { name: 'Ja, ons logo mag' }).waitFor()
  await both('step 3', async (what) => {
    expect(await underTheFoot(page), what).toEqual([])
    expect(await hiddenFocus(page), what).toEqual([])
    await expectAccessible(page, what)
  })
})

test('[G3] Without a logo there is nothing to say yes to: it is added first, and then allowed', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Nog geen logo')
  const { page } = phone
  await page.route('**/api/v1/links/**', async (route) => {
    // As for an organisation that never gave a logo.
    if (route.request().url().endsWith('/logos')) return route.continue()
    const response = await route.fetch()
    const body: unknown = await response.json().catch(() => null)
    await route.fulfill({ response, ...(body && typeof body === 'object' && 'logos' in body ? { json: { ...body, logos: [] } } : {}) })
  })
  await agreesUntilLogo(phone, link)
  await page.getByText('is nog geen logo bekend').waitFor()
  expect(await page.getByRole('radio', { name: 'Ja, ons logo mag' }).count()).toBe(0)
  expect(await page.getByRole('radio', { name: 'Nee, alleen onze naam' }).isChecked()).toBe(false)
  await page.getByText('Voeg eerst uw logo toe, of kies alleen uw naam.').waitFor()
  await expectAccessible(page, 'step 3 without a logo')
  await page.getByRole('radio', { name: 'Nee, alleen onze naam' }).check()
  expect(await act(page, 'Antwoord vastleggen').getAttribute('aria-disabled')).toBeNull()
})

test('A round logo keeps its edge on the wall: the frame leaves a pixel of air, and the ink its measure', async () => {
  const { link, phone } = await askedOnAPhone(browser, noor, 'Rond')
  const { page } = phone
  await agreesUntilLogo(phone, link)
  const mark = page.locator('.wall-preview .yours svg')
  await mark.waitFor()
  const { logos, proposedLogo } = await ask<{ logos: { id: string; wall: { width: number } }[]; proposedLogo: string | null }>(phone, 'GET', `/links/${link.split('/').at(-1)}`)
  const logo = logos.find(({ id }) => id === proposedLogo) ?? logos.at(-1)
  const air = await mark.evaluate((svg: SVGSVGElement) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
    return { left: -svg.viewBox.baseVal.x * scale, ink: (svg.viewBox.baseVal.width + 2 * svg.viewBox.baseVal.x) * scale, margin: getComputedStyle(svg).marginLeft }
  })
  expect(air.left).toBeCloseTo(1, 3)
  expect(air.margin).toBe('-1px')
  expect(air.ink).toBeCloseTo(logo!.wall.width * 0.62, 0)
})
