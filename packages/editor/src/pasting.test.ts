// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { GOOGLE_DOCS } from './paste-samples.ts'
import { idOf, p, textDoc } from './testing.ts'
import { anEditor, caret, idsIn, shown } from './view-testing.ts'
import { whyInvalid } from './gate.ts'

function paste(editor: Editor, html: string, type = 'text/html'): void {
  const clipboard = new DataTransfer()
  clipboard.setData(type, html)
  const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true })
  editor.view.dom.dispatchEvent(event)
}

test('pasted passages come in behind the caret with their kinds and new ids, and the gate lets them pass', () => {
  const ydoc = textDoc(p('een', 'Begin'), p('leeg', ''), p('slot', 'Slot'))
  const editor = anEditor(ydoc)
  editor.commands.setTextSelection(editor.state.doc.child(0).nodeSize + 1)
  paste(editor, GOOGLE_DOCS.html)
  expect(shown(editor)).toEqual(['Begin', 'heading2: Wat wij vragen', 'Maak één loket.', 'numbered: Eerst luisteren', 'numbered1: thuis', 'numbered: Dan beslissen', 'Slot'])
  expect(new Set(idsIn(editor)).size).toBe(7)
  expect(whyInvalid(ydoc)).toBeNull()
})

test('a few pasted words go into the line', () => {
  const editor = anEditor(textDoc(p('een', 'Wij vragen actie.', 'ask')))
  caret(editor, ' actie')
  paste(editor, '<meta charset="utf-8"><span style="color:red"> snelle en <b>goede</b></span>')
  expect(shown(editor)).toEqual(['ask: Wij vragen snelle en goede actie.'])
  expect(idsIn(editor)).toEqual([idOf('een')])
})

test('what is too much to send at once is not pasted at all, and whoever pasted is told', () => {
  const ydoc = textDoc(p('een', 'Wij vragen actie.'))
  let told = 0
  const sizes: number[] = []
  ydoc.on('update', (update: Uint8Array) => sizes.push(update.length))
  const editor = anEditor(ydoc, { onTooMuch: () => { told += 1 } })
  const report = (passages: number, words: string) => `<p>${words}</p>`.repeat(passages)
  paste(editor, report(2000, 'De huur is te hoog en niemand belt. '.repeat(10)))
  paste(editor, report(1, 'De huur is te hoog. '.repeat(50_000)))
  paste(editor, 'De huur is te hoog.\n\n'.repeat(40_000), 'text/plain')
  paste(editor, `<p data-pm-slice="1 1 []">${'De huur is te hoog. '.repeat(50_000)}</p>`)
  expect([told, sizes, shown(editor)]).toEqual([4, [], ['Wij vragen actie.']])
})

test('as much as may be pasted fits in one message, whatever it is made of', () => {
  for (const [what, most] of [['words', `<p>${'é'.repeat(250_000)}</p>`], ['passages', '<p><b>ja</b></p>'.repeat(1700)], ['marks', `<p>${'<b>j</b>a<i>!</i>'.repeat(1550)}</p>`]] as const) {
    const ydoc = textDoc(p('een', 'Wij vragen actie.'))
    const sizes: number[] = []
    ydoc.on('update', (update: Uint8Array) => sizes.push(update.length))
    const editor = anEditor(ydoc, { onTooMuch: () => { throw new Error(`${what}: not too much`) } })
    editor.commands.setTextSelection(1)
    paste(editor, most)
    expect(sizes.length, what).toBeGreaterThan(0)
    expect(Math.max(...sizes), what).toBeLessThan(600 * 1024)
  }
})
