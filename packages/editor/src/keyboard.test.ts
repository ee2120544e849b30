// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { idOf, meet, p, replicaOf, textDoc } from './testing.ts'
import { anEditor, caret, idsIn, press, shown, typeText } from './view-testing.ts'
import { readPassages } from './ydoc.ts'

test('Enter behind a passage begins the kind that follows, with an id of its own', () => {
  const ydoc = textDoc(p('titel', 'Sociaal maakt gezond', 'title'), p('m', 'Preventie loont.', 'message'))
  const editor = anEditor(ydoc)
  caret(editor, 'gezond', 'behind')
  press(editor, 'Enter')
  typeText(editor, 'Inleiding')
  caret(editor, 'loont.', 'behind')
  press(editor, 'Enter')
  typeText(editor, 'Cijfer')
  expect(shown(editor)).toEqual(['title: Sociaal maakt gezond', 'Inleiding', 'message: Preventie loont.', 'evidence: Cijfer'])
  expect(idsIn(editor)[0]).toBe(idOf('titel'))
  expect(new Set(idsIn(editor)).size).toBe(4)
  expect(readPassages(ydoc).map(({ id }) => id)).toEqual(idsIn(editor))
})

test('Enter before the words makes room above them: the words keep their passage, for others as well', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.', 'ask'))
  const other = replicaOf(ydoc)
  const [editor, beside] = [anEditor(ydoc), anEditor(other)]
  caret(editor, 'Wij')
  press(editor, 'Enter')
  caret(beside, 'actie')
  typeText(beside, 'snelle ')
  meet(ydoc, other)
  expect(shown(editor)).toEqual(['', 'ask: Wij vragen snelle actie.'])
  expect(idsIn(editor)[1]).toBe(idOf('een'))
  expect(idsIn(beside)).toEqual(idsIn(editor))
})

test('Enter in the middle splits: the first half keeps the id, and half a heading becomes a paragraph', () => {
  const editor = anEditor(textDoc(p('een', 'Eerst dit. Dan dat.', 'bullet', 1), p('kop', 'Kop en staart', 'heading1')))
  caret(editor, 'Dan')
  press(editor, 'Enter')
  caret(editor, 'staart')
  press(editor, 'Enter')
  expect(shown(editor)).toEqual(['bullet1: Eerst dit. ', 'bullet1: Dan dat.', 'heading1: Kop en ', 'staart'])
  expect(idsIn(editor)[0]).toBe(idOf('een'))
  expect(new Set(idsIn(editor)).size).toBe(4)
})

test('Enter in an empty list item steps out, level by level', () => {
  const editor = anEditor(textDoc(p('een', 'punt', 'bullet', 1)))
  caret(editor, 'punt', 'behind')
  for (const after of ['bullet1: ', 'bullet: ', '', '']) {
    press(editor, 'Enter')
    expect(shown(editor)[1]).toBe(after)
  }
})

test('Tab moves list items in and out, and leaves the text where nothing can move', () => {
  const editor = anEditor(textDoc(p('een', 'punt', 'numbered'), p('twee', 'tekst')))
  caret(editor, 'punt')
  expect(press(editor, 'Tab')).toBe(true)
  expect(shown(editor)[0]).toBe('numbered1: punt')
  expect(press(editor, 'Tab', { shift: true })).toBe(true)
  expect(press(editor, 'Tab', { shift: true })).toBe(false)
  caret(editor, 'tekst')
  expect(press(editor, 'Tab')).toBe(false)
})

test('Backspace before a passage: a list item steps out, another kind becomes a paragraph, an empty one before goes', () => {
  const editor = anEditor(textDoc(p('leeg', '', 'heading1'), p('een', 'punt', 'bullet'), p('vraag', 'Doe iets', 'ask')))
  caret(editor, 'punt')
  press(editor, 'Backspace')
  expect(shown(editor)).toEqual(['heading1: ', 'punt', 'ask: Doe iets'])
  press(editor, 'Backspace')
  expect(shown(editor)).toEqual(['punt', 'ask: Doe iets'])
  expect(idsIn(editor)[0]).toBe(idOf('een'))
  caret(editor, 'Doe')
  press(editor, 'Backspace')
  expect(shown(editor)).toEqual(['punt', 'Doe iets'])
  press(editor, 'Backspace')
  expect(shown(editor)).toEqual(['puntDoe iets'])
  expect(idsIn(editor)).toEqual([idOf('een')])
})

test('Backspace in the first passage keeps it: an empty title becomes a paragraph with the same id', () => {
  const ydoc = textDoc(p('titel', '', 'title'), p('een', 'een'))
  const editor = anEditor(ydoc)
  editor.commands.setTextSelection(1)
  press(editor, 'Backspace')
  press(editor, 'Backspace')
  expect(shown(editor)).toEqual(['', 'een'])
  expect(idsIn(editor)).toEqual([idOf('titel'), idOf('een')])
})

test('Delete behind a passage takes away the one without words', () => {
  const editor = anEditor(textDoc(p('een', 'een'), p('leeg', ''), p('twee', 'twee', 'ask')))
  caret(editor, 'een', 'behind')
  press(editor, 'Delete')
  expect(shown(editor)).toEqual(['een', 'ask: twee'])
})

test('keys and commands change the kind and keep what others type there at that moment', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  const other = replicaOf(ydoc)
  const [editor, beside] = [anEditor(ydoc), anEditor(other)]
  caret(editor, 'Wij')
  press(editor, '2', { ctrl: true, alt: true })
  caret(beside, 'actie')
  typeText(beside, 'snelle ')
  meet(ydoc, other)
  expect(shown(editor)).toEqual(['heading2: Wij vragen snelle actie.'])
  editor.commands.setPassageKind('heading2')
  expect(shown(beside)).toEqual(['heading2: Wij vragen snelle actie.'])
  meet(ydoc, other)
  expect(shown(beside)).toEqual(['Wij vragen snelle actie.'])
  press(editor, '8', { ctrl: true, shift: true })
  editor.commands.changeIndent(1)
  editor.commands.setPassageKind('quote')
  expect(readPassages(ydoc)[0]).toMatchObject({ kind: 'quote', indent: 0 })
})

test('Shift and Enter break the line within the passage', () => {
  const ydoc = textDoc(p('een', 'Den Haag'))
  const editor = anEditor(ydoc)
  caret(editor, 'Haag')
  press(editor, 'Enter', { shift: true })
  expect(readPassages(ydoc)[0]?.content.map(({ type }) => type)).toEqual(['text', 'hardBreak', 'text'])
})

test('Alt and an arrow ask the server to move the passage', () => {
  const asked: unknown[] = []
  const editor = anEditor(textDoc(p('een', 'een'), p('twee', 'twee')), { onMove: (...ask) => asked.push(ask) })
  caret(editor, 'twee')
  expect(press(editor, 'ArrowUp', { alt: true })).toBe(true)
  expect(asked).toEqual([[idOf('twee'), 'up']])
})
