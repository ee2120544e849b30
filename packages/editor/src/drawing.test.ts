// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { editorAttributes } from './editor-attributes.ts'
import { textOf, type SourceAttributes } from './passage.ts'
import { refreshPassageWidgets } from './passage-widgets.ts'
import { idOf, meet, p, replicaOf, textDoc } from './testing.ts'
import { anEditor, caret, shown, typeText } from './view-testing.ts'
import { docJson, readPassages } from './ydoc.ts'

const passageIn = (dom: HTMLElement, name: string): Element | null => dom.querySelector(`[data-passage="${idOf(name)}"]`)

test('headings and quotations are real ones in the editor, and everything carries its id and kind', () => {
  const editor = anEditor(textDoc(p('t', 'Titel', 'title'), p('k', 'Kop', 'heading2'), p('q', 'Citaat', 'quote'), p('b', 'punt', 'bullet', 1)), { headingOffset: 1 })
  expect(['t', 'k', 'q', 'b'].map(name => passageIn(editor.view.dom, name)?.localName)).toEqual(['h2', 'h4', 'blockquote', 'p'])
  expect(passageIn(editor.view.dom, 'b')?.getAttribute('data-indent')).toBe('1')
})

test('items, passages and sources are numbered for the eye, and the text does not hold the numbers', () => {
  const source: SourceAttributes = { label: 'CPB', address: '', date: '' }
  const ydoc = textDoc(p('a', 'a', 'numbered'), p('b', 'b', 'numbered'), { ...p('c', ''), content: [{ type: 'text', text: 'c' }, { type: 'source', attrs: source }] })
  const { dom } = anEditor(ydoc).view
  expect(passageIn(dom, 'b')?.getAttribute('data-number')).toBe('2.')
  expect(passageIn(dom, 'c')?.getAttribute('data-passage-number')).toBe('3')
  expect(dom.querySelector('sup[data-source]')?.getAttribute('data-number')).toBe('1')
  expect(JSON.stringify(docJson(ydoc))).not.toMatch(/2\.|data-/)
})

test('a run of list passages is told as one list, with the place of every item', () => {
  const ydoc = textDoc(p('x', 'x'), p('a', 'a', 'bullet'), p('b', 'b', 'bullet', 1), p('c', 'c', 'bullet'))
  const { dom } = anEditor(ydoc).view
  const owners = [...dom.querySelectorAll('[role=list]')]
  expect(owners.map(owner => owner.getAttribute('aria-owns'))).toEqual([['a', 'b', 'c'].map(name => `item-${idOf(name)}`).join(' ')])
  const item = passageIn(dom, 'c')
  expect(['role', 'id', 'aria-level', 'aria-posinset', 'aria-setsize'].map(name => item?.getAttribute(name))).toEqual(['listitem', `item-${idOf('c')}`, '1', '2', '2'])
  expect(passageIn(dom, 'x')?.hasAttribute('role')).toBe(false)
})

test('an empty passage shows what it asks for, and no longer when it has words', () => {
  const editor = anEditor(textDoc(p('a', '', 'addressee')), { placeholder: kind => `hier: ${kind}` })
  expect(passageIn(editor.view.dom, 'a')?.getAttribute('data-placeholder')).toBe('hier: addressee')
  editor.commands.setTextSelection(1)
  typeText(editor, 'De minister')
  expect(passageIn(editor.view.dom, 'a')?.hasAttribute('data-placeholder')).toBe(false)
})

test('a widget stands behind its passage and is drawn once, however much is typed and received', () => {
  const ydoc = textDoc(p('a', 'Wij vragen'), p('b', 'b'))
  const other = replicaOf(ydoc)
  const beside = anEditor(other)
  let stands = 1
  const render = vi.fn((id: string) => Object.assign(document.createElement('button'), { textContent: `${id} ${stands}` }))
  const editor = anEditor(ydoc, { widgets: { render, key: id => id === idOf('a') ? String(stands) : '', onRemove: () => undefined } })
  const drawn = render.mock.calls.length
  const widget = passageIn(editor.view.dom, 'a')?.nextElementSibling
  expect(widget?.textContent).toBe(`${idOf('a')} 1`)
  expect(widget?.getAttribute('contenteditable')).toBe('false')
  caret(editor, 'vragen')
  typeText(editor, 'allen ')
  caret(beside, 'b')
  typeText(beside, 'x')
  meet(ydoc, other)
  expect(render.mock.calls).toHaveLength(drawn)
  expect(passageIn(editor.view.dom, 'a')?.nextElementSibling).toBe(widget)
  const { from } = editor.state.selection
  stands = 2
  refreshPassageWidgets(editor)
  expect(render.mock.calls).toHaveLength(drawn + 1)
  expect(passageIn(editor.view.dom, 'a')?.nextElementSibling?.textContent).toBe(`${idOf('a')} 2`)
  expect(editor.state.selection.from).toBe(from)
})

test('a browser translation of the page does not enter the text, and the view shows the text again', async () => {
  const ydoc = textDoc(p('a', 'Wij vragen actie.'))
  const editor = anEditor(ydoc)
  const text = passageIn(editor.view.dom, 'a')?.firstChild
  const font = Object.assign(document.createElement('font'), { textContent: 'We ask for action.' })
  text?.parentNode?.replaceChild(font, text)
  await vi.waitFor(() => expect(editor.view.dom.querySelector('font')).toBeNull())
  expect(editor.view.dom.textContent).toBe('Wij vragen actie.')
  expect(shown(editor)).toEqual(['Wij vragen actie.'])
  expect(readPassages(ydoc).map(textOf)).toEqual(['Wij vragen actie.'])
})

test('the editable says its language, its name and that it is not to be translated', () => {
  expect(editorAttributes({ language: 'nl', label: 'Tekst', editable: true })).toEqual({
    'role': 'textbox', 'aria-label': 'Tekst', 'aria-multiline': 'true', 'lang': 'nl', 'spellcheck': 'true', 'translate': 'no', 'class': 'paper notranslate',
  })
})
