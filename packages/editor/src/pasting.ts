/** Pasting into the paper: what comes from elsewhere is cleaned first, what comes from the paper keeps its form. */
import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { cleanPastedHtml, passagesOfPlainText } from './paste.ts'
import { passageNodes } from './passage-json.ts'
import type { Passage } from './passage.ts'

export interface PastingOptions { readonly newId: () => string }

export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  addOptions() {
    return { newId: () => { throw new Error('pasted passages need a source of ids') } }
  },
  addProseMirrorPlugins() {
    const { newId } = this.options
    return [new Plugin({
      key: new PluginKey('pasting'),
      props: {
        handlePaste: (view, event) => pasteInto(view, event.clipboardData, newId),
        // Pasting without layout (Shift) comes through here, and so does dropping text.
        clipboardTextParser: (text, _context, _plain, view) => sliceOf(passagesOfPlainText(text, newId), view.state.schema),
      },
    })]
  },
})

function pasteInto(view: EditorView, clipboard: DataTransfer | null, newId: () => string): boolean {
  const html = clipboard?.getData('text/html') ?? ''
  // The editor's own clipboard says where the cut began and ended; ProseMirror reads that better than any cleaning.
  if (html === '' || html.includes('data-pm-slice')) return false
  const passages = cleanPastedHtml(html, source => new DOMParser().parseFromString(source, 'text/html'), newId)
  if (passages.length === 0) return false
  view.dispatch(view.state.tr.replaceSelection(sliceOf(passages, view.state.schema)).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/** One plain paragraph goes into the line; more of them, or another kind, come in as passages. */
export function sliceOf(passages: readonly Passage[], schema: Schema): Slice {
  const content = Fragment.fromArray(passageNodes(passages, schema))
  const open = passages.length === 1 && passages[0]?.kind === 'paragraph' ? 1 : 0
  return passages.length > 1 && passages[0]?.kind === 'paragraph' && passages.at(-1)?.kind === 'paragraph' ? new Slice(content, 1, 1) : new Slice(content, open, open)
}
