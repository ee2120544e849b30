/** The official y-websocket client, as a script of somebody else would use it: with a ticket, through a network that falls away and a server that is killed. */
import * as deskApi from '@draagvlak/api/desk'
import * as session from '@draagvlak/api/session'
import { call } from '@draagvlak/api/call'
import { passageElements, readPassages } from '@draagvlak/editor/ydoc'
import { textOf } from '@draagvlak/editor/passage'
import { once } from 'node:events'
import net from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { makeApiToken } from '../people/routes.ts'
import { testCoalition, type TestCoalition } from '../testing/coalition.ts'
import { freshDatabase, testHouse, type TestHouse } from '../testing/house.ts'
import { freePort, startNode, type Node } from '../testing/node.ts'

let house: TestHouse, coalition: TestCoalition, node: Node, token: string, port: number
const started: { destroy(): void }[] = []
const start = () => startNode(house.connection.url, { PORT: String(port), BASE_URL: `http://127.0.0.1:${port}` })

beforeAll(async () => {
  house = await testHouse({ url: await freshDatabase(), moment: new Date(Date.now()).toISOString() })
  coalition = await testCoalition(house)
  port = await freePort()
  node = await start()
  const me = await coalition.noor(session.seeMe, {})
  token = (await makeApiToken(house.deps, { personId: me.person.id, organisationId: me.actingFor, name: 'test', now: house.deps.now() })).token
})
afterAll(async () => {
  for (const one of started) one.destroy()
  await node?.stop()
  await house?.close()
})

/** A cable between a client and the server that can be cut. */
async function aCable() {
  const through = new Set<net.Socket>()
  let isCut = false
  const server = net.createServer((near) => {
    if (isCut) return void near.destroy()
    const far = net.connect(port, '127.0.0.1')
    for (const [one, other] of [[near, far], [far, near]] as const) {
      through.add(one)
      one.on('error', () => {}).on('close', () => { through.delete(one); other.destroy() })
      one.pipe(other)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  started.push({ destroy: () => { for (const socket of through) socket.destroy(); server.close() } })
  return {
    url: `ws://127.0.0.1:${(server.address() as net.AddressInfo).port}/sync`,
    cut: () => { isCut = true; for (const socket of through) socket.destroy() },
    mend: () => { isCut = false },
  }
}

async function aScript(room: string, url: string) {
  const { ticket } = await call(deskApi.makeTicket, { body: { room } }, (path, init) => fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { ...init.headers as Record<string, string>, authorization: `Bearer ${token}` } }))
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, room, doc, { params: { ticket }, disableBc: true, maxBackoffTime: 300, WebSocketPolyfill: WebSocket as never })
  started.push(provider)
  await vi.waitFor(() => { expect(provider.synced).toBe(true) }, 10_000)
  return {
    doc, provider,
    reads: () => readPassages(doc).map(textOf).join(' '),
    types(words: string) {
      const passage = passageElements(doc).at(-1)!
      const text = passage.toArray().find((part) => part instanceof Y.XmlText) ?? (() => { const made = new Y.XmlText(); passage.insert(0, [made]); return made })()
      text.insert(text.length, words)
    },
  }
}

test('two scripts with tickets write together; what one types while its network is gone, or the server is dead, arrives when it is back, once', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
  const room = await coalition.statement('Een script schrijft mee')
  const cable = await aCable()
  const [noor, samira] = [await aScript(room, cable.url), await aScript(room, `ws://127.0.0.1:${port}/sync`)]
  const bothRead = (words: string) => vi.waitFor(() => { expect([noor.reads(), samira.reads()]).toEqual([expect.stringContaining(words), expect.stringContaining(words)]) }, 20_000)

  noor.types('Wij vragen actie. ')
  await bothRead('Wij vragen actie.')

  cable.cut()
  await vi.waitFor(() => { expect(noor.provider.wsconnected).toBe(false) }, 5_000)
  noor.types('Zonder netwerk. ')
  samira.types('Intussen. ')
  cable.mend()
  await bothRead('Zonder netwerk.')
  await bothRead('Intussen.')

  await node.stop('SIGKILL')
  await vi.waitFor(() => { expect([noor.provider.wsconnected, samira.provider.wsconnected]).toEqual([false, false]) }, 5_000)
  samira.types('Zonder server. ')
  node = await start()
  await bothRead('Zonder server.')

  expect(samira.reads()).toBe(noor.reads())
  for (const words of ['Wij vragen actie.', 'Zonder netwerk.', 'Intussen.', 'Zonder server.']) expect(noor.reads().split(words)).toHaveLength(2)
  // The stock client complains of every frame that it does not know.
  expect(errors.mock.calls.filter(([first]) => /unable to compute message/i.test(String(first)))).toEqual([])
  errors.mockRestore()
})
