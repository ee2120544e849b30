// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { idOf, meet, p, replicaOf, textDoc } from './testing.ts'
import { undoState } from './undo.ts'
import { anEditor, caret, idsIn, press, shown, typeText } from './view-testing.ts'

test('undo before one typed anything leaves the text of others alone, and its button is off', () => {
  const ydoc = textDoc(p('een', 'Wat anderen schreven.'), p('twee', 'Nog meer.'))
  const editor = anEditor(ydoc)
  let updates = 0
  ydoc.on('update', () => { updates += 1 })
  expect(undoState(editor.state)).toEqual({ canUndo: false, canRedo: false })
  for (let times = 0; times < 3; times += 1) {
    editor.commands.undo()
    press(editor, 'z', { ctrl: true })
  }
  expect(shown(editor)).toEqual(['Wat anderen schreven.', 'Nog meer.'])
  expect(updates).toBe(0)
})

test('undo takes back only what one did oneself, and ids survive it', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  const other = replicaOf(ydoc)
  const [editor, beside] = [anEditor(ydoc), anEditor(other)]
  caret(editor, 'actie')
  typeText(editor, 'snelle ')
  caret(beside, 'Wij')
  typeText(beside, 'Ook ')
  meet(ydoc, other)
  expect(undoState(editor.state).canUndo).toBe(true)
  editor.commands.undo()
  meet(ydoc, other)
  expect(shown(beside)).toEqual(['Ook Wij vragen actie.'])
  editor.commands.redo()
  expect(shown(editor)).toEqual(['Ook Wij vragen snelle actie.'])
  expect(idsIn(editor)).toEqual([idOf('een')])
})

test('a new passage in which another person wrote meanwhile stays when its maker undoes it', () => {
  const ydoc = textDoc(p('een', 'een'))
  const other = replicaOf(ydoc)
  const [editor, beside] = [anEditor(ydoc), anEditor(other)]
  caret(editor, 'een', 'behind')
  press(editor, 'Enter')
  typeText(editor, 'van mij')
  meet(ydoc, other)
  caret(beside, 'van', 'before')
  typeText(beside, 'VAN HAAR ')
  meet(ydoc, other)
  editor.commands.undo()
  meet(ydoc, other)
  expect(shown(beside)).toEqual(['een', 'VAN HAAR '])
})
