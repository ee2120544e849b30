/** What a room does with bytes, words and names that may not stand: the sender goes, the rest stays. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { awarenessFrame, CLOSE, step1Frame, step2Frame, updateFrame } from './frames.ts'
import { MAXIMUM_MESSAGE, MAXIMUM_QUESTION, MAXIMUM_TEXT, PATIENCE } from './limits.ts'
import { aRoom, onDisk, openGate, plainGate, testPeer, textOf, told } from './testing.ts'
import { openLog, writer } from './testing-writer.ts'

describe('offenders', () => {
  test('[R7] of a batch with one invalid update only its sender goes, the rest is written and seen', async () => {
    const log = openLog()
    const { room } = await aRoom(log, { gate: openGate('verboden') })
    const [noor, bad, samira] = ['Noor', 'Vreemd', 'Samira'].map((name) => writer(room, testPeer('write', { name }))) as [ReturnType<typeof writer>, ReturnType<typeof writer>, ReturnType<typeof writer>]
    noor.types('goed ')
    bad.types('verboden ')
    samira.types('beter ')
    await room.settled()
    expect([noor.peer.closed, bad.peer.closed?.code, samira.peer.closed]).toEqual([null, CLOSE.notValid, null])
    const text = await onDisk(log)
    expect([text.includes('goed'), text.includes('beter'), text.includes('verboden')]).toEqual([true, true, false])
    expect(room.read(textOf)).toBe(text)
    expect([told(noor.peer).at(-1), told(samira.peer).at(-1)]).toEqual(['saved 1', 'saved 1'])
  })
  test('[R7] what somebody says after words that are refused is not written, and what others say before and after is', async () => {
    const log = openLog()
    const { room } = await aRoom(log, { gate: openGate('verboden') })
    const [noor, bad] = [writer(room, testPeer('write', { name: 'Noor' })), writer(room, testPeer('write', { name: 'Vreemd' }))]
    noor.types('goed ')
    bad.types('verboden ')
    noor.types('en wel ')
    bad.member.receive(updateFrame(writer(room, testPeer('write'), new Y.Doc()).typed('nog wat ')))
    await room.settled()
    expect([await onDisk(log), noor.peer.closed, bad.peer.closed?.code, told(noor.peer).at(-1)]).toEqual(['goed en wel ', null, CLOSE.notValid, 'saved 2'])
  })
  test('[R7] for whoever sends what is refused on many connections at once the text is made anew once, and a second tab comes back with its words', async () => {
    const log = openLog()
    let made = 0
    const gate = { ...openGate('verboden'), newDocument: () => { made += 1; return new Y.Doc() } }
    const { room } = await aRoom(log, { gate })
    const all = Array.from({ length: 20 }, () => writer(room, testPeer('write', { name: 'Vreemd' })))
    const [noor, tab] = [writer(room, testPeer('write', { name: 'Noor' })), writer(room, testPeer('write', { name: 'Vreemd' }))]
    for (const one of all) one.types('verboden')
    tab.types('gewoon')
    noor.types('goed')
    await room.settled()
    expect(made).toBeLessThan(6)
    expect([all[0]!, all[1]!, tab, noor].map(({ peer }) => peer.closed?.code)).toEqual([CLOSE.notValid, CLOSE.tryAgain, CLOSE.tryAgain, undefined])
    const back = writer(room, testPeer('write', { name: 'Vreemd' }), tab.doc)
    back.member.receive(updateFrame(Y.encodeStateAsUpdate(tab.doc)))
    await room.settled()
    const text = await onDisk(log)
    expect([text.includes('goed'), text.includes('gewoon'), text.includes('verboden')]).toEqual([true, true, false])
  })
  test('[R7] a gate that stumbles takes only the sender along', async () => {
    const gate = { ...openGate(), whyNot: (doc: Y.Doc) => { if (textOf(doc).includes('!')) throw new Error('stumbled'); return null } }
    const { room, faults } = await aRoom(openLog(), { gate })
    const [noor, bad] = [writer(room, testPeer('write', { name: 'Noor' })), writer(room, testPeer('write', { name: 'Vreemd' }))]
    bad.types('!')
    noor.types('goed')
    await room.settled()
    expect([bad.peer.closed?.code, noor.peer.closed, faults.length]).toEqual([CLOSE.notValid, null, 1])
  })
  test.each([
    ['bytes that are no frame', new Uint8Array([7, 7, 7]), CLOSE.badFrame],
    ['nothing at all', new Uint8Array(), CLOSE.badFrame],
    ['a length without bytes', new Uint8Array([0, 2, 255, 255, 3]), CLOSE.badFrame],
    ['a question that names more clients than anybody knows', step1Frame(new Uint8Array(MAXIMUM_QUESTION + 1)), CLOSE.badFrame],
    ['presence of more people than there are', awarenessFrame(new Uint8Array(512 * 1024 + 1)), CLOSE.badFrame],
    ['a message of more than 1 MiB', new Uint8Array(MAXIMUM_MESSAGE + 1), CLOSE.tooLarge],
  ])('[R7] %s closes that connection and no other', async (_, bytes, code) => {
    const { room, faults } = await aRoom(openLog())
    const [noor, bad] = [writer(room, testPeer('write')), writer(room, testPeer('write'))]
    bad.member.receive(bytes)
    noor.types('goed')
    await room.settled()
    expect([bad.peer.closed?.code, noor.peer.closed, told(noor.peer).at(-1), faults]).toEqual([code, null, 'saved 1', []])
  })
  test('[R7] an update that is no update closes its sender', async () => {
    const { room } = await aRoom(openLog())
    const bad = writer(room, testPeer('write'))
    bad.member.receive(updateFrame(new Uint8Array([1, 1, 1, 1, 99, 99])))
    await room.settled()
    expect(bad.peer.closed?.code).toBe(CLOSE.notValid)
  })
  test('[R8] who types before the question of the server has reached it loses nothing, however much it is, and answers once', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    noor.typed('Offline getypt. ')
    for (const letter of 'En snel door, over een traag net.') noor.types(letter)
    await room.settled()
    expect([noor.peer.closed, told(noor.peer)]).toEqual([null, ['step-1']])
    noor.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    await room.settled()
    expect([await onDisk(log), told(noor.peer).at(-1)]).toEqual(['Offline getypt. En snel door, over een traag net.', 'saved 34'])
  })
  test('[R8] an answer that is loose itself is asked for again, and is not saved before it is whole', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write'))
    noor.typed('Begin. ')
    noor.member.receive(step2Frame(noor.typed('Vervolg.')))
    await room.settled()
    expect([noor.peer.closed, told(noor.peer)]).toEqual([null, ['step-1', 'step-1']])
    noor.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    await room.settled()
    expect([await onDisk(log), told(noor.peer).at(-1)]).toEqual(['Begin. Vervolg.', 'saved 2'])
  })
  test('[R8] who has said all it has and then sends loose parts, deletes among them, is refused', async () => {
    const { room } = await aRoom(openLog())
    const [noor, odd] = [writer(room, testPeer('write', { name: 'Noor' })), writer(room, testPeer('write', { name: 'Vreemd' }))]
    odd.member.receive(step2Frame(Y.encodeStateAsUpdate(odd.doc)))
    const nowhere = new Y.Doc()
    nowhere.getText('default').insert(0, 'elders')
    const before = Y.encodeStateVector(nowhere)
    nowhere.getText('default').delete(0, 3)
    odd.member.receive(updateFrame(Y.encodeStateAsUpdate(nowhere, before)))
    noor.types('goed')
    await room.settled()
    expect([odd.peer.closed, noor.peer.closed]).toEqual([{ code: CLOSE.notValid, reason: 'parts-are-missing' }, null])
  })
  test('[R11] nobody writes in the name of another, and everybody may repeat what is known', async () => {
    const log = openLog()
    const { room } = await aRoom(log)
    const noor = writer(room, testPeer('write', { name: 'Noor' }))
    noor.types('van Noor')
    await room.settled()
    const repeats = writer(room, testPeer('write', { name: 'Samira' }))
    repeats.member.receive(step2Frame(Y.encodeStateAsUpdate(noor.doc)))
    const forger = writer(room, testPeer('write', { name: 'Vreemd' }), noor.doc)
    forger.types(', zogenaamd')
    await room.settled()
    expect([repeats.peer.closed, forger.peer.closed?.code, await onDisk(log)]).toEqual([null, CLOSE.notYours, 'van Noor'])
  })
  test('[R11] whose a client id is survives the room, and holds on every node', async () => {
    const log = openLog()
    const [here, there] = [await aRoom(log), await aRoom(log)]
    const noor = writer(here.room, testPeer('write', { name: 'Noor' }))
    noor.types('van Noor')
    await here.room.settled()
    await there.room.heard(here.published[0]!.updates, here.published[0]!.seq)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(noor.doc))
    copy.clientID = noor.doc.clientID
    for (const { room } of [there, await aRoom(log)]) {
      const forger = writer(room, testPeer('write', { name: 'Vreemd' }), copy)
      forger.types(', zogenaamd')
      await room.settled()
      expect(forger.peer.closed?.code).toBe(CLOSE.notYours)
    }
  })
  test('[R7] words of somebody who left are kept when another in the same batch is refused', async () => {
    const log = openLog()
    const { room } = await aRoom(log, { gate: openGate('verboden') })
    const [noor, bad] = [writer(room, testPeer('write', { name: 'Noor' })), writer(room, testPeer('write', { name: 'Vreemd' }))]
    noor.types('gebleven')
    noor.member.leave()
    bad.types('verboden')
    await room.settled()
    expect(await onDisk(log)).toBe('gebleven')
  })
  test('[R13] a text that is full takes nothing more, and is read on', async () => {
    const log = openLog()
    const { room } = await aRoom(log, { gate: plainGate() })
    const noor = writer(room, testPeer('write', { name: 'Noor' }))
    for (let part = 0; part < MAXIMUM_TEXT / 1_000_000 + 1; part += 1) {
      noor.types('x'.repeat(1_000_000))
      await room.settled()
    }
    const rows = log.frames('room').length
    noor.types('nog een letter')
    await room.settled()
    expect([noor.peer.closed, log.frames('room').length]).toEqual([{ code: CLOSE.tooLarge, reason: 'the text is full' }, rows])
    const reader = writer(room, testPeer('read'))
    reader.member.receive(step1Frame(new Uint8Array([0])))
    expect(reader.sees().length).toBeGreaterThan(MAXIMUM_TEXT)
  })
  test('[R8] who goes on sending loose parts and never answers is refused, for its words would never be whole', async () => {
    const { room } = await aRoom(openLog())
    const odd = writer(room, testPeer('write'))
    odd.typed('ontbreekt')
    for (let turn = 0; turn < PATIENCE; turn += 1) odd.types('x')
    expect(odd.peer.closed).toBe(null)
    odd.types('x')
    expect(odd.peer.closed?.code).toBe(CLOSE.notValid)
  })
})
