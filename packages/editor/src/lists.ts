/** Lists in a flat text: neighbouring list passages seen as the nested lists that a reader expects. */
import type { PassageKind } from '@draagvlak/domain/passage'
import { isListKind } from './kinds.ts'

export interface ListItem { readonly index: number; readonly lists: List[] }
export interface List { readonly ordered: boolean; readonly items: ListItem[] }
type Shape = { readonly kind: PassageKind; readonly indent: number }

/** Where an item stands in its list. `level` and `position` count from 1. */
export interface ListPlace {
  readonly level: number
  readonly position: number
  readonly size: number
  /** `1.` for a numbered item, null for a bullet. */
  readonly number: string | null
}

/** One piece of the text: a passage by itself, or a run of list passages as nested lists. */
export type Piece = { readonly type: 'passage'; readonly index: number } | { readonly type: 'lists'; readonly lists: List[] }

/**
 * The pieces of a text in order. An item that is indented by more than one step counts as one step deeper,
 * so that no level is empty; a change from bullets to numbers on the same level starts a new list.
 */
export function piecesOf(passages: readonly Shape[]): Piece[] {
  const pieces: Piece[] = []
  let open: List[] = []
  passages.forEach((passage, index) => {
    if (!isListKind(passage.kind)) {
      open = []
      pieces.push({ type: 'passage', index })
      return
    }
    const lists = open.length > 0 ? lastLists(pieces) : startLists(pieces)
    const level = Math.min(passage.indent, open.length)
    open = open.slice(0, level + 1)
    const item: ListItem = { index, lists: [] }
    const ordered = passage.kind === 'numbered'
    const same = open[level]
    if (same?.ordered === ordered) {
      same.items.push(item)
      return
    }
    const list: List = { ordered, items: [item] }
    const parent = level === 0 ? lists : open[level - 1]?.items.at(-1)?.lists
    parent?.push(list)
    open = [...open.slice(0, level), list]
  })
  return pieces
}

function startLists(pieces: Piece[]): List[] {
  const lists: List[] = []
  pieces.push({ type: 'lists', lists })
  return lists
}

function lastLists(pieces: Piece[]): List[] {
  const last = pieces.at(-1)
  return last?.type === 'lists' ? last.lists : startLists(pieces)
}

/** The place of every list passage, by its index; null where a passage is no list item. */
export function listPlaces(passages: readonly Shape[]): (ListPlace | null)[] {
  const places: (ListPlace | null)[] = passages.map(() => null)
  const visit = (list: List, level: number): void => {
    list.items.forEach((item, at) => {
      places[item.index] = { level, position: at + 1, size: list.items.length, number: list.ordered ? `${at + 1}.` : null }
      item.lists.forEach(inner => visit(inner, level + 1))
    })
  }
  for (const piece of piecesOf(passages)) if (piece.type === 'lists') piece.lists.forEach(list => visit(list, 1))
  return places
}
