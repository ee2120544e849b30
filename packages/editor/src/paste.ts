/** Pasting: what Word, Google Docs, a web page or a PDF put on the clipboard, read as passages of ours. */
import { isSafeAddress } from './address.ts'
import { normalisedContent } from './inline.ts'
import { DEEPEST_INDENT } from './kinds.ts'
import { isEmptyPassage, type Inline, type Passage, type TextMark } from './passage.ts'
import { blockStyle, isBlock, isBold, isDropped, isItalic, isRepeatedMarker, isUnbold, isUnitalic, wordFootnotes, type BlockStyle } from './pasted-markup.ts'

/** Reads HTML into a tree without running it; in the browser `new DOMParser().parseFromString(html, 'text/html')`. */
export type ParseHtml = (html: string) => Document | Element

interface Open { readonly style: BlockStyle; content: Inline[] }

/**
 * The passages that a piece of clipboard HTML holds: words, lists with their depth, headings, bold, italic, safe links and
 * Word's footnotes. Deleted words of tracked changes, comments and layout are left behind; anchors as well.
 * @param newId gives every passage an id of its own.
 */
export function cleanPastedHtml(html: string, parse: ParseHtml, newId: () => string): Passage[] {
  const tree = parse(html)
  const root = 'body' in tree ? tree.body : tree
  const notes = wordFootnotes(root)
  const passages: Passage[] = []
  let open: Open = { style: { kind: 'paragraph', indent: 0 }, content: [] }

  // Words out of the middle of a line keep the space at their edges, or they would grow together with their neighbours.
  let inLine = true

  const close = (style: BlockStyle): void => {
    const content = trimmed(open.content, inLine)
    if (!isEmptyPassage({ content })) passages.push({ id: newId(), ...open.style, content })
    open = { style, content: [] }
  }
  const visit = (node: Node, style: BlockStyle, marks: readonly TextMark[]): void => {
    if (node.nodeType === 3) {
      open.content.push(...textRuns(node.textContent ?? '', marks))
      return
    }
    if (!isElement(node) || isDropped(node) || isRepeatedMarker(node)) return
    const note = notes.get(node)
    if (note !== undefined) {
      open.content.push(note)
      return
    }
    if (node.localName === 'br') {
      open.content.push({ type: 'hardBreak' })
      return
    }
    if (!isBlock(node)) {
      const own = marksOf(node, marks)
      node.childNodes.forEach(child => visit(child, style, own))
      return
    }
    inLine = false
    const own = blockStyle(node, style)
    close(own)
    node.childNodes.forEach(child => visit(child, own, marksOf(node, marks)))
    close(style)
  }
  root.childNodes.forEach(node => visit(node, open.style, []))
  close(open.style)
  return passages
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function marksOf(element: Element, marks: readonly TextMark[]): readonly TextMark[] {
  let own = marks
  const without = (type: TextMark['type']): void => { own = own.filter(mark => mark.type !== type) }
  const add = (mark: TextMark): void => { own = [...own.filter(({ type }) => type !== mark.type), mark] }
  if (isUnbold(element)) without('bold')
  else if (isBold(element)) add({ type: 'bold' })
  if (isUnitalic(element)) without('italic')
  else if (isItalic(element)) add({ type: 'italic' })
  const href = element.localName === 'a' ? element.getAttribute('href') : null
  if (isSafeAddress(href)) add({ type: 'link', attrs: { href } })
  return own
}

/** A line that ends in a hyphen keeps its line end, so that the broken word can be pointed out; any other is white space. */
function textRuns(text: string, marks: readonly TextMark[]): Inline[] {
  return withoutControls(text).split(/(?<=\p{L}-)[ \t]*\r?\n[ \t]*(?=\p{Ll})/u).flatMap((line, index): Inline[] => [
    ...index === 0 ? [] : [{ type: 'hardBreak' } as const], { type: 'text', text: line.replaceAll(/[ \t\r\n\f]+/g, ' '), marks },
  ])
}

function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\r\n]/gu, '').replaceAll(/[\u200b\ufeff]/g, '')
}

/** White space collapsed over the runs, none at the edges of a line; breaks at the edges of a passage dropped. */
function trimmed(content: readonly Inline[], keepEdges = false): Inline[] {
  const merged = normalisedContent(content)
  const kept: Inline[] = []
  let bare = !keepEdges
  for (const part of merged) {
    if (part.type !== 'text') {
      if (part.type === 'hardBreak') endLine(kept)
      kept.push(part)
      bare = part.type === 'hardBreak'
      continue
    }
    const text = (bare ? part.text.replace(/^[ \u00a0]+/, '') : part.text).replaceAll(/ {2,}/g, ' ')
    if (text !== '') bare = text.endsWith(' ')
    kept.push({ ...part, text })
  }
  if (!keepEdges) endLine(kept)
  while (kept.at(-1)?.type === 'hardBreak') kept.pop()
  while (kept[0]?.type === 'hardBreak') kept.shift()
  return normalisedContent(kept)
}

function endLine(kept: Inline[]): void {
  for (let last = kept.at(-1); last?.type === 'text'; last = kept.at(-1)) {
    const text = last.text.replace(/[ \u00a0]+$/, '')
    kept.pop()
    if (text !== '') {
      kept.push({ ...last, text })
      return
    }
  }
}

const BULLET = /^[ \t]*[•·▪◦‣*–-][ \t]+/u

/**
 * The passages in plain text: a blank line parts passages, a single line end is a line break, and nothing is joined.
 * Lines that begin with a bullet become a list.
 */
export function passagesOfPlainText(text: string, newId: () => string): Passage[] {
  const passages: Passage[] = []
  const add = (kind: 'paragraph' | 'bullet', indent: number, lines: readonly string[]): void => {
    const content = trimmed(lines.flatMap((line, index): Inline[] => [...index === 0 ? [] : [{ type: 'hardBreak' } as const], { type: 'text', text: line.replaceAll('\t', ' ') }]))
    if (!isEmptyPassage({ content })) passages.push({ id: newId(), kind, indent, content })
  }
  for (const block of withoutControls(text).replaceAll(/\r\n?/g, '\n').split(/\n[ \t]*(?:\n[ \t]*)+/)) {
    const lines = block.split('\n')
    if (!lines.every(line => BULLET.test(line))) add('paragraph', 0, lines)
    else for (const line of lines) add('bullet', Math.min(Math.floor((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ').length ?? 0) / 2), DEEPEST_INDENT), [line.replace(BULLET, '')])
  }
  return passages
}
