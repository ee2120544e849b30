// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { anchorPlaces, removeAnchor, setAnchor } from './anchors.ts'
import { versionBytes } from './canonical.ts'
import { whyInvalid } from './gate.ts'
import { idOf, meet, p, replicaOf, textDoc } from './testing.ts'
import { anEditor, caret, press, typeText } from './view-testing.ts'
import { readPassages } from './ydoc.ts'

const place = { passageId: idOf('een'), from: 11, to: 16, quote: 'actie' }

test('an anchor stands on its words, passes the gate and is in no version', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  const before = versionBytes({ language: 'nl', passages: readPassages(ydoc) })
  expect(setAnchor(ydoc, 'gesprek', place)).toBe(true)
  expect(setAnchor(ydoc, 'tweede', { ...place, from: 4, quote: 'vragen actie' })).toBe(true)
  expect(whyInvalid(ydoc)).toBeNull()
  expect(anchorPlaces(ydoc)).toEqual(new Map([['tweede', [{ ...place, from: 4, quote: 'vragen actie' }]], ['gesprek', [place]]]))
  expect(versionBytes({ language: 'nl', passages: readPassages(ydoc) })).toEqual(before)
})

test('an anchor is not put on other words than were meant', () => {
  const ydoc = textDoc(p('een', 'Wij eisen actie.'))
  expect(setAnchor(ydoc, 'gesprek', place)).toBe(false)
  expect(setAnchor(ydoc, 'gesprek', { ...place, passageId: idOf('weg') })).toBe(false)
  expect(anchorPlaces(ydoc).size).toBe(0)
})

test('an anchor goes with its words through typing, bold and a split, and is gone when they are', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  setAnchor(ydoc, 'gesprek', place)
  const other = replicaOf(ydoc)
  const editor = anEditor(other)
  caret(editor, 'vragen')
  typeText(editor, 'allen ')
  editor.commands.setTextSelection({ from: 18, to: 20 })
  editor.commands.toggleBold()
  meet(ydoc, other)
  expect(anchorPlaces(ydoc).get('gesprek')).toEqual([{ ...place, from: 17, to: 22 }])
  caret(editor, 'tie')
  press(editor, 'Enter')
  expect(anchorPlaces(other).get('gesprek')?.map(({ quote }) => quote)).toEqual(['ac', 'tie'])
  expect(whyInvalid(other)).toBeNull()
  removeAnchor(other, 'gesprek')
  expect(anchorPlaces(other).size).toBe(0)
})

test('typing behind anchored words is not part of the anchor', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie'))
  setAnchor(ydoc, 'gesprek', place)
  const editor = anEditor(ydoc)
  caret(editor, 'actie', 'behind')
  typeText(editor, ' nu')
  expect(anchorPlaces(ydoc).get('gesprek')).toEqual([place])
})
