/** Two hands on a keyboard and no mouse: where the focus stands, how one comes somewhere, and what must hold at every key. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { soon } from './stage.ts'

/** What is wrong with where the focus stands: nothing has it, it is out of sight, or something lies over it. An empty word means nothing is. */
const wrongFocus = (page: Page): Promise<string> => page.evaluate(() => {
  let element = document.activeElement
  if (!element || element === document.body) return 'nothing has the focus'
  const name = `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`
  // A heading that only is read aloud says where one is and has nothing to show.
  if (element.matches('h1.aloud')) return ''
  // On a paper the caret is what one looks at.
  const range = element.matches('[role=textbox][contenteditable=true]') ? getSelection()?.getRangeAt(0) : undefined
  const caret = range?.startContainer.parentElement
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : null
  if (caret && element.contains(caret)) element = caret
  if (!element.checkVisibility({ visibilityProperty: true })) return `${name} is not visible`
  const boxes = [...(range?.getClientRects() ?? []), ...element.getClientRects()]
  const box = boxes.find(({ width, height }) => width > 0 && height > 0)
  if (!box) return `${name} has no size`
  const [left, right, top, bottom] = [Math.max(box.left, 0), Math.min(box.right, innerWidth), Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
  if (right - left < 1 || bottom - top < 1) return `${name} is out of sight: ${Math.round(box.left)},${Math.round(box.top)} ${Math.round(box.width)}×${Math.round(box.height)}`
  const spots = [0.5, 0.15, 0.85].map((part) => document.elementFromPoint((left + right) / 2, top + (bottom - top) * part))
  const seen = spots.some((spot) => spot !== null && (element.contains(spot) || spot.contains(element) && spot !== document.body && spot !== document.documentElement || (label?.contains(spot) ?? false)))
  return seen ? '' : `${name} lies under ${spots[0]?.tagName.toLowerCase() ?? 'nothing'}.${spots[0]?.className ?? ''}`
})

/** After a dialog, a menu or a page the focus stands somewhere, in sight: on the heading, or on what opened it. */
export const expectFocus = (page: Page, after: string): Promise<unknown> => soon(() => wrongFocus(page), { message: `the focus after ${after}` }).toBe('')

const has = async (locator: Locator): Promise<boolean> => (await locator.count()) > 0 && locator.first().evaluate((element) => element === document.activeElement)

/** Tab until something has the focus. Every stop on the way is in sight; only the bar of the browser lies between the end and the beginning. */
export async function tabTo(page: Page, sought: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 150): Promise<void> {
  await sought.first().waitFor({ state: 'attached' })
  let outside = 0
  for (let times = 0; times < most; times++) {
    if (await has(sought)) return
    await page.keyboard.press(key)
    const wrong = await wrongFocus(page)
    if (wrong === 'nothing has the focus') expect(++outside, `${String(sought)}: Tab goes round and never comes there`).toBeLessThan(3)
    else if (wrong) await expectFocus(page, `Tab on the way to ${String(sought)}`)
  }
  expect.fail(`${String(sought)} is not within ${most} times ${key}`)
}

/** Goes there and presses it. */
export async function press(page: Page, sought: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, sought)
  await page.keyboard.press(key)
}
/** Goes to a field and types in it. */
export async function typeIn(page: Page, sought: Locator, words: string): Promise<void> {
  await tabTo(page, sought)
  await page.keyboard.type(words)
}
/** Goes to a list of choices and takes one by its first letters. */
export async function pick(page: Page, sought: Locator, words: string): Promise<void> {
  await typeIn(page, sought, words)
  await soon(() => sought.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? '')).toContain(words)
}
/** Goes to a group of radio buttons, which is one stop, and walks to one of them. */
export async function choose(page: Page, group: Locator, sought: Locator): Promise<void> {
  const inGroup = () => group.evaluateAll((radios) => radios.includes(document.activeElement as HTMLElement))
  for (let times = 0; !await inGroup(); times++) {
    expect(times, `${String(group)} is within reach`).toBeLessThan(150)
    await page.keyboard.press('Tab')
  }
  for (let times = 0; !await has(sought); times++) {
    expect(times, `${String(sought)} is in the group`).toBeLessThan(12)
    await page.keyboard.press('ArrowDown')
  }
  if (!await sought.isChecked()) await page.keyboard.press('Space')
  expect(await sought.isChecked()).toBe(true)
  await expectFocus(page, `choosing ${String(sought)}`)
}
/** Walks down a menu to one of its acts. */
export async function walkTo(page: Page, sought: Locator): Promise<void> {
  await sought.waitFor()
  for (let times = 0; !await has(sought); times++) {
    expect(times, `${String(sought)} is in the menu`).toBeLessThan(20)
    await page.keyboard.press('ArrowDown')
  }
}
