/** Before a round opens its coordinator is told who writes at that moment, and how many words stand there then. */
import * as deskApi from '@draagvlak/api/desk'
import * as roundApi from '@draagvlak/api/round'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testCoalition } from '../testing/coalition.ts'
import { openHall } from '../testing/hall.ts'
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

  const hall = await openHall(house)
  try {
    const { ticket } = await kring.director(deskApi.makeTicket, { body: { room: statementId } })
    const typist = await startTypist(hall.room(statementId, ticket))
    typist.type()
    typist.type()
    await typist.settled()
    expect(await preview()).toMatchObject({ words: before.words + 2, writing: [{ personId: kring.personId, name: kring.director.name, organisation: 'Kring van Naasten' }] })
    const toHerself = await coalition.noor(deskApi.makeTicket, { body: { room: statementId } })
    const noor = await startTypist(hall.room(statementId, toHerself.ticket))
    noor.type()
    await noor.settled()
    expect((await preview()).writing.map(({ name }) => name), 'who prepares the round knows that she writes herself').toEqual([kring.director.name])

    // As a compaction leaves it: one row holds what many ever wrote.
    await sql`update document_log set vector = '\\x00' where room = ${statementId}`.execute(house.connection.db)
    expect((await preview()).writing).toEqual([])
    typist.type()
    await typist.settled()
    expect((await preview()).writing.map(({ name }) => name)).toEqual([kring.director.name])

    await sql`update document_log set at = at - interval '1 minute' where room = ${statementId}`.execute(house.connection.db)
    expect((await preview()).writing).toEqual([])
  } finally {
    await hall.stop()
    await house.close()
  }
})
