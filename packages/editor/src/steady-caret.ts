/**
 * Keeps the caret behind one's own last letter while others write in the same passage.
 *
 * y-tiptap 3.0.9 takes every change of others in a passage for a move of that passage and puts the caret back by counting
 * letters, so that two people in one sentence type through each other. Yjs knows the place exactly; this asks Yjs.
 */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { getRelativeSelection, relativePositionToAbsolutePosition, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

interface SyncState { readonly binding: ProsemirrorBinding; readonly doc: Y.Doc; readonly type: Y.XmlFragment }
const syncOf = (state: EditorState): SyncState | undefined => ySyncPluginKey.getState(state) as SyncState | undefined
type Meta = { readonly isChangeOrigin?: boolean; readonly isUndoRedoOperation?: boolean } | undefined

export const SteadyCaret = Extension.create({
  name: 'steadyCaret',
  // After the binding.
  priority: 10,
  addProseMirrorPlugins() {
    let before: ReturnType<typeof getRelativeSelection> | null = null
    return [new Plugin({
      key: new PluginKey('steadyCaret'),
      view: (view) => {
        const doc = syncOf(view.state)?.doc
        const remember = ({ local }: Y.Transaction) => {
          if (!local) readSelection(view)
          const sync = syncOf(view.state)
          before = sync && view.state.selection instanceof TextSelection ? getRelativeSelection(sync.binding, view.state) : null
        }
        doc?.on('beforeTransaction', remember)
        return { destroy: () => doc?.off('beforeTransaction', remember) }
      },
      appendTransaction(transactions, _, state) {
        const others = transactions.some((transaction) => {
          const meta = transaction.getMeta(ySyncPluginKey) as Meta
          return transaction.docChanged && meta?.isChangeOrigin === true && meta.isUndoRedoOperation !== true
        })
        const sync = syncOf(state)
        if (!others || before === null || !sync) return null
        const [anchor, head] = [placeNow(sync, before.anchor), placeNow(sync, before.head)]
        if (anchor === null || head === null || (anchor === state.selection.anchor && head === state.selection.head)) return null
        return state.tr.setSelection(TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))).setMeta(ySyncPluginKey, { isChangeOrigin: true }).setMeta('addToHistory', false)
      },
    })]
  },
})

/**
 * A click moves the caret on the screen at once, and the browser tells of it a moment later. A letter of somebody else that comes
 * in between would put the caret back to where it was, and the next key would act there.
 */
function readSelection(view: EditorView): void {
  if (!view.composing) (view as EditorView & { readonly domObserver: { flush(): void } }).domObserver.flush()
}

/** Where a place in Yjs stands in the document now; null where its passage was taken away, for then the letters must be looked for. */
function placeNow({ binding, doc, type }: SyncState, place: Y.RelativePosition): number | null {
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc)
  for (let item = found?.type._item ?? null; item !== null; item = (item.parent as Y.AbstractType<unknown>)._item) if (item.deleted) return null
  return found === null ? null : relativePositionToAbsolutePosition(doc, type, place, binding.mapping)
}
