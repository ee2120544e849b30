/** The paper one writes on: the editor, the bar over selected words, and what stands under each passage. */
import type { Board } from '@draagvlak/api/round'
import type { StatementFull } from '@draagvlak/api/statement'
import type { Editor, JSONContent } from '@tiptap/core'
import { plainPassage, type Passage } from '@draagvlak/editor/passage'
import { placedPassages } from '@draagvlak/editor/passage-nodes'
import { inPortions } from '@draagvlak/editor/portions'
import { m } from '@draagvlak/messages/m'
import type { TextClient } from '@draagvlak/sync/client'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useToast } from '../ui/Toasts.tsx'
import type { WaitingWords } from './browser-store.ts'
import { kindBack, partsOfWords, type LeftBehind } from './left-behind.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { UnderPassages } from './UnderPassage.tsx'
import { useEditor } from './use-editor.ts'
import type { Text } from './use-text.ts'
import { placeOf } from './WaitingWordsNotice.tsx'

export interface WritingSheetProps {
  readonly statement: StatementFull
  readonly client: TextClient
  readonly text: Text
  readonly passages: readonly Passage[]
  readonly board: Board | null
  readonly onMove: (passageId: string, direction: 'up' | 'down') => void
  readonly onLeave: () => void
  readonly onEditor: (editor: Editor | null) => void
}

export function WritingSheet({ statement, client, text, passages, board, onMove, onLeave, onEditor }: WritingSheetProps): ReactNode {
  const paper = useRef<HTMLDivElement>(null)
  const [places, setPlaces] = useState<ReadonlyMap<string, HTMLElement>>(new Map())
  const say = useToast()
  const editor = useEditor({
    client, language: statement.language, title: statement.title, onMove, onLeave, onPlaces: setPlaces, onTooMuch: () => say({ text: m.team_paste_too_much() }),
    onKept: ({ passageId, kind, typed, text: held, before, after }) => void text.wait([{ passageId, kind, typed, text: held, before: before === null ? [] : [before], after: after === null ? [] : [after] } satisfies LeftBehind], 'passage-gone'),
  }, paper)
  useEffect(() => { onEditor(editor) }, [editor, onEditor])
  const insert = (words: WaitingWords) => {
    if (!editor) return
    putBack(editor, words)
    text.handled(words.id)
  }
  return (
    <>
      <div ref={paper} className="paper-holder" />
      {editor ? <SelectionBar editor={editor} /> : null}
      <UnderPassages passages={passages} places={places} board={board} waiting={text.waiting} onInsert={insert} onHandled={text.handled} />
    </>
  )
}

/** The words come back as passages of their own, in their order, under the place where they stood: never into what others wrote meanwhile. */
function putBack(editor: Editor, words: WaitingWords): void {
  const passages = placedPassages(editor.state.doc)
  const place = placeOf(words, new Set(passages.map(({ id }) => id)))
  const at = passages.find(({ id }) => id === place)?.to ?? 0
  const back = partsOfWords(words).map((part) => {
    const typed = part.typed.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')
    const { kind, content } = plainPassage('', kindBack(part, place === part.passageId), typed)
    return { type: 'passage', attrs: { kind }, content: content as unknown as JSONContent[] }
  })
  let to = at
  for (const some of inPortions(back)) {
    const { size } = editor.state.doc.content
    editor.commands.insertContentAt(to, some)
    to += editor.state.doc.content.size - size
  }
  editor.commands.focus()
}
