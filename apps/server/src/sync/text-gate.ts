/** What the house checks in a text before it is on disk, and what it remembers afterwards: deleted passages, ids that stand twice. */
import { Letters } from '@draagvlak/editor/letters'
import { storedPassages } from '@draagvlak/editor/older-texts'
import { gateOf, newestSchema, type SchemaSteps } from '@draagvlak/editor/schema-steps'
import { touchedPassages } from '@draagvlak/editor/touched'
import { fragmentOf, passageElements, readPassages } from '@draagvlak/editor/ydoc'
import { TEXT_IS_FULL } from '@draagvlak/sync/limits'
import type { Gate } from '@draagvlak/sync/room-ports'
import * as Y from 'yjs'

/** `passage` is one of the schema that the text had. */
export interface Deleted { readonly passage: { readonly id: string; readonly content: readonly unknown[] }; readonly after: string | null }
export interface TextGateOptions {
  readonly steps: SchemaSteps
  readonly deleted: (passages: readonly Deleted[], schema: number) => void
  /** Two passages share an id, or one has none: the server heals it, since two healers would disagree. */
  readonly heal: () => void
}

/** A book has as many; to heal more of them, or to list them, would keep everybody waiting. */
export const MOST_PASSAGES = 5_000

const idsOf = (doc: Y.Doc): string[] => passageElements(doc).map((element) => element.getAttribute('id') ?? '')
const textOf = (passages: readonly Deleted['passage'][]): Map<string, Deleted> => new Map(passages.map((passage, index, all) => [passage.id, { passage, after: all[index - 1]?.id ?? null }]))

/** [R14] A text that was not raised yet is looked at by the gate of its own schema. Letters are known by their bytes. What else is written touches a passage, and that one is looked at; the list of passages only when it changed. */
export function textGate({ steps, deleted, heal }: TextGateOptions): Gate {
  let schema = newestSchema(steps)
  let letters: Letters | null = null
  /** The passages before a batch that takes some away. */
  let known: ReadonlyMap<string, Deleted> = new Map()
  /** A text that holds more already grows no further. */
  let most = MOST_PASSAGES

  return {
    newDocument() {
      const doc = new Y.Doc()
      fragmentOf(doc)
      return doc
    },
    reset(now) {
      letters = null
      schema = now
    },
    isPlain(update, stored) {
      letters ??= new Letters(stored().map((bytes) => Y.decodeUpdate(bytes)))
      return letters.isTyping(update)
    },
    took(update) { if (letters && !letters.isTyping(update)) letters.add(update) },
    before(doc, updates) {
      most = Math.max(MOST_PASSAGES, fragmentOf(doc).length)
      known = updates.some((update) => letters?.takesPassages(update) ?? true) ? textOf(schema < newestSchema(steps) ? storedPassages(doc) : readPassages(doc)) : new Map()
    },
    whyNot(doc, transactions) {
      if (fragmentOf(doc).length > most) return TEXT_IS_FULL
      const touched = new Set<unknown>()
      for (const transaction of transactions) for (const passage of touchedIn(transaction)) touched.add(passage)
      return gateOf(schema, steps)(doc, touched)?.because ?? null
    },
    accepted(doc, transactions) {
      if (!transactions.some(changesList)) return
      const ids = idsOf(doc)
      const here = new Set(ids)
      if (here.size !== ids.length || here.has('')) return heal()
      const gone = [...known].filter(([id, { passage }]) => !here.has(id) && passage.content.length > 0)
      if (gone.length > 0) deleted(gone.map(([, passage]) => passage), schema)
    },
  }
}

/** Passages came, went or got another id. */
function changesList({ changed, doc }: Y.Transaction): boolean {
  const root = fragmentOf(doc)
  for (const [type, keys] of changed) if ((type as unknown) === root || (type instanceof Y.XmlElement && type.parent === root && keys.has('id'))) return true
  return false
}

/** Typing changes a text of a passage that was there: then the list need not be walked. */
function touchedIn(transaction: Y.Transaction): Iterable<unknown> {
  const root = fragmentOf(transaction.doc)
  const touched: unknown[] = []
  for (const type of transaction.changed.keys()) {
    if (!(type instanceof Y.XmlText) || !(type.parent instanceof Y.XmlElement) || type.parent.parent !== root || type.parent.nodeName !== 'passage' || type._item?.deleted) return touchedPassages(transaction)
    touched.push(type.parent)
  }
  return touched
}
