/** The keys of the paper. Every one of them has a button elsewhere; none of them traps Tab. */
import { Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import type { PassageKind } from '@draagvlak/domain/passage'
import { backspaceAtStart, changeIndent, deleteAtEnd, enter, setPassageKind } from './passage-commands.ts'
import { passageAt } from './passage-nodes.ts'

export interface KeyboardOptions {
  readonly newId: () => string
  /** Asks the server to move a passage by one place; without it the keys do nothing. */
  readonly onMove: ((passageId: string, direction: 'up' | 'down') => void) | null
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    passages: {
      /** Makes the selected passages of one kind; pressed again, paragraphs. */
      setPassageKind: (kind: PassageKind) => ReturnType
      /** Moves the selected list items one level in (1) or out (-1). */
      changeIndent: (by: 1 | -1) => ReturnType
    }
  }
}

export const Keyboard = Extension.create<KeyboardOptions>({
  name: 'passageKeyboard',
  // Before Tiptap's own keymap, which would join and split by rules for a tree.
  priority: 1000,

  addOptions() {
    return { newId: () => { throw new Error('new passages need a source of ids') }, onMove: null }
  },

  addCommands() {
    return {
      setPassageKind: kind => ({ state, dispatch }) => setPassageKind(kind)(state, dispatch),
      changeIndent: by => ({ state, dispatch }) => changeIndent(by)(state, dispatch),
    }
  },

  addKeyboardShortcuts() {
    const run = (command: Command) => (): boolean => command(this.editor.state, this.editor.view.dispatch)
    const move = (direction: 'up' | 'down') => (): boolean => {
      const { onMove } = this.options
      const passage = passageAt(this.editor.state.doc, this.editor.state.selection.from)
      if (onMove === null || passage === null || passage.id === '' || !this.editor.isEditable) return false
      onMove(passage.id, direction)
      return true
    }
    return {
      Enter: run(enter(this.options.newId)),
      Backspace: run(backspaceAtStart),
      Delete: run(deleteAtEnd),
      Tab: run(changeIndent(1)),
      'Shift-Tab': run(changeIndent(-1)),
      'Mod-Alt-0': run(setPassageKind('paragraph')),
      'Mod-Alt-1': run(setPassageKind('heading1')),
      'Mod-Alt-2': run(setPassageKind('heading2')),
      'Mod-Alt-3': run(setPassageKind('heading3')),
      'Mod-Shift-7': run(setPassageKind('numbered')),
      'Mod-Shift-8': run(setPassageKind('bullet')),
      'Alt-ArrowUp': move('up'),
      'Alt-ArrowDown': move('down'),
    }
  },
})
