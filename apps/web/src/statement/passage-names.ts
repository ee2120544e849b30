/** What kinds of passage are called, what an empty one asks for, and how a passage is named in an outline. */
import type { PassageKind } from '@draagvlak/domain/passage'
import type { Passage } from '@draagvlak/editor/passage'
import { firstWords } from '@draagvlak/editor/passage-name'
import { m } from '@draagvlak/messages/m'

type Word = () => string
const KIND = {
  title: m.team_kind_title, addressee: m.team_kind_addressee, salutation: m.team_kind_salutation, closing: m.team_kind_closing,
  heading1: m.team_kind_heading1, heading2: m.team_kind_heading2, heading3: m.team_kind_heading3, paragraph: m.team_kind_paragraph,
  message: m.team_kind_message, evidence: m.team_kind_evidence, ask: m.team_kind_ask, bullet: m.team_kind_bullet, numbered: m.team_kind_numbered, quote: m.team_kind_quote,
} as const satisfies Record<PassageKind, Word>
export const kindName = (kind: PassageKind): string => KIND[kind]()

const PLACEHOLDER = {
  title: m.team_ask_title, addressee: m.team_ask_addressee, salutation: m.team_ask_salutation, closing: m.team_ask_closing,
  heading1: m.team_ask_heading, heading2: m.team_ask_heading, heading3: m.team_ask_heading, paragraph: m.team_ask_paragraph,
  message: m.team_ask_message, evidence: m.team_ask_evidence, ask: m.team_ask_ask, bullet: m.team_ask_item, numbered: m.team_ask_item, quote: m.team_ask_quote,
} as const satisfies Record<PassageKind, Word>
export const placeholderOf = (kind: PassageKind): string => PLACEHOLDER[kind]()

/** Keys that make a passage of this kind, as they are written. */
export const KIND_KEYS: Partial<Record<PassageKind, string>> = { paragraph: 'Ctrl Alt 0', heading1: 'Ctrl Alt 1', heading2: 'Ctrl Alt 2', heading3: 'Ctrl Alt 3', numbered: 'Ctrl Shift 7', bullet: 'Ctrl Shift 8' }

/** The first words of a passage, or what it is where it has none. */
export function passageName(passage: Passage): string {
  if (passage.kind === 'title') return m.team_kind_title()
  return firstWords(passage) || kindName(passage.kind)
}
