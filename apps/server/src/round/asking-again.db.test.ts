/** Asked again: the mail says what was answered and what changed, and the page offers that answer again, with the leave for the logo as it is. */
import * as linkApi from '@draagvlak/api/link'
import * as roundApi from '@draagvlak/api/round'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverFolder } from '../assets.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, fem: PartnerOfTest, nieuw: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  fem = await coalition.partner('Huisartsen Samen')
  nieuw = await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

const logoFile = () => new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src', 'demo', 'logos', 'huisartsen-samen.svg')))])

test('[V3] [G3] who answered other words reads what was answered and what changed, takes the answer over after the code, and keeps the leave for the logo', async () => {
  const statementId = await coalition.statement('Nog eens')
  await coalition.typed(statementId, 'Wij vragen een wijkfonds.')
  await coalition.openRound(statementId, [fem])
  expect((await house.mailTo(fem.email, 'request')).text, 'the first time there is nothing to tell').not.toContain('geantwoord')
  const first = await coalition.page(fem)
  await first.enterCode()
  const logo = await first.browser(linkApi.addLogoByLink, { params: { token: first.token }, upload: logoFile() })
  const reservation = { kind: 'substance' as const, passageId: null, text: 'Niet zonder de jeugd.', visibility: 'partners' as const, listed: false }
  const consent = { logoId: logo.id, editions: 'all-editions' as const, channels: ['website' as const], until: null }
  await first.browser(linkApi.answerByLink, { params: { token: first.token }, body: { answer: { ...AGREED(first.version), answer: 'reserved', reservations: [reservation] }, consent } })
  await coalition.noor(roundApi.closeRound, { params: { statementId } })
  await coalition.noor(roundApi.reopenDraft, { params: { statementId }, body: { reason: null } })
  await coalition.typed(statementId, ' Snel.')
  await coalition.openRound(statementId, [fem, nieuw])

  const mail = await house.mailTo(fem.email, 'request')
  expect(mail.subject).toContain('vraagt Huisartsen Samen om herbevestiging')
  expect(mail.text).toContain('Namens Huisartsen Samen is op slotversie 1 geantwoord: akkoord met voorbehoud. Daarna is de tekst gewijzigd.')
  expect(mail.text).toMatch(/\n- \d+\. .*Wij vragen een wijkfonds.*: gewijzigd\n/)
  expect((await house.mailTo(nieuw.email, 'request')).subject).toContain('om akkoord')

  const again = await coalition.page(fem)
  const seen = () => again.browser(linkApi.seeLink, { params: { token: again.token } })
  expect((await seen()).earlier, 'no answer of anybody before the code (M5a)').toBeNull()
  await again.enterCode()
  expect(await seen()).toMatchObject({ answer: null, consent: { logoId: logo.id }, earlier: { answer: 'reserved', number: 1, reservations: [{ kind: 'substance', text: 'Niet zonder de jeugd.', listed: false }] } })
  const receipt = await again.browser(linkApi.answerByLink, { params: { token: again.token }, body: { answer: AGREED(again.version) } })
  expect(receipt).toMatchObject({ answer: 'agreed', logo: 'consented' })
  expect(await seen()).toMatchObject({ earlier: null, consent: { logoId: logo.id } })
})

test('a name that ends in a full stop ends a sentence of a mail with it, once', async () => {
  const company = await coalition.partner('Tafelgenoot B.V.')
  const statementId = await coalition.statement('Eén punt')
  expect((await coalition.noor(roundApi.previewRound, { params: { statementId } })).mail.text).toContain('U antwoordt namens … Bent u')
  await coalition.openRound(statementId, [company])
  expect((await house.mailTo(company.email, 'request')).text).toContain('U antwoordt namens Tafelgenoot B.V. Bent u')
})
