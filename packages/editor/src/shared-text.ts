/** The editor bound to a text in Yjs, with an undo that takes back only what this person did. */
import { Extension, type JSONContent } from '@tiptap/core'
import { redo, undo, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { undoState } from './undo.ts'
import { docJson, fragmentOf } from './ydoc.ts'

export interface SharedTextOptions {
  /** The text; it must have been loaded before the editor is made. */
  readonly ydoc: Y.Doc | null
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    sharedText: {
      /** Takes back what this person did last. Does nothing before they typed. */
      undo: () => ReturnType
      redo: () => ReturnType
    }
  }
}

export const SharedText = Extension.create<SharedTextOptions>({
  name: 'sharedText',
  priority: 900,

  addOptions() {
    return { ydoc: null }
  },

  // The editor begins with the text itself and not with nothing, so that its first selection has a place to stand.
  onBeforeCreate() {
    if (this.options.ydoc !== null) this.editor.options.content = docJson(this.options.ydoc) as JSONContent
  },

  addProseMirrorPlugins() {
    if (this.options.ydoc === null) throw new Error('a shared text needs its Y.Doc')
    return [
      ySyncPlugin(fragmentOf(this.options.ydoc)),
      // Undoing a new passage leaves it where others have written in it meanwhile; y-tiptap protects only paragraphs by itself.
      yUndoPlugin({ protectedNodes: new Set(['passage']) }),
    ]
  },

  addCommands() {
    return {
      undo: () => ({ state, tr, dispatch }) => {
        tr.setMeta('preventDispatch', true)
        return undoState(state).canUndo && (dispatch === undefined || undo(state))
      },
      redo: () => ({ state, tr, dispatch }) => {
        tr.setMeta('preventDispatch', true)
        return undoState(state).canRedo && (dispatch === undefined || redo(state))
      },
    }
  },

  addKeyboardShortcuts() {
    // The keys are ours even when there is nothing to undo: the browser's own undo would change the page behind the editor's back.
    const own = (run: () => boolean) => (): boolean => {
      run()
      return true
    }
    return {
      'Mod-z': own(() => this.editor.commands.undo()),
      'Mod-y': own(() => this.editor.commands.redo()),
      'Shift-Mod-z': own(() => this.editor.commands.redo()),
    }
  },
})
