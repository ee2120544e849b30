/** Noticing that a change of others took words with it that this person just typed, so that the app can offer them back. */
import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { comesFromOthers, placedPassages } from './passage-nodes.ts'
import { afterOthersEdit, afterOwnEdit, lostWords, youngerThan, type KeptWords, type TextNow, type TypingRecord } from './typing-record.ts'

/** How long typed words are watched after they were sent, in milliseconds. */
export const WATCHED_FOR = 10_000

export interface KeptWordsOptions {
  /** Milliseconds, from the app's clock. */
  readonly now: () => number
  /** Whether anything typed here is not on the server's disk yet: as long as it is not, nothing is forgotten. */
  readonly hasUnsent: () => boolean
  readonly onKept: (kept: KeptWords) => void
}

interface Watch { readonly record: TypingRecord; readonly lost: readonly KeptWords[] }
const WATCH = new PluginKey<Watch>('keptWords')

/** The words of passages, line breaks as `\n`, as they stand in the editor. */
export function textsNow(doc: Node): TextNow[] {
  return placedPassages(doc).map(({ id, kind, node }) => ({ id, kind, text: node.textBetween(0, node.content.size, '\n', leaf => leaf.type.name === 'hardBreak' ? '\n' : '') }))
}

export const WatchTyping = Extension.create<KeptWordsOptions>({
  name: 'keptWords',
  // After the binding, so that what was typed is in Yjs when the elements are looked up.
  priority: 10,

  addOptions() {
    return { now: () => 0, hasUnsent: () => false, onKept: () => undefined }
  },

  addProseMirrorPlugins() {
    const { now, hasUnsent, onKept } = this.options
    const elements = new Map<string, Y.XmlElement>()
    return [new Plugin<Watch>({
      key: WATCH,
      state: {
        init: () => ({ record: new Map(), lost: [] }),
        apply(transaction, watch, { doc: old }, { doc }) {
          if (!transaction.docChanged) return watch
          const record = hasUnsent() ? watch.record : youngerThan(watch.record, now() - WATCHED_FOR)
          if (!comesFromOthers(transaction)) return { record: afterOwnEdit(record, textsNow(old), textsNow(doc), now()), lost: [] }
          if (record.size === 0) return { record, lost: [] }
          const [before, after] = [textsNow(old), textsNow(doc)]
          const present = new Set(after.map(({ id }) => id))
          const lost = lostWords(record, before, after, id => elements.get(id)?._item?.deleted ?? !present.has(id))
          const ids = new Set(lost.map(({ passageId }) => passageId))
          return { record: afterOthersEdit(new Map([...record].filter(([id]) => !ids.has(id))), after), lost }
        },
      },
      view: () => ({
        update(view, previous) {
          const watch = WATCH.getState(view.state)
          if (watch === undefined || watch === WATCH.getState(previous)) return
          watch.lost.forEach(onKept)
          remember(elements, watch.record, view.state)
        },
      }),
    })]
  },
})

/** Which Yjs element holds each watched passage: a passage made anew under the same id has lost what was under way to the old one. */
function remember(elements: Map<string, Y.XmlElement>, record: TypingRecord, state: EditorState): void {
  const fragment = (ySyncPluginKey.getState(state) as { readonly type: Y.XmlFragment } | undefined)?.type
  for (const id of elements.keys()) if (!record.has(id)) elements.delete(id)
  for (const child of fragment?.toArray() ?? []) {
    const id: unknown = child instanceof Y.XmlElement ? child.getAttribute('id') : undefined
    if (child instanceof Y.XmlElement && typeof id === 'string' && record.has(id)) elements.set(id, child)
  }
}

/**
 * The words typed in this editor that a fresh copy of the text does not hold; asked for before the editor is thrown away
 * because the server refused what it still had to send.
 */
export function wordsNotIn(editor: Editor, fresh: readonly TextNow[]): KeptWords[] {
  const record = WATCH.getState(editor.state)?.record ?? new Map()
  return lostWords(record, textsNow(editor.state.doc), fresh, () => true)
}
