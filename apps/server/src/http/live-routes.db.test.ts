/** The stream of events of a screen ends with its session. */
import * as session from '@draagvlak/api/session'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '../testing/house.ts'
import { LIVE_PATH, liveRoutes } from './live-routes.ts'

let house: TestHouse
beforeAll(async () => { house = await testHouse() })
afterAll(() => house.close())

test('who signs out has no stream any more, though nothing else happens', async () => {
  const noor = await house.begin()
  const app = new Hono()
  liveRoutes(app, house.deps, 20)
  const stream = await app.request(LIVE_PATH, { headers: { cookie: `dv-session=${noor.cookies.get('dv-session')}` } })
  const over = stream.text()
  await noor(session.signOut, {})
  expect(await over).toContain('gap')
})
