/** Above the selected words: bold, italic, link, source. On a phone it docks above the bottom bar. */
import type { Editor } from '@tiptap/core'
import type { SourceAttributes } from '@draagvlak/editor/passage'
import { m } from '@draagvlak/messages/m'
import { Bold, BookOpenText, Italic, Link as LinkIcon, type LucideIcon } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { LinkDialog } from './LinkDialog.tsx'
import { SourceDialog } from './SourceDialog.tsx'
import { useTransactions } from './use-editor.ts'

export function SelectionBar({ editor }: { readonly editor: Editor }): ReactNode {
  useTransactions(editor)
  const bar = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<'link' | 'source' | null>(null)
  const { from, to, empty } = editor.state.selection
  const source = sourceIn(editor)
  const shown = editor.isEditable && (!empty || source !== null) && (editor.isFocused || (bar.current?.contains(document.activeElement) ?? false) || asking !== null)
  useLayoutEffect(() => {
    const element = bar.current
    const sheet = element?.offsetParent
    if (!shown || !element || !sheet) return
    const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to)]
    const frame = sheet.getBoundingClientRect()
    const left = start.top === end.top ? (start.left + end.left) / 2 - frame.left - element.offsetWidth / 2 : start.left - frame.left
    element.style.left = `${Math.max(8, Math.min(left, frame.width - element.offsetWidth - 8))}px`
    element.style.top = `${start.top - frame.top - element.offsetHeight - 8}px`
  })
  const act = (run: () => void) => () => {
    run()
    editor.view.focus()
  }
  return (
    <>
      {shown ? (
        <div className="selection-bar" role="toolbar" aria-label={m.team_selected_words()} ref={bar} onKeyDown={walk} data-screen-only>
          <Tool icon={Bold} name={m.team_bold()} keys="Ctrl B" on={editor.isActive('bold')} onPress={act(() => editor.chain().focus().toggleMark('bold').run())} first />
          <Tool icon={Italic} name={m.team_italic()} keys="Ctrl I" on={editor.isActive('italic')} onPress={act(() => editor.chain().focus().toggleMark('italic').run())} />
          <Tool icon={LinkIcon} name={m.team_link()} on={editor.isActive('link')} onPress={() => setAsking('link')} words />
          <Tool icon={BookOpenText} name={source === null ? m.team_source_add() : m.team_source_change()} on={source !== null} onPress={() => setAsking('source')} words />
        </div>
      ) : null}
      {asking === 'link' ? <LinkDialog editor={editor} onClose={() => setAsking(null)} /> : null}
      {asking === 'source' ? <SourceDialog editor={editor} existing={source} onClose={() => setAsking(null)} /> : null}
    </>
  )
}

interface ToolProps { readonly icon: LucideIcon; readonly name: string; readonly keys?: string; readonly on: boolean; readonly words?: boolean; readonly first?: boolean; readonly onPress: () => void }
function Tool({ icon: Icon, name, keys, on, words, first, onPress }: ToolProps): ReactNode {
  // A press must not take the selection away from the words.
  return (
    <button type="button" aria-pressed={on} aria-label={words ? undefined : name} title={keys ? `${name} (${keys})` : name} tabIndex={first ? 0 : -1} onPointerDown={(event) => event.preventDefault()} onClick={onPress}>
      <Icon className="icon" aria-hidden="true" />{words ? <span>{name}</span> : null}
    </button>
  )
}

/** One stop for Tab; arrows walk inside, as in every toolbar. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}

/** Where a source is selected: its place and what it says. */
export function sourceIn(editor: Editor): { readonly at: number; readonly attrs: SourceAttributes } | null {
  const { from, to } = editor.state.selection
  const node = to - from === 1 ? editor.state.doc.nodeAt(from) : null
  return node?.type.name === 'source' ? { at: from, attrs: node.attrs as SourceAttributes } : null
}
