/** Pasting into the paper: what comes from elsewhere is cleaned first, what comes from the paper keeps its form. */
import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { cleanPastedHtml, passagesOfPlainText } from './paste.ts'
import { passageNodes } from './passage-json.ts'
import type { Passage } from './passage.ts'
import { isTooMuch } from './portions.ts'

export interface PastingOptions {
  readonly newId: () => string
  /** Nothing of it came in: in one piece it could not be sent, and it is still where it was copied from. */
  readonly onTooMuch: () => void
}

export const Pasting = Extension.create<PastingOptions>({
  name: 'pasting',
  addOptions() {
    return { newId: () => { throw new Error('pasted passages need a source of ids') }, onTooMuch: () => undefined }
  },
  addProseMirrorPlugins() {
    const { newId, onTooMuch } = this.options
    return [new Plugin({
      key: new PluginKey('pasting'),
      props: {
        handlePaste(view, event, slice) {
          const own = cleanedSlice(view, event.clipboardData, newId)
          if (isTooMuch((own ?? slice).content.toJSON())) {
            onTooMuch()
            return true
          }
          if (own === null) return false
          view.dispatch(view.state.tr.replaceSelection(own).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
          return true
        },
        handleDrop(_, event, slice, moved) {
          if (moved || !isTooMuch(slice.content.toJSON())) return false
          event.preventDefault()
          onTooMuch()
          return true
        },
        // Pasting without layout (Shift) comes through here, and so does dropping text.
        clipboardTextParser: (text, _context, _plain, view) => sliceOf(passagesOfPlainText(text, newId), view.state.schema),
      },
    })]
  },
})

/** Null where the editor reads the clipboard as well. */
function cleanedSlice(view: EditorView, clipboard: DataTransfer | null, newId: () => string): Slice | null {
  const html = clipboard?.getData('text/html') ?? ''
  // The editor's own clipboard says where the cut began and ended; ProseMirror reads that better than any cleaning.
  if (html === '' || html.includes('data-pm-slice')) return null
  const passages = cleanPastedHtml(html, source => new DOMParser().parseFromString(source, 'text/html'), newId)
  return passages.length === 0 ? null : sliceOf(passages, view.state.schema)
}

/** One plain paragraph goes into the line; more of them, or another kind, come in as passages. */
export function sliceOf(passages: readonly Passage[], schema: Schema): Slice {
  const content = Fragment.fromArray(passageNodes(passages, schema))
  const open = passages.length === 1 && passages[0]?.kind === 'paragraph' ? 1 : 0
  return passages.length > 1 && passages[0]?.kind === 'paragraph' && passages.at(-1)?.kind === 'paragraph' ? new Slice(content, 1, 1) : new Slice(content, open, open)
}
