/** What signatories hear afterwards: one mail per person and event, written with the act, and nothing of an edition before its embargo ends. */
import type { ProblemError } from '@draagvlak/api/call'
import * as editionApi from '@draagvlak/api/edition'
import * as linkApi from '@draagvlak/api/link'
import * as roundApi from '@draagvlak/api/round'
import * as statementApi from '@draagvlak/api/statement'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, yes: PartnerOfTest, no: PartnerOfTest, silent: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  yes = await coalition.partner('Huisartsen Samen')
  no = await coalition.partner('Kring van Naasten')
  silent = await coalition.partner('Stichting Stil')
})
afterAll(() => house.close())

const NEWS = ['round-closed', 'published', 'corrected', 'reopened']
const mails = async (statementId: string) => (await house.connection.db.selectFrom('outbox').selectAll().where('statement_id', '=', statementId).where('kind', 'in', NEWS).orderBy('id').execute()).map((row) => ({ to: row.address, kind: row.kind, subject: row.subject!, text: row.body_text!, after: row.send_after.toISOString() }))
const toWhom = async (statementId: string, kind: string) => (await mails(statementId)).filter((mail) => mail.kind === kind).map((mail) => mail.to)
const inTheDevMail = async (slug: string) => (await (await house.request('/dev/mail')).text()).includes(`/p/${slug}`)

async function answered(title: string): Promise<string> {
  const statementId = await coalition.statement(title)
  await coalition.openRound(statementId, [yes, no, silent])
  for (const [partner, answer] of [[yes, 'agreed'], [no, 'declined']] as const) {
    const page = await coalition.page(partner)
    await page.enterCode()
    await page.browser(linkApi.answerByLink, { params: { token: page.token }, body: { answer: { ...AGREED(page.version), answer }, consent: null } })
  }
  return statementId
}
const close = (statementId: string) => coalition.noor(roundApi.closeRound, { params: { statementId } })
const adopt = (statementId: string) => coalition.noor(editionApi.adopt, { params: { statementId } })
const publish = (statementId: string, wish: { reason?: string; embargoUntil?: string } = {}) => coalition.noor(editionApi.publish, { params: { statementId }, body: { reason: wish.reason ?? null, embargoUntil: wish.embargoUntil ?? null } })
const inDays = (days: number) => new Date(Date.parse(house.deps.now()) + days * 86_400_000).toISOString()

test('[L3] who was asked hears once that the round is closed, with what stands; who stayed silent hears that a late answer is still possible', async () => {
  const statementId = await answered('Gesloten')
  // Pressed twice: one closes it, and the other, where it comes after that, is told so and nothing else.
  const pressed = await Promise.allSettled([close(statementId), close(statementId)])
  const refused = pressed.flatMap((press) => (press.status === 'rejected' ? [(press.reason as ProblemError).problem.status] : []))
  expect([[], [409]]).toContainEqual(refused)
  const all = await mails(statementId)
  expect(all.map((mail) => mail.to)).toHaveLength(3)
  expect(new Set(all.map((mail) => mail.to))).toEqual(new Set([yes.email, no.email, silent.email]))
  const to = (partner: PartnerOfTest) => all.find((mail) => mail.to === partner.email)!
  expect(to(yes).subject).toMatch(/^De ronde over .+ is gesloten$/)
  expect(to(yes).text).toContain('Namens Huisartsen Samen staat vast: akkoord.')
  expect(to(no).text).toContain('Namens Kring van Naasten staat vast: niet meedoen.')
  expect(to(silent).text).toContain('Van Stichting Stil is geen antwoord ontvangen')
  for (const mail of all) {
    expect(mail.text, 'the own page, no code').toMatch(/\n\nhttp:\/\/127\.0\.0\.1:3000\/s\/\S+$/)
    expect(mail.text).not.toMatch(/\d{3} ?\d{3}|aanmelden/i)
  }
})

test('[V3] whose answer was to other words is told that it no longer speaks for this version, and not that it stands', async () => {
  const statementId = await answered('Herbevestigen')
  await close(statementId)
  await coalition.noor(roundApi.reopenDraft, { params: { statementId }, body: { reason: null } })
  await coalition.typed(statementId, ' Een zin erbij.')
  await coalition.openRound(statementId, [yes, no])
  await close(statementId)
  const noStands = (await mails(statementId)).findLast((mail) => mail.to === no.email && mail.kind === 'round-closed')!
  expect(noStands.text, 'a no is not forgotten').toContain('Namens Kring van Naasten is op een eerdere versie geantwoord: niet meedoen.')
  const told = (await mails(statementId)).findLast((mail) => mail.to === yes.email && mail.kind === 'round-closed')!
  expect(told.text).toContain('Namens Huisartsen Samen staat akkoord vast op een eerdere versie.')
  expect(told.text).toContain('De naam staat dus niet onder deze versie. Herbevestigen kan nog.')
  expect(told.text).not.toContain('staat vast: akkoord')
})

test('[L3] publishing is told with the public address, a correction with its reason, and neither to who declined', async () => {
  const statementId = await answered('Openbaar')
  await close(statementId)
  await adopt(statementId)
  await publish(statementId)
  const { slug } = await coalition.noor(statementApi.seeStatement, { params: { statementId } })
  const published = (await mails(statementId)).filter((mail) => mail.kind === 'published')
  expect(published.map((mail) => mail.to)).toEqual([yes.email, silent.email])
  expect(published[0]!.text).toContain(`http://127.0.0.1:3000/p/${slug}`)
  expect(published[0]!.text).toContain('Huisartsen Samen staat onder uitgave 1, met de naam en zonder logo.')
  expect(published[1]!.text).toContain('Stichting Stil staat niet onder uitgave 1: er is geen antwoord ontvangen.')

  await coalition.noor(roundApi.reopenDraft, { params: { statementId }, body: { reason: 'Een cijfer klopt niet' } })
  const reopened = (await mails(statementId)).filter((mail) => mail.kind === 'reopened')
  expect(reopened.map((mail) => mail.to), 'only who signed is told that the text is being changed').toEqual([yes.email])
  expect(reopened[0]!.text).toContain('Een cijfer klopt niet')
  expect(reopened[0]!.text, 'what is public stays so').toContain(`Uitgave 1 blijft intussen openbaar:\n\nhttp://127.0.0.1:3000/p/${slug}`)
  expect(reopened[0]!.text).toMatch(/Wat u antwoordde, leest u op uw eigen pagina:\n\nhttp:\S+\/s\/\S+\n/)

  await coalition.openRound(statementId, [yes])
  await close(statementId)
  await adopt(statementId)
  await publish(statementId, { reason: 'Het bedrag in alinea 3 is verbeterd.' })
  const corrected = (await mails(statementId)).filter((mail) => mail.kind === 'corrected')
  expect(corrected.map((mail) => mail.to)).toContain(yes.email)
  expect(corrected.map((mail) => mail.to)).not.toContain(no.email)
  expect(corrected[0]!.subject).toMatch(/^Uitgave 2 van /)
  expect(corrected[0]!.text).toContain('Het bedrag in alinea 3 is verbeterd.')
})

test('[S3] who did not confirm again reads in the mail and on the own page that name and logo are no longer under the new edition, and why', async () => {
  const statementId = await answered('Verdwenen')
  await close(statementId)
  await adopt(statementId)
  await publish(statementId)
  await coalition.noor(roundApi.reopenDraft, { params: { statementId }, body: { reason: null } })
  await coalition.typed(statementId, ' Een zin erbij.')
  await coalition.openRound(statementId, [yes, silent])
  const late = await coalition.page(silent)
  await late.enterCode()
  await late.browser(linkApi.answerByLink, { params: { token: late.token }, body: { answer: { ...AGREED(late.version), answer: 'reserved', reservations: [{ kind: 'substance', passageId: null, text: 'Wij missen de jeugd.', visibility: 'public', listed: true }] }, consent: null } })
  const page = await coalition.page(yes)
  await close(statementId)
  await adopt(statementId)
  await publish(statementId, { reason: 'Een zin erbij' })
  const WHY = 'Huisartsen Samen staat niet onder uitgave 2: de tekst is gewijzigd na het antwoord, en dat is niet herbevestigd.'
  const news = (partner: PartnerOfTest) => mails(statementId).then((all) => all.findLast((mail) => mail.to === partner.email)!.text)
  expect(await news(yes)).toContain(WHY)
  expect(await news(silent)).toContain('Stichting Stil staat onder uitgave 2, met de naam en zonder logo.\nHet voorbehoud staat als voetnoot bij de naam: ‘Wij missen de jeugd.’')
  const seen = () => page.browser(linkApi.seeLink, { params: { token: page.token } })
  expect((await seen()).published?.own, 'before the code only what the public list says').toEqual({ as: 'left-out', because: null })
  await page.enterCode()
  expect((await seen()).published?.own).toEqual({ as: 'left-out', because: 'reconfirm' })
})

test('[E1] under embargo no mail is sent or shown before the moment itself, and a withdrawn edition is never told', async () => {
  const statementId = await answered('Embargobrief')
  await close(statementId)
  await adopt(statementId)
  const embargoUntil = inDays(40)
  await publish(statementId, { embargoUntil })
  expect((await mails(statementId)).filter((mail) => mail.kind === 'published').map((mail) => mail.after)).toEqual([embargoUntil, embargoUntil])
  expect(await inTheDevMail('embargobrief')).toBe(false)

  await coalition.noor(editionApi.withdrawPublication, { params: { statementId, number: '1' }, body: { reason: 'Verkeerde bijlage' } })
  expect(await toWhom(statementId, 'published')).toEqual([])
  await publish(statementId, { reason: 'Goede bijlage' })
  const again = (await mails(statementId)).filter((mail) => NEWS.slice(1).includes(mail.kind))
  expect(again.map((mail) => [mail.kind, mail.after]), 'a correction lifts no embargo, and is a publication to who never heard of the first').toEqual([['published', embargoUntil], ['published', embargoUntil]])
  expect(await inTheDevMail('embargobrief')).toBe(false)

  house.later(41 * 24 * 60)
  expect(await inTheDevMail('embargobrief')).toBe(true)
})
