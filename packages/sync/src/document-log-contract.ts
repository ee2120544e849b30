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
}

/** Tests to be called inside a `describe`. */
export function documentLogContract(open: () => Promise<LogUnderTest>): void {
  const words = (text: string): Uint8Array => {
    const doc = new Y.Doc()
    doc.getText('default').insert(0, text)
    return Y.encodeStateAsUpdate(doc)
  }
  const row = (room: string, epoch: number, ...texts: string[]) => ({ room, epoch, frames: packFrames(texts.map(words)), claims: [] })
  const read = async (log: DocumentLog, room: string) => {
    const doc = new Y.Doc()
    for (const packed of (await log.load(room))?.rows ?? []) for (const update of unpackFrames(packed)) Y.applyUpdate(doc, update)
    return doc.getText('default').toJSON()
  }

  test('[R3] a room that does not exist is null, and a new one is empty and open', async () => {
    const { log, create } = await open()
    expect([await log.load('00000000-0000-7000-8000-00000000dead'), await log.mark('00000000-0000-7000-8000-00000000dead')]).toEqual([null, null])
    expect(await log.load(await create())).toMatchObject({ epoch: 0, writable: true, rows: [] })
  })
  test('[R4] what was appended is read back as it came, in order', async () => {
    const { log, create } = await open()
    const room = await create()
    const [first, second] = [row(room, 0, 'een', 'twee'), row(room, 0, 'drie')]
    expect(await log.append([first])).toEqual({ closed: [] })
    await log.append([second])
    expect((await log.load(room))!.rows.map((bytes) => [...bytes])).toEqual([[...first.frames], [...second.frames]])
  })
  test('one append serves many rooms, and only the closed ones are named', async () => {
    const { log, create, freeze } = await open()
    const [one, other] = [await create(), await create()]
    await freeze(other)
    expect(await log.append([row(one, 0, 'een'), row(other, 0, 'twee')])).toEqual({ closed: [other] })
    expect([(await log.load(one))!.rows.length, (await log.load(other))!.rows.length]).toEqual([1, 0])
  })
  test('[R9] after a freeze nothing of the old epoch is taken, also when the room is open again', async () => {
    const { log, create, freeze, reopen } = await open()
    const room = await create()
    await freeze(room)
    expect(await log.append([row(room, 0, 'laat')])).toEqual({ closed: [room] })
    await reopen(room)
    expect(await log.append([row(room, 0, 'later')])).toEqual({ closed: [room] })
    expect(await log.append([row(room, 2, 'nieuw')])).toEqual({ closed: [] })
    expect(await read(log, room)).toBe('nieuw')
  })
  test('the mark changes with every row, and tells of a freeze', async () => {
    const { log, create, freeze } = await open()
    const room = await create()
    const before = await log.mark(room)
    await log.append([row(room, 0, 'een')])
    const after = await log.mark(room)
    expect(after!.mark).not.toBe(before!.mark)
    expect((await log.load(room))!.mark).toBe(after!.mark)
    await freeze(room)
    expect(await log.mark(room)).toMatchObject({ writable: false, epoch: 1 })
  })
  test('a compacted log reads the same', async () => {
    const { log, create } = await open()
    const room = await create()
    for (const text of ['een ', 'twee ', 'drie ']) await log.append([row(room, 0, text)])
    const before = await read(log, room)
    await log.compact(room)
    expect(await read(log, room)).toBe(before)
  })
}
