/** The editor of a text: made when the text is there, thrown away with it. */
import { Editor } from '@tiptap/core'
import { editorAttributes } from '@draagvlak/editor/editor-attributes'
import { editorExtensions } from '@draagvlak/editor/extensions'
import { newPassageId } from '@draagvlak/editor/passage-id'
import type { KeptWords } from '@draagvlak/editor/typing-record'
import type { Language } from '@draagvlak/domain/passage'
import { m } from '@draagvlak/messages/m'
import type { TextClient } from '@draagvlak/sync/client'
import { useEffect, useReducer, useRef, useState, type RefObject } from 'react'
import { Carets } from './carets.ts'
import { placeholderOf } from './passage-names.ts'

export interface EditorWishes {
  readonly client: TextClient
  readonly language: Language
  readonly title: string
  readonly onKept: (kept: KeptWords) => void
  /** More was pasted than can be sent at once: nothing of it came in. */
  readonly onTooMuch: () => void
  readonly onMove: (passageId: string, direction: 'up' | 'down') => void
  /** Escape: the way out of the paper for whoever has no mouse, also from a list, where Tab makes a level. */
  readonly onLeave: () => void
  /** A place of the app's own under each passage came or went. */
  readonly onPlaces: (places: ReadonlyMap<string, HTMLElement>) => void
}

const randomId = (): string => newPassageId(() => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32)

/** Null until it is made. The element is where the paper goes. */
export function useEditor(wishes: EditorWishes, element: RefObject<HTMLElement | null>): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null)
  const latest = useRef(wishes)
  latest.current = wishes
  const { client, language, title } = wishes
  useEffect(() => {
    if (!element.current) return
    const places = new Map<string, HTMLElement>()
    let told = false
    // Widgets come and go many at a time, in the middle of a drawing: the page hears of it once, afterwards.
    const tell = () => {
      if (told) return
      told = true
      queueMicrotask(() => { told = false; latest.current.onPlaces(new Map(places)) })
    }
    const made = new Editor({
      element: element.current, injectCSS: false,
      extensions: [
        ...editorExtensions({
          ydoc: client.doc, newId: randomId, now: () => Date.now(), hasUnsent: () => client.unsaved, headingOffset: 1, placeholder: placeholderOf,
          onKept: (kept) => latest.current.onKept(kept), onTooMuch: () => latest.current.onTooMuch(), onMove: (id, direction) => latest.current.onMove(id, direction),
          widgets: {
            key: () => 'place',
            render(id) {
              const place = document.createElement('div')
              place.className = 'under-passage'
              places.set(id, place)
              tell()
              return place
            },
            onRemove(removed) {
              for (const [id, place] of places) if (removed.contains(place)) { places.delete(id); tell() }
            },
          },
        }),
        Carets.configure({ awareness: client.awareness }),
      ],
      editorProps: {
        attributes: { ...editorAttributes({ language, label: m.team_paper_label({ title }), editable: true }), 'aria-description': m.team_paper_keys() },
        handleKeyDown(view, event) {
          if (event.key !== 'Escape' || event.isComposing || view.composing) return false
          latest.current.onLeave()
          return true
        },
      },
    })
    setEditor(made)
    return () => {
      setEditor(null)
      latest.current.onPlaces(new Map())
      made.destroy()
    }
  }, [client, element, language, title])
  return editor
}

/** Draws the caller again after every transaction of the editor. */
export function useTransactions(editor: Editor | null): void {
  const [, again] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    if (!editor) return
    editor.on('transaction', again)
    editor.on('focus', again)
    editor.on('blur', again)
    return () => {
      editor.off('transaction', again)
      editor.off('focus', again)
      editor.off('blur', again)
    }
  }, [editor])
}
