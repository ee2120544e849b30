/** Bytes to frames and back, against y-protocols itself. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as awareness from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { readPresences, withUser, writePresences } from './awareness.ts'
import { awarenessFrame, noticeFrame, packFrames, readFrame, savedFrame, step1Frame, step2Frame, unpackFrames, updateFrame } from './frames.ts'
import { holds, patience } from './kept-seeds.ts'

const SEED = { seed: 20261202 }
const someBytes = fc.uint8Array({ maxLength: 300, size: 'max' })

describe('frames', () => {
  test('are the bytes of y-protocols', () => {
    const doc = new Y.Doc()
    doc.getText('default').insert(0, 'Wij vragen actie.')
    const official = (write: (encoder: encoding.Encoder) => void) => {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 0)
      write(encoder)
      return encoding.toUint8Array(encoder)
    }
    expect(step1Frame(Y.encodeStateVector(doc))).toEqual(official((encoder) => sync.writeSyncStep1(encoder, doc)))
    expect(step2Frame(Y.encodeStateAsUpdate(doc))).toEqual(official((encoder) => sync.writeSyncStep2(encoder, doc)))
    expect(updateFrame(Y.encodeStateAsUpdate(doc))).toEqual(official((encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(doc))))
  })
  test('what is written is read back', async () => {
    await holds(fc.property(someBytes, (bytes) => {
      expect(readFrame(step1Frame(bytes))).toEqual({ type: 'step-1', stateVector: bytes })
      expect(readFrame(step2Frame(bytes))).toEqual({ type: 'step-2', update: bytes })
      expect(readFrame(updateFrame(bytes))).toEqual({ type: 'update', update: bytes })
      expect(readFrame(awarenessFrame(bytes))).toEqual({ type: 'awareness', update: bytes })
    }), { name: 'frames', ...SEED })
  }, patience())
  test('[R7] any other bytes are read or refused, and never hang or fill the memory', async () => {
    await holds(fc.property(fc.uint8Array({ maxLength: 40, size: 'max' }), (bytes) => {
      try { readFrame(bytes) } catch (error) { expect(error).toBeInstanceOf(Error) }
    }), { name: 'any bytes', ...SEED, numRuns: 2000 })
  }, patience())
  test('[R7] a length that promises more than there is, is refused', () => expect(() => readFrame(new Uint8Array([0, 2, 255, 255, 255, 255, 15, 1]))).toThrow())
  test('our own frames are a number and a count, and a number and JSON', () => {
    expect([...savedFrame(3)]).toEqual([100, 3])
    const decoder = decoding.createDecoder(noticeFrame({ stream: 'statement/1', revision: 4 }))
    expect([decoding.readVarUint(decoder), decoding.readVarString(decoder)]).toEqual([101, '{"stream":"statement/1","revision":4}'])
  })
  test('a row of the log gives its updates back as they came', async () => {
    await holds(fc.property(fc.array(someBytes, { maxLength: 20, size: 'max' }), (updates) => { expect(unpackFrames(packFrames(updates))).toEqual(updates) }), { name: 'rows', ...SEED })
  }, patience())
})

describe('presence', () => {
  test('is the bytes of y-protocols, and the name comes from the session', () => {
    const presence = new awareness.Awareness(new Y.Doc())
    presence.setLocalState({ user: { name: 'De minister' }, cursor: { anchor: 1 } })
    const read = readPresences(awareness.encodeAwarenessUpdate(presence, [presence.clientID]))
    expect(read).toMatchObject([{ clientId: presence.clientID, state: { user: { name: 'De minister' } } }])
    const other = new awareness.Awareness(new Y.Doc())
    awareness.applyAwarenessUpdate(other, writePresences(withUser(read, { name: 'Noor Hageman' })), 'test')
    expect(other.getStates().get(presence.clientID)).toEqual({ user: { name: 'Noor Hageman' }, cursor: { anchor: 1 } })
    presence.destroy()
    other.destroy()
  })
  test('somebody who left stays gone', () => {
    expect(withUser([{ clientId: 1, clock: 2, state: null }], { name: 'Noor' })).toEqual([{ clientId: 1, clock: 2, state: null }])
  })
})
