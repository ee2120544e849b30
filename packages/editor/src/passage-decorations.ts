/** Drawing on passages: one plugin that rebuilds its decorations when the document changes or when it is asked to. */
import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { DecorationSet, type Decoration } from '@tiptap/pm/view'
import { placedPassages, type PlacedPassage } from './passage-nodes.ts'

/**
 * A plugin whose decorations are a function of the passages. They are rebuilt and not mapped, because the binding replaces
 * the whole document at every change of others: a mapped decoration would be gone.
 */
export function passageDecorations(key: PluginKey<DecorationSet>, draw: (passages: readonly PlacedPassage[]) => Decoration[]): Plugin<DecorationSet> {
  const drawn = ({ doc }: EditorState): DecorationSet => DecorationSet.create(doc, draw(placedPassages(doc)))
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => drawn(state),
      apply: (transaction, old, _, state) => transaction.docChanged || transaction.getMeta(key) === 'redraw' ? drawn(state) : old,
    },
    props: { decorations: state => key.getState(state) },
  })
}

/** Draws again after something outside the document changed. No step, so nothing goes to Yjs and no selection moves. */
export function redraw(editor: Editor, key: PluginKey<DecorationSet>): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, 'redraw').setMeta('addToHistory', false))
}
