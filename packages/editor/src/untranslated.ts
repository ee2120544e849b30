/** Keeping the browser's translation out of the text: the editor says no, and where a translator writes anyway nobody else sees it. */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { comesFromYjs } from './passage-nodes.ts'

/**
 * Chrome's translator swaps text nodes for `<font>` elements. The editor never makes these, so a change read from a view that
 * holds one is a translation: it is dropped, and the view draws the document again.
 */
export const Untranslated = Extension.create({
  name: 'untranslated',
  addProseMirrorPlugins() {
    let view: EditorView | null = null
    return [new Plugin({
      key: new PluginKey('untranslated'),
      view: own => {
        view = own
        return { destroy: () => { view = null } }
      },
      filterTransaction: transaction => !transaction.docChanged || comesFromYjs(transaction) || view?.dom.querySelector('font') === null || view === null,
    })]
  },
})
