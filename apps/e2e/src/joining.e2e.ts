/** Somebody who is invited: what the page says, a no that the coordinator sees, and a yes that lands where it belongs. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { expectAccessibleInBothLights, settled } from './screens.ts'
import { addressOf, codeMailedTo } from './signing.ts'
import { mailTo, openBrowser, PHONE, signedIn, somebody, statementIn, type Actor } from './stage.ts'

let browser: Browser, noor: Actor, dossierId = '', organisationId = ''
beforeAll(async () => {
  browser = await openBrowser()
  noor = await signedIn(browser, 'Noor Hageman')
  dossierId = (await ask<{ dossierId: string }>(noor, 'GET', `/statements/${statementIn('in-ronde').id}`)).dossierId
  organisationId = (await ask<{ items: { id: string }[] }>(noor, 'GET', '/organisations?q=Tafelgenoot')).items[0]!.id
})
afterAll(() => browser.close())

async function invited(name: string, right: 'write' | 'observe'): Promise<{ readonly address: string; readonly email: string }> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@tafelgenoot.example`
  await ask(noor, 'POST', `/dossiers/${dossierId}/partners`, { organisationId, person: { email, name, function: 'adviseur', right, mandateHolder: false } })
  const [, address] = /https?:\/\/[^/\s]+(\/uitnodiging\/[\w-]+)/.exec(await mailTo(noor.page, email, 'invitation'))!
  return { address: address!, email }
}
async function typeCode({ page }: Actor, email: string): Promise<void> {
  const field = page.getByLabel('Code', { exact: true })
  await field.waitFor()
  await field.fill(await codeMailedTo(noor, email))
}

describe('an invitation', () => {
  test('[E3] tells a reader about reading, and is declined with the code from the mail; the coordinator reads the reason', async () => {
    const { address, email } = await invited('Karel Nee', 'observe')
    const guest = await somebody(browser, PHONE)
    await guest.page.goto(address)
    await guest.page.getByText('Meeschrijven wordt niet van u gevraagd.').waitFor()
    await settled(guest.page)
    await expectAccessibleInBothLights(guest.page, 'an invitation on a phone')

    await guest.page.getByRole('button', { name: 'Nee, dank u' }).click()
    await guest.page.getByLabel('Reden').fill('Dit past niet in ons jaarplan.')
    await expectAccessibleInBothLights(guest.page, 'declining on a phone')
    await typeCode(guest, email)
    await guest.page.getByRole('button', { name: 'Uitnodiging afslaan' }).click()
    await guest.page.getByText('vraag Noor Hageman dan om een nieuwe uitnodiging').waitFor()
    await guest.page.reload()
    await guest.page.getByText('U hebt voor deze uitnodiging bedankt.').waitFor()
    expect(await guest.page.getByRole('button').count()).toBe(0)

    await noor.page.goto('/')
    const todo = noor.page.getByRole('listitem').filter({ hasText: 'Iemand bedankte voor de uitnodiging' })
    await todo.getByText('Tafelgenoot').waitFor()
    await todo.getByRole('link', { name: 'Iemand bedankte voor de uitnodiging', exact: true }).click()
    await noor.page.getByText('Reden: Dit past niet in ons jaarplan.').waitFor()
    await expectAccessibleInBothLights(noor.page, 'a dossier with a declined invitation')
    await noor.page.getByRole('button', { name: 'Van de lijst halen: Karel Nee' }).click()
    await noor.page.getByText('Karel Nee staat niet meer op de lijst.').waitFor()
    expect(await mailTo(noor.page, addressOf('Noor Hageman'), 'invitation-declined')).toContain('Dit past niet in ons jaarplan.')
  })

  test('that is accepted lands on its dossier, which says what this is, what waits and what to do first', async () => {
    const { address, email } = await invited('Janna Ja', 'write')
    const guest = await somebody(browser, PHONE)
    await guest.page.goto(address)
    await guest.page.getByRole('button', { name: 'Ja, ik doe mee' }).click()
    await typeCode(guest, email)
    await guest.page.getByRole('button', { name: 'Uitnodiging aannemen' }).click()
    await guest.page.getByRole('heading', { level: 1, name: 'Preventieakkoord' }).waitFor()
    const welcome = guest.page.getByRole('region', { name: 'Welkom bij Preventiecoalitie Breder Gezond' })
    await welcome.getByText('Jij doet mee namens Tafelgenoot.').waitFor()
    await welcome.getByText('Er wacht nu niets op jou.').waitFor()
    await settled(guest.page)
    await expectAccessibleInBothLights(guest.page, 'the welcome on a phone')
    await welcome.getByRole('button', { name: 'Begrepen' }).click()
    await welcome.waitFor({ state: 'detached' })
    await guest.page.goto(`/dossiers/${dossierId}?welkom=true`)
    await welcome.getByRole('link', { name: /^Lees / }).click()
    await guest.page.waitForURL(/\/teksten\//)
  })
})

describe('what is chosen is chosen by a person', () => {
  test('a new dossier has no theme until one is chosen, and may have one of its own', async () => {
    await noor.page.goto('/dossiers?nieuw=true')
    const dialog = noor.page.getByRole('dialog')
    await dialog.getByLabel('Titel').fill('Meedoen op internet')
    await dialog.getByLabel('Naam van het samenwerkingsverband').fill('Coalitie Online')
    const theme = dialog.getByRole('combobox', { name: 'Thema' })
    expect(await theme.evaluate((select: HTMLSelectElement) => [select.value, select.checkValidity(), select.options.length])).toEqual(['', false, 9])
    await theme.selectOption({ label: 'Een eigen thema…' })
    await dialog.getByLabel('Eigen thema').fill('Digitale inclusie')
    await expectAccessibleInBothLights(noor.page, 'a new dossier')
    await dialog.getByRole('button', { name: 'Maken' }).click()
    await noor.page.getByText('Coalitie Online · Digitale inclusie').waitFor()
  })

  test('a foundation is an organisation of another kind', async () => {
    await noor.page.getByRole('button', { name: 'Partner uitnodigen' }).click()
    const dialog = noor.page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('Stichting Zomerlicht')
    await noor.page.getByRole('option', { name: /Stichting Zomerlicht.*toevoegen/ }).click()
    const kind = dialog.getByRole('combobox', { name: 'Soort organisatie' })
    expect(await kind.inputValue()).toBe('')
    await kind.selectOption({ label: 'Anders: stichting, vereniging of iets anders' })
    await dialog.getByRole('button', { name: /toevoegen/ }).click()
    await dialog.getByRole('checkbox', { name: /Nog niemand uitnodigen/ }).check()
    await dialog.getByRole('button', { name: 'Organisatie toevoegen' }).click()
    await noor.page.getByText(/^andere organisatie ·/).waitFor()
  })
})
