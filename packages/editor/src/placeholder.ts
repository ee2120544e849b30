/** What an empty passage asks for, as an attribute that the style sheet shows; it is never text. */
import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import type { PassageKind } from '@draagvlak/domain/passage'
import { passageDecorations } from './passage-decorations.ts'

export interface PlaceholderOptions {
  /** The words for an empty passage of this kind; empty for none. */
  readonly placeholder: (kind: PassageKind) => string
}

export const Placeholder = Extension.create<PlaceholderOptions>({
  name: 'passagePlaceholder',
  addOptions() {
    return { placeholder: () => '' }
  },
  addProseMirrorPlugins() {
    const { placeholder } = this.options
    return [passageDecorations(new PluginKey<DecorationSet>('passagePlaceholder'), passages => passages.flatMap(({ node, kind, from, to }) => {
      const words = node.content.size === 0 ? placeholder(kind) : ''
      return words === '' ? [] : [Decoration.node(from, to, { 'data-placeholder': words })]
    }))]
  },
})
