/** Signing in, as people and mail scanners do it. */
import * as api from '@draagvlak/api/session'
import { ProblemError } from '@draagvlak/api/call'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, tokenIn } from '../demo/visitor.ts'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse
beforeAll(async () => { house = await testHouse() })
afterAll(() => house.close())

const problem = (promise: Promise<unknown>) => promise.then(() => null, (error: unknown) => (error as ProblemError).problem)

test('the first start makes one person and one organisation, once', async () => {
  const noor = await house.begin()
  const me = await noor(api.seeMe, {})
  expect(me.person).toMatchObject({ name: 'Noor Hageman', administrator: true })
  expect(me.organisations).toMatchObject([{ name: 'Landelijk Verbond Buurtwelzijn', roles: ['mandate-holder', 'logo-manager'] }])
  expect(me.actingFor).toBe(me.organisations[0]!.id)
})

test('[E3] the mailed link signs in only the browser that asked; in another one it does nothing and stays usable', async () => {
  const laptop = house.somebody('noor@lvb.example')
  const phone = house.somebody('noor@lvb.example')
  await laptop(api.askToSignIn, { body: { email: 'noor@lvb.example' } })
  const { text } = await house.mailTo('noor@lvb.example', 'sign-in')
  for (let visit = 0; visit < 3; visit++) {
    expect(await phone(api.signInWithLink, { body: { token: tokenIn(text) } })).toEqual({ signedIn: false })
    expect(phone.cookies.has('dv-session')).toBe(false)
  }
  expect(await laptop(api.signInWithLink, { body: { token: tokenIn(text) } })).toEqual({ signedIn: true })
  expect((await laptop(api.seeMe, {})).person.name).toBe('Noor Hageman')
  expect(await problem(laptop(api.signInWithLink, { body: { token: tokenIn(text) } }))).toMatchObject({ status: 410 })
})

test('[E3] a code read on the phone signs in the laptop; five wrong ones end it', async () => {
  const laptop = house.somebody('noor@lvb.example')
  await laptop(api.askToSignIn, { body: { email: 'Noor@LVB.example' } })
  const code = codeIn((await house.mailTo('noor@lvb.example', 'sign-in')).text)
  const wrong = code === '000000' ? '000001' : '000000'
  for (let tries = 1; tries < 5; tries++) expect(await problem(laptop(api.signInWithCode, { body: { code: wrong } }))).toMatchObject({ status: 422, title: 'wrong-code' })
  expect(await problem(laptop(api.signInWithCode, { body: { code: wrong } }))).toMatchObject({ status: 429 })
  expect(await problem(laptop(api.signInWithCode, { body: { code } }))).toMatchObject({ status: 429, detail: 'Vijf keer een verkeerde code. Vraag een nieuwe aan.' })
})

test('known and unknown addresses get the same answer, and an unknown one no mail', async () => {
  const [known, unknown] = [house.somebody('noor@lvb.example'), house.somebody("o'hara@nowhere.example")]
  const answers = await Promise.all([known, unknown].map((person) => house.request('/api/v1/sign-ins', { method: 'POST', body: JSON.stringify({ email: person.email }), headers: { 'content-type': 'application/json' } }, person.cookies)))
  expect(answers.map((answer) => answer.status)).toEqual([202, 202])
  expect(await answers[0]!.text()).toBe(await answers[1]!.text())
  await expect(house.mailTo("o'hara@nowhere.example")).rejects.toThrow('No mail')
  expect(await problem(unknown(api.signInWithCode, { body: { code: '123456' } }))).toMatchObject({ title: 'wrong-code' })
})

test('asking is counted per address: the sixth within a quarter of an hour gets no mail', async () => {
  const person = house.somebody('often@lvb.example')
  for (let asked = 0; asked < 5; asked++) await person(api.askToSignIn, { body: { email: person.email } })
  expect(await problem(person(api.askToSignIn, { body: { email: person.email } }))).toMatchObject({ status: 429 })
  house.later(16)
  await person(api.askToSignIn, { body: { email: person.email } })
})

test('sessions are listed, and signing out everywhere ends them all', async () => {
  const [one, two] = [house.somebody('noor@lvb.example'), house.somebody('noor@lvb.example')]
  house.later(16)
  await house.signIn(one)
  await house.signIn(two)
  const { items } = await one(api.listSessions, {})
  expect(items.filter((session) => session.current)).toHaveLength(1)
  expect(items.length).toBeGreaterThan(1)
  await one(api.signOutEverywhere, {})
  expect(await problem(two(api.seeMe, {}))).toMatchObject({ status: 401 })
})

test('a page of somebody else cannot act with this browser’s cookie', async () => {
  const noor = house.somebody('noor@lvb.example')
  await house.signIn(noor)
  const answer = await house.request('/api/v1/session', { method: 'DELETE', headers: { origin: 'https://evil.example' } }, noor.cookies)
  expect(answer.status).toBe(403)
  expect((await noor(api.seeMe, {})).person.name).toBe('Noor Hageman')
})

test('a new address counts once its code is typed over, and the old one is told', async () => {
  const noor = house.somebody('noor@lvb.example')
  house.later(16)
  await house.signIn(noor)
  await noor(api.askNewEmail, { body: { email: 'noor.hageman@lvb.example' } })
  expect((await noor(api.seeMe, {})).person.email).toBe('noor@lvb.example')
  const me = await noor(api.confirmNewEmail, { body: { code: codeIn((await house.mailTo('noor.hageman@lvb.example', 'new-email')).text) } })
  expect(me.person.email).toBe('noor.hageman@lvb.example')
  expect((await house.mailTo('noor@lvb.example', 'email-changed')).text).toContain('noor.hageman@lvb.example')
})

test('an API token can not move its person to another address, and so become a session', async () => {
  const noor = house.somebody('noor.hageman@lvb.example')
  house.later(16)
  await house.signIn(noor)
  const { token } = await noor(api.makeToken, { body: { name: 'script' } })
  const byToken = (method: string, body: object) => house.request('/api/v1/session/email', { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } })
  expect(await (await byToken('POST', { email: 'dief@evil.example' })).json()).toMatchObject({ status: 403, reason: 'not-by-token' })
  expect((await byToken('PUT', { code: '123456' })).status).toBe(403)
  await expect(house.mailTo('dief@evil.example')).rejects.toThrow('No mail')
})

test('whoever signed out hears nothing more of what is decided', async () => {
  const noor = house.somebody('noor.hageman@lvb.example')
  house.later(16)
  await house.signIn(noor)
  const reader = (await house.request('/api/v1/events/live', {}, noor.cookies)).body!.getReader()
  expect(Buffer.from((await reader.read()).value!).toString()).toContain('gap')
  const moved = { stream: 'organisation/019c0000-0000-7000-8000-000000000000', revision: 1 }
  house.deps.live.tell(moved)
  expect(Buffer.from((await reader.read()).value!).toString()).toContain(moved.stream)
  await noor(api.signOut, {})
  house.deps.live.tell({ ...moved, revision: 2 })
  expect(await reader.read()).toMatchObject({ done: true })
})
