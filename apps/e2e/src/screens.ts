/** What holds on every screen, whoever made it: a title, one heading, no sideways scroll, targets for a thumb, and nothing that axe or the console complains of. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible, soon } from './stage.ts'

/** What the console and the page complain of from now on. A refusal that a story provokes is no fault of the page. */
export function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => { if (message.type() === 'error' && !/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) found.push(message.text()) })
  page.on('pageerror', (error) => found.push(String(error)))
  return found
}

/** Until nothing is fetched any more and the words stand there. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await soon(() => page.evaluate(() => document.fonts.status === 'loaded' && !document.querySelector('[data-fetching], .fetching, [aria-busy=true]'))).toBe(true)
}

export async function expectOneTitle(page: Page, what: string): Promise<void> {
  expect((await page.title()).trim(), `${what}: title`).not.toBe('')
  expect(await page.locator('h1').count(), `${what}: one h1`).toBe(1)
}

/** Names of what can be pressed and is smaller than this, in CSS pixels. A label is pressed with its box; links in a running sentence, in footnotes and their marks are as tall as the line. */
export const tooSmall = (page: Page, least: number): Promise<string[]> => page.evaluate((size) => {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=radio], [role=tab], [role=menuitem]')]
  const inSentence = (element: HTMLElement) => element.tagName === 'A' && getComputedStyle(element).display === 'inline' && (element.parentElement?.innerText ?? '').trim().length > element.innerText.trim().length
  return all.flatMap((element) => {
    if (element.closest('[aria-hidden=true], [inert], sup, .sources, .footnotes, [role=doc-endnotes], .skip, .skip-link, .aloud') || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || inSentence(element)) return []
    const own = element.getBoundingClientRect()
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.getBoundingClientRect() : undefined
    if (own.width === 0 || own.height === 0 || own.right < 0) return []
    const [width, height] = [Math.max(own.width, label?.width ?? 0), Math.max(own.height, label?.height ?? 0)]
    return width >= size - 0.5 && height >= size - 0.5 ? [] : [`${element.tagName.toLowerCase()}.${element.className} “${(element.getAttribute('aria-label') ?? element.innerText).trim().slice(0, 40)}” ${Math.round(width)}×${Math.round(height)}`]
  })
}, least)

export const scrollsSideways = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** By day and by night. */
export async function expectAccessibleInBothLights(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(page, `${what}, ${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
}

/** How many times Tab takes from the top to what is sought; null when it is never reached. */
export async function tabsTo(page: Page, sought: string, most = 120): Promise<number | null> {
  await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); scrollTo(0, 0) })
  for (let times = 1; times <= most; times++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((one) => document.activeElement?.matches(one) ?? false, sought)) return times
  }
  return null
}
