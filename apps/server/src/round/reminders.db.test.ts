/** Reminders that go by themselves: two servers on one database, and one mail to exactly who has not answered. */
import * as eventApi from '@draagvlak/api/event'
import * as linkApi from '@draagvlak/api/link'
import * as roundApi from '@draagvlak/api/round'
import * as session from '@draagvlak/api/session'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { freshDatabase, testHouse, type TestHouse } from '../testing/house.ts'
import { remindDue } from './reminders.ts'

/** A Monday at ten in Amsterdam; the round closes two weeks later. */
const ASKED = '2026-09-07T08:00:00.000Z'
let house: TestHouse, other: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest, bond: PartnerOfTest
beforeAll(async () => {
  const url = await freshDatabase()
  house = await testHouse({ url, moment: ASKED })
  other = await testHouse({ url, moment: ASKED })
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Kring van Naasten')
  bond = await coalition.partner('Bond van Buren')
})
afterAll(async () => { await house.close(); await other.close() })

const bothAt = (moment: string) => { house.at(moment); other.at(moment) }
const reminded = async (statementId: string) => (await house.connection.db.selectFrom('outbox').select(['address', 'subject', 'body_text']).where('statement_id', '=', statementId).where('kind', '=', 'reminder').execute())
const round = async (title: string, partners: readonly PartnerOfTest[]) => {
  bothAt(ASKED)
  const statementId = await coalition.statement(title)
  await coalition.openRound(statementId, partners)
  return statementId
}
const close = (statementId: string) => coalition.noor(roundApi.closeRound, { params: { statementId } })

test('[L5] fifty looks at once by two servers mail once, to exactly who has not answered, with a link that answers', async () => {
  const statementId = await round('Vanzelf', [huisartsen, kring, bond])
  const page = await coalition.page(huisartsen)
  await page.enterCode()
  await page.browser(linkApi.answerByLink, { params: { token: page.token }, body: { answer: AGREED(page.version), consent: null } })
  await kring.director(session.changeMe, { body: { language: 'en' } })
  expect(await remindDue(house.deps)).toBe(0)

  bothAt('2026-09-08T07:00:00.000Z')
  const looks = await Promise.all(Array.from({ length: 50 }, (_, at) => remindDue(at % 2 === 0 ? house.deps : other.deps)))
  expect(looks.reduce((sum, sent) => sum + sent, 0)).toBe(2)
  const mails = await reminded(statementId)
  expect(mails).toHaveLength(2)
  expect(new Set(mails.map((mail) => mail.address))).toEqual(new Set([kring.email, bond.email]))
  expect(mails.find((mail) => mail.address === kring.email)!.subject).toContain('Reminder to Kring van Naasten')
  expect(mails.find((mail) => mail.address === bond.email)!.subject).toContain('Herinnering aan Bond van Buren')

  const row = (await coalition.noor(roundApi.seeBoard, { params: { statementId } })).rows.find((one) => one.organisation.id === bond.organisationId)!
  expect(row.reminders.count).toBe(1)
  const events = (await coalition.noor(eventApi.listEvents, { params: { statementId } })).items.filter((event) => event.type === 'reminder-sent')
  expect(events.map((event) => [event.via, event.person, event.data!['organisationId']])).toEqual(expect.arrayContaining([['system', null, kring.organisationId], ['system', null, bond.organisationId]]))
  expect(await coalition.noor(roundApi.remind, { params: { statementId }, body: { organisationIds: [bond.organisationId] } })).toMatchObject({ sent: 0 })

  const byReminder = await coalition.page(bond, 'reminder')
  await byReminder.enterCode()
  expect((await byReminder.browser(linkApi.answerByLink, { params: { token: byReminder.token }, body: { answer: AGREED(byReminder.version), consent: null } })).standing).toBe('counts')
  await close(statementId)
})

test('[L5] nothing at night, in a weekend, after the closing, or to who was replaced', async () => {
  const statementId = await round('Rust', [huisartsen])
  bothAt('2026-09-08T03:00:00.000Z')
  expect(await remindDue(house.deps)).toBe(0)
  bothAt('2026-09-12T10:00:00.000Z')
  expect(await remindDue(house.deps)).toBe(0)

  bothAt('2026-09-14T10:00:00.000Z')
  await house.signIn(coalition.noor)
  await coalition.noor(roundApi.askPerson, { params: { statementId }, body: { organisationId: huisartsen.organisationId, person: { email: 'lot@huisartsen.example', name: 'Lot Verhagen', function: 'voorzitter' }, reason: null } })
  expect(await remindDue(house.deps)).toBe(0)
  bothAt('2026-09-15T10:00:00.000Z')
  expect(await remindDue(other.deps)).toBe(1)
  expect((await reminded(statementId)).map((mail) => mail.address)).toEqual(['lot@huisartsen.example'])

  await close(statementId)
  bothAt('2026-09-16T10:00:00.000Z')
  expect(await remindDue(house.deps)).toBe(0)
})
