/** Before a round opens its coordinator is told who writes at that moment, and how many words stand there then. */
import * as deskApi from '@draagvlak/api/desk'
import * as roundApi from '@draagvlak/api/round'
import { serve, type ServerType } from '@hono/node-server'
import { sql } from 'kysely'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { attachSockets } from '../sync/socket.ts'
import { testCoalition } from '../testing/coalition.ts'
import { testHouse } from '../testing/house.ts'
import { startTypist } from '../testing/writer.ts'

test('[L2] who writes while a round is prepared is named, with the words as they stand, until the pen has rested', async () => {
  const house = await testHouse()
  const coalition = await testCoalition(house)
  const kring = await coalition.partner('Kring van Naasten', 'write')
  const statementId = await coalition.statement()
  const preview = () => coalition.noor(roundApi.previewRound, { params: { statementId } })
  const before = await preview()
  expect(before.writing).toEqual([])

  const server = await new Promise<ServerType>((resolve) => { const made = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made)) })
  const sockets = attachSockets(server, house.deps)
  try {
    const { ticket } = await kring.director(deskApi.makeTicket, { body: { room: statementId } })
    const typist = await startTypist(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync/${statementId}?ticket=${ticket}`)
    typist.type()
    typist.type()
    await typist.settled()
    expect(await preview()).toMatchObject({ words: before.words + 2, writing: [{ personId: kring.personId, name: kring.director.name, organisation: 'Kring van Naasten' }] })
    const toHerself = await coalition.noor(deskApi.makeTicket, { body: { room: statementId } })
    const noor = await startTypist(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync/${statementId}?ticket=${toHerself.ticket}`)
    noor.type()
    await noor.settled()
    expect((await preview()).writing.map(({ name }) => name), 'who prepares the round knows that she writes herself').toEqual([kring.director.name])

    await sql`update document_log set at = at - interval '1 minute' where room = ${statementId}`.execute(house.connection.db)
    expect((await preview()).writing).toEqual([])
  } finally {
    await sockets.drain()
    await new Promise((resolve) => { server.close(resolve) })
    await house.close()
  }
})
