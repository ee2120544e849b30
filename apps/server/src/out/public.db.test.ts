/** What outsiders can and can't see of a statement, by every address there is. */
import * as boardApi from '@draagvlak/api/round'
import * as editionApi from '@draagvlak/api/edition'
import * as linkApi from '@draagvlak/api/link'
import * as signOffApi from '@draagvlak/api/sign-off'
import * as statementApi from '@draagvlak/api/statement'
import { streamOf } from '@draagvlak/domain/events'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { serverFolder } from '../assets.ts'
import { inFours } from '../statement/in-fours.ts'
import { AGREED, testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { verifyBundle } from './verify.ts'

let house: TestHouse, coalition: TestCoalition, huisartsen: PartnerOfTest, kring: PartnerOfTest, statementId: string, slug: string
const get = (address: string, init?: RequestInit) => house.request(address, init)
const ENDINGS = ['', '.txt', '.json', '.pdf', '.zip', '/verify', '/editions/1', '/editions/2', '?als=mail']

async function answerWithLogo(partner: PartnerOfTest, logo: string | null): Promise<void> {
  const { browser, token, version, enterCode } = await coalition.page(partner)
  await enterCode()
  const added = logo ? await browser(linkApi.addLogoByLink, { params: { token }, upload: new Blob([new Uint8Array(fs.readFileSync(path.join(serverFolder(), 'src/demo/logos', `${logo}.svg`)))]) }) : null
  await browser(linkApi.answerByLink, { params: { token }, body: { answer: AGREED(version), consent: added ? { logoId: added.id, editions: 'all-editions', channels: ['website', 'print'], until: null } : null } })
}

beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  huisartsen = await coalition.partner('Huisartsen Samen')
  kring = await coalition.partner('Zorg & Welzijn <Noord> "A" B.V.')
  statementId = await coalition.statement('Voorbij roken')
  slug = (await coalition.noor(statementApi.seeStatement, { params: { statementId } })).slug
  await coalition.openRound(statementId, [huisartsen, kring])
  await answerWithLogo(huisartsen, 'huisartsen-samen')
  await answerWithLogo(kring, null)
  await coalition.noor(boardApi.closeRound, { params: { statementId } })
  await coalition.noor(editionApi.adopt, { params: { statementId } })
})
afterAll(() => house.close())

const bodyOf = async (address: string) => { const answer = await get(address); return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('latin1') } }

test('[E1] before publication and under embargo a statement answers as one that does not exist, by every address', async () => {
  const nothing = await Promise.all(ENDINGS.map((ending) => bodyOf(`/p/does-not-exist${ending}`)))
  expect(await Promise.all(ENDINGS.map((ending) => bodyOf(`/p/${slug}${ending}`)))).toEqual(nothing)
  await coalition.noor(editionApi.publish, { params: { statementId }, body: { reason: null, embargoUntil: '2026-09-17T05:00:00.000Z' } })
  expect(await Promise.all(ENDINGS.map((ending) => bodyOf(`/p/${slug}${ending}`)))).toEqual(nothing)
  expect(nothing.every((answer) => answer.status === 404 && !answer.text.includes('roken'))).toBe(true)
  expect((await get(`/p/${slug}`, { headers: { 'if-none-match': '*' } })).status).toBe(404)
  expect((await get(`/p/${slug}`, { method: 'HEAD' })).status).toBe(404)
})

test('[E1] after the embargo it is there, letter for letter, without script or cookie', async () => {
  house.at('2026-09-17T05:00:01.000Z')
  const answer = await get(`/p/${slug}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie()).toEqual([])
  const html = await answer.text()
  expect(html).not.toContain('<script')
  expect(html).toContain('Zorg &amp; Welzijn &lt;Noord&gt; &quot;A&quot; B.V.')
  expect(html).not.toContain('&amp;amp;')
  expect(html).toContain('/files/')
  for (const ending of ENDINGS.filter((one) => one !== '/editions/2')) expect((await get(`/p/${slug}${ending}`)).status, ending).toBe(200)
})

/** What a PDF reader finds: what the file says of itself, and its words. */
async function read(bytes: Uint8Array): Promise<{ info: Readonly<Record<string, unknown>>; words: string }> {
  const pdf = await getDocument({ data: bytes, useSystemFonts: false }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => (await (await pdf.getPage(at + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')))
  return { info: (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>, words: pages.join(' ').replace(/\s+/g, ' ') }
}

test('[E2] the PDF has the text, a mark for every name, its language, and no person in its metadata', async () => {
  const bytes = new Uint8Array(await (await get(`/p/${slug}.pdf`)).arrayBuffer())
  const { info, words } = await read(bytes)
  expect(info.Language).toBe('nl')
  expect(JSON.stringify(info)).not.toMatch(/Noor|Directeur/)
  expect(words).toContain('Huisartsen Samen')
  expect(words).toContain('Zorg & Welzijn <Noord> "A" B.V.')
})

test('[T1] the public bundle checks offline and holds no answer of anybody', async () => {
  const zip = new Uint8Array(await (await get(`/p/${slug}.zip`)).arrayBuffer())
  expect(verifyBundle(zip)).toMatchObject({ ok: true, wrong: [] })
  const { unzipSync, strFromU8 } = await import('fflate')
  const events = strFromU8(unzipSync(zip)['events.jsonl']!).trim().split('\n').map((line) => JSON.parse(line) as { type: string; data: unknown })
  expect(events.filter((event) => event.type === 'answer-given').every((event) => event.data === null)).toBe(true)
  expect(events.filter((event) => event.type === 'edition-published').every((event) => event.data !== null)).toBe(true)
})

test('[G2] a consent that is revoked takes the logo off the live page; the name keeps its place', async () => {
  const consent = (await house.deps.events.state(streamOf.statement(statementId)))!.consents[0]!
  await huisartsen.director(signOffApi.revokeConsent, { params: { statementId, consentId: consent.consentId } })
  const html = await (await get(`/p/${slug}`)).text()
  expect(html).not.toContain('/files/')
  expect(html).toContain('Huisartsen Samen')
})

test('[S5] who withdraws leaves the live list and stays as signed until that day', async () => {
  await huisartsen.director(signOffApi.withdrawAnswer, { params: { statementId }, body: { reason: 'Bestuursbesluit' } })
  const html = await (await get(`/p/${slug}`)).text()
  expect(html).toMatch(/ondertekende? t\/m|ondertekende tot en met/i)
})

test('a logo is served so that nothing in it can act', async () => {
  const { rows } = await house.connection.pool.query("select hash from files where media_type = 'image/svg+xml' limit 1")
  const answer = await get(`/files/${rows[0].hash}`)
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const { rows: versions } = await house.connection.pool.query("select hash from files where media_type = 'application/json' limit 1")
  expect((await get(`/files/${versions[0].hash}`)).status).toBe(404)
})

test('[E1] while a second edition is under embargo the public bundle ends with the first: no seal says that there is more', async () => {
  await coalition.noor(boardApi.reopenDraft, { params: { statementId }, body: { reason: 'Een cijfer klopt niet' } })
  await coalition.openRound(statementId, [huisartsen])
  await coalition.noor(boardApi.closeRound, { params: { statementId } })
  await coalition.noor(editionApi.adopt, { params: { statementId } })
  await coalition.noor(editionApi.publish, { params: { statementId }, body: { reason: 'Een cijfer', embargoUntil: '2026-12-01T05:00:00.000Z' } })
  const { unzipSync, strFromU8 } = await import('fflate')
  const typesNow = async () => {
    const zip = new Uint8Array(await (await get(`/p/${slug}.zip`)).arrayBuffer())
    expect(verifyBundle(zip)).toMatchObject({ ok: true, wrong: [] })
    return strFromU8(unzipSync(zip)['events.jsonl']!).trim().split('\n').map((line) => (JSON.parse(line) as { type: string }).type)
  }
  const under = await typesNow()
  const { rows: seals } = await house.connection.pool.query<{ hash: string }>("select hash from events where stream = $1 and type = 'edition-published' order by revision", [streamOf.statement(statementId)])
  const [first, hidden] = seals.map(({ hash }) => inFours(hash.slice(0, 16)))
  const { words } = await read(new Uint8Array(await (await get(`/p/${slug}.pdf`)).arrayBuffer()))
  expect(words).toContain(first)
  for (const ending of ['', '.txt', '/verify']) expect((await bodyOf(`/p/${slug}${ending}`)).text).toContain(first)
  expect(words + (await Promise.all(ENDINGS.map(async (ending) => (await bodyOf(`/p/${slug}${ending}`)).text))).join('')).not.toContain(hidden)
  expect([under.filter((type) => type === 'round-opened').length, under.at(-1)]).toEqual([1, 'edition-published'])
  house.at('2026-12-01T05:00:01.000Z')
  expect((await typesNow()).filter((type) => type === 'edition-published')).toHaveLength(2)
})
