/** What keys and menus do to passages, as ProseMirror commands: attributes change, passages are never replaced by others. */
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { PassageKind } from '@draagvlak/domain/passage'
import { DEEPEST_INDENT, isListKind, KIND_AFTER_ENTER, kindOfSecondHalf } from './kinds.ts'
import { passageAt, selectedPassages, type PlacedPassage } from './passage-nodes.ts'

/** Makes the selected passages of one kind; pressed again, paragraphs. */
export function setPassageKind(kind: PassageKind): Command {
  return (state, dispatch) => {
    const passages = selectedPassages(state)
    if (passages.length === 0) return false
    const wanted = passages.every(passage => passage.kind === kind) ? 'paragraph' : kind
    const { tr } = state
    for (const { from, indent } of passages) {
      tr.setNodeAttribute(from, 'kind', wanted)
      if (indent !== 0 && !isListKind(wanted)) tr.setNodeAttribute(from, 'indent', 0)
    }
    dispatch?.(tr.setStoredMarks(state.storedMarks).scrollIntoView())
    return true
  }
}

/** Moves the selected list items one level in or out; refuses where none can, so that Tab leaves the text there. */
export function changeIndent(by: 1 | -1): Command {
  return (state, dispatch) => {
    const items = selectedPassages(state).filter(({ kind, indent }) => isListKind(kind) && indent + by >= 0 && indent + by <= DEEPEST_INDENT)
    if (items.length === 0) return false
    const { tr } = state
    for (const { from, indent } of items) tr.setNodeAttribute(from, 'indent', indent + by)
    dispatch?.(tr.setStoredMarks(state.storedMarks))
    return true
  }
}

interface Caret { readonly passage: PlacedPassage; readonly atStart: boolean; readonly atEnd: boolean }

function caretIn(state: EditorState): Caret | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const passage = passageAt(state.doc, selection.from)
  return passage === null ? null : { passage, atStart: selection.$from.parentOffset === 0, atEnd: selection.$from.parentOffset === passage.node.content.size }
}

/**
 * Enter. At the end a passage of the kind that follows, at the start an empty one before (so that the words keep their
 * passage), in the middle a split. In an empty list item it steps out of the list.
 */
export function enter(newId: () => string): Command {
  return (state, dispatch) => {
    const { passage: type } = state.schema.nodes
    if (type === undefined) return false
    if (state.doc.childCount === 0) {
      const first = state.tr.insert(0, type.create({ id: newId() }))
      dispatch?.(first.setSelection(TextSelection.create(first.doc, 1)))
      return true
    }
    const tr = state.tr.deleteSelection()
    const marks = state.storedMarks ?? state.selection.$from.marks()
    const after = state.apply(tr)
    const caret = caretIn(after)
    if (caret === null) return false
    const { passage, atStart, atEnd } = caret
    const { from, to, kind, indent } = passage
    const empty = passage.node.content.size === 0
    if (empty && isListKind(kind)) return stepOut(passage)(state, dispatch)
    const list = isListKind(kind) ? indent : 0
    if (atEnd) {
      tr.insert(to, type.create({ id: newId(), kind: KIND_AFTER_ENTER[kind], indent: list }))
      tr.setSelection(TextSelection.create(tr.doc, to + 1))
    } else if (atStart) {
      tr.insert(from, type.create({ id: newId(), kind: isListKind(kind) ? kind : 'paragraph', indent: list }))
    } else {
      tr.split(after.selection.from, 1, [{ type, attrs: { id: newId(), kind: kindOfSecondHalf(kind), indent: list } }])
    }
    if (atEnd) tr.ensureMarks(marks.filter(mark => mark.type.spec.inclusive !== false))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Backspace at the start: a list item steps out, another kind becomes a paragraph, an empty passage before goes away. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const caret = caretIn(state)
  if (caret === null || !caret.atStart) return false
  const { passage } = caret
  if (isListKind(passage.kind)) return stepOut(passage)(state, dispatch)
  const before = passage.from === 0 ? null : passageAt(state.doc, passage.from - 1)
  if (before !== null && before.node.content.size === 0) {
    dispatch?.(state.tr.delete(before.from, before.to).scrollIntoView())
    return true
  }
  const words = passage.node.content.size > 0
  // Before the first passage there is nothing to join; Tiptap would reset the passage, id and all.
  if (passage.kind === 'paragraph' || (passage.kind === 'title' && words)) return before === null
  dispatch?.(state.tr.setNodeAttribute(passage.from, 'kind', 'paragraph'))
  return true
}

/** Delete at the end: of two passages the one without words goes, so that the words keep their passage and kind. */
export const deleteAtEnd: Command = (state, dispatch) => {
  const caret = caretIn(state)
  if (caret === null || !caret.atEnd || caret.passage.to >= state.doc.content.size) return false
  const { passage } = caret
  const next = passageAt(state.doc, passage.to + 1)
  if (next === null) return false
  const empty = next.node.content.size === 0 ? next : passage.node.content.size === 0 ? passage : null
  if (empty === null) return false
  const tr = state.tr.delete(empty.from, empty.to)
  if (empty === passage) tr.setSelection(TextSelection.create(tr.doc, passage.from + 1))
  dispatch?.(tr.scrollIntoView())
  return true
}

function stepOut({ from, indent }: PlacedPassage): Command {
  return (state, dispatch) => {
    dispatch?.(indent > 0 ? state.tr.setNodeAttribute(from, 'indent', indent - 1) : state.tr.setNodeAttribute(from, 'kind', 'paragraph'))
    return true
  }
}
