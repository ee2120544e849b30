/** A director who is asked on a phone: the letter and its link, the parts of the page, the code and the two ticks. */
import type { Browser, Page } from 'playwright-core'
import { ask, letterOf, openRound, type Text } from './ask.ts'
import { codeMailedTo, linkMailedTo } from './signing.ts'
import { PHONE, somebody, type Actor } from './stage.ts'

export const DIRECTOR = 'Marijke Veldhuis'
export interface Asked { readonly text: Text; readonly link: string; readonly phone: Actor }
/** A letter of its own in a round of its own, and the link that went to one director. */
export async function askedOnAPhone(browser: Browser, coordinator: Actor, title: string): Promise<Asked> {
  const text = await letterOf(coordinator, title)
  await openRound(coordinator, text.id)
  return { text, link: await linkMailedTo(coordinator, DIRECTOR), phone: await somebody(browser, PHONE) }
}

export interface BoardRow { readonly organisation: { readonly name: string }; readonly state: string; readonly logo: string; readonly late: boolean; readonly reservations: readonly { readonly kind: string; readonly text: string | null }[] }
export interface Board { readonly rows: readonly BoardRow[]; readonly revision: number }
export const boardOf = (coordinator: Actor, text: Text): Promise<Board> => ask(coordinator, 'GET', `/statements/${text.id}/board`)
export const rowOf = async (coordinator: Actor, text: Text): Promise<BoardRow> => (await boardOf(coordinator, text)).rows.find(({ organisation }) => organisation.name === 'Huisartsen Samen')!

/** The one act at the foot of a step. */
export const act = (page: Page, name: string) => page.locator('.act').getByRole('button', { name })

export async function typeCode({ page }: Actor): Promise<void> {
  await page.getByRole('button', { name: 'Mail mij de code' }).click()
  const field = page.getByLabel('Code uit de mail')
  await field.waitFor()
  await field.fill(await codeMailedTo({ page, context: page.context() }, DIRECTOR))
  await page.getByText('De code klopt.').waitFor()
}
export async function tickBoth(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Ik heb deze versie gelezen' }).check()
  await page.getByRole('checkbox', { name: /^Ik mag namens/ }).check()
}
/** From the link to the last step: reads, agrees without reservation, ticks, types the code. */
export async function agreesUntilLogo(phone: Actor, link: string): Promise<void> {
  const { page } = phone
  await page.goto(link)
  await act(page, 'Verder naar antwoorden').click()
  await page.getByRole('radio', { name: 'Akkoord', exact: true }).check()
  await tickBoth(page)
  await typeCode(phone)
  await act(page, 'Verder naar uw logo').click()
}
