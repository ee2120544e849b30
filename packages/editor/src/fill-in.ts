/**
 * Filling in a template: what stands in brackets is taken as a whole, so that typing replaces it, and typing over a selection
 * never takes along the passage behind it.
 *
 * A click or tap on such a place selects it; a second one puts the caret in it. Tab goes from one to the next and leaves the
 * paper after the last, so it traps nobody.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isListKind } from './kinds.ts'
import { passageAt, placedPassages, type PlacedPassage } from './passage-nodes.ts'
import { placeholdersIn } from './suspects.ts'

interface Place { readonly from: number; readonly to: number }

/** Where the brackets of a template stand in a passage. Whatever is no text counts for one letter, as it does for positions. */
function placesIn({ node, from }: PlacedPassage): Place[] {
  const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
  let searched = 0
  return placeholdersIn(text).map((words) => {
    const at = text.indexOf(words, searched)
    searched = at + words.length
    return { from: from + 1 + at, to: from + 1 + searched }
  })
}
const placesOf = (doc: Node): Place[] => placedPassages(doc).flatMap(placesIn)
const isAt = ({ from, to }: Place, selection: Selection): boolean => selection.from === from && selection.to === to

function select(view: EditorView, { from, to }: Place): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)).scrollIntoView())
}

/** Selects the place around a position, unless that is what is selected already. */
function takePlace(view: EditorView, position: number): boolean {
  const passage = passageAt(view.state.doc, position)
  const place = passage === null ? undefined : placesIn(passage).find(({ from, to }) => from <= position && position <= to)
  if (!view.editable || place === undefined || isAt(place, view.state.selection)) return false
  select(view, place)
  return true
}

/** In a list Tab makes a level, except on a place that waits to be filled in. */
function tab(view: EditorView, back: boolean): boolean {
  const { doc, selection } = view.state
  if (!view.editable) return false
  const places = placesOf(doc)
  const passage = passageAt(doc, selection.from)
  if (passage !== null && isListKind(passage.kind) && !places.some((place) => isAt(place, selection))) return false
  const next = back ? places.findLast(({ to }) => to <= selection.from) : places.find(({ from }) => from >= selection.to)
  if (next === undefined) return false
  select(view, next)
  return true
}

/**
 * A triple click, as browsers do it, and a drag that ends a hair too far run to the start of the next passage: nothing of it
 * looks selected, and typing would make one passage of two. Null where nothing runs over.
 */
export function withinPassage({ doc, selection }: Pick<EditorState, 'doc' | 'selection'>): TextSelection | null {
  if (!(selection instanceof TextSelection) || selection.empty || selection.$to.depth === 0) return null
  if (selection.$to.parentOffset > 0 || selection.$from.sameParent(selection.$to)) return null
  const end = selection.$to.before(1) - 1
  if (end <= selection.from) return null // only the break itself is selected: whoever does that means it
  return selection.head < selection.anchor ? TextSelection.create(doc, end, selection.from) : TextSelection.create(doc, selection.from, end)
}

function trim(view: EditorView): void {
  const within = view.editable ? withinPassage(view.state) : null
  if (within !== null) view.dispatch(view.state.tr.setSelection(within))
}

const MOVES = /^(Arrow|Home|End|Page|Shift|Control|Alt|Meta|Escape|Tab|F\d)/

export const FillIn = Extension.create({
  name: 'fillIn',
  // Before the keys of the paper: Tab in a list, and Backspace on a selection.
  priority: 1100,
  addProseMirrorPlugins() {
    let pressed = false
    return [new Plugin({
      key: new PluginKey('fillIn'),
      appendTransaction(transactions, _, state) {
        const within = transactions.some((transaction) => transaction.getMeta('pointer') === true) ? withinPassage(state) : null
        return within === null ? null : state.tr.setSelection(within).setMeta('addToHistory', false)
      },
      props: {
        handleClick: (view, position, event) => event.button === 0 && !event.shiftKey && takePlace(view, position),
        handleTripleClick(view, position, event) {
          const passage = event.button === 0 ? passageAt(view.state.doc, position) : null
          if (passage === null) return false
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, passage.from + 1, passage.to - 1)).setMeta('pointer', true))
          return true
        },
        handleKeyDown(view, event) {
          if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) return tab(view, event.shiftKey)
          if (!MOVES.test(event.key) && !(event.ctrlKey || event.metaKey)) trim(view)
          return false
        },
        handlePaste: (view) => { trim(view); return false },
        handleDOMEvents: {
          // Phones and input methods say no key.
          beforeinput: (view) => { if (!view.composing) trim(view); return false },
          cut: (view) => { trim(view); return false },
          mousedown: () => { pressed = true; return false },
          focus(view) {
            if (!pressed && view.state.selection.empty) takePlace(view, view.state.selection.from)
            pressed = false
            return false
          },
          blur: () => { pressed = false; return false },
        },
      },
    })]
  },
})
