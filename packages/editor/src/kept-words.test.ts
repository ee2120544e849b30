// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { movePassage } from './edits.ts'
import { textsNow, WATCHED_FOR, wordsNotIn } from './kept-words.ts'
import { idOf, meet, p, replicaOf, textDoc } from './testing.ts'
import type { KeptWords } from './typing-record.ts'
import { anEditor, caret, press, shown, typeText } from './view-testing.ts'
import { fragmentOf } from './ydoc.ts'

interface Scene { readonly mine: Y.Doc; readonly theirs: Y.Doc; readonly editor: Editor; readonly beside: Editor; readonly kept: KeptWords[]; readonly clock: { now: number; unsent: boolean } }

function scene(): Scene {
  const mine = textDoc(p('een', 'Eerste alinea.'), p('twee', 'Wij vragen actie.'), p('drie', 'Derde alinea.'))
  const theirs = replicaOf(mine)
  const kept: KeptWords[] = []
  const clock = { now: 1_000_000, unsent: false }
  const editor = anEditor(mine, { now: () => clock.now, hasUnsent: () => clock.unsent, onKept: words => kept.push(words) })
  return { mine, theirs, editor, beside: anEditor(theirs), kept, clock }
}

function typeInTwo({ editor }: Scene): void {
  caret(editor, 'actie')
  typeText(editor, 'binnen een jaar ')
}
const offered = { passageId: idOf('twee'), kind: 'paragraph', typed: 'binnen een jaar ', text: 'Wij vragen binnen een jaar actie.', before: idOf('een'), after: idOf('drie') }

test('somebody deletes the passage in which I type: my words are kept, with their place', () => {
  const now = scene()
  typeInTwo(now)
  fragmentOf(now.theirs).delete(1, 1)
  meet(now.mine, now.theirs)
  expect(now.kept).toEqual([offered])
  expect(shown(now.editor)).toEqual(['Eerste alinea.', 'Derde alinea.'])
})

test('words from a passage of another kind say which kind it was', () => {
  const now = scene()
  caret(now.editor, 'actie')
  now.editor.commands.setPassageKind('evidence')
  typeInTwo(now)
  fragmentOf(now.theirs).delete(1, 1)
  meet(now.mine, now.theirs)
  expect(now.kept).toEqual([{ ...offered, kind: 'evidence' }])
})

test('somebody joins it to the passage before while I type: the words that were not joined are kept', () => {
  const now = scene()
  typeInTwo(now)
  caret(now.beside, 'Wij')
  press(now.beside, 'Backspace')
  meet(now.mine, now.theirs)
  expect(shown(now.editor)).toEqual(['Eerste alinea.Wij vragen actie.', 'Derde alinea.'])
  expect(now.kept).toEqual([offered])
})

test('words that were joined with the rest are no loss', () => {
  const now = scene()
  typeInTwo(now)
  meet(now.mine, now.theirs)
  caret(now.beside, 'Wij')
  press(now.beside, 'Backspace')
  meet(now.mine, now.theirs)
  expect(shown(now.editor)[0]).toBe('Eerste alinea.Wij vragen binnen een jaar actie.')
  expect(now.kept).toEqual([])
})

test('a passage that the server moves keeps what I type in it; in its neighbour, made anew under the same id, words may be lost and are kept', () => {
  const moved = scene()
  typeInTwo(moved)
  movePassage(moved.theirs, idOf('twee'), 'up')
  meet(moved.mine, moved.theirs)
  expect(shown(moved.editor)[0]).toBe('Wij vragen binnen een jaar actie.')
  expect(moved.kept).toEqual([])

  const beside = scene()
  typeInTwo(beside)
  movePassage(beside.theirs, idOf('een'), 'down')
  meet(beside.mine, beside.theirs)
  expect(shown(beside.editor)).toEqual(['Wij vragen actie.', 'Eerste alinea.', 'Derde alinea.'])
  expect(beside.kept.map(({ passageId, typed }) => [passageId, typed])).toEqual([[idOf('twee'), 'binnen een jaar ']])
})

test('a passage cut and pasted elsewhere with my words in it is no loss', () => {
  const now = scene()
  typeInTwo(now)
  meet(now.mine, now.theirs)
  const [{ nodeSize: first } = { nodeSize: 0 }] = now.beside.state.doc.children
  const slice = now.beside.state.doc.slice(first, first + now.beside.state.doc.child(1).nodeSize)
  now.beside.view.dispatch(now.beside.state.tr.delete(first, first + slice.size).insert(0, slice.content))
  meet(now.mine, now.theirs)
  expect(shown(now.editor)[0]).toBe('Wij vragen binnen een jaar actie.')
  expect(now.kept).toEqual([])
})

test('after ten seconds what was sent is no longer watched; what is unsent is', () => {
  for (const unsent of [false, true]) {
    const now = scene()
    typeInTwo(now)
    now.clock.now += WATCHED_FOR
    now.clock.unsent = unsent
    fragmentOf(now.theirs).delete(1, 1)
    meet(now.mine, now.theirs)
    expect(now.kept).toHaveLength(unsent ? 1 : 0)
  }
})

test('a passage in which I typed nothing is not offered, nor one that I deleted or words that I took back myself', () => {
  const now = scene()
  caret(now.editor, 'alinea')
  typeText(now.editor, 'korte ')
  fragmentOf(now.theirs).delete(1, 1)
  meet(now.mine, now.theirs)
  now.editor.commands.deleteRange({ from: 0, to: now.editor.state.doc.child(0).nodeSize })
  caret(now.beside, 'Derde')
  typeText(now.beside, 'x')
  meet(now.mine, now.theirs)
  expect(now.kept).toEqual([])

  const taken = scene()
  typeInTwo(taken)
  meet(taken.mine, taken.theirs)
  caret(taken.beside, 'Wij')
  typeText(taken.beside, 'Ook ')
  meet(taken.mine, taken.theirs)
  taken.editor.commands.undo()
  meet(taken.mine, taken.theirs)
  fragmentOf(taken.theirs).delete(1, 1)
  meet(taken.mine, taken.theirs)
  expect(taken.kept).toEqual([])
})

test('what others write in my passage is not offered as mine', () => {
  const now = scene()
  typeInTwo(now)
  meet(now.mine, now.theirs)
  caret(now.beside, 'Wij')
  typeText(now.beside, 'ZIJ SCHRIJVEN ')
  meet(now.mine, now.theirs)
  caret(now.editor, '.', 'behind')
  fragmentOf(now.theirs).delete(1, 1)
  meet(now.mine, now.theirs)
  expect(now.kept.map(({ typed }) => typed)).toEqual(['binnen een jaar '])
})

test('when the server refuses and a fresh copy comes, the editor says which of my words it does not hold', () => {
  const now = scene()
  typeInTwo(now)
  expect(wordsNotIn(now.editor, textsNow(now.beside.state.doc))).toEqual([offered])
  expect(wordsNotIn(now.editor, textsNow(now.editor.state.doc))).toEqual([])
})
