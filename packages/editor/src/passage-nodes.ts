/** Passages as the editor sees them: nodes with a place, read from its document. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { PassageKind } from '@draagvlak/domain/passage'
import { isIndent, isPassageKind } from './passage-node.ts'

export interface PlacedPassage {
  /** Empty as long as the passage has none. */
  readonly id: string
  readonly kind: PassageKind
  readonly indent: number
  readonly node: Node
  /** Position before the passage. */
  readonly from: number
  /** Position behind the passage. */
  readonly to: number
}

export function placedPassages(doc: Node): PlacedPassage[] {
  const passages: PlacedPassage[] = []
  doc.forEach((node, from) => passages.push(placed(node, from)))
  return passages
}

function placed(node: Node, from: number): PlacedPassage {
  const { id, kind, indent } = node.attrs as Record<string, unknown>
  return {
    id: typeof id === 'string' ? id : '', kind: isPassageKind(kind) ? kind : 'paragraph', indent: isIndent(indent) ? indent : 0,
    node, from, to: from + node.nodeSize,
  }
}

/** The passage that a position stands in, or null between passages. */
export function passageAt(doc: Node, position: number): PlacedPassage | null {
  const $position = doc.resolve(position)
  return $position.depth === 0 ? null : placed($position.node(1), $position.before(1))
}

/** The passages that a selection touches. */
export function selectedPassages({ doc, selection }: EditorState): PlacedPassage[] {
  return placedPassages(doc).filter(({ from, to }) => from < selection.to && selection.from < to)
}

interface SyncMeta { readonly isChangeOrigin?: boolean; readonly isUndoRedoOperation?: boolean }

/** Whether a transaction brings what Yjs holds (others' words, an undo, the first load) and not what this person does in the view. */
export function comesFromYjs(transaction: Transaction): boolean {
  return (transaction.getMeta(ySyncPluginKey) as SyncMeta | undefined)?.isChangeOrigin === true
}

/** Whether a transaction brings what others did: from Yjs, and no undo or redo of this person. */
export function comesFromOthers(transaction: Transaction): boolean {
  const meta = transaction.getMeta(ySyncPluginKey) as SyncMeta | undefined
  return meta?.isChangeOrigin === true && meta.isUndoRedoOperation !== true
}
