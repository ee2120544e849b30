/** The rules of a room, as stories of peers who write and a log that is slow, closed or broken. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE, step1Frame, step2Frame } from './frames.ts'
import { aRoom, memoryLog, onDisk, testPeer, textOf, told } from './testing.ts'
import { openLog, writer } from './room-writer.ts'

describe('writing', () => {
  test('[R1] what one types reaches the other and not its sender', async () => {
    const { room, published } = await aRoom(openLog())
    const [noor, samira] = [writer(room, testPeer('write')), writer(room, testPeer('write'))]
    noor.types('Wij vragen actie.')
    await room.settled()
    expect([samira.sees(), noor.sees(), published.length]).toEqual(['Wij vragen actie.', '', 1])
  })
  test('[R6] [R4] while the disk is busy nobody sees a letter and nobody is told saved', async () => {
    const log = openLog()
    const { room, published } = await aRoom(log)
    const [noor, samira] = [writer(room, testPeer('write')), writer(room, testPeer('write'))]
    const release = log.hold()
    noor.types('Wij vragen actie.')
    await new Promise((resolve) => { setImmediate(() => setImmediate(resolve)) })
    expect([told(samira.peer), told(noor.peer), published.length]).toEqual([['step-1'], ['step-1'], 0])
    release()
    await room.settled()
    expect([told(samira.peer), told(noor.peer), published.length]).toEqual([['step-1', 'update'], ['step-1', 'saved 1'], 1])
  })
  test('[R6] who comes in while the disk is busy is neither told nor asked as if it were saved', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    const release = log.hold()
    noor.types('Wij vragen actie.')
    await new Promise((resolve) => { setImmediate(() => setImmediate(resolve)) })
    const late = testPeer('write')
    room.join(late).receive(step1Frame(new Uint8Array([0])))
    expect(told(late)).toEqual([])
    release()
    await room.settled()
    expect(told(late).filter((what) => what !== 'update')).toEqual(['step-1', 'step-2'])
  })
  test('[R4] step 2 counts as well, also when it adds nothing', async () => {
    const { room } = await aRoom(openLog())
    const noor = writer(room, testPeer('write'))
    noor.types('a')
    noor.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    await room.settled()
    expect(told(noor.peer).at(-1)).toBe('saved 2')
  })
  test('[R4] [R8] after a restart everybody repeats the same deletions: that is read once, written never, and counted in its turn', async () => {
    const log = openLog()
    const first = (await aRoom(log)).room
    const noor = writer(first, testPeer('write'))
    noor.types('Wij vragen actie van het kabinet, en wij vragen het nu.')
    noor.doc.getText('default').delete(3, 8)
    noor.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    await first.settled()
    const { room } = await aRoom(log)
    const everything = step2Frame(Y.encodeStateAsUpdate(noor.doc))
    const before = log.frames('room').length
    const peers = [testPeer('write'), testPeer('write'), testPeer('read')]
    for (const peer of peers) room.join(peer).receive(everything)
    const samira = writer(room, testPeer('write'))
    const release = log.hold()
    samira.member.receive(everything)
    samira.types('Nu. ')
    samira.member.receive(everything)
    expect(told(samira.peer).filter((what) => what.startsWith('saved'))).toEqual([])
    release()
    await room.settled()
    expect(log.frames('room')).toHaveLength(before + 1)
    expect(peers.map((peer) => told(peer).filter((what) => what !== 'step-1' && what !== 'update'))).toEqual([['saved 1'], ['saved 1'], ['saved 1']])
    expect(told(samira.peer).at(-1)).toBe('saved 3')
  })
  test('[R10] what was only on its way to the disk is not taken for known when the disk fails: it is asked for again and written', async () => {
    const log = openLog()
    const { room } = await aRoom(log, { fault: () => {} })
    const noor = writer(room, testPeer('write'))
    const update = noor.typed('Wij vragen actie van het kabinet, en wij vragen het nu, met deze woorden.')
    log.failNext(new Error('the disk is full'))
    noor.member.receive(step2Frame(update))
    noor.member.receive(step2Frame(update))
    await room.settled()
    const again = room.join(testPeer('write', { name: 'again' }))
    again.receive(step2Frame(update))
    await room.settled()
    expect(await onDisk(log)).toContain('met deze woorden')
  })
  test('a client that did not ask for our frames never gets one', async () => {
    const { room } = await aRoom(openLog())
    const stock = writer(room, testPeer('write', { frames: false }))
    stock.types('a')
    room.notice({ stream: 'statement/1', revision: 2 })
    await room.settled()
    expect(told(stock.peer)).toEqual(['step-1'])
  })
  test('many letters at once are one row', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    for (const letter of 'Geachte') noor.types(letter)
    await room.settled()
    expect([log.frames('room').length, await onDisk(log), told(noor.peer).at(-1)]).toEqual([1, 'Geachte', 'saved 7'])
  })
})

describe('opening', () => {
  test('[R3] opening, reading and leaving append nothing, again and again', async () => {
    const log = openLog()
    const first = await aRoom(log)
    writer(first.room, testPeer('write')).types('Wij vragen actie.')
    await first.room.settled()
    for (let visit = 0; visit < 3; visit += 1) {
      const { room } = await aRoom(log)
      const peer = testPeer('read')
      const member = room.join(peer)
      member.receive(step1Frame(new Uint8Array([0])))
      await room.settled()
      member.leave()
      expect(told(peer)).toEqual(['step-1', 'step-2'])
    }
    expect(log.frames('room').length).toBe(1)
  })
  test('a room that does not exist is not made', async () => {
    await expect(aRoom(memoryLog())).rejects.toThrow('no such room')
  })
  test('[R5] a room with words under way is busy until they are on disk', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    const release = log.hold()
    noor.types('a')
    noor.member.leave()
    expect([room.size, room.busy]).toEqual([0, true])
    release()
    await room.settled()
    expect([room.busy, await onDisk(log)]).toEqual([false, 'a'])
  })
})

describe('rights', () => {
  test('[R2] a reader changes nothing, stays, and is never told that its words are saved', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const [reader, noor] = [writer(room, testPeer('read')), writer(room, testPeer('write'))]
    reader.types('Dit mag niet.')
    await room.settled()
    expect([log.frames('room').length, reader.peer.closed, told(reader.peer), noor.sees()]).toEqual([0, null, ['step-1'], ''])
  })
  test('[R2] a reader with nothing new is counted, so that it knows it is in step', async () => {
    const { room } = await aRoom(openLog())
    const noor = writer(room, testPeer('write'))
    noor.types('a')
    await room.settled()
    const reader = writer(room, testPeer('read'), noor.doc)
    reader.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    expect(told(reader.peer)).toEqual(['step-1', 'saved 1'])
  })
  test('[R2] who may no longer write goes at the first later word, with the code that says why', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    noor.peer.right = 'read'
    room.recheck()
    expect(noor.peer.closed).toBe(null)
    noor.types('te laat')
    await room.settled()
    expect([noor.peer.closed?.code, log.frames('room').length]).toEqual([CLOSE.closedForWriting, 0])
  })
  test('a right that ends between sending and writing counts', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    noor.types('net niet')
    noor.peer.right = 'none'
    await room.settled()
    expect([noor.peer.closed?.code, log.frames('room').length]).toEqual([CLOSE.closedForWriting, 0])
  })
  test('[R4] words that were counted in and then refused are not known: who may write again and sends them again has them saved', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write', { name: 'Noor' }))
    noor.types('net niet')
    noor.peer.right = 'none'
    await room.settled()
    const back = writer(room, testPeer('write', { name: 'Noor' }), noor.doc)
    back.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    await room.settled()
    expect([told(back.peer).at(-1), await onDisk(log)]).toEqual(['saved 1', 'net niet'])
  })
  test('who may read nothing any more goes at once, who may write now starts again', async () => {
    const { room } = await aRoom(openLog())
    const [gone, raised] = [testPeer('read'), testPeer('read')]
    room.join(gone)
    room.join(raised)
    gone.right = 'none'
    raised.right = 'write'
    room.recheck()
    expect([gone.closed?.code, raised.closed?.code]).toEqual([CLOSE.notYours, CLOSE.tryAgain])
  })
})

describe('a freeze', () => {
  test('[R9] in mid-flight: the sender gets 4409, nobody sees the words, the log is as it was', async () => {
    const log = openLog()
    const { room, published } = await aRoom(log)
    const [noor, samira] = [writer(room, testPeer('write')), writer(room, testPeer('write'))]
    noor.types('Op tijd.')
    await room.settled()
    const release = log.hold()
    noor.types(' Te laat.')
    await new Promise((resolve) => { setImmediate(() => setImmediate(resolve)) })
    log.freeze('room')
    release()
    await room.settled()
    expect(noor.peer.closed?.code).toBe(CLOSE.closedForWriting)
    expect([samira.sees(), await onDisk(log), told(noor.peer).at(-1), published.length]).toEqual(['Op tijd.', 'Op tijd.', 'saved 1', 1])
    expect(room.read(textOf)).toBe('Op tijd.')
    expect([room.writable, room.epoch]).toEqual([false, 1])
  })
  test('[R9] words that were read before the freeze and written after it are refused under the new epoch too', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    noor.types('oud')
    log.freeze('room')
    log.reopen('room')
    await room.catchUp()
    await room.settled()
    expect([noor.peer.closed?.code, await onDisk(log)]).toEqual([CLOSE.closedForWriting, ''])
  })
  test('somebody who only reads stays, and writes again after reopening from a fresh start', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    log.freeze('room')
    await room.catchUp()
    expect(noor.peer.closed).toBe(null)
    log.reopen('room')
    await room.catchUp()
    room.recheck()
    const again = writer(room, testPeer('write'))
    again.types('nieuw')
    await room.settled()
    expect(await onDisk(log)).toBe('nieuw')
  })
})
