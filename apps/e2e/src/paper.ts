/** The paper somebody writes on: where the caret goes, what stands there, and what the bar says about saving. */
import type { Page } from 'playwright-core'
import { soon, type Actor } from './stage.ts'

/** Tiptap hangs its editor on the element that it writes in. */
type Paper = HTMLElement & { readonly editor: { readonly state: { readonly selection: { readonly empty: boolean; readonly $head: { readonly parent: { readonly textContent: string } } } } } }
export const paper = (page: Page) => page.getByRole('textbox', { name: /^Tekst:/ })
/** The passages as this browser shows them, without the carets of others. */
export const shown = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('[role=textbox].paper [data-passage], .paper.reading [id^="p-"]')].map((passage) => {
  const copy = passage.cloneNode(true) as Element
  for (const extra of copy.querySelectorAll('.caret, .source, sup, .ProseMirror-trailingBreak, .aloud')) extra.remove()
  return (copy.textContent ?? '').replaceAll('\u2060', '')
}))

export async function openText({ page }: Actor, statementId: string): Promise<void> {
  await page.goto(`/teksten/${statementId}`)
  await paper(page).waitFor()
}

export type Saving = 'connecting' | 'connected' | 'saving' | 'saved' | 'offline-keeping' | 'offline-kept' | 'offline-not-kept' | 'closed'
/** What the bar says, once it says so. */
export const says = (page: Page, state: Saving): Promise<unknown> => page.locator(`.save-state[data-state=${state}]`).waitFor()

/**
 * A click right behind these words, as a hand does it: aimed again where the page moved under it because others write. It is done when the editor
 * knows of it: the browser shows the caret a moment before it tells, and a key pressed in that moment, by no hand so fast, is for the passage before.
 */
export async function clickBehind(page: Page, words: string): Promise<void> {
  let aimed = false
  await soon(async () => {
    const place = await placeBehind(page, words)
    if (place === null) return 'nowhere'
    // Three quick clicks in one place select the whole passage, and typing would replace it.
    if (aimed) await page.mouse.click(place.x, place.y + 60)
    aimed = true
    await page.mouse.click(place.x, place.y)
    return paper(page).evaluate((element: Paper) => {
      const { empty, $head } = element.editor.state.selection
      return empty ? $head.parent.textContent : 'a selection'
    })
  }).toContain(words)
}

const placeBehind = (page: Page, words: string): Promise<{ x: number; y: number } | null> => page.evaluate((sought) => {
  const passage = [...document.querySelectorAll('[role=textbox].paper [data-passage]')].find((one) => one.textContent?.includes(sought))
  if (!passage) return null
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT)
  const places: [Text, number][] = []
  let all = ''
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let at = 0; at < node.length; at++) places.push([node, at])
    all += node.data
  }
  const last = places[all.indexOf(sought) + sought.length - 1]
  if (!last) return null
  const range = document.createRange()
  range.setStart(last[0], last[1])
  range.setEnd(last[0], last[1] + 1)
  passage.scrollIntoView({ block: 'center' })
  const box = range.getBoundingClientRect()
  return { x: box.right - 1, y: box.top + box.height / 2 }
}, words)

export async function typeBehind(page: Page, words: string, typed: string): Promise<void> {
  await clickBehind(page, words)
  await page.keyboard.type(typed)
}

/** Until a browser shows words, or no longer does. */
export const sees = (page: Page, words: string): Promise<unknown> => soon(async () => (await shown(page)).join('\n')).toContain(words)
export const seesNot = (page: Page, words: string): Promise<unknown> => soon(async () => (await shown(page)).join('\n')).not.toContain(words)
