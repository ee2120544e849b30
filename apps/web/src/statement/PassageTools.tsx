/** Undo, redo, and everything about the passage that the caret is in: what it is, where it stands, away with it. */
import type { Editor } from '@tiptap/core'
import { movePassage } from '@draagvlak/api/statement'
import type { StatementFull } from '@draagvlak/api/statement'
import { OFFERED_KINDS } from '@draagvlak/editor/kinds'
import { passageAt, placedPassages } from '@draagvlak/editor/passage-nodes'
import { undoState } from '@draagvlak/editor/undo'
import { m } from '@draagvlak/messages/m'
import { ArrowDown, ArrowUp, Check, ChevronDown, Redo2, Trash2, Undo2, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAct } from '../api.ts'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { sentenceOf } from '../ui/Notice.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { KIND_KEYS, kindName } from './passage-names.ts'
import { useTransactions } from './use-editor.ts'

/** Asks the server to move a passage: only so does what others type in it come along. */
export function useMove(statementId: string, inTouch: () => boolean): (passageId: string, direction: 'up' | 'down') => void {
  const toast = useToast()
  const move = useAct(movePassage)
  return (passageId, direction) => {
    if (!inTouch()) return toast({ text: m.team_move_needs_server() })
    move.mutate({ params: { statementId, passageId }, body: { direction } }, { onError: (error) => toast({ text: sentenceOf(error) }) })
  }
}

export interface PassageToolsProps { readonly editor: Editor; readonly statement: StatementFull; readonly inTouch: boolean; readonly onMove: (passageId: string, direction: 'up' | 'down') => void }

export function PassageTools({ editor, statement, inTouch, onMove }: PassageToolsProps): ReactNode {
  useTransactions(editor)
  const { canUndo, canRedo } = undoState(editor.state)
  const passages = placedPassages(editor.state.doc)
  const passage = passageAt(editor.state.doc, editor.state.selection.from)
  const index = passage === null ? -1 : passages.findIndex(({ from }) => from === passage.from)
  const offered = OFFERED_KINDS[statement.type]
  const unreachable = inTouch ? null : m.team_move_needs_server()
  const icon = (Icon: LucideIcon) => <Icon className="icon" aria-hidden="true" />
  const entries: MenuEntry[] = passage === null ? [] : [
    ...offered.map((kind): MenuEntry => ({ id: kind, label: kindName(kind), icon: kind === passage.kind ? icon(Check) : <span className="icon" />, ...(KIND_KEYS[kind] ? { keys: KIND_KEYS[kind] } : {}), onAction: () => { if (kind !== passage.kind) editor.chain().focus().setPassageKind(kind).run() } })),
    { id: 'cut-1', cut: true },
    { id: 'up', label: m.team_move_up(), icon: icon(ArrowUp), keys: 'Alt ↑', because: index <= 0 ? m.team_is_first() : unreachable, onAction: () => onMove(passage.id, 'up') },
    { id: 'down', label: m.team_move_down(), icon: icon(ArrowDown), keys: 'Alt ↓', because: index >= passages.length - 1 ? m.team_is_last() : unreachable, onAction: () => onMove(passage.id, 'down') },
    { id: 'cut-2', cut: true },
    { id: 'delete', label: m.team_delete_passage(), second: m.team_delete_passage_hint(), icon: icon(Trash2), danger: true, onAction: () => editor.chain().focus().deleteRange({ from: passage.from, to: passage.to }).run() },
  ]
  return (
    <div className="passage-tools" data-screen-only>
      <IconButton icon={Undo2} name={m.team_undo()} keys="Ctrl Z" because={canUndo ? null : m.team_nothing_to_undo()} onPress={() => editor.chain().focus().undo().run()} />
      <IconButton icon={Redo2} name={m.team_redo()} keys="Ctrl Y" because={canRedo ? null : m.team_nothing_to_redo()} onPress={() => editor.chain().focus().redo().run()} />
      {passage === null ? null : <Menu label={m.team_passage_menu({ number: index + 1, kind: kindName(passage.kind) })} entries={entries} buttonClass="kind-button"><span>{kindName(passage.kind)}</span><ChevronDown className="icon" aria-hidden="true" /></Menu>}
    </div>
  )
}

interface IconButtonProps { readonly icon: LucideIcon; readonly name: string; readonly keys: string; readonly because: string | null; readonly onPress: () => void }
function IconButton({ icon: Icon, name, keys, because, onPress }: IconButtonProps): ReactNode {
  return (
    <button type="button" className="icon-button" aria-label={name} title={because ?? `${name} (${keys})`} aria-disabled={because !== null} onPointerDown={(event) => event.preventDefault()} onClick={() => { if (because === null) onPress() }}>
      <Icon className="icon" aria-hidden="true" />
    </button>
  )
}
