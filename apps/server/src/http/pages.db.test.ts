/** Which pages a browser may keep: none whose address holds a secret. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testHouse, type TestHouse } from '../testing/house.ts'

let house: TestHouse
beforeAll(async () => { house = await testHouse() })
afterAll(() => house.close())

test('an address with a secret in it stays in no cache and is told to nobody', async () => {
  for (const path of ['/binnen/abc', '/uitnodiging/abc', '/begin/abc', '/aanmelden/abc', '/s/abc', '/logo/abc']) {
    const { headers } = await house.request(path)
    expect([headers.get('cache-control'), headers.get('referrer-policy')], path).toEqual(['no-store', 'no-referrer'])
  }
})

test('[E1] a public page that is not there offers a way on, the same for every address', async () => {
  const [one, other] = [await house.request('/p/bestaat-niet'), await house.request('/p/ook-niet')]
  expect(one.status).toBe(404)
  const page = await one.text()
  expect(page).toContain('<a href="/aanmelden">Werkt u mee aan een tekst?')
  expect(await other.text()).toBe(page)
})
