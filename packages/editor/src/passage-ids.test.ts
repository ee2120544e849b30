// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { idOf, meet, p, replicaOf, textDoc } from './testing.ts'
import { anEditor, caret, idsIn, press, shown, typeText } from './view-testing.ts'
import { elementOf, fragmentOf } from './ydoc.ts'

const updatesOf = (ydoc: Y.Doc) => {
  const seen: Uint8Array[] = []
  ydoc.on('update', update => seen.push(update))
  return seen
}

test('opening a text writes nothing, also where ids are missing or double', () => {
  const ydoc = textDoc(p('een', 'een'), p('een', 'nog een'))
  fragmentOf(ydoc).insert(2, [elementOf({ id: '', kind: 'paragraph', indent: 0, content: [] })])
  const updates = updatesOf(ydoc)
  const editor = anEditor(ydoc)
  expect(idsIn(editor)).toEqual([idOf('een'), idOf('een'), ''])
  expect(updates).toEqual([])
})

test('nobody heals what others did: only the server does', () => {
  const ydoc = textDoc(p('een', 'een'))
  const other = replicaOf(ydoc)
  const editor = anEditor(ydoc)
  const updates = updatesOf(ydoc)
  fragmentOf(other).insert(1, [elementOf(p('een', 'nog een'))])
  meet(ydoc, other)
  expect(updates).toHaveLength(1)
  caret(editor, 'nog')
  typeText(editor, 'x')
  expect(idsIn(editor)).toEqual([idOf('een'), idOf('een')])
})

test('what is copied and pasted gets new ids, and anchors stay behind', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.', 'ask'), p('twee', 'Slot.'))
  const editor = anEditor(ydoc)
  const copied = editor.state.doc.slice(0, editor.state.doc.child(0).nodeSize)
  const anchored = editor.state.tr.addMark(1, 4, editor.schema.mark('anchor', { id: 'gesprek' }))
  const slice = anchored.doc.slice(0, copied.size)
  const transformed = editor.view.someProp('transformPasted', transform => transform(slice, editor.view, false)) ?? slice
  editor.view.dispatch(editor.state.tr.replace(editor.state.doc.content.size, editor.state.doc.content.size, transformed))
  expect(shown(editor)).toEqual(['ask: Wij vragen actie.', 'Slot.', 'ask: Wij vragen actie.'])
  expect(new Set(idsIn(editor)).size).toBe(3)
  expect(JSON.stringify(editor.getJSON())).not.toContain('anchor')
})

test('who deletes everything can go on writing', () => {
  const ydoc = textDoc(p('een', 'een', 'title'), p('twee', 'twee'))
  const editor = anEditor(ydoc)
  editor.commands.selectAll()
  editor.commands.deleteSelection()
  expect(shown(editor)).toHaveLength(1)
  typeText(editor, 'Opnieuw')
  expect(idsIn(editor)[0]).toMatch(/^[a-z0-9]{10}$/)
})

test('a text that others left without any passage takes Enter and typing', () => {
  const ydoc = textDoc(p('een', 'een'))
  const editor = anEditor(ydoc)
  fragmentOf(ydoc).delete(0, 1)
  expect(shown(editor)).toEqual([])
  press(editor, 'Enter')
  expect(idsIn(editor)[0]).toMatch(/^[a-z0-9]{10}$/)
})
