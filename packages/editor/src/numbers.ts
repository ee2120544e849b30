/** Numbers in the margin: of numbered items, of passages and of footnotes. Counted for the eye, never part of the text. */
import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationSet } from '@tiptap/pm/view'
import { listPlaces } from './lists.ts'
import { passageDecorations } from './passage-decorations.ts'
import type { PlacedPassage } from './passage-nodes.ts'

/** `data-number` on a numbered item (`2.`), `data-passage-number` on every passage, `data-number` on every source. */
export const Numbers = Extension.create({
  name: 'passageNumbers',
  addProseMirrorPlugins() {
    return [passageDecorations(new PluginKey<DecorationSet>('passageNumbers'), numbered)]
  },
})

function numbered(passages: readonly PlacedPassage[]): Decoration[] {
  const places = listPlaces(passages)
  let sources = 0
  return passages.flatMap(({ node, from, to }, index) => {
    const number = places[index]?.number ?? null
    const drawn = [Decoration.node(from, to, { 'data-passage-number': String(index + 1), ...number === null ? {} : { 'data-number': number } })]
    node.forEach((part, offset) => {
      if (part.type.name !== 'source') return
      sources += 1
      drawn.push(Decoration.node(from + 1 + offset, from + 1 + offset + part.nodeSize, { 'data-number': String(sources) }))
    })
    return drawn
  })
}
