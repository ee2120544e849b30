/** A text as HTML for reading: the public page, a preview, the clipboard. Everything is escaped; structure is real. */
import { isSafeAddress } from './address.ts'
import { HEADING_LEVEL } from './kinds.ts'
import { piecesOf, type List } from './lists.ts'
import { carriesOn } from './messages.ts'
import type { Passage, SourceAttributes, TextRun } from './passage.ts'

export interface HtmlOptions {
  /** HTML put under a passage, for instance the partners who carry it. Trusted: it is not escaped. */
  readonly afterPassage?: (passageId: string) => string
  /** Added to heading levels: 1 where the page has a title of its own above the text. */
  readonly headingOffset?: number
  /** `page` has ids, classes and links between footnote and text; `mail` has none of these and reads the same. */
  readonly target?: 'page' | 'mail'
  /** Stands before every id, so that two texts may be on one page. */
  readonly idPrefix?: string
  /** What stands above evidence and above an ask, in the language of the text. */
  readonly labels?: { readonly evidence: string; readonly ask: string }
  /** Heading above the footnotes and name of the link back, in the language of the text. */
  readonly words?: { readonly sources: string; readonly back: string }
}

interface Rendering extends Required<HtmlOptions> { readonly passages: readonly Passage[]; readonly sources: SourceAttributes[] }

const NO_WORDS = { sources: '', back: '' }
const NO_LABELS = { evidence: '', ask: '' }

/** The passages as an HTML fragment, footnotes at the end. */
export function htmlOf(passages: readonly Passage[], options: HtmlOptions = {}): string {
  const rendering: Rendering = { afterPassage: () => '', headingOffset: 0, target: 'page', idPrefix: '', labels: NO_LABELS, words: NO_WORDS, ...options, passages, sources: [] }
  const body = sections(piecesOf(passages).map(piece => piece.type === 'passage'
    ? { opens: opensSection(passages[piece.index]), carries: carries(passages[piece.index]), html: block(rendering, passages[piece.index]) }
    : { opens: false, carries: true, html: piece.lists.map(list => listHtml(rendering, list)).join('') }), rendering)
  return body + footnotes(rendering)
}

const opensSection = (passage: Passage | undefined): boolean => passage?.kind === 'message'
const carries = (passage: Passage | undefined): boolean => passage !== undefined && carriesOn(passage)

interface Block { readonly opens: boolean; readonly carries: boolean; readonly html: string }

/** A message and what carries it on become one section. */
function sections(blocks: readonly Block[], { target }: Rendering): string {
  let html = ''
  let open = false
  const close = (): string => {
    const end = open ? '</section>' : ''
    open = false
    return end
  }
  for (const block of blocks) {
    if (!block.carries) html += close()
    if (block.opens && target === 'page') {
      html += '<section class="message">'
      open = true
    }
    html += block.html
  }
  return html + close()
}

function block(rendering: Rendering, passage: Passage | undefined): string {
  if (passage === undefined) return ''
  const tag = tagOf(passage, rendering.headingOffset)
  return `<${tag}${attributes(rendering, passage)}>${inner(rendering, passage, tag)}</${tag}>${rendering.afterPassage(passage.id)}`
}

function tagOf({ kind }: Passage, offset: number): string {
  const level = HEADING_LEVEL[kind]
  if (level !== null) return `h${Math.min(level + offset, 6)}`
  return kind === 'quote' ? 'blockquote' : 'p'
}

function inner(rendering: Rendering, passage: Passage, tag: string): string {
  const inline = labelHtml(rendering, passage) + inlineHtml(rendering, passage)
  if (tag === 'blockquote') return `<p>${inline}</p>`
  return passage.kind === 'message' && rendering.target === 'mail' ? `<strong>${inline}</strong>` : inline
}

function labelHtml({ labels, target }: Rendering, { kind }: Passage): string {
  const label = kind === 'evidence' || kind === 'ask' ? labels[kind] : ''
  if (label === '') return ''
  return target === 'mail' ? `<em>${escaped(label)}</em><br>` : `<span class="label">${escaped(label)}</span> `
}

const CLASSED = new Set(['addressee', 'salutation', 'closing', 'message', 'evidence', 'ask'])

function attributes({ target, idPrefix }: Rendering, { id, kind }: Passage): string {
  if (target === 'mail') return ''
  return `${CLASSED.has(kind) ? ` class="${kind === 'message' ? 'claim' : kind}"` : ''} id="${escaped(`${idPrefix}p-${id}`)}"`
}

function listHtml(rendering: Rendering, list: List): string {
  const tag = list.ordered ? 'ol' : 'ul'
  const items = list.items.map(({ index, lists }) => {
    const passage = rendering.passages[index]
    if (passage === undefined) return ''
    return `<li${attributes(rendering, passage)}>${inlineHtml(rendering, passage)}${rendering.afterPassage(passage.id)}${lists.map(one => listHtml(rendering, one)).join('')}</li>`
  })
  return `<${tag}>${items.join('')}</${tag}>`
}

function inlineHtml(rendering: Rendering, passage: Passage): string {
  return passage.content.map(part => {
    if (part.type === 'text') return runHtml(part)
    return part.type === 'hardBreak' ? '<br>' : reference(rendering, part.attrs)
  }).join('')
}

function runHtml({ text, marks = [] }: TextRun): string {
  const names = new Set(marks.map(mark => mark.type))
  const href = marks.find(mark => mark.type === 'link')?.attrs.href
  let html = escaped(text)
  if (names.has('italic')) html = `<em>${html}</em>`
  if (names.has('bold')) html = `<strong>${html}</strong>`
  return href !== undefined && isSafeAddress(href) ? anchorHtml(href, html) : html
}

function anchorHtml(href: string, html: string): string {
  return `<a href="${escaped(href)}" rel="noopener">${html}</a>`
}

function reference(rendering: Rendering, source: SourceAttributes): string {
  const number = rendering.sources.push(source)
  const { idPrefix: prefix, target } = rendering
  if (target === 'mail') return `<sup>${number}</sup>`
  return `<sup><a href="#${escaped(prefix)}fn-${number}" id="${escaped(prefix)}fnref-${number}" role="doc-noteref">${number}</a></sup>`
}

function footnotes({ sources, target, idPrefix, words, headingOffset }: Rendering): string {
  if (sources.length === 0) return ''
  const prefix = escaped(idPrefix)
  const level = Math.min(2 + headingOffset, 6)
  const heading = words.sources === '' ? '' : `<h${level}>${escaped(words.sources)}</h${level}>`
  const back = (number: number): string => ` <a href="#${prefix}fnref-${number}" role="doc-backlink" aria-label="${escaped(`${words.back} ${number}`.trim())}">↩</a>`
  const items = sources.map((source, at) => target === 'mail'
    ? `<li>${sourceHtml(source)}</li>`
    : `<li id="${prefix}fn-${at + 1}">${sourceHtml(source)}${back(at + 1)}</li>`)
  const list = `${heading}<ol>${items.join('')}</ol>`
  return target === 'mail' ? list : `<section class="footnotes" role="doc-endnotes">${list}</section>`
}

function sourceHtml({ label, address, date }: SourceAttributes): string {
  const name = escaped(label === '' ? address : label)
  return `${isSafeAddress(address) ? anchorHtml(address, name) : name}${date === '' ? '' : `, ${escaped(date)}`}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that is safe in HTML, between tags and inside a quoted attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? '')
}
