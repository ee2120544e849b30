/**
 * Whether there is something of one's own to undo.
 *
 * The undo manager sees only transactions of the editor's binding (its origin), so what others did, what the server did and
 * the loading of the text are never on its stack: right after opening it is empty and the button is off.
 */
import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export interface UndoState { readonly canUndo: boolean; readonly canRedo: boolean }

/** For the buttons; ask again after every transaction of the editor. */
export function undoState(state: EditorState): UndoState {
  const manager = (yUndoPluginKey.getState(state) as { readonly undoManager: Y.UndoManager } | undefined)?.undoManager
  return { canUndo: (manager?.undoStack.length ?? 0) > 0, canRedo: (manager?.redoStack.length ?? 0) > 0 }
}
