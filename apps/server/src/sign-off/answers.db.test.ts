/** Answers as they happen: late, provisional, by telephone, by the wrong person, taken back; and what others learn of them. */
import * as eventApi from '@draagvlak/api/event'
import * as linkApi from '@draagvlak/api/link'
import * as organisationApi from '@draagvlak/api/organisation'
import * as dossierApi from '@draagvlak/api/dossier'
import * as roundApi from '@draagvlak/api/round'
import * as session from '@draagvlak/api/session'
import * as api from '@draagvlak/api/sign-off'
import * as statementApi from '@draagvlak/api/statement'
import { ProblemError } from '@draagvlak/api/call'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest
beforeAll(async () => {
  house = await testHouse({ moment: '2026-03-20T09:00:00.000Z' })
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
})
afterAll(() => house.close())

const problem = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof ProblemError ? error.problem : Promise.reject(error)))
const statementWithRound = async (title: string, partners = [huisartsen, kring]) => {
  const statementId = await coalition.statement(title)
  const version = await coalition.openRound(statementId, partners)
  return { statementId, version }
}
const rowOf = async (statementId: string, organisationId: string, viewer = coalition.noor) => (await viewer(roundApi.seeBoard, { params: { statementId } })).rows.find((row) => row.organisation.id === organisationId)!
const answersByLink = async (partner: PartnerOfTest, wish: Partial<api.AnswerWish> = {}) => {
  const page = await coalition.page(partner)
  await page.enterCode()
  return page.browser(linkApi.answerByLink, { params: { token: page.token }, body: { answer: { ...AGREED(page.version), ...wish }, consent: null } })
}

test('a round asks nobody who is not there, and in no time zone that does not exist', async () => {
  const statementId = await coalition.statement('Onbekenden')
  const { suggestedDates: dates } = await coalition.noor(roundApi.previewRound, { params: { statementId } })
  const open = (wish: { personId?: string; zone?: string }) => problem(coalition.noor(roundApi.openRound, { params: { statementId }, body: { dates: { ...dates, ...(wish.zone ? { zone: wish.zone } : {}) }, asked: [{ organisationId: kring.organisationId, personId: wish.personId ?? kring.personId, reason: null }], mustAnswer: [], minimum: null, proposalsAllowed: false, note: null } }))
  const stranger = '019c0000-0000-7000-8000-000000000000'
  expect(await open({ personId: stranger })).toMatchObject({ status: 409, reason: 'no-such-person' })
  expect(await open({ zone: 'Mars/Olympus' })).toMatchObject({ status: 400, fields: [{ path: 'dates.zone' }] })
  expect(await open({})).toBeNull()
  const ask = (person: { personId: string } | { email: string; name: string; function: string }) => problem(coalition.noor(roundApi.askPerson, { params: { statementId }, body: { organisationId: kring.organisationId, person, reason: null } }))
  expect(await ask({ personId: stranger })).toMatchObject({ reason: 'no-such-person' })
  expect(await ask({ email: 'geen adres', name: 'Iemand', function: '' })).toMatchObject({ status: 400 })
})

test('[L5] the server decides by its clock: after a deadline that crosses summer time an answer is late, kept, and can be admitted', async () => {
  const { statementId } = await statementWithRound('Zomertijd')
  const dates = { answerBy: '2026-03-29T12:00:00+02:00', closesAt: '2026-03-29T12:00:00+02:00', recipientAt: null, zone: 'Europe/Amsterdam' }
  await coalition.noor(roundApi.moveDates, { params: { statementId }, body: { dates, reason: null } })
  expect((await house.mailTo(huisartsen.email, 'date-moved')).text).toContain('zondag 29 maart 2026, 12.00 uur')
  house.at('2026-03-29T09:59:59.000Z')
  expect((await answersByLink(huisartsen)).standing).toBe('counts')
  house.at('2026-03-29T10:00:00.000Z')
  expect((await answersByLink(kring)).standing).toBe('late')
  const row = await rowOf(statementId, kring.organisationId)
  expect(row).toMatchObject({ group: 'late', late: true, waitsFor: { what: 'admission' } })
  expect(await rowOf(statementId, kring.organisationId, huisartsen.director), 'no other partner knows').toMatchObject({ group: 'waiting', late: false })
  await coalition.noor(api.admitLate, { params: { statementId, answerId: row.answerId! }, body: { to: 'this-edition' } })
  expect(await rowOf(statementId, kring.organisationId)).toMatchObject({ group: 'agreed', late: false })
  expect((await house.mailTo(kring.email, 'late-admitted')).text).toContain('De coördinator heeft dat antwoord toegelaten. Het telt nu mee voor uitgave 1.')
})

test('[L5] an earlier closing is told to who answered too, since they were promised longer to change; a later one is not', async () => {
  const { statementId } = await statementWithRound('Eerder dicht')
  await answersByLink(huisartsen)
  const { round } = await coalition.noor(statementApi.seeStatement, { params: { statementId } })
  const { zone } = round!.dates
  const inDays = (days: number) => new Date(Date.parse(house.deps.now()) + days * 86_400_000).toISOString()
  const move = (days: number) => coalition.noor(roundApi.moveDates, { params: { statementId }, body: { dates: { answerBy: inDays(days), closesAt: inDays(days), recipientAt: null, zone }, reason: null } })
  const told = async (email: string) => (await house.connection.db.selectFrom('outbox').select('body_text').where('statement_id', '=', statementId).where('kind', '=', 'date-moved').where('address', '=', email).execute()).map((row) => row.body_text!)
  await move(60)
  expect([(await told(huisartsen.email)).length, (await told(kring.email)).length]).toEqual([0, 1])
  await move(3)
  const [mail] = await told(huisartsen.email)
  expect(mail).toContain('sluit eerder dan u was gezegd')
  expect(mail).toContain('Uw antwoord staat')
  expect((await told(kring.email))[1]).toMatch(/Wilt u uiterlijk .+ uur antwoorden\?/)
})

test('[S2] an answer on a version that is no longer current is refused, and the page shows the difference', async () => {
  const { statementId, version } = await statementWithRound('Nieuwe versie', [huisartsen])
  const old = await coalition.page(huisartsen)
  await old.enterCode()
  await coalition.noor(roundApi.stopRound, { params: { statementId }, body: { reason: 'Een zin moet anders' } })
  expect((await house.mailTo(huisartsen.email, 'round-stopped')).text).toContain('Een zin moet anders')
  expect(await problem(old.browser(linkApi.answerByLink, { params: { token: old.token }, body: { answer: AGREED(version), consent: null } }))).toMatchObject({ status: 409 })
  expect((await old.browser(linkApi.seeLink, { params: { token: old.token } })).status).toBe('round-stopped')
  // The same words asked again: that is another question, with a link of its own.
  expect(await coalition.openRound(statementId, [huisartsen])).toBe(version)
  expect(await problem(old.browser(linkApi.answerByLink, { params: { token: old.token }, body: { answer: AGREED(version), consent: null } }))).toMatchObject({ status: 409, reason: 'round-was-stopped' })
})

test('[M1] who is not authorised names somebody else; the coordinator asks that person, and the first link no longer answers', async () => {
  const { statementId } = await statementWithRound('Niet bevoegd', [huisartsen])
  const first = await coalition.page(huisartsen)
  await first.enterCode()
  await first.browser(linkApi.notAuthorisedByLink, { params: { token: first.token }, body: { named: { name: 'Lot Verhagen', email: 'lot@huisartsen.example', function: 'voorzitter' } } })
  expect((await house.mailTo(coalition.noor.email, 'not-authorised')).text).toContain('Lot Verhagen, voorzitter, lot@huisartsen.example')
  expect(await rowOf(statementId, huisartsen.organisationId)).toMatchObject({ notAuthorised: { named: 'Lot Verhagen' }, waitsFor: { what: 'naming' } })
  await coalition.noor(roundApi.askPerson, { params: { statementId }, body: { organisationId: huisartsen.organisationId, person: { email: 'lot@huisartsen.example', name: 'Lot Verhagen', function: 'voorzitter' }, reason: 'Genoemd door de directeur' } })
  const lot: PartnerOfTest = { ...huisartsen, email: 'lot@huisartsen.example', director: house.somebody('lot@huisartsen.example') }
  expect((await answersByLink(lot)).standing).toBe('counts')
  expect(await problem(first.browser(linkApi.answerByLink, { params: { token: first.token }, body: { answer: AGREED(first.version), consent: null } }))).toMatchObject({ status: 403 })
  expect(await first.browser(linkApi.seeLink, { params: { token: first.token } })).toMatchObject({ status: 'revoked', beams: [], order: [], wall: [], answer: null, logos: [] })
})

test('[M1d] who left the organisation answers for it no more, by a link that was sent and a code that was typed before', async () => {
  const lang = await coalition.partner('Lang Geleden')
  const { statementId } = await statementWithRound('Vertrokken', [lang])
  const page = await coalition.page(lang)
  await page.enterCode()
  const email = 'opvolger@lang.example'
  await lang.director(organisationApi.inviteColleague, { params: { organisationId: lang.organisationId }, body: { email, name: 'Op Volger', function: 'directeur', roles: ['mandate-holder'] } })
  const successor = house.somebody(email)
  await house.signIn(successor)
  await successor(organisationApi.removeColleague, { params: { organisationId: lang.organisationId, personId: lang.personId } })
  const params = { token: page.token }
  expect(await problem(page.browser(linkApi.answerByLink, { params, body: { answer: AGREED(page.version), consent: null } }))).toMatchObject({ status: 403, reason: 'not-yours' })
  expect(await problem(page.browser(linkApi.confirmationByLink, { params }))).toMatchObject({ reason: 'not-yours' })
  expect(await page.browser(linkApi.seeLink, { params })).toMatchObject({ status: 'revoked', answerable: false, answer: null, order: [], logos: [] })
  expect(await rowOf(statementId, lang.organisationId)).toMatchObject({ state: 'asked' })
})

test('[M4] a yes by telephone is provisional and lists nobody until the partner confirms it', async () => {
  const { statementId } = await statementWithRound('Telefoon', [huisartsen])
  await coalition.noor(api.enterTelephone, { params: { statementId }, body: { organisationId: huisartsen.organisationId, personId: huisartsen.personId } })
  const row = await rowOf(statementId, huisartsen.organisationId)
  expect(row).toMatchObject({ state: 'provisional', via: 'telephone', group: 'waiting' })
  await huisartsen.director(api.confirmTelephone, { params: { statementId, answerId: row.answerId! }, body: { haveRead: true, mayAnswer: true } })
  expect(await rowOf(statementId, huisartsen.organisationId)).toMatchObject({ state: 'agreed', group: 'agreed' })
})

test('[P1] [M3] what a colleague prepares reaches no other organisation by any road', async () => {
  const { statementId, version } = await statementWithRound('Voorbereid')
  await huisartsen.director(organisationApi.inviteColleague, { params: { organisationId: huisartsen.organisationId }, body: { email: 'beleid@huisartsen.example', name: 'Mo Bakker', function: 'beleid', roles: [] } })
  const colleague = house.somebody('beleid@huisartsen.example')
  await house.signIn(colleague)
  const me = await colleague(session.seeMe, {})
  await coalition.noor(dossierApi.setRight, { params: { dossierId: coalition.dossierId, organisationId: huisartsen.organisationId, personId: me.person.id }, body: { right: 'propose' } })
  await colleague(api.prepareAnswer, { params: { statementId }, body: { version, answer: 'declined', note: 'GEHEIM: het bestuur twijfelt' } })
  expect(await rowOf(statementId, huisartsen.organisationId)).toMatchObject({ state: 'under-consideration', person: null, answerId: null, explanation: null, dividedInside: false })
  for (const viewer of [coalition.noor, kring.director]) {
    const events = await viewer(eventApi.listEvents, { params: { statementId } })
    const bundle = unzipSync(new Uint8Array(await (await house.request(`/api/v1/statements/${statementId}/bundle`, {}, viewer.cookies)).arrayBuffer()))
    const board = await viewer(roundApi.seeBoard, { params: { statementId } })
    const everything = JSON.stringify([events, board, await viewer(statementApi.seeStatement, { params: { statementId } })]) + Object.values(bundle).map((bytes) => strFromU8(bytes)).join()
    expect(everything).not.toContain('GEHEIM')
    expect(everything).not.toContain('answer-prepared')
    expect(everything).not.toContain('Mo Bakker')
  }
  const own = unzipSync(new Uint8Array(await (await house.request(`/api/v1/statements/${statementId}/bundle`, {}, huisartsen.director.cookies)).arrayBuffer()))
  expect(strFromU8(own['events.jsonl']!)).toContain('GEHEIM')
})

test('[P1] [M3] where two of an organisation say different things, the coordinator reads in no mail what they said', async () => {
  const { statementId, version } = await statementWithRound('Intern niet eens', [kring])
  const email = 'voorzitter@kring.example'
  const params = { organisationId: kring.organisationId }
  const { personId } = await kring.director(organisationApi.inviteColleague, { params, body: { email, name: 'Ada Voorzitter', function: 'voorzitter', roles: ['mandate-holder'] } })
  await kring.director(organisationApi.recordMandate, { params, body: { personId, scope: { kind: 'all' }, until: null, decidedOn: null, body: null } })
  const chair = house.somebody(email)
  await house.signIn(chair)
  await answersByLink(kring)
  expect((await chair(api.giveAnswer, { params: { statementId }, body: { ...AGREED(version), answer: 'declined' } })).standing).toBe('provisional')
  await coalition.noor(roundApi.closeRound, { params: { statementId } })
  expect((await house.mailTo(email, 'confirmation')).text).toContain('Antwoord: niet meedoen')
  const { items } = await coalition.noor(roundApi.listMails, { params: { statementId } })
  expect(items.filter((mail) => /: niet meedoen/.test(mail.subject + mail.text) && ['confirmation', 'round-closed'].includes(mail.kind))).toEqual([])
  expect(items.filter((mail) => mail.kind === 'confirmation').map((mail) => mail.to)).toEqual([kring.email])
})

test('[S4] a reservation for the secretariat shows its words to the secretariat only, and the chain still checks', async () => {
  const { statementId } = await statementWithRound('Voorbehoud', [huisartsen, kring])
  await answersByLink(huisartsen, { answer: 'reserved', reservations: [{ kind: 'substance', passageId: null, text: 'ALLEEN-SECRETARIAAT', visibility: 'secretariat', listed: true }] })
  expect((await rowOf(statementId, huisartsen.organisationId)).reservations[0]!.text).toBe('ALLEEN-SECRETARIAAT')
  expect((await rowOf(statementId, huisartsen.organisationId, kring.director)).reservations[0]!.text).toBeNull()
  const events = await kring.director(eventApi.listEvents, { params: { statementId } })
  expect(JSON.stringify(events)).not.toContain('ALLEEN-SECRETARIAAT')
  expect(events.unbroken).toBe(true)
})

test('[S4] nee, tenzij carries nothing until its condition is met and the partner confirms it', async () => {
  const { statementId } = await statementWithRound('Nee tenzij', [huisartsen])
  await answersByLink(huisartsen, { answer: 'reserved', reservations: [{ kind: 'no-unless', conditions: ['Scholen worden genoemd'], text: '', visibility: 'partners' }] })
  const row = await rowOf(statementId, huisartsen.organisationId)
  expect(row.waitsFor).toEqual({ what: 'conditions', until: null })
  expect(row.beam.every((one) => one.state === 'declined')).toBe(true)
  const reservation = row.reservations[0]!
  await coalition.noor(api.markConditionMet, { params: { statementId, answerId: row.answerId! }, body: { reservationId: reservation.id, condition: 0 } })
  await huisartsen.director(api.confirmConditions, { params: { statementId, answerId: row.answerId! }, body: { reservationId: reservation.id } })
  expect((await rowOf(statementId, huisartsen.organisationId)).beam.every((one) => one.state === 'reserved')).toBe(true)
})

test('[S1] eerst bespreken rests the reminders; a reminder goes once a day and none after an answer', async () => {
  const { statementId } = await statementWithRound('Herinneren')
  const remind = () => coalition.noor(roundApi.remind, { params: { statementId }, body: { organisationIds: [huisartsen.organisationId, kring.organisationId] } })
  expect(await remind()).toMatchObject({ sent: 2 })
  expect(await remind()).toMatchObject({ sent: 0 })
  house.later(26 * 60)
  await answersByLink(huisartsen)
  const page = await coalition.page(kring)
  await page.enterCode()
  await page.browser(linkApi.discussFirstByLink, { params: { token: page.token }, body: { until: '2026-12-31' } })
  expect(await remind()).toMatchObject({ sent: 0, resting: [{ because: 'nothing-to-remind' }, { because: 'reminder-rests' }] })
})

test('[M5] a wrong code five times ends it, and the right one after that as well', async () => {
  await statementWithRound('Codes', [huisartsen])
  const { browser, token } = await coalition.page(huisartsen)
  await browser(linkApi.askLinkCode, { params: { token } })
  const right = /(\d{3}) (\d{3})/.exec((await house.mailTo(huisartsen.email, 'code')).subject)!.slice(1).join('')
  const wrong = right === '111111' ? '222222' : '111111'
  for (let tries = 0; tries < 4; tries++) expect(await problem(browser(linkApi.enterLinkCode, { params: { token }, body: { code: wrong } }))).toMatchObject({ title: 'wrong-code' })
  expect(await problem(browser(linkApi.enterLinkCode, { params: { token }, body: { code: wrong } }))).toMatchObject({ title: 'too-many-codes' })
  expect(await problem(browser(linkApi.enterLinkCode, { params: { token }, body: { code: right } }))).toMatchObject({ title: 'too-many-codes' })
})

test('[L1] delete only what nobody was asked about; stop with a reason is final, and a copy goes on', async () => {
  const empty = await coalition.statement('Weg ermee')
  await coalition.noor(statementApi.deleteStatement, { params: { statementId: empty } })
  expect(await problem(coalition.noor(statementApi.seeStatement, { params: { statementId: empty } }))).toMatchObject({ status: 404 })
  const { statementId } = await statementWithRound('Gestopt', [huisartsen])
  expect(await problem(coalition.noor(statementApi.deleteStatement, { params: { statementId } }))).toMatchObject({ reason: 'partners-were-asked' })
  expect((await coalition.noor(statementApi.stopStatement, { params: { statementId }, body: { reason: 'Het akkoord gaat niet door' } })).stage).toBe('gestopt')
  expect(await problem(coalition.noor(roundApi.reopenDraft, { params: { statementId }, body: { reason: null } }))).toMatchObject({ status: 409 })
  const copy = await coalition.noor(statementApi.duplicateStatement, { params: { statementId }, body: { title: 'Opnieuw' } })
  expect(copy).toMatchObject({ stage: 'concept', carrying: 0 })
})

test('the last coordinator can not leave; handing over works', async () => {
  const me = await coalition.noor(session.seeMe, {})
  const at = { params: { dossierId: coalition.dossierId, role: 'coordinator', personId: me.person.id } }
  expect(await problem(coalition.noor(dossierApi.endRole, at))).toMatchObject({ reason: 'last-coordinator' })
  await coalition.noor(dossierApi.giveRole, { params: { dossierId: coalition.dossierId }, body: { personId: kring.personId, organisationId: kring.organisationId, role: 'coordinator' } })
  const after = await coalition.noor(dossierApi.endRole, at)
  expect(after.leaders.filter((leader) => leader.role === 'coordinator').map((leader) => leader.personId)).toEqual([kring.personId])
})
