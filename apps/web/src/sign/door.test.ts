import { afterEach, describe, expect, test, vi } from 'vitest'
import { NoAnswer, openDoor, Refused } from './door.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server that answers as told, and remembers what it was asked. */
function server(...answers: (Response | 'cut')[]) {
  const asked: { path: string; method: string; key: string | null }[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ path, method: init.method ?? 'GET', key: new Headers(init.headers).get('idempotency-key') })
    const answer = answers.shift() ?? Response.json({})
    return answer === 'cut' ? Promise.reject(new TypeError('network')) : Promise.resolve(answer)
  })
  return asked
}
const no = (status: number) => Response.json({ type: 'about:blank', title: 'no', status, detail: 'Nee.' }, { status })

describe('the door of a personal link', () => {
  test('[E3] opening it asks nothing; looking is a GET', async () => {
    const asked = server()
    const door = openDoor('tok/3n', 'answer')
    expect(asked).toEqual([])
    await door.see()
    expect(asked).toEqual([{ path: '/api/v1/links/tok%2F3n', method: 'GET', key: null }])
  })
  test('the same answer sent again because none came back is one act', async () => {
    const asked = server('cut', Response.json({}))
    const door = openDoor('t', 'answer')
    await expect(door.discussFirst('2026-09-30')).rejects.toBeInstanceOf(NoAnswer)
    await door.discussFirst('2026-09-30')
    expect(asked[0]?.key).toBe(asked[1]?.key)
  })
  test('said again after it was answered it is another act, and so is the next try after a no', async () => {
    const asked = server(no(409), Response.json({}), Response.json({}))
    const door = openDoor('t', 'answer')
    await expect(door.discussFirst('2026-09-30')).rejects.toBeInstanceOf(Refused)
    await door.discussFirst('2026-09-30')
    await door.discussFirst('2026-09-30')
    expect(new Set(asked.map((one) => one.key)).size).toBe(3)
  })
  test('[M5] a code typed twice is two tries', async () => {
    const asked = server(no(422), no(422))
    const door = openDoor('t', 'answer')
    await expect(door.enterCode('111111')).rejects.toThrow('Nee.')
    await expect(door.enterCode('111111')).rejects.toThrow('Nee.')
    expect(asked[0]?.key).not.toBe(asked[1]?.key)
  })
})
