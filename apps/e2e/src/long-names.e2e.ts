/** Names as organisations write them: very long ones, one word of 48 letters, signs that markup knows, capitals where nobody expects them. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, openRound, type Text } from './ask.ts'
import { openText, paper, says } from './paper.ts'
import { scrollsSideways, settled } from './screens.ts'
import { answerByLink } from './signing.ts'
import { DESK, expectAccessible, mailTo, openBrowser, PHONE, signedIn, somebody } from './stage.ts'

const LONG = 'Landelijke Vereniging van Samenwerkende Cliëntenorganisaties in de Jeugdgezondheidszorg en Maatschappelijke Ondersteuning'
const ONE_WORD = 'Jeugdgezondheidszorgondersteuningsorganisatiebond'.slice(0, 48)
const MARKED = 'Zorg & Welzijn <Noord> "A" B.V.'
const SMALL = 'iZi ’t Groene Huis'
const NAMES = [LONG, ONE_WORD, MARKED, SMALL] as const

let browser: Browser
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())

/** The name stands there letter for letter, all of it is in view, and nothing is pushed out of the page. */
async function expectWhole(page: Page, what: string): Promise<void> {
  await settled(page)
  for (const name of NAMES) {
    const shown = page.getByText(name, { exact: true }).locator('visible=true').first()
    await shown.waitFor()
    const clipped = await shown.evaluate((element) => {
      for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(one)
        if ((overflowX === 'hidden' || textOverflow === 'ellipsis') && one.scrollWidth > one.clientWidth + 1) return true
      }
      return false
    })
    expect.soft(clipped, `${what}: ${name} is cut off`).toBe(false)
  }
  expect.soft(await scrollsSideways(page), `${what}: no sideways scroll`).toBe(false)
}

test('[G5] Long, marked and small-lettered names stand whole in the directory, on the board and on the public page', async () => {
  const noor = await signedIn(browser, 'Noor Hageman')
  const dossier = await ask<{ id: string }>(noor, 'POST', '/dossiers', { title: 'Namen', theme: 'politics-and-lobby', accord: null, coalition: 'Coalitie van namen' })
  const ids: string[] = []
  for (const [at, name] of NAMES.entries()) {
    const organisation = await ask<{ id: string; name: string }>(noor, 'POST', '/organisations', { name, kind: 'national-member', reach: 'national', number: `9100000${at}`, place: 'Meerwijk', parentId: null, website: null, confirmed: true })
    expect(organisation.name).toBe(name)
    ids.push(organisation.id)
    await ask(noor, 'POST', `/dossiers/${dossier.id}/partners`, { organisationId: organisation.id, person: { email: `naam${at}@namen.example`, name: `Directeur ${at + 1}`, function: 'directeur', right: 'observe', mandateHolder: true } })
  }
  expect(await mailTo(noor.page, 'naam2@namen.example', 'invitation')).toContain('Namen')
  const text = await ask<Text>(noor, 'POST', '/statements', { dossierId: dossier.id, type: 'position-paper', language: 'nl', title: 'Namen zijn namen', wordBudget: null })
  await openText(noor, text.id)
  await says(noor.page, 'connected')
  await paper(noor.page).locator('[data-passage]').first().click()
  await noor.page.keyboard.type('Namen zijn namen')
  await noor.page.keyboard.press('Enter')
  await noor.page.keyboard.type('Wij schrijven elkaars naam letter voor letter.')
  await says(noor.page, 'saved')
  await openRound(noor, text.id)
  for (const [at, organisationId] of ids.entries()) {
    await ask(noor, 'POST', `/statements/${text.id}/round/asked`, { organisationId, person: { email: `naam${at}@namen.example`, name: `Directeur ${at + 1}`, function: 'directeur' }, reason: null })
    await answerByLink(await somebody(browser), `naam${at}@namen.example`, { answer: 'agreed' })
  }

  const look = async (address: string, what: string) => {
    for (const [where, viewport] of [['desk', DESK], ['phone', PHONE]] as const) {
      await noor.page.setViewportSize(viewport)
      await noor.page.goto(address)
      await expectWhole(noor.page, `${what}, ${where}`)
      await expectAccessible(noor.page, `${what}, ${where}`)
    }
  }
  await look('/organisaties', 'the directory')
  await look(`/dossiers/${dossier.id}`, 'the dossier')
  await look(`/teksten/${text.id}/ronde`, 'the board')
  await ask(noor, 'POST', `/statements/${text.id}/round/close`)
  await ask(noor, 'POST', `/statements/${text.id}/adopt`)
  const { slug } = await ask<Text>(noor, 'POST', `/statements/${text.id}/editions`, { reason: null, embargoUntil: null })
  await look(`/p/${slug}`, 'the public page')
  const copied = await noor.context.request.get(`/p/${slug}.txt`)
  for (const name of NAMES) expect(await copied.text()).toContain(name)
})
