// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { withinPassage } from './fill-in.ts'
import { placedPassages } from './passage-nodes.ts'
import { p, textDoc } from './testing.ts'
import { anEditor, caret, idsIn, press, shown, typeText } from './view-testing.ts'

const LETTER = () => anEditor(textDoc(p('aan', '[Geadresseerde: naam en functie]', 'addressee'), p('heil', '[Aanhef],', 'salutation'), p('een', 'Wij schrijven u.'), p('punt', '[Een toezegging]', 'bullet'), p('slot', '[Slotformule]', 'closing')))
const selected = (editor: Editor): string => editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to, '|')
/** As the browser reports a selection made with the mouse: from before words in one passage to a place in another. */
function drag(editor: Editor, from: number, to: number): void {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)).setMeta('pointer', true))
}
const clickAt = (editor: Editor, words: string): boolean => {
  caret(editor, words)
  const event = new MouseEvent('click', { button: 0 })
  return editor.view.someProp('handleClick', (handle) => handle(editor.view, editor.state.selection.from, event)) === true
}

test('a click on what is to be filled in selects it as a whole, and typing replaces it; a second click puts the caret in it', () => {
  const editor = LETTER()
  expect([clickAt(editor, 'naam'), selected(editor)]).toEqual([true, '[Geadresseerde: naam en functie]'])
  expect(editor.view.someProp('handleClick', (handle) => handle(editor.view, editor.state.selection.from + 3, new MouseEvent('click')))).not.toBe(true)
  typeText(editor, 'De minister van VWS')
  expect(shown(editor).slice(0, 2)).toEqual(['addressee: De minister van VWS', 'salutation: [Aanhef],'])
  expect([clickAt(editor, 'schrijven'), selected(editor)]).toEqual([false, ''])
})

test('Tab goes to the next place to fill in and Shift+Tab back; after the last it leaves the paper', () => {
  const editor = LETTER()
  caret(editor, '[Geadresseerde')
  const steps = [1, 2, 3, 4].map(() => [press(editor, 'Tab'), selected(editor)])
  expect(steps).toEqual([[true, '[Geadresseerde: naam en functie]'], [true, '[Aanhef]'], [true, '[Een toezegging]'], [true, '[Slotformule]']])
  expect(press(editor, 'Tab')).toBe(false)
  expect([press(editor, 'Tab', { shift: true }), selected(editor)]).toEqual([true, '[Een toezegging]'])
  caret(editor, 'toezegging') // a caret in a list item makes a level, as ever
  press(editor, 'Tab')
  expect(shown(editor)[3]).toBe('bullet1: [Een toezegging]')
})

test('a selection with the mouse that runs to the start of the next passage stays in its own', () => {
  const editor = LETTER()
  const ids = idsIn(editor)
  const [first, second] = placedPassages(editor.state.doc)
  drag(editor, first!.from + 1, second!.from + 1)
  expect(selected(editor)).toBe('[Geadresseerde: naam en functie]')
  typeText(editor, 'De minister')
  expect([shown(editor).slice(0, 2), idsIn(editor)]).toEqual([['addressee: De minister', 'salutation: [Aanhef],'], ids])
})

test('keys may select over the end of a passage, but typing and Backspace keep the next one whole', () => {
  const editor = LETTER()
  const ids = idsIn(editor)
  const [first, second] = placedPassages(editor.state.doc)
  const over = () => editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, second!.from + 1, first!.from + 1)))
  over()
  expect(selected(editor)).toBe('[Geadresseerde: naam en functie]|')
  press(editor, 'ArrowDown', { shift: true })
  expect(selected(editor)).toBe('[Geadresseerde: naam en functie]|')
  press(editor, 'Backspace')
  expect(shown(editor).slice(0, 2)).toEqual(['addressee: ', 'salutation: [Aanhef],'])
  expect(idsIn(editor)).toEqual(ids)
})

test('who selects only the break between two passages means it', () => {
  const editor = LETTER()
  const [first, second] = placedPassages(editor.state.doc)
  drag(editor, first!.to - 1, second!.from + 1)
  expect(withinPassage(editor.state)).toBeNull()
  expect(editor.state.selection.empty).toBe(false)
})
