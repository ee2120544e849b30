/** What a passage of a joint text is made of, as plain data: the shape that versions, exports and commands share. */
import type { PassageKind } from '@draagvlak/domain/passage'

export interface BoldMark { readonly type: 'bold' }
export interface ItalicMark { readonly type: 'italic' }
export interface LinkMark { readonly type: 'link'; readonly attrs: { readonly href: string } }
export type TextMark = BoldMark | ItalicMark | LinkMark

export interface TextRun { readonly type: 'text'; readonly text: string; readonly marks?: readonly TextMark[] }
export interface HardBreak { readonly type: 'hardBreak' }

/** A footnote. `address` is a web address or empty, `date` is what the writer says about the date, free text. */
export interface SourceAttributes { readonly label: string; readonly address: string; readonly date: string }
export interface Source { readonly type: 'source'; readonly attrs: SourceAttributes }

export type Inline = TextRun | HardBreak | Source

export interface Passage {
  /** Ten characters [a-z0-9]. Empty only for a passage that the server has not healed yet. */
  readonly id: string
  readonly kind: PassageKind
  /** Depth of a list item, 0 for the outermost level. */
  readonly indent: number
  readonly content: readonly Inline[]
}

/** The words of a passage: line breaks as `\n`, footnotes left out. */
export function textOf(passage: Pick<Passage, 'content'>): string {
  return passage.content.map(part => part.type === 'text' ? part.text : part.type === 'hardBreak' ? '\n' : '').join('')
}

/** Whether a passage says nothing: no letters and no footnote. */
export function isEmptyPassage(passage: Pick<Passage, 'content'>): boolean {
  return textOf(passage).trim() === '' && !passage.content.some(part => part.type === 'source')
}

/** A passage of unformatted words; `\n` becomes a line break. */
export function plainPassage(id: string, kind: PassageKind, text: string, indent = 0): Passage {
  const content: Inline[] = []
  text.split('\n').forEach((line, index) => {
    if (index > 0) content.push({ type: 'hardBreak' })
    if (line !== '') content.push({ type: 'text', text: line })
  })
  return { id, kind, indent, content }
}
