import { updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { normalisedContent } from './inline.ts'
import { FRAGMENT, schema } from './schema.ts'
import { p, somePassages, textDoc } from './testing.ts'
import { docJson, fragmentOf, readPassages } from './ydoc.ts'

test('a text seeded by the server reads back as the passages that went in', () => {
  fc.assert(fc.property(somePassages, passages => {
    expect(readPassages(textDoc(...passages))).toEqual(passages.map(passage => ({ ...passage, content: normalisedContent(passage.content) })))
  }), { seed: 11 })
})

test('the server seeds what the editor would write: its binding finds nothing to change', () => {
  fc.assert(fc.property(somePassages, passages => {
    const ydoc = textDoc(...passages)
    let updates = 0
    ydoc.on('update', () => { updates += 1 })
    updateYFragment(ydoc, fragmentOf(ydoc), schema.nodeFromJSON(docJson(ydoc)), { mapping: new Map(), isOMark: new Map() })
    expect(updates).toBe(0)
  }), { seed: 12, numRuns: 50 })
})

test('reading repairs nothing: a text that no editor would accept stays as it is', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  const text = (ydoc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.format(0, 3, { evil: {} })
  const before = Y.encodeStateAsUpdate(ydoc)
  expect(() => readPassages(ydoc)).toThrow(TypeError)
  expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before)
})
