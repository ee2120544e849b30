/** Spotting what often went wrong in a line of text: a word broken by a hyphen, a count typed by hand, a template not filled in. */

const BROKEN = /[\p{L}\p{N}\u00ad]+[-\u2010]\n\p{Ll}[\p{L}]*/u

/** A word that a hyphen breaks over two lines, as text copied from a PDF has it; with the line break in it. Null if there is none. */
export function brokenWord(text: string): string | null {
  return BROKEN.exec(text)?.[0] ?? null
}

/** What stands in square brackets with a capital, as in `[Naam van de minister]`: left over from a template. */
export function placeholdersIn(text: string): string[] {
  return text.match(/\[\p{Lu}[^\]]{2,}\]/gu) ?? []
}

const IN_WORDS = [
  'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien',
  '(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)', 'honderd', '[a-zë]+honderd', 'tientallen', 'honderden',
  'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', '(?:thir|four|fif|six|seven|eigh|nine)teen',
  '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?', 'a hundred', 'dozens',
].join('|')
const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d{1,5}|${IN_WORDS})`
// One or two words may stand between: "43 landelijke organisaties", "43 ondertekenende partijen".
const BETWEEN = String.raw`(?:\s+[\p{L}-]+){0,2}?\s+`
const SIGNATORIES = 'ondertekenaars|medeondertekenaars|signatories|co-signatories|handtekeningen|signatures'
const BODIES = 'organisaties|partijen|partners|koepels|coalitiepartners|verenigingen|organisations|organizations|parties|associations'
const TOGETHER = 'wij|we|ons|onze|ondergetekenden?|onderteken\\p{L}*|mede-?onderteken\\p{L}*|namens|gezamenlijk|samen|steun\\p{L}*|our|us|undersigned|sign(?:ed)?|on behalf|jointly|together|support\\p{L}*'

const SURE = new RegExp(String.raw`(?<![\p{L}\p{N}.,])${NUMBER}${BETWEEN}(?:${SIGNATORIES})(?!\p{L})`, 'iu')
const LIKELY = new RegExp(String.raw`(?<![\p{L}\p{N}.,])${NUMBER}${BETWEEN}(?:${BODIES})(?!\p{L})`, 'iu')
const AS_OF = /(?<!\p{L})stand per(?!\p{L})/iu
const SPEAKS_TOGETHER = new RegExp(String.raw`(?<!\p{L})(?:${TOGETHER})(?!\p{L})`, 'iu')

/**
 * [V13] A number that looks like a count of who signed: of signatories, or of organisations in a sentence that speaks for them.
 * The count is computed elsewhere; typed by hand it is wrong by the next day. Null if there is none.
 */
export function typedCount(text: string): string | null {
  for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u)) {
    const sure = SURE.exec(sentence) ?? AS_OF.exec(sentence)
    if (sure !== null) return sure[0]
    const likely = LIKELY.exec(sentence)
    if (likely !== null && SPEAKS_TOGETHER.test(sentence)) return likely[0]
  }
  return null
}
