/** Turns passages into the blocks that the template sets: headings with lawful levels, nested lists, runs of plain strings. */

import type { PassageKind } from '@draagvlak/domain/passage'
import type { Inline, Passage, TextRun } from '@draagvlak/editor/passage'
import { isEmptyPassage, textOf } from '@draagvlak/editor/passage'

export interface Run { readonly text: string; readonly bold: boolean; readonly italic: boolean; readonly link: string | null }
export type Piece =
  | { readonly is: 'run' } & Run
  | { readonly is: 'break' }
  | { readonly is: 'source'; readonly label: string; readonly address: string; readonly link: string | null; readonly date: string }

export interface ListItem { readonly pieces: readonly Piece[]; readonly below: readonly ListBlock[] }
export interface ListBlock { readonly is: 'list'; readonly numbered: boolean; readonly items: readonly ListItem[] }
export interface HeadingBlock { readonly is: 'heading'; readonly kind: PassageKind; readonly level: number; readonly pieces: readonly Piece[] }
export interface TextBlock { readonly is: 'text'; readonly kind: PassageKind; readonly pieces: readonly Piece[] }
export type Block = ListBlock | HeadingBlock | TextBlock

const WANTED_LEVEL: Partial<Record<PassageKind, number>> = { title: 1, heading1: 2, heading2: 3, heading3: 4 }

/** `firstLevel`: the level of the first heading in these blocks; a reader for the blind walks headings, and none may be skipped. */
export function blocksOf(passages: readonly Passage[], firstLevel: number): Block[] {
  const blocks: Block[] = []
  const filled = passages.filter(it => !isEmptyPassage(it))
  let deepest = firstLevel - 1
  for (let at = 0; at < filled.length; at++) {
    const passage = filled[at]
    if (passage === undefined) break
    if (isListItem(passage)) {
      const end = endOfList(filled, at)
      blocks.push(...nested(filled.slice(at, end)))
      at = end - 1
      continue
    }
    const wanted = WANTED_LEVEL[passage.kind]
    const pieces = piecesOf(passage.content)
    if (wanted === undefined) blocks.push({ is: 'text', kind: passage.kind, pieces })
    else {
      deepest = Math.min(wanted + firstLevel - 1, deepest + 1)
      blocks.push({ is: 'heading', kind: passage.kind, level: deepest, pieces })
    }
  }
  return blocks
}

function isListItem(passage: Passage): boolean {
  return passage.kind === 'bullet' || passage.kind === 'numbered'
}

function endOfList(passages: readonly Passage[], start: number): number {
  const after = passages.findIndex((it, at) => at > start && !isListItem(it))
  return after === -1 ? passages.length : after
}

/** Items of one depth and kind make one list; deeper ones hang under the item before them. */
function nested(items: readonly Passage[]): ListBlock[] {
  const lists: { is: 'list'; numbered: boolean; items: ListItem[] }[] = []
  const depth = Math.min(...items.map(it => it.indent))
  for (let at = 0; at < items.length;) {
    const item = items[at]
    if (item === undefined) break
    const next = items.findIndex((it, place) => place > at && it.indent <= depth)
    const end = next === -1 ? items.length : next
    const isOwn = item.indent === depth
    const below = items.slice(isOwn ? at + 1 : at, end)
    const numbered = item.kind === 'numbered'
    const entry: ListItem = { pieces: isOwn ? piecesOf(item.content) : [], below: below.length === 0 ? [] : nested(below) }
    const last = lists.at(-1)
    if (last !== undefined && last.numbered === numbered) last.items.push(entry)
    else lists.push({ is: 'list', numbered, items: [entry] })
    at = end
  }
  return lists
}

function piecesOf(content: readonly Inline[]): Piece[] {
  return content.map(part => {
    if (part.type === 'hardBreak') return { is: 'break' }
    if (part.type === 'source') {
      const { label, address, date } = part.attrs
      return { is: 'source', label: printable(label), address: printable(address), link: webAddress(address), date: printable(date) }
    }
    return { is: 'run', ...runOf(part) }
  })
}

function runOf({ text, marks = [] }: TextRun): Run {
  const link = marks.find(it => it.type === 'link')
  return {
    text: printable(text), bold: marks.some(it => it.type === 'bold'), italic: marks.some(it => it.type === 'italic'),
    link: link === undefined ? null : webAddress(link.attrs.href),
  }
}

/** Only what a reader may press; anything else stays words. */
function webAddress(address: string): string | null {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(address) ? address : null
}

/** Characters that say nothing and that no font draws. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are exactly what is meant
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, '')
}

/** The words of the title, for the properties of the file. */
export function titleOf(passages: readonly Passage[]): string | null {
  const title = passages.find(it => it.kind === 'title' && !isEmptyPassage(it))
  return title === undefined ? null : printable(textOf(title)).replace(/\s+/g, ' ').trim()
}

export function sourceCount(passages: readonly Passage[]): number {
  return passages.reduce((count, passage) => count + passage.content.filter(it => it.type === 'source').length, 0)
}
