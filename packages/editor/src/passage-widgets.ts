/**
 * Something of the app under each passage, for instance the beam of who carries it.
 *
 * It stands behind the passage and not inside it: a non-editable last child would catch the caret at the end of the line and
 * be in the way of an IME. Its key holds the passage id, so that typing never draws it anew.
 */
import { Extension, type Editor } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import { passageDecorations, redraw } from './passage-decorations.ts'
import type { PlacedPassage } from './passage-nodes.ts'

export interface PassageWidgetsOptions {
  /** Makes the element; called only when a passage has none with this key. Null for a passage without one. */
  readonly render: (passageId: string) => HTMLElement | null
  /** Says when it must be made anew: another key, another element. */
  readonly key: (passageId: string) => string
  /** Called when an element leaves the page, to unmount what the app put in it. */
  readonly onRemove: (element: Node) => void
}

const WIDGETS = new PluginKey<DecorationSet>('passageWidgets')

export const PassageWidgets = Extension.create<PassageWidgetsOptions>({
  name: 'passageWidgets',
  addOptions() {
    return { render: () => null, key: () => '', onRemove: () => undefined }
  },
  addProseMirrorPlugins() {
    return [passageDecorations(WIDGETS, passages => passages.filter(({ id }) => id !== '').map(passage => widget(passage, this.options)))]
  },
})

function widget({ id, to }: PlacedPassage, { render, key, onRemove }: PassageWidgetsOptions): Decoration {
  const draw = (): HTMLElement => {
    const holder = document.createElement('div')
    holder.className = 'passage-widget'
    holder.contentEditable = 'false'
    const element = render(id)
    if (element !== null) holder.append(element)
    return holder
  }
  return Decoration.widget(to, draw, { key: `${id} ${key(id)}`, side: -1, ignoreSelection: true, stopEvent: () => true, destroy: onRemove })
}

/** Draws again those widgets whose key changed. */
export function refreshPassageWidgets(editor: Editor): void {
  redraw(editor, WIDGETS)
}
