/** Every route with every role: who may, may; who may not is told no, and nothing changes. */
import { CONTRACT } from '@draagvlak/api/contract'
import { pathOf } from '@draagvlak/api/call'
import { whyNot, type Who } from '@draagvlak/domain/access'
import { ACTS, type Act } from '@draagvlak/domain/access-table'
import { streamOf } from '@draagvlak/domain/events'
import * as dossierApi from '@draagvlak/api/dossier'
import * as organisationApi from '@draagvlak/api/organisation'
import * as session from '@draagvlak/api/session'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApiToken } from '../people/routes.ts'
import { testCoalition, type PartnerOfTest, type TestCoalition } from '../testing/coalition.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'
import type { Visitor } from '../demo/visitor.ts'

interface Player { readonly name: string; readonly who: Who; readonly cookies: Map<string, string>; readonly token?: string }
let house: TestHouse, coalition: TestCoalition, statementId: string, partner: PartnerOfTest
const players: Player[] = []
const isAct = (may: string): may is Act => ACTS.includes(may as Act)

async function player(name: string, visitor: Visitor): Promise<void> {
  const me = await visitor(session.seeMe, {})
  players.push({ name, cookies: visitor.cookies, who: { personId: me.person.id, organisationId: me.actingFor, via: 'session', administrator: me.person.administrator, link: null } })
}

beforeAll(async () => {
  house = await testHouse()
  coalition = await testCoalition(house)
  statementId = await coalition.statement()
  await player('administrator, coordinator and final editor', coalition.noor)
  for (const right of ['write', 'propose', 'read-along', 'observe'] as const) {
    const one = await coalition.partner(`Partner die mag ${right}`, right)
    partner = one
    await player(`mandate holder who may ${right}`, one.director)
  }
  const stranger = await coalition.partner('Vroegere partner')
  await coalition.noor(dossierApi.endPartnership, { params: { dossierId: coalition.dossierId, organisationId: stranger.organisationId } })
  await player('somebody of an organisation that left', stranger.director)
  const [first] = players
  const { token } = await makeApiToken(house.deps, { personId: first!.who.personId!, organisationId: first!.who.organisationId, name: 'test', now: house.deps.now() })
  players.push({ name: 'API token of the coordinator', cookies: new Map(), token, who: { ...first!.who, via: 'token' } })
})
afterAll(() => house.close())

const ask = (method: string, path: string, { cookies, token }: Partial<Player>) => house.request(path, { method, headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) }, ...(method === 'GET' ? {} : { body: '{}' }) }, cookies ?? new Map())
const ANY = '019c0000-0000-7000-8000-000000000000'
const params = () => ({ statementId, dossierId: coalition.dossierId, organisationId: partner.organisationId, personId: partner.personId, sessionId: ANY, tokenId: ANY, token: 'x', invitationId: ANY, mandateId: ANY, logoId: ANY, answerId: ANY, consentId: ANY, role: 'coordinator', number: '1', hash: 'x', passageId: 'x' })
const eventCount = async () => (await house.connection.pool.query('select count(*) as count from events')).rows[0].count as string

describe('[P1] the door asks the law', () => {
  test('without a session every route that is not open to anyone says 401, and a link route 404', async () => {
    for (const { endpoint } of CONTRACT) {
      const answer = await ask(endpoint.method, pathOf(endpoint.path, params()), {})
      if (endpoint.may === 'anyone') continue
      expect(endpoint.may === 'link' ? [400, 404] : [401], `${endpoint.method} ${endpoint.path}`).toContain(answer.status)
    }
  })

  test('with every role: where the table says no the answer is 403 or 409, and nothing is recorded', async () => {
    const before = await eventCount()
    let refusals = 0
    for (const { endpoint } of CONTRACT) {
      const { may } = endpoint
      if (!isAct(may)) continue
      const organisation = /:organisationId/.test(endpoint.path)
      for (const one of players) {
        const states = await house.deps.events.states([streamOf.organisation(one.who.organisationId!), streamOf.organisation(partner.organisationId)])
        const inStatement = /:statementId/.test(endpoint.path)
        const inDossier = inStatement || /:dossierId/.test(endpoint.path)
        const situation = {
          organisation: states.get(streamOf.organisation(one.who.organisationId!)) ?? null, dossier: inDossier ? await house.deps.events.state(streamOf.dossier(coalition.dossierId)) : null,
          statement: inStatement ? await house.deps.events.state(streamOf.statement(statementId)) : null, now: house.deps.now(), ...(organisation ? { about: states.get(streamOf.organisation(partner.organisationId))! } : {}),
        }
        const because = whyNot(may, one.who, situation)
        if (because === null) continue
        const answer = await ask(endpoint.method, pathOf(endpoint.path, params()), one)
        expect([400, 403, 404, 409], `${one.name}: ${endpoint.method} ${endpoint.path} (${because})`).toContain(answer.status)
        refusals++
      }
    }
    expect(refusals).toBeGreaterThan(200)
    expect(await eventCount()).toBe(before)
  })

  test('a token never answers, consents, adopts or publishes, whoever made it', () => {
    const token = players.at(-1)!
    for (const act of ['answer', 'give-consent', 'adopt', 'publish', 'merge-organisations', 'erase-person'] as const) {
      expect(whyNot(act, token.who, { organisation: null, dossier: null, statement: null, now: house.deps.now() }), act).toBe('not-by-token')
    }
  })
})

test('[M5] a link without its code reads the text and asks for the code; every other route of links says 403 or 400, and nothing is recorded', async () => {
  const text = await coalition.statement('Langs alle deuren')
  await coalition.openRound(text, [partner])
  const { token, browser } = await coalition.page(partner)
  expect(browser.cookies.size, 'nobody is known here').toBe(0)
  const before = await eventCount()
  const open: string[] = []
  for (const { endpoint } of CONTRACT) {
    if (endpoint.may !== 'link') continue
    const { status } = await ask(endpoint.method, pathOf(endpoint.path, { ...params(), token }), { cookies: browser.cookies })
    if (status < 300) open.push(`${endpoint.method} ${endpoint.path}`)
    else expect([400, 403], `${endpoint.method} ${endpoint.path}`).toContain(status)
  }
  expect(open.toSorted()).toEqual(['GET /links/:token', 'GET /links/:token/text.pdf', 'POST /links/:token/codes'])
  expect(await eventCount()).toBe(before)
})

test('[M1] a mandate holder’s token says nobody may answer: no mandate, no role; a colleague without a role it may invite', async () => {
  const { director, organisationId, personId } = partner
  const { token } = await makeApiToken(house.deps, { personId, organisationId, name: 'script', now: house.deps.now() })
  const send = (method: string, path: string, body: object) => house.request(`/api/v1/organisations/${organisationId}${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const reasonOf = async (answer: Response) => [answer.status, (await answer.json() as { reason?: string }).reason]
  const mo = { email: 'mo@partner.example', name: 'Mo', function: '' }
  expect(await reasonOf(await send('POST', '/mandates', { personId, scope: { kind: 'all' }, until: null, decidedOn: null, body: null }))).toEqual([403, 'not-by-token'])
  expect(await reasonOf(await send('POST', '/people', { ...mo, roles: ['mandate-holder'] }))).toEqual([403, 'not-by-token'])
  expect((await send('POST', '/people', { ...mo, roles: [] })).status).toBe(201)
  const colleagues = (await director(organisationApi.seeOrganisation, { params: { organisationId } })).people!
  const invited = colleagues.find(({ name }) => name === 'Mo')!
  expect(await reasonOf(await send('PUT', `/people/${invited.personId}`, { roles: ['mandate-holder'] }))).toEqual([403, 'not-by-token'])
  expect((await director(organisationApi.seeOrganisation, { params: { organisationId } })).mandates ?? []).toEqual([])
})

test('the OpenAPI document names every route of the contract, and who may call it', async () => {
  const document = await (await house.request('/api/v1/openapi.json')).json() as { paths: Record<string, Record<string, { 'x-may': string }>> }
  for (const { endpoint } of CONTRACT) {
    const path = document.paths[`/api/v1${endpoint.path.replace(/:(\w+)/g, '{$1}')}`]
    expect(path?.[endpoint.method.toLowerCase()]?.['x-may'], endpoint.path).toBe(endpoint.may)
  }
  expect(await (await house.request('/api/docs')).text()).not.toContain('<script')
})

test('an unknown statement, an address with an apostrophe, a title of ten thousand letters: one clear sentence each', async () => {
  const ask = (path: string, init: RequestInit) => house.request(path, { ...init, headers: { 'content-type': 'application/json' } }, coalition.noor.cookies)
  expect(await (await ask('/api/v1/statements/019c0000-0000-7000-8000-000000000000', {})).json()).toMatchObject({ status: 404, detail: 'Deze tekst bestaat niet, of niet meer.' })
  expect(await (await ask('/api/v1/statements/abc', {})).json()).toMatchObject({ status: 404 })
  const long = await ask('/api/v1/statements', { method: 'POST', body: JSON.stringify({ dossierId: coalition.dossierId, type: 'open-letter', language: 'nl', title: 'x'.repeat(10_000), wordBudget: null }) })
  expect(await long.json()).toMatchObject({ status: 400, fields: [{ path: 'title' }] })
  expect((await ask('/api/v1/sign-ins', { method: 'POST', body: JSON.stringify({ email: "fleur.d'hont@zorg.example" }) })).status).toBe(202)
  expect((await ask('/api/v1/sign-ins', { method: 'POST', body: JSON.stringify({ email: 'geen adres' }) })).status).toBe(400)
})

test('U+0000, half a character and marks that turn the direction: none is kept, and none is a fault', async () => {
  const ask = (path: string, init: RequestInit = {}) => house.request(path, { ...init, headers: { 'content-type': 'application/json' } }, coalition.noor.cookies)
  const start = (title: string) => ask('/api/v1/statements', { method: 'POST', body: JSON.stringify({ dossierId: coalition.dossierId, type: 'open-letter', language: 'nl', title, wordBudget: null }) })
  for (const title of ['a\u0000b', 'a\ud800b', '\u200b\u200b', ' ']) expect((await start(title)).status, JSON.stringify(title)).toBe(400)
  expect(await (await start('Brief\u202E aan \u2066de minister')).json()).toMatchObject({ title: 'Brief aan de minister' })
  for (const path of ['/api/v1/organisations?after=%00', '/p/%00', '/assets/%00', `/api/v1/statements/${statementId}/deleted-passages/%00/restore`]) expect((await ask(path, path.endsWith('restore') ? { method: 'POST' } : {})).status, path).toBe(400)
  expect((await ask('/assets/%E0%A4%A')).status).toBe(404)
})
