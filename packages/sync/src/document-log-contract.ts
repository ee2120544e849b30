/** The suite that every log of updates must pass, the one in memory and the one in PostgreSQL. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DocumentLog } from './document-log.ts'
import { packFrames, unpackFrames } from './frames.ts'

export interface LogUnderTest {
  readonly log: DocumentLog
  /** The name of an empty room, open for writing under epoch 0. */
  readonly create: () => Promise<string>
  readonly freeze: (room: string) => Promise<void>
  readonly reopen: (room: string) => Promise<void>
  readonly raise: (room: string, schema: number) => Promise<void>
}

/** Tests to be called inside a `describe`. */
export function documentLogContract(open: () => Promise<LogUnderTest>): void {
  const words = (text: string): Uint8Array => {
    const doc = new Y.Doc()
    doc.getText('default').insert(0, text)
    return Y.encodeStateAsUpdate(doc)
  }
  const row = (room: string, epoch: number, ...texts: string[]) => ({ room, epoch, schema: 1, frames: packFrames(texts.map(words)), claims: [] })
  const read = async (log: DocumentLog, room: string) => {
    const doc = new Y.Doc()
    for (const { frames } of (await log.load(room))?.rows ?? []) for (const update of unpackFrames(frames)) Y.applyUpdate(doc, update)
    return doc.getText('default').toJSON()
  }

  test('[R3] a room that does not exist is null, and a new one is empty and open', async () => {
    const { log, create } = await open()
    const nowhere = '00000000-0000-7000-8000-00000000dead'
    expect([await log.load(nowhere), (await log.tails([{ room: nowhere, above: 0 }])).size]).toEqual([null, 0])
    expect(await log.load(await create())).toMatchObject({ epoch: 0, schema: 1, writable: true, rows: [] })
  })
  test('[R4] what was appended is read back as it came, in order', async () => {
    const { log, create } = await open()
    const room = await create()
    const [first, second] = [row(room, 0, 'een', 'twee'), row(room, 0, 'drie')]
    const { closed, seqs } = await log.append([first])
    expect(closed).toEqual([])
    await log.append([second])
    const { rows } = (await log.load(room))!
    expect(rows.map(({ frames }) => [...frames])).toEqual([[...first.frames], [...second.frames]])
    expect(rows[0]!.seq).toBe(seqs.get(room))
  })
  test('one append serves many rooms, and only the closed ones are named', async () => {
    const { log, create, freeze } = await open()
    const [one, other] = [await create(), await create()]
    await freeze(other)
    const { closed, seqs } = await log.append([row(one, 0, 'een'), row(other, 0, 'twee')])
    expect([closed, [...seqs.keys()]]).toEqual([[other], [one]])
    expect([(await log.load(one))!.rows.length, (await log.load(other))!.rows.length]).toEqual([1, 0])
  })
  test('[R9] after a freeze nothing of the old epoch is taken, also when the room is open again', async () => {
    const { log, create, freeze, reopen } = await open()
    const room = await create()
    await freeze(room)
    expect(await log.append([row(room, 0, 'laat')])).toMatchObject({ closed: [room] })
    await reopen(room)
    expect(await log.append([row(room, 0, 'later')])).toMatchObject({ closed: [room] })
    expect(await log.append([row(room, 2, 'nieuw')])).toMatchObject({ closed: [] })
    expect(await read(log, room)).toBe('nieuw')
  })
  test('[R14] after a raise nothing that was looked at under the older schema is taken, alone, with others or with a new client id', async () => {
    const { log, create, raise } = await open()
    const [room, other] = [await create(), await create()]
    await raise(room, 2)
    const claims = [{ clientId: 7, owner: '00000000-0000-7000-8000-000000000001', actingFor: '00000000-0000-7000-8000-000000000001' }]
    expect(await log.append([row(room, 0, 'oud')])).toMatchObject({ closed: [room] })
    expect(await log.append([row(room, 0, 'oud'), row(other, 0, 'elders')])).toMatchObject({ closed: [room] })
    expect(await log.append([{ ...row(room, 0, 'oud'), claims }])).toMatchObject({ closed: [room] })
    expect(await log.append([{ ...row(room, 0, 'nieuw'), schema: 2 }])).toMatchObject({ closed: [] })
    expect([await read(log, room), (await log.tails([{ room, above: 0 }])).get(room)!.schema]).toEqual(['nieuw', 2])
  })
  test('the tail of many rooms tells what was added above a number, and of a freeze', async () => {
    const { log, create, freeze } = await open()
    const [one, other] = [await create(), await create()]
    const first = (await log.append([row(one, 0, 'een'), row(other, 0, 'twee')])).seqs
    const second = (await log.append([row(one, 0, 'drie')])).seqs
    await freeze(other)
    const tails = await log.tails([{ room: one, above: first.get(one)! }, { room: other, above: 0 }])
    expect(tails).toEqual(new Map([[one, { epoch: 0, schema: 1, writable: true, seqs: [second.get(one)], whole: [] }], [other, { epoch: 1, schema: 1, writable: false, seqs: [first.get(other)], whole: [] }]]))
    expect((await log.rows(one, [second.get(one)!, first.get(other)!])).map(({ seq }) => seq)).toEqual([second.get(one)])
  })
  test('[R11] whose a client id is is kept with the words, and the first one stays', async () => {
    const { log, create } = await open()
    const room = await create()
    const [noor, samira] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
    await log.append([{ ...row(room, 0, 'een'), claims: [{ clientId: 4_294_967_295, owner: noor, actingFor: noor }] }])
    await log.append([{ ...row(room, 0, ' twee'), claims: [{ clientId: 7, owner: samira, actingFor: samira }] }])
    const late = { ...row(room, 0, 'iets anders'), claims: [{ clientId: 4_294_967_295, owner: samira, actingFor: samira }] }
    expect(await log.append([late])).toMatchObject({ closed: [room] })
    expect(await log.append([late, row(await create(), 0, 'elders')])).toMatchObject({ closed: [room] })
    expect((await log.load(room))!.rows).toHaveLength(2)
    expect(await log.owners(room)).toEqual(new Map([[4_294_967_295, noor], [7, samira]]))
    expect((await log.load(room))!.owners).toEqual(await log.owners(room))
  })
  test('a compacted log reads the same, is one row with the number of the last that says so, and what is added comes after it', async () => {
    const { log, create } = await open()
    const room = await create()
    for (const text of ['een ', 'twee ', 'drie ']) await log.append([row(room, 0, text)])
    const before = await read(log, room)
    const last = (await log.load(room))!.rows.at(-1)!.seq
    await log.compact(room)
    await log.compact(room) // nothing more to do
    expect((await log.tails([{ room, above: 0 }])).get(room)).toMatchObject({ seqs: [last], whole: [last] })
    const later = (await log.append([row(room, 0, 'vier ')])).seqs.get(room)!
    expect((await log.load(room))!.rows.map(({ seq }) => seq)).toEqual([last, later])
    expect((await read(log, room)).length).toBe(before.length + 'vier '.length)
  })
}
