/** Giving ids while one writes: at a split, a new line and a paste. Only for what this person does; the server heals the rest. */
import { Extension } from '@tiptap/core'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { comesFromYjs, placedPassages, type PlacedPassage } from './passage-nodes.ts'

export interface PassageIdsOptions { readonly newId: () => string }

export const PassageIds = Extension.create<PassageIdsOptions>({
  name: 'passageIds',

  addOptions() {
    return { newId: () => { throw new Error('passage ids need a source of ids') } }
  },

  addProseMirrorPlugins() {
    const { newId } = this.options
    return [new Plugin({
      key: new PluginKey('passageIds'),
      appendTransaction: (transactions, before, after) => {
        const ownEdit = transactions.some(transaction => transaction.docChanged) && !transactions.some(comesFromYjs)
        return ownEdit ? withIds(before, after, newId) : null
      },
      props: { transformPasted: slice => new Slice(anonymous(slice.content), slice.openStart, slice.openEnd) },
    })]
  },
})

/** Ids where this edit left none or made a second one, and one empty passage where it left nothing to write in. */
function withIds(before: EditorState, after: EditorState, newId: () => string): Transaction | null {
  const { tr } = after
  if (after.doc.childCount === 0) {
    tr.insert(0, after.schema.node('passage', { id: newId() }))
    return tr.setSelection(TextSelection.create(tr.doc, 1))
  }
  for (const passage of passagesToName(before, after)) tr.setNodeAttribute(passage.from, 'id', newId())
  return tr.docChanged ? tr.setStoredMarks(after.storedMarks) : null
}

function passagesToName(before: EditorState, after: EditorState): PlacedPassage[] {
  const known = byId(placedPassages(before.doc))
  return [...byId(placedPassages(after.doc))].flatMap(([id, passages]) => {
    if (id === '') return passages
    // What was double before this edit is left to the server: two clients that heal would give two ids.
    if (passages.length <= Math.max(1, known.get(id)?.length ?? 0)) return []
    const keeper = passages.find(({ node }) => node.content.size > 0) ?? passages[0]
    return passages.filter(passage => passage !== keeper)
  })
}

function byId(passages: readonly PlacedPassage[]): Map<string, PlacedPassage[]> {
  const groups = new Map<string, PlacedPassage[]>()
  for (const passage of passages) groups.set(passage.id, [...groups.get(passage.id) ?? [], passage])
  return groups
}

/** Pasted content without ids, because the words it came from keep theirs, and without the anchors of conversations. */
function anonymous(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach(node => {
    const inner = node.isText ? node : node.copy(anonymous(node.content))
    const bare = inner.mark(inner.marks.filter(mark => mark.type.name !== 'anchor'))
    nodes.push(bare.type.name === 'passage' ? bare.type.create({ ...bare.attrs, id: null }, bare.content) : bare)
  })
  return Fragment.fromArray(nodes)
}
