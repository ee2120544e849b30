/** What the house checks in a text before it is on disk, and what it remembers afterwards: deleted passages, ids that stand twice. */
import { whyInvalid } from '@draagvlak/editor/gate'
import { touchedPassages } from '@draagvlak/editor/touched'
import { passageElements, readPassages } from '@draagvlak/editor/ydoc'
import type { Passage } from '@draagvlak/editor/passage'
import type { Gate } from '@draagvlak/sync/room-ports'
import type * as Y from 'yjs'

export interface Deleted { readonly passage: Passage; readonly after: string | null }
export interface TextGateOptions {
  readonly deleted: (passages: readonly Deleted[]) => void
  /** Two passages share an id, or one has none: the server heals it, since two healers would disagree. */
  readonly heal: () => void
}

const idsOf = (doc: Y.Doc): string[] => passageElements(doc).map((element) => element.getAttribute('id') ?? '')

const textOf = (doc: Y.Doc): Map<string, Deleted> => new Map(readPassages(doc).map((passage, index, all) => [passage.id, { passage, after: all[index - 1]?.id ?? null }]))

export function textGate({ deleted, heal }: TextGateOptions): Gate {
  /** The text as it was after the last batch, passage by passage. */
  let known: ReadonlyMap<string, Deleted> = new Map()
  return {
    loaded(doc) { known = textOf(doc) },
    whyNot(doc, transactions) {
      const touched = new Set(transactions.flatMap((transaction) => [...touchedPassages(transaction)]))
      return whyInvalid(doc, touched)?.because ?? null
    },
    accepted(doc) {
      const ids = idsOf(doc)
      if (new Set(ids).size !== ids.length || ids.includes('')) return heal()
      const now = textOf(doc)
      const gone = [...known].filter(([id, { passage }]) => !now.has(id) && passage.content.length > 0)
      if (gone.length > 0) deleted(gone.map(([, passage]) => passage))
      known = now
    },
  }
}
