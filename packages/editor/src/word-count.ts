/** Counting words as a newspaper or a committee does: what stands between white space is a word. */
import { textOf, type Passage } from './passage.ts'

/**
 * The number of words in a text. White space is the only border, so `e-mails` and `foto's` are one word each and a dash
 * that stands alone counts, as in Word.
 */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(word => word !== '').length
}

/** The words of a whole text: every kind counts, title, addressee and closing included; footnotes do not. */
export function wordsOf(passages: readonly Pick<Passage, 'content'>[]): number {
  return passages.reduce((sum, passage) => sum + countWords(textOf(passage)), 0)
}
