/** A text as plain words: for a mail without layout and for a newspaper that takes nothing else. */
import { isListKind } from './kinds.ts'
import { listPlaces } from './lists.ts'
import type { Passage, SourceAttributes } from './passage.ts'

const NO_LABELS = { evidence: '', ask: '' }

/**
 * The passages with a blank line between them, list items together, footnotes numbered in brackets and listed at the end.
 * @param labels what stands above evidence and above an ask, in the language of the text.
 */
export function plainTextOf(passages: readonly Passage[], labels: { readonly evidence: string; readonly ask: string } = NO_LABELS): string {
  const sources: SourceAttributes[] = []
  const places = listPlaces(passages)
  let text = ''
  passages.forEach((passage, index) => {
    const place = places[index]
    const label = passage.kind === 'evidence' || passage.kind === 'ask' ? labels[passage.kind] : ''
    const words = (label && `${label}:\n`) + wordsOf(passage, sources)
    const between = text === '' ? '' : isListKind(passage.kind) && isListKind(passages[index - 1]?.kind ?? 'paragraph') ? '\n' : '\n\n'
    if (place === null || place === undefined) text += between + words
    else text += between + item(words, place.number ?? '-', '   '.repeat(place.level - 1))
  })
  const notes = sources.map((source, at) => `[${at + 1}] ${sourceText(source)}`)
  return [text, ...notes.length === 0 ? [] : [notes.join('\n')]].filter(part => part !== '').join('\n\n')
}

function item(words: string, mark: string, indent: string): string {
  return `${indent}${mark} ${words.replaceAll('\n', `\n${indent}${' '.repeat(mark.length + 1)}`)}`
}

function wordsOf(passage: Passage, sources: SourceAttributes[]): string {
  return passage.content.map(part => {
    if (part.type === 'text') return part.text + addressBehind(part.text, part.marks?.find(mark => mark.type === 'link')?.attrs.href)
    return part.type === 'hardBreak' ? '\n' : ` [${sources.push(part.attrs)}]`
  }).join('')
}

// A link has nothing to press on in plain text, so its address stands behind it, unless the words are the address already.
function addressBehind(text: string, href: string | undefined): string {
  if (href === undefined) return ''
  const shown = href.replace(/^mailto:/, '')
  return shown.replace(/^https?:\/\//, '').replace(/\/$/, '') === text.replace(/^https?:\/\//, '').replace(/\/$/, '') ? '' : ` (${shown})`
}

function sourceText({ label, address, date }: SourceAttributes): string {
  return [label, date, address].filter(part => part !== '').join(', ')
}
