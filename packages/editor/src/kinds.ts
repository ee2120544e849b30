/** What the kinds of passage can do: what a menu offers, what follows on Enter, which are headings and lists. */
import type { PassageKind, StatementType } from '@draagvlak/domain/passage'

/** The kinds that a type of statement offers, in the order of the menu. A kind that is not offered stays valid. */
export const OFFERED_KINDS = {
  'key-messages': ['paragraph', 'message', 'evidence', 'ask', 'title', 'heading1', 'heading2', 'bullet', 'numbered', 'quote'],
  'position-paper': ['paragraph', 'title', 'heading1', 'heading2', 'heading3', 'bullet', 'numbered', 'quote', 'message', 'evidence', 'ask'],
  'open-letter': ['paragraph', 'title', 'addressee', 'salutation', 'ask', 'heading1', 'bullet', 'numbered', 'quote', 'closing'],
} as const satisfies Record<StatementType, readonly PassageKind[]>

/** What a new passage is when one presses Enter at the end of a passage of this kind. */
export const KIND_AFTER_ENTER = {
  title: 'paragraph', addressee: 'addressee', salutation: 'paragraph', closing: 'closing',
  heading1: 'paragraph', heading2: 'paragraph', heading3: 'paragraph',
  paragraph: 'paragraph', quote: 'paragraph',
  message: 'evidence', evidence: 'evidence', ask: 'paragraph',
  bullet: 'bullet', numbered: 'numbered',
} as const satisfies Record<PassageKind, PassageKind>

/** Level of a heading in the text: 1 for the title, 2 to 4 for headings; null for what is no heading. */
export const HEADING_LEVEL = {
  title: 1, heading1: 2, heading2: 3, heading3: 4,
  addressee: null, salutation: null, closing: null, paragraph: null, quote: null,
  message: null, evidence: null, ask: null, bullet: null, numbered: null,
} as const satisfies Record<PassageKind, 1 | 2 | 3 | 4 | null>

/** The deepest level of a list, counted from 0. */
export const DEEPEST_INDENT = 3

export function isListKind(kind: PassageKind): kind is 'bullet' | 'numbered' {
  return kind === 'bullet' || kind === 'numbered'
}

export function isHeadingKind(kind: PassageKind): boolean {
  return HEADING_LEVEL[kind] !== null
}

/** Kinds whose second half, when split in the middle, stays what it was. A title splits into a title and a paragraph. */
export function kindOfSecondHalf(kind: PassageKind): PassageKind {
  return isHeadingKind(kind) ? 'paragraph' : kind
}
