/** Every screen, at a desk and on a phone, by day and by night, with a keyboard and at 200 percent: the same promises hold. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { complaints, expectAccessibleInBothLights, expectOneTitle, scrollsSideways, settled, tabsTo, tooSmall } from './screens.ts'
import { linkMailedTo } from './signing.ts'
import { DESK, openBrowser, PHONE, signedIn, signInLinkOf, somebody, soon, statementIn, type Actor } from './stage.ts'

let browser: Browser
let link = ''
let dossierId = ''
let organisationId = ''
beforeAll(async () => {
  browser = await openBrowser()
  const noor = await signedIn(browser, 'Noor Hageman')
  link = await linkMailedTo(noor, 'Idris Benali')
  dossierId = (await ask<{ dossierId: string }>(noor, 'GET', `/statements/${statementIn('in-ronde').id}`)).dossierId
  organisationId = (await ask<{ actingFor: string }>(noor, 'GET', '/session')).actingFor
  await noor.context.close()
})
afterAll(() => browser.close())

const concept = () => statementIn('concept')
const round = () => statementIn('in-ronde')
const published = () => statementIn('gepubliceerd')
/** Name, who looks, address. */
type Screen = readonly [what: string, who: string | null, address: () => string]
const SCREENS: readonly Screen[] = [
  ['home', 'Noor Hageman', () => '/'],
  ['home of a writer', 'Samira El Amrani', () => '/'],
  ['dossiers', 'Noor Hageman', () => '/dossiers'],
  ['a dossier', 'Noor Hageman', () => `/dossiers/${dossierId}`],
  ['organisations', 'Noor Hageman', () => '/organisaties'],
  ['one’s own organisation', 'Heleen Brouwer', () => `/organisaties/${organisationId}`],
  ['account', 'Noor Hageman', () => '/account'],
  ['a concept', 'Noor Hageman', () => `/teksten/${concept().id}`],
  ['opening a round', 'Noor Hageman', () => `/teksten/${concept().id}/ronde`],
  ['a text in a round', 'Samira El Amrani', () => `/teksten/${round().id}`],
  ['the board', 'Noor Hageman', () => `/teksten/${round().id}/ronde`],
  ['the board of a partner', 'Wim Aalders', () => `/teksten/${round().id}/ronde`],
  ['the matrix', 'Noor Hageman', () => `/teksten/${round().id}/matrix`],
  ['what happened', 'Noor Hageman', () => `/teksten/${published().id}/verloop`],
  ['a published text', 'Ruben Okhuijsen', () => `/teksten/${published().id}`],
  ['its round', 'Ruben Okhuijsen', () => `/teksten/${published().id}/ronde`],
  ['an unknown address', 'Noor Hageman', () => '/bestaat-niet'],
  ['an unknown text', 'Noor Hageman', () => '/teksten/00000000-0000-7000-8000-000000000000'],
  ['signing in', null, () => '/aanmelden'],
  ['a link of the terminal', null, () => new URL(signInLinkOf('Noor Hageman')).pathname],
  ['an invitation that is no more', null, () => '/uitnodiging/onbekend'],
  ['a set-up link that is no more', null, () => '/begin/onbekend'],
  ['a personal link', null, () => link],
  ['a personal link for a logo', null, () => link.replace('/s/', '/logo/')],
  ['the public page', null, () => `/p/${published().slug}`],
  ['checking it', null, () => `/p/${published().slug}/verify`],
  ['an edition in the archive', null, () => `/p/${published().slug}/editions/1`],
  ['a public page that is not there', null, () => '/p/bestaat-niet'],
]

for (const [where, viewport] of [['desk', DESK], ['phone', PHONE]] as const) {
  describe(`on a ${where}`, () => {
    const actors = new Map<string | null, Actor>()
    const actorFor = async (who: string | null): Promise<Actor> => {
      const actor = actors.get(who) ?? (who === null ? await somebody(browser, viewport) : await signedIn(browser, who, viewport))
      actors.set(who, actor)
      return actor
    }
    afterAll(async () => { for (const { context } of actors.values()) await context.close() })

    test.each(SCREENS)('%s is whole, readable and within reach', async (what, who, address) => {
      const { context } = await actorFor(who)
      const page = await context.newPage()
      const found = complaints(page)
      await page.goto(address())
      await settled(page)
      await expectOneTitle(page, what)
      await expectAccessibleInBothLights(page, `${what}, ${where}`)
      expect.soft(await tooSmall(page, where === 'phone' ? 44 : 24), `${what}, ${where}: targets`).toEqual([])
      if (where === 'desk') {
        for (const width of [720, 320]) {
          await page.setViewportSize({ width, height: 450 })
          expect.soft(await scrollsSideways(page), `${what} at ${width} px: no sideways scroll`).toBe(false)
        }
        await page.setViewportSize(viewport)
        if (await page.locator('.skip-link').count() > 0) {
          expect.soft(await tabsTo(page, '.skip-link', 1), `${what}: the skip link comes first`).toBe(1)
          await page.keyboard.press('Enter')
          await soon(() => new URL(page.url()).hash, { message: `${what}: the skip link goes to the content` }).not.toBe('')
        }
        const primary = page.locator('main .button.primary:not([aria-disabled=true]), .primary-act, .act .button.primary').first()
        if (await primary.isVisible().catch(() => false)) expect.soft(await tabsTo(page, '.primary, .primary-act'), `${what}: Tab reaches the primary act`).not.toBeNull()
        await page.emulateMedia({ forcedColors: 'active' })
        expect.soft(await scrollsSideways(page), `${what} in forced colours`).toBe(false)
      }
      expect(found, `${what}: console`).toEqual([])
      await page.close()
    })
  })
}
