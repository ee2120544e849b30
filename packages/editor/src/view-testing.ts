/** An editor on a page for tests, bound to a text that others may change at the same time. */
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { editorExtensions, type EditorOptions } from './extensions.ts'
import { placedPassages } from './passage-nodes.ts'
import { steadyIds } from './testing.ts'

export function anEditor(ydoc: Y.Doc, options: Partial<EditorOptions> = {}): Editor {
  const element = document.createElement('div')
  document.body.append(element)
  return new Editor({ element, extensions: editorExtensions({ ydoc, newId: steadyIds(ydoc.clientID), now: () => 0, ...options }) })
}

/** Kind and words of every passage, as `ask: Maak tempo`; a paragraph by its words alone. */
export function shown(editor: Editor): string[] {
  return placedPassages(editor.state.doc).map(({ kind, indent, node }) => `${kind === 'paragraph' ? '' : `${kind}${indent === 0 ? '' : indent}: `}${node.textContent}`)
}

export function idsIn(editor: Editor): string[] {
  return placedPassages(editor.state.doc).map(({ id }) => id)
}

/** Puts the caret before the first place where these words stand, or behind them. */
export function caret(editor: Editor, words: string, where: 'before' | 'behind' = 'before'): void {
  for (const { node, from } of placedPassages(editor.state.doc)) {
    const at = node.textContent.indexOf(words)
    if (at === -1) continue
    const position = from + 1 + at + (where === 'behind' ? words.length : 0)
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, position)))
    return
  }
  throw new Error(`${words} does not stand in the text`)
}

export function typeText(editor: Editor, words: string): void {
  editor.view.dispatch(editor.state.tr.insertText(words))
}

/** Presses a key as the browser would say it; whether the editor took it. */
export function press(editor: Editor, key: string, held: { readonly shift?: boolean; readonly ctrl?: boolean; readonly alt?: boolean } = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, shiftKey: held.shift ?? false, ctrlKey: held.ctrl ?? false, altKey: held.alt ?? false, bubbles: true, cancelable: true })
  return editor.view.someProp('handleKeyDown', handle => handle(editor.view, event)) === true
}
