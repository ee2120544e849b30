// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core'
import { expect, test } from 'vitest'
import { GOOGLE_DOCS } from './paste-samples.ts'
import { idOf, p, textDoc } from './testing.ts'
import { anEditor, caret, idsIn, shown } from './view-testing.ts'
import { whyInvalid } from './gate.ts'

function paste(editor: Editor, html: string): void {
  const clipboard = new DataTransfer()
  clipboard.setData('text/html', html)
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
