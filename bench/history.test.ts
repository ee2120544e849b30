/** A history typed keystroke by keystroke must end as the text that it is the history of. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { historyOf, inventedEdits, readTrace, type Edit } from './history.ts'
import { readText } from './passages.ts'

const applied = (edits: readonly Edit[]): string => edits.reduce((text, [at, gone, comes]) => text.slice(0, at) + comes + text.slice(at + gone), '')
const typed = (updates: readonly Uint8Array[]): string => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return readText(doc, 7)
}

test('a newline divides a passage, and a deleted one joins two again', () => {
  const edits: Edit[] = [[0, 0, 'eentwee'], [3, 0, '\n'], [8, 0, '\n\ndrie'], [0, 0, '\n'], [4, 1, ' en '], [0, 1, ''], [6, 3, 'x\ny\nz']]
  const { updates, text } = historyOf(edits, 7)
  expect(text).toBe(applied(edits))
  expect(typed(updates)).toBe(text)
})

test('an invented history is the same every time, holds what its edits say, and gives one update for each', () => {
  const edits = inventedEdits(3_000)
  expect(inventedEdits(3_000)).toEqual(edits)
  expect(edits.some(([, gone]) => gone > 0)).toBe(true)
  expect(edits.some(([,, comes]) => comes === '\n')).toBe(true)
  const { updates, text } = historyOf(edits, 7)
  expect(text).toBe(applied(edits))
  expect(typed(updates)).toBe(text)
  expect(updates).toHaveLength(edits.length + 1) // the first passage, before anything is typed
})

test('a recorded history is read packed or not, and another file is refused', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trace-'))
  const trace = JSON.stringify({ startContent: 'begin', txns: [{ patches: [[5, 0, ' en'], [8, 0, ' eind']] }, { patches: [[0, 1, 'B']] }] })
  for (const [name, bytes] of [['plain.json', trace], ['packed.json.gz', gzipSync(trace)]] as const) {
    fs.writeFileSync(path.join(folder, name), bytes)
    expect(applied(readTrace(path.join(folder, name)))).toBe('Begin en eind')
  }
  fs.writeFileSync(path.join(folder, 'other.json'), '{}')
  expect(() => readTrace(path.join(folder, 'other.json'))).toThrow('no sequential editing trace')
  fs.rmSync(folder, { recursive: true })
})
