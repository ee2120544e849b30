/** How a passage is named in lists, receipts and mails: its number, as it stands beside the text, and its first words. */
import { textOf, type Passage } from './passage.ts'

const LONGEST = 48
/** Cut between two words, without the comma or colon that leads on; empty where the passage has none. */
export function firstWords(passage: Pick<Passage, 'content'>): string {
  const words = textOf(passage).replaceAll(/\s+/gu, ' ').trim()
  return words.length <= LONGEST ? words.replace(/[,:;]$/u, '') : `${words.slice(0, LONGEST).replace(/\s+\S*$/u, '')}…`
}

/**
 * `5. Wij verwachten van u drie dingen`; `1. Titel` for the title, which stands above the text without a number.
 * Empty where there is no such passage.
 */
export function numberedName(passages: readonly Pick<Passage, 'id' | 'kind' | 'content'>[], id: string, titleWord: string): string {
  const at = passages.findIndex(passage => passage.id === id)
  const passage = passages[at]
  return passage === undefined ? '' : `${at + 1}. ${passage.kind === 'title' ? titleWord : firstWords(passage)}`.trim()
}
