// @vitest-environment happy-dom
/** Two people in one sentence: each one's letters stay in the order in which they were typed. */
import { Editor } from '@tiptap/core'
import { editorExtensions } from './extensions.ts'
import { p, replicaOf, steadyIds, textDoc } from './testing.ts'
import { caret, shown, typeText } from './view-testing.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

const NETWORK = Symbol('network')
function open(ydoc: Y.Doc) {
  const element = document.createElement('div')
  document.body.append(element)
  const editor = new Editor({ element, extensions: editorExtensions({ ydoc, newId: steadyIds(ydoc.clientID), now: () => 0 }) })
  const outbox: Uint8Array[] = []
  ydoc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== NETWORK) outbox.push(update) })
  return { ydoc, editor, outbox }
}
/** Whether these letters stand in the text in this order, with anything between them. */
function inOrder(text: string, letters: string): boolean {
  let at = 0
  for (const letter of text) if (letter === letters[at]) at += 1
  return at === letters.length
}

test.each(['behind', 'before'] as const)('whatever the network does, both words come out in order, typed %s the same word', (where) => {
  fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'to-a', 'to-b'), { minLength: 40, maxLength: 120 }), (acts) => {
    const one = textDoc(p('een', 'Titel', 'title'), p('twee', 'Wij vragen.'), p('drie', 'Slot.'))
    const [a, b] = [open(one), open(replicaOf(one))]
    caret(a.editor, 'vragen', where)
    caret(b.editor, 'vragen', where)
    const deliver = (from: typeof a, to: typeof a) => { for (const update of from.outbox.splice(0)) Y.applyUpdate(to.ydoc, update, NETWORK) }
    const [digits, capitals] = ['0123456789'.split(''), 'ABCDEFGHIJ'.split('')]
    for (const act of acts) {
      const letter = act === 'a' ? digits.shift() : act === 'b' ? capitals.shift() : undefined
      if (letter !== undefined) typeText((act === 'a' ? a : b).editor, letter)
      else if (act === 'to-a') deliver(b, a)
      else if (act === 'to-b') deliver(a, b)
    }
    deliver(a, b)
    deliver(b, a)
    const text = shown(a.editor)[1] ?? ''
    expect(shown(b.editor)[1]).toBe(text)
    expect([inOrder(text, '0123456789'.slice(0, 10 - digits.length)), inOrder(text, 'ABCDEFGHIJ'.slice(0, 10 - capitals.length))]).toEqual([true, true])
    for (const { editor } of [a, b]) editor.destroy()
  }), { seed: 20261204, numRuns: 40 })
})

test('a click that the browser has not told of yet counts when a letter of somebody else comes in between', () => {
  const one = textDoc(p('een', 'Titel', 'title'), p('twee', 'Wij vragen.'), p('drie', 'Slot.'))
  const [mine, other] = [open(one), open(replicaOf(one))]
  caret(mine.editor, 'Titel')
  mine.editor.view.focus()
  // The caret stands elsewhere on the screen; nobody has heard of it, for here the browser would tell at once.
  const words = mine.editor.view.dom.querySelectorAll('[data-passage]')[2]!.firstChild!
  const hush = (event: Event) => event.stopImmediatePropagation()
  window.addEventListener('selectionchange', hush, true)
  document.getSelection()!.collapse(words, 2)
  window.removeEventListener('selectionchange', hush, true)
  expect(mine.editor.state.selection.$from.parent.textContent).toBe('Titel')
  caret(other.editor, 'vragen')
  typeText(other.editor, 'x')
  for (const update of other.outbox.splice(0)) Y.applyUpdate(mine.ydoc, update, NETWORK)
  expect(shown(mine.editor)[1]).toBe('Wij xvragen.')
  typeText(mine.editor, '!')
  expect(shown(mine.editor)[2]).toBe('Sl!ot.')
  for (const { editor } of [mine, other]) editor.destroy()
})
