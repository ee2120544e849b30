/** Counting words as a newspaper or a committee does: what stands between white space is a word. */
import { textOf, type Passage } from './passage.ts'
import { placeholdersIn } from './suspects.ts'

/**
 * The number of words in a text. White space is the only border, so `e-mails` and `foto's` are one word each and a dash
 * that stands alone counts, as in Word.
 */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(word => word !== '').length
}

/** The words of a whole text: every kind counts, title, addressee and closing included; footnotes do not, nor what a template asks to be filled in. */
export function wordsOf(passages: readonly Pick<Passage, 'content'>[]): number {
  return passages.reduce((sum, passage) => sum + countWords(withoutPlaceholders(textOf(passage))), 0)
}

/** Each is taken out where it stands, with a comma or full stop that a template put behind it. */
function withoutPlaceholders(text: string): string {
  return placeholdersIn(text).reduce((rest, words) => {
    const at = rest.indexOf(words)
    return `${rest.slice(0, at)} ${rest.slice(at + words.length).replace(/^[.,:;]/u, '')}`
  }, text)
}
