/** The words for the parts of a joint text: which kinds of statement there are and which kinds of passage. */

/** A joint text is one of three types. The names are those of the API. */
export const STATEMENT_TYPES = ['key-messages', 'position-paper', 'open-letter'] as const
export type StatementType = (typeof STATEMENT_TYPES)[number]

/** A statement is written in one language. */
export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** What a passage is. A kind is an attribute, never a node type: changing it must not replace the passage. */
export const PASSAGE_KINDS = [
  'title', 'addressee', 'salutation', 'heading1', 'heading2', 'heading3', 'paragraph',
  'message', 'evidence', 'ask', 'bullet', 'numbered', 'quote', 'closing',
] as const
export type PassageKind = (typeof PASSAGE_KINDS)[number]

/** [V2] The part of the kind that belongs to the meaning: the rest is layout. */
export type KindClass = 'title' | 'claim' | 'evidence' | 'ask' | 'address' | 'other'

export const KIND_CLASS = {
  title: 'title', addressee: 'address', salutation: 'address', closing: 'address',
  message: 'claim', evidence: 'evidence', ask: 'ask',
  heading1: 'other', heading2: 'other', heading3: 'other', paragraph: 'other', bullet: 'other', numbered: 'other', quote: 'other',
} as const satisfies Record<PassageKind, KindClass>

/** A passage as a version remembers it: enough to say whether the words are still the same (V2). */
export interface PassagePrint {
  /** Ten characters, stable for as long as the passage lives. */
  readonly id: string
  readonly kind: PassageKind
  /** SHA-256 (hex) over text, sources, link targets and kind class. */
  readonly fingerprint: string
}
