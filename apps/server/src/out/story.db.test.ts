/** The main job from draft to proof: who stands behind exactly which words, with which logo, on whose authority. */
import * as boardApi from '@draagvlak/api/round'
import * as deskApi from '@draagvlak/api/desk'
import * as dossierApi from '@draagvlak/api/dossier'
import * as editionApi from '@draagvlak/api/edition'
import * as eventApi from '@draagvlak/api/event'
import * as linkApi from '@draagvlak/api/link'
import { ProblemError } from '@draagvlak/api/call'
import * as statementApi from '@draagvlak/api/statement'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passageElements } from '@draagvlak/editor/ydoc'
import * as Y from 'yjs'
import { serverFolder } from '../assets.ts'
import { editDraft } from '../statement/draft.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { sha256 } from '../store/chain.ts'
import { verifyBundle } from './verify.ts'

let house: TestHouse
let coalition: TestCoalition
let huisartsen: PartnerOfTest, tafelgenoot: PartnerOfTest, zorg: PartnerOfTest
let statementId: string

const problem = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error instanceof ProblemError ? error.problem : Promise.reject(error)))
const eventCount = async () => Number((await house.connection.pool.query('select count(*) as count from events where stream = $1', [`statement/${statementId}`])).rows[0].count)
const logo = (name: string) => new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src/demo/logos', `${name}.svg`)))])

beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  tafelgenoot = await coalition.partner('Tafelgenoot')
  zorg = await coalition.partner('Zorg & Welzijn <Noord> "A" B.V.')
  statementId = await coalition.statement()
}, 60_000)
afterAll(() => house.close())

test('[L2] opening a round freezes the draft and mails each partner a personal link', async () => {
  const version = await coalition.openRound(statementId, [huisartsen, tafelgenoot, zorg])
  const statement = await coalition.noor(statementApi.seeStatement, { params: { statementId } })
  expect(statement).toMatchObject({ stage: 'in-ronde', draftOpen: false, access: 'read' })
  expect(statement.versions[0]).toMatchObject({ hash: version, number: 1 })
  expect((await house.mailTo(zorg.email, 'request')).subject).toContain('Zorg & Welzijn <Noord> "A" B.V.')
})

test('[E3] a mail scanner that opens, presses and submits everything records nothing and gets no session', async () => {
  const before = await eventCount()
  const { token, version } = await coalition.page(huisartsen)
  const scanner = house.somebody('scanner@mail.example')
  for (let visit = 0; visit < 3; visit++) await scanner(linkApi.seeLink, { params: { token } })
  expect(await problem(scanner(linkApi.answerByLink, { params: { token }, body: { answer: AGREED(version), consent: null } }))).toMatchObject({ status: 403, reason: 'link-needs-code' })
  expect(await problem(scanner(linkApi.discussFirstByLink, { params: { token }, body: { until: '2026-09-10' } }))).toMatchObject({ status: 403 })
  expect(await problem(scanner(linkApi.notAuthorisedByLink, { params: { token }, body: { named: null } }))).toMatchObject({ status: 403 })
  expect(await problem(scanner(linkApi.addLogoByLink, { params: { token }, upload: logo('tafelgenoot') }))).toMatchObject({ status: 403 })
  expect(scanner.cookies.size).toBe(0)
  expect(await eventCount()).toBe(before)
})

test('[S2] a director answers with a typed code and a logo; what was recorded goes by mail with the fingerprint', async () => {
  const { browser, token, version, enterCode } = await coalition.page(huisartsen)
  await enterCode()
  const added = await browser(linkApi.addLogoByLink, { params: { token }, upload: logo('huisartsen-samen') })
  const receipt = await browser(linkApi.answerByLink, { params: { token }, body: { answer: AGREED(version), consent: { logoId: added.id, editions: 'this-edition', channels: ['website', 'print'], until: null } } })
  expect(receipt).toMatchObject({ organisation: 'Huisartsen Samen', answer: 'agreed', standing: 'counts', logo: 'consented' })
  const { text } = await house.mailTo(huisartsen.email, 'confirmation')
  expect(text).toContain(version.match(/.{4}/g)!.join(' '))
  expect(text).toContain('Antwoord: akkoord')
  const events = await coalition.noor(eventApi.listEvents, { params: { statementId } })
  expect(events.items.map((event) => event.type)).toEqual(expect.arrayContaining(['version-read', 'authority-stated', 'answer-given', 'consent-given']))
})

test('[S1] twenty presses at once are one answer, and the second is told when it was given', async () => {
  const { browser, token, version, enterCode } = await coalition.page(tafelgenoot)
  await enterCode()
  const answers = await Promise.all(Array.from({ length: 20 }, () => browser(linkApi.answerByLink, { params: { token }, body: { answer: { ...AGREED(version), answer: 'reserved', reservations: [{ kind: 'substance', passageId: null, text: 'Mits het ontbijt genoemd wordt.', visibility: 'public', listed: true }] }, consent: null } })))
  expect(answers.filter((answer) => answer.standing === 'counts')).toHaveLength(1)
  expect(answers.filter((answer) => answer.standing === 'already-given')).toHaveLength(19)
  const given = await house.connection.pool.query("select count(*) as count from events where stream = $1 and type = 'answer-given' and data->>'organisationId' = $2", [`statement/${statementId}`, tafelgenoot.organisationId])
  expect(given.rows[0].count).toBe('1')
})

test('[M5] the link of one partner does not answer for another, and the coordinator can not read the code', async () => {
  const mine = await coalition.page(zorg)
  await mine.enterCode()
  const other = await coalition.page(huisartsen)
  expect(await problem(mine.browser(linkApi.answerByLink, { params: { token: other.token }, body: { answer: AGREED(other.version), consent: null } }))).toMatchObject({ reason: 'link-needs-code' })
  const mails = await coalition.noor(boardApi.listMails, { params: { statementId } })
  expect(mails.items.map((mail) => mail.kind)).toContain('request')
  expect(mails.items.every((mail) => !['code', 'sign-in', 'invitation'].includes(mail.kind))).toBe(true)
})

test('[S3] a no leaves that partner out and stops nobody; the board shows everyone where they stand', async () => {
  const { browser, token, version } = await coalition.page(zorg)
  const again = await coalition.page(zorg)
  await again.enterCode()
  const receipt = await again.browser(linkApi.answerByLink, { params: { token }, body: { answer: { ...AGREED(version), answer: 'declined', reason: 'Past niet bij onze statuten.' }, consent: null } })
  expect(receipt.answer).toBe('declined')
  void browser
  const board = await coalition.noor(boardApi.seeBoard, { params: { statementId } })
  expect(board.rows.map((row) => [row.organisation.name, row.group])).toEqual([['Tafelgenoot', 'reserved'], ['Zorg & Welzijn <Noord> "A" B.V.', 'declined'], ['Huisartsen Samen', 'agreed'], ['Landelijk Verbond Buurtwelzijn', 'not-asked']])
  expect(board.beams.every((beam) => beam.segments.length === 4)).toBe(true)
})

test('[L3] close, adopt and publish are three acts; each shows who will be listed', async () => {
  const listing = await coalition.noor(editionApi.seeListing, { params: { statementId } })
  expect(listing.listed.map((line) => [line.printedName, line.logo !== null, line.nameOnlyBecause])).toEqual([['Huisartsen Samen', true, null], ['Tafelgenoot', false, 'no-logo']])
  expect(listing.notListed.map((line) => [line.organisation.name, line.because])).toEqual([['Landelijk Verbond Buurtwelzijn', 'not-asked'], ['Zorg & Welzijn <Noord> "A" B.V.', 'declined']])
  expect(await problem(coalition.noor(editionApi.adopt, { params: { statementId } }))).toMatchObject({ status: 409, reason: 'not-at-this-stage' })
  await coalition.noor(boardApi.closeRound, { params: { statementId } })
  await coalition.noor(boardApi.withdrawClosing, { params: { statementId }, body: { reason: 'Te vroeg gesloten' } })
  await coalition.noor(boardApi.closeRound, { params: { statementId } })
  expect((await coalition.noor(editionApi.adopt, { params: { statementId } })).stage).toBe('vastgesteld')
  const published = await coalition.noor(editionApi.publish, { params: { statementId }, body: { reason: null, embargoUntil: null } })
  expect(published).toMatchObject({ stage: 'gepubliceerd', edition: 1 })
  expect(published.editions[0]).toMatchObject({ number: 1, signatories: 2 })
})

test('[T1] the bundle checks offline, and one changed byte of each class is named', async () => {
  const response = await house.request(`/api/v1/statements/${statementId}/bundle`, {}, coalition.noor.cookies)
  const zip = new Uint8Array(await response.arrayBuffer())
  expect(verifyBundle(zip)).toMatchObject({ ok: true, wrong: [] })
  const files = unzipSync(zip)
  const names = Object.keys(files)
  for (const folder of ['bundle.json', 'events.jsonl', 'versions/', 'editions/', 'files/']) {
    const name = names.find((one) => one.startsWith(folder))!
    const changed = { ...files, [name]: files[name]!.slice() }
    const at = changed[name]!.length >> 1
    changed[name]![at] = changed[name]![at]! ^ 1
    const verified = verifyBundle(zipSync(changed))
    expect(verified.ok, folder).toBe(false)
    expect(verified.wrong.join('\n'), folder).toContain(folder)
  }
  // What bundle.json says of the statement is held against the events, and what is of another shape is named, never a fault.
  const said = strFromU8(files['bundle.json']!)
  const eventsAre = (text: string, heads: string) => ({ ...files, 'events.jsonl': strToU8(text), 'bundle.json': strToU8(said.replace(/"heads": \[[^\]]*\]/, heads).replace(/("events": )"[0-9a-f]{64}"/, `$1"${sha256(text)}"`)) })
  expect(verifyBundle(zipSync({ ...files, 'bundle.json': strToU8(said.replace('"title": "', '"title": "Niet ')) })).wrong.join()).toContain('title')
  expect(verifyBundle(zipSync(eventsAre('\n', '"heads": []'))).wrong.join()).toContain('no events')
  for (const broken of [eventsAre('{}\n', '"heads": []'), eventsAre('null\n', '"heads": []'), { ...files, 'bundle.json': strToU8(said.replace('"versions"', '"versionz"')) }]) expect(verifyBundle(zipSync(broken)).ok).toBe(false)
  // Nor may bundle.json leave something out that the events name, or date itself otherwise than they do.
  const index = JSON.parse(said) as Record<'versions' | 'editions' | 'files' | 'withheld', unknown[]> & { until: string }
  const saying = (other: object) => verifyBundle(zipSync({ ...files, 'bundle.json': strToU8(JSON.stringify({ ...index, ...other })) })).wrong.join()
  expect(saying({})).toBe('')
  expect(saying({ until: '2026-01-01T00:00:00.000Z' })).toContain('newest event')
  expect(saying({ versions: [] })).toContain('frozen')
  expect(saying({ editions: [], files: [] })).toContain('published')
  expect(saying({ files: [] })).toContain('an edition shows it')
  expect(index.files.length).toBeGreaterThan(0)
  // Nor may anything be added that no seal is about, or be said twice.
  expect(saying({ approvedBy: 'De minister' })).toContain('approvedBy')
  expect(saying({ heads: [] })).toContain('heads')
  expect(saying({ files: [...index.files, index.files[0]] })).toContain('twice')
  const signed = strFromU8(files['events.jsonl']!).replaceAll('"by":{', '"by":{"name":"Somebody",')
  expect(verifyBundle(zipSync({ ...files, 'events.jsonl': strToU8(signed), 'bundle.json': strToU8(said.replace(/("events": )"[0-9a-f]{64}"/, `$1"${sha256(signed)}"`)) })).wrong.join()).toContain('name is a field that no seal is about')
  const again = new Uint8Array(await (await house.request(`/api/v1/statements/${statementId}/bundle`, {}, coalition.noor.cookies)).arrayBuffer())
  expect(Buffer.from(again).equals(Buffer.from(zip))).toBe(true)
  const { [names.find((one) => one.startsWith('versions/'))!]: _gone, ...without } = files
  expect(verifyBundle(zipSync(without)).wrong.join()).toContain('missing')
})

test('[T1] a past that was changed in the database shows, event by event', async () => {
  const events = await coalition.noor(eventApi.listEvents, { params: { statementId } })
  expect(events.unbroken).toBe(true)
  await house.connection.pool.query("update events set data = jsonb_set(data, '{answer}', '\"agreed\"') where stream = $1 and type = 'answer-given' and data->>'answer' = 'declined'", [`statement/${statementId}`])
  const after = await coalition.noor(eventApi.listEvents, { params: { statementId } })
  expect(after.unbroken).toBe(false)
  expect(after.items.filter((event) => !event.intact).map((event) => event.type)).toEqual(['answer-given'])
  await house.connection.pool.query("update events set data = jsonb_set(data, '{answer}', '\"declined\"') where stream = $1 and type = 'answer-given' and data->>'organisationId' = $2", [`statement/${statementId}`, zorg.organisationId])
})

test('a correction reopens the draft, asks again who carried, and is a second edition with its reason', async () => {
  await coalition.noor(boardApi.reopenDraft, { params: { statementId }, body: { reason: 'Een cijfer klopt niet' } })
  expect(await coalition.noor(statementApi.seeStatement, { params: { statementId } })).toMatchObject({ stage: 'gepubliceerd-in-bewerking', draftOpen: true, access: 'write' })
  const preview = await coalition.noor(boardApi.previewRound, { params: { statementId } })
  expect(preview.edition).toBe(2)
  expect(preview.partners.find((one) => one.organisation.id === huisartsen.organisationId)).toMatchObject({ ask: false, because: 'stands' })
  expect(preview.partners.find((one) => one.organisation.id === zorg.organisationId)).toMatchObject({ ask: false, because: 'declined-before' })
})

test('while the next edition is being written a list says who carries the one that is published', async () => {
  const line = async () => (await coalition.noor(deskApi.seeHome, {})).statements.find((one) => one.statement.id === statementId)!.statement
  const before = await line()
  expect(before.carrying).toBeGreaterThan(0)
  await editDraft(house.connection.db, statementId, (doc) => {
    for (const element of passageElements(doc)) { const words = element.get(0); if (words instanceof Y.XmlText) words.insert(0, 'Anders: ') }
    return { ok: true }
  })
  expect((await coalition.noor(boardApi.seeBoard, { params: { statementId } })).whole.carrying).toBe(0)
  expect(await line()).toMatchObject({ stage: 'gepubliceerd-in-bewerking', carrying: before.carrying, beam: before.beam })
})

test('rebuilding the lists from the events changes nothing', async () => {
  const look = async () => JSON.stringify([await coalition.noor(dossierApi.seeDossier, { params: { dossierId: coalition.dossierId } }), await coalition.noor(statementApi.seeStatement, { params: { statementId } })])
  const before = await look()
  expect(await house.deps.events.rebuild()).toBeGreaterThan(30)
  expect(await look()).toBe(before)
})
