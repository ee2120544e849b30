/** What the page of a personal link shows: the receipt as it was recorded, and what holds once the round is over. */
import * as dossierApi from '@draagvlak/api/dossier'
import * as editionApi from '@draagvlak/api/edition'
import * as linkApi from '@draagvlak/api/link'
import * as roundApi from '@draagvlak/api/round'
import * as statementApi from '@draagvlak/api/statement'
import type { AnswerWish } from '@draagvlak/api/sign-off'
import { passageElements } from '@draagvlak/editor/ydoc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { editDraft } from '../statement/draft.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest
beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

async function askedAbout(title: string, partners = [huisartsen]) {
  const statementId = await coalition.statement(title)
  await coalition.openRound(statementId, partners)
  const page = await coalition.page(huisartsen)
  await page.enterCode()
  const { browser, token } = page
  return {
    statementId, page, look: () => browser(linkApi.seeLink, { params: { token } }),
    answer: (wish: Partial<AnswerWish> = {}) => browser(linkApi.answerByLink, { params: { token }, body: { answer: { ...AGREED(page.version), ...wish }, consent: null } }),
  }
}

/** Somebody adds words to the last passage. */
const rewrite = (statementId: string) => editDraft(house.connection.db, statementId, (doc) => {
  passageElements(doc).at(-1)!.insert(0, [new Y.XmlText('En de wijk gaat voor. ')])
  return { ok: true }
})

test('[M5] a link without its code holds no answer of anybody, in no field; with the code it does', async () => {
  const { statementId, answer, look } = await askedAbout('Doorgestuurd', [huisartsen, kring])
  await answer({ answer: 'reserved', reservations: [{ kind: 'substance', passageId: null, text: 'Alleen met de wijkverpleging', listed: true, visibility: 'public' }] })
  const kringPage = await coalition.page(kring)
  const forwarded = (token: string) => house.somebody('doorgestuurd@elders.example')(linkApi.seeLink, { params: { token } })

  const seen = await forwarded(kringPage.token)
  expect(seen).toMatchObject({ known: false, carriers: 'after-code', beams: [], order: [], wall: [], answer: null, logos: [], consent: null, changes: [], since: null, comparedWith: null })
  expect(seen.passages.length, 'the text it does hold').toBeGreaterThan(0)
  const words = JSON.stringify(seen)
  for (const told of [huisartsen.organisationId, 'Huisartsen Samen', 'wijkverpleging', 'reserved', 'carries', 'declined', 'waiting']) expect(words, told).not.toContain(told)

  await kringPage.enterCode()
  const after = await kringPage.browser(linkApi.seeLink, { params: { token: kringPage.token } })
  expect(after).toMatchObject({ known: true, carriers: 'shown' })
  expect(after.order.map(({ name }) => name)).toContain('Huisartsen Samen')
  expect(after.beams[0]!.segments).toContainEqual({ organisationId: huisartsen.organisationId, state: 'reserved' })
  expect(after.wall.map(({ name }) => name)).toEqual(['Huisartsen Samen'])
  expect((await forwarded(kringPage.token)).carriers, 'a code opens one browser').toBe('after-code')

  await coalition.noor(roundApi.stopRound, { params: { statementId }, body: { reason: 'Eerst een zin erbij' } })
  expect((await look()).answer?.answer).toBe('reserved')
})

test('[M5] [V3] before the code what changed is held against the round before, which tells of no answer; after it against the own answer', async () => {
  const { statementId, answer } = await askedAbout('Twee rondes', [huisartsen, kring])
  await answer()
  await coalition.noor(roundApi.closeRound, { params: { statementId } })
  await coalition.noor(roundApi.reopenDraft, { params: { statementId }, body: { reason: null } })
  await rewrite(statementId)
  await coalition.openRound(statementId, [huisartsen, kring])
  const [answered, silent] = [await coalition.page(huisartsen), await coalition.page(kring)]
  const look = ({ browser, token }: typeof answered) => browser(linkApi.seeLink, { params: { token } })
  const before = await look(answered)
  expect(before).toMatchObject({ comparedWith: 'earlier-round', carriers: 'after-code' })
  expect(before.changes.length).toBeGreaterThan(0)
  const without = ({ changes, since, comparedWith }: typeof before) => ({ changes, since, comparedWith })
  expect(without(await look(silent)), 'who answered and who did not read the same').toEqual(without(before))
  await answered.enterCode()
  expect(await look(answered)).toMatchObject({ comparedWith: 'own-answer', changes: before.changes })
})

test('a partner that left reads on, is told why nothing is asked, and sees no answer, with or without the code', async () => {
  const lotgenoten = await coalition.partner('Lotgenoten')
  const statementId = await coalition.statement('Weggegaan')
  await coalition.openRound(statementId, [huisartsen, lotgenoten])
  const page = await coalition.page(lotgenoten)
  await page.enterCode()
  const look = () => page.browser(linkApi.seeLink, { params: { token: page.token } })
  expect(await look()).toMatchObject({ status: 'open', carriers: 'shown' })
  await coalition.noor(dossierApi.endPartnership, { params: { dossierId: coalition.dossierId, organisationId: lotgenoten.organisationId } })
  const gone = await look()
  expect(gone).toMatchObject({ status: 'left-dossier', answerable: false, carriers: 'withheld', beams: [], order: [], wall: [] })
  expect(gone.passages.length).toBeGreaterThan(0)
  expect((await house.request(`/api/v1/links/${page.token}/text.pdf`, {}, page.browser.cookies)).status, 'and its PDF').toBe(200)
})

test('[S4] the receipt at a later look holds every word that was recorded: exceptions, explanation, capacity', async () => {
  const { look, answer } = await askedAbout('Een ontvangstbewijs')
  const { passages } = await look()
  const exceptions = [{ passageId: passages[0]!.id, answer: 'declined' as const }]
  const given = await answer({ exceptions })
  expect(given).toMatchObject({ capacity: 'organisation', exceptions, explanation: null })
  expect((await look()).answer).toMatchObject({ exceptions, chainHead: given.chainHead })

  await answer({ answer: 'declined', reason: 'Past niet bij onze statuten.', reasonVisibility: 'secretariat' })
  expect((await look()).answer).toMatchObject({ answer: 'declined', exceptions: [], explanation: { text: 'Past niet bij onze statuten.', visibility: 'secretariat' } })
  const mail = await house.mailTo(huisartsen.email, 'confirmation')
  expect(mail.text).toContain('Past niet bij onze statuten.')
})

test('[S6] who answered on personal title finds that answer back, and not one of the organisation', async () => {
  const { look, answer } = await askedAbout('Op persoonlijke titel')
  const given = await answer({ capacity: 'personal', nameInPrint: true })
  expect(given).toMatchObject({ capacity: 'personal', standing: 'counts' })
  expect((await look()).answer).toMatchObject({ capacity: 'personal', answer: 'agreed', chainHead: given.chainHead })
})

test('the receipt names who answered, also to a colleague who was asked as well', async () => {
  const { statementId, answer } = await askedAbout('Twee gevraagd')
  await answer()
  await coalition.noor(roundApi.askPerson, { params: { statementId }, body: { organisationId: huisartsen.organisationId, person: { email: 'lot@huisartsen.example', name: 'Lot de Boer', function: 'bestuurder' }, reason: null } })
  const lot = await coalition.page({ ...huisartsen, email: 'lot@huisartsen.example' })
  expect((await lot.browser(linkApi.seeLink, { params: { token: lot.token } })).answer, 'without the code nobody is told').toBeNull()
  await lot.enterCode()
  expect((await lot.browser(linkApi.seeLink, { params: { token: lot.token } })).answer!.by).toEqual({ name: 'Directeur Huisartsen Samen', function: 'directeur' })
})

test('[L5] [E1] the page says what holds: closed, adopted, published once the embargo ends, in revision, an earlier round', async () => {
  const { statementId, look, answer } = await askedAbout('Wat geldt er', [huisartsen, kring])
  const params = { statementId }
  await answer()
  expect(await look()).toMatchObject({ status: 'open', answerable: true, late: false, published: null })

  await coalition.noor(roundApi.closeRound, { params })
  const closed = await look()
  expect(closed).toMatchObject({ status: 'round-closed', answerable: true, late: true, published: null })
  expect(closed.statusAt! < closed.dates.closesAt, 'closed before the date that was asked').toBe(true)

  await coalition.noor(editionApi.adopt, { params })
  expect((await look()).status).toBe('adopted')
  const embargoUntil = new Date(Date.parse(house.deps.now()) + 7 * 86_400_000).toISOString()
  await coalition.noor(editionApi.publish, { params, body: { reason: null, embargoUntil } })
  const hidden = await look()
  expect(hidden).toMatchObject({ status: 'adopted', published: null })
  expect(JSON.stringify(hidden)).not.toContain('/p/')

  house.later(8 * 24 * 60)
  const { slug } = await coalition.noor(statementApi.seeStatement, { params })
  const published = { address: `http://127.0.0.1:3000/p/${slug}`, edition: 1, at: embargoUntil }
  expect(await look()).toMatchObject({ status: 'published', statusAt: embargoUntil, answerable: true, published })
  expect((await answer({ answer: 'declined' })).answer, 'a late no works at once').toBe('declined')

  await coalition.noor(roundApi.reopenDraft, { params, body: { reason: null } })
  expect(await look()).toMatchObject({ status: 'in-revision', answerable: true, published })
  await coalition.openRound(statementId, [kring])
  expect(await look()).toMatchObject({ status: 'newer-round', answerable: false })
})

test('[L2] [L5] a closed round whose draft was opened again says that the text is being worked on, and keeps an answer as late', async () => {
  const { statementId, look, answer } = await askedAbout('Heropend', [huisartsen, kring])
  await coalition.noor(roundApi.closeRound, { params: { statementId } })
  await coalition.noor(roundApi.reopenDraft, { params: { statementId }, body: { reason: 'Een zin moet anders' } })
  expect(await look()).toMatchObject({ status: 'in-revision', answerable: true })
  expect(await answer()).toMatchObject({ standing: 'late' })
})
