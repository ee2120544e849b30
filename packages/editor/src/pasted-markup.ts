/** Knowing the markup of Word, Google Docs and the web: which element is a block, a list item, a heading, or to be left behind. */
import type { PassageKind } from '@draagvlak/domain/passage'
import { isSafeAddress } from './address.ts'
import { DEEPEST_INDENT } from './kinds.ts'
import type { Source } from './passage.ts'
import { isIndent, isPassageKind } from './passage-node.ts'

export interface BlockStyle { readonly kind: PassageKind; readonly indent: number }

const DROPPED = new Set(['style', 'script', 'meta', 'link', 'title', 'xml', 'del', 'template', 'noscript', 'iframe', 'object', 'head', 'button', 'select', 'textarea'])
const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption',
  'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'address', 'hr', 'form', 'fieldset', 'details', 'summary'])
const HEADINGS: Readonly<Record<string, PassageKind>> = { h1: 'heading1', h2: 'heading2', h3: 'heading3', h4: 'heading3', h5: 'heading3', h6: 'heading3' }

const styleOf = (element: Element): string => (element.getAttribute('style') ?? '').toLowerCase().replaceAll(/\s*([:;])\s*/g, '$1')
const classOf = (element: Element): string => element.getAttribute('class') ?? ''

/** What is no part of the words: scripts, styles, deleted words of tracked changes, Word's comments and its own copy of the footnotes. */
export function isDropped(element: Element): boolean {
  const name = element.localName
  // Drawings and formulas of Office (v:, m:) have no words; smart tags (st1:) and content controls (w:) have.
  if (DROPPED.has(name) || /^[vm]:/.test(name)) return true
  if (/MsoCommentReference|msocomtxt|msocomhoverhide|MsoCommentText/.test(classOf(element)) || /^#_(?:msocom|cmnt)/.test(element.getAttribute('href') ?? '')) return true
  return /mso-element:(?:comment|footnote|endnote|header|footer)|(?:^|;)display:none|mso-hide:all/.test(styleOf(element))
}

/** Word repeats the number or the bullet of a list item as text; the list has them already. */
export function isRepeatedMarker(element: Element): boolean {
  return styleOf(element).includes('mso-list:ignore')
}

export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.localName)
}

/** What a block is, given what it stands in. */
export function blockStyle(element: Element, around: BlockStyle): BlockStyle {
  const own = ownStyle(element)
  const name = element.localName
  if (own !== null) return own
  const heading = HEADINGS[name]
  if (heading !== undefined) return { kind: heading, indent: 0 }
  if (name === 'blockquote') return { kind: 'quote', indent: 0 }
  if (name === 'li') return listItemStyle(element)
  return name === 'ul' || name === 'ol' ? { kind: 'paragraph', indent: 0 } : around
}

function ownStyle(element: Element): BlockStyle | null {
  const kind = element.getAttribute('data-kind')
  const indent = Number(element.getAttribute('data-indent') ?? 0)
  if (isPassageKind(kind)) return { kind, indent: isIndent(indent) ? indent : 0 }
  const mso = classOf(element)
  if (/MsoTitle/.test(mso)) return { kind: 'title', indent: 0 }
  const heading = /MsoHeading([1-6])/.exec(mso)?.[1]
  if (heading !== undefined) return { kind: HEADINGS[`h${heading}`] ?? 'heading3', indent: 0 }
  if (/MsoQuote|MsoIntenseQuote/.test(mso)) return { kind: 'quote', indent: 0 }
  return element.localName === 'li' ? null : wordListStyle(element)
}

/** Word writes a list item as a paragraph: `mso-list:l0 level2 lfo1` and the marker as text. */
function wordListStyle(element: Element): BlockStyle | null {
  const level = /mso-list:[^;]*level(\d+)/.exec(styleOf(element))?.[1]
  const marker = [...element.querySelectorAll('span')].find(isRepeatedMarker)?.textContent?.replaceAll(/[\s\u00a0]/g, '')
  if (level === undefined || marker === undefined || marker === '') return null
  return { kind: /^\(?(?:\d+|[a-z]|[ivxlcdm]+)(?:\.\d+)*[.)]?$/i.test(marker) && marker !== 'o' ? 'numbered' : 'bullet', indent: clamp(Number(level) - 1) }
}

function listItemStyle(item: Element): BlockStyle {
  let depth = 0
  for (let at = item.parentElement; at !== null; at = at.parentElement) if (at.localName === 'ul' || at.localName === 'ol') depth += 1
  const told = Number(item.getAttribute('aria-level'))
  return { kind: item.parentElement?.localName === 'ol' ? 'numbered' : 'bullet', indent: clamp((told > 0 ? told : depth) - 1) }
}

function clamp(indent: number): number {
  return Math.max(0, Math.min(indent, DEEPEST_INDENT))
}

// Google Docs wraps everything in <b style="font-weight:normal">, so what the style says goes before what the tag says.
export function isUnbold(element: Element): boolean {
  return /(?:^|;)font-weight:(?:normal|[1-4]00)/.test(styleOf(element))
}

export function isBold(element: Element): boolean {
  return element.localName === 'b' || element.localName === 'strong' || /(?:^|;)font-weight:(?:bold|[6-9]00)/.test(styleOf(element))
}

export function isUnitalic(element: Element): boolean {
  return /(?:^|;)font-style:normal/.test(styleOf(element))
}

export function isItalic(element: Element): boolean {
  return element.localName === 'i' || element.localName === 'em' || /(?:^|;)font-style:italic/.test(styleOf(element))
}

/** Word's footnotes by the element that refers to them, as sources: the text of the note and its first safe address. */
export function wordFootnotes(root: Element): Map<Element, Source> {
  const notes = new Map<Element, Source>()
  for (const reference of root.querySelectorAll('a[href^="#_ftn"], a[href^="#_edn"]')) {
    const name = reference.getAttribute('href')?.replace(/^#_/, '') ?? ''
    if (name.includes('ref') || !/^(?:ftn|edn)\d+$/.test(name)) continue
    const note = root.querySelector(`[id="${name}"]`)
    if (note === null) continue
    const label = (note.textContent ?? '').replaceAll(/\s+/g, ' ').trim().replace(/^\[\d+\]\s*/, '')
    const address = [...note.querySelectorAll('a[href]')].map(link => link.getAttribute('href')).find(isSafeAddress) ?? ''
    notes.set(reference, { type: 'source', attrs: { label, address, date: '' } })
  }
  return notes
}
