/** The one order of names: the same for everyone, on every machine, in every list, wall and file (G5). */

/** What sorting needs to know. `ownKey` is the sort key that its bearer set; it wins over the default. */
export interface Sortable {
  /** The name, letter for letter as it is printed. */
  readonly name: string
  readonly ownKey?: string | null
}

const APOSTROPHE = '[\'’‘`´ʼ]'
const LEADING_WORD = new RegExp(`^(?:de|het|${APOSTROPHE}t|stichting|vereniging)\\s+`, 'i')

/**
 * [G5] The default sort key of an organisation: its name without De, Het, 't, Stichting, Vereniging in front.
 * This is what the organisation is shown and may change. A name that is nothing else keeps its last word.
 */
export function organisationSortKey(organisation: Sortable): string {
  if (hasOwnKey(organisation)) return organisation.ownKey.trim()
  let key = organisation.name.trim()
  while (LEADING_WORD.test(key)) key = key.replace(LEADING_WORD, '')
  return key
}

const PARTICLES = new Set([
  'van', 'von', 'vom', 'de', 'den', 'der', 'des', 'het', 't', 'te', 'ten', 'ter', 'tot', 'in', 'op', 'onder', 'uit', 'over',
  'aan', 'bij', 'voor', 'la', 'le', 'les', 'du', 'd', 'da', 'dos', 'del', 'della', 'di', 'el', 'zu', 'zum', 'zur', 's', 'l',
])

/**
 * The default sort key of a person: the surname without tussenvoegsel, then what stands before it ("Vries, Anneke de").
 * Written with a capital, as in Belgium ("Gilles Van Assche"), the particle belongs to the surname.
 * Two surnames without a hyphen can't be told from two first names: then the last word counts, and an own key mends it.
 */
export function personSortKey(person: Sortable): string {
  if (hasOwnKey(person)) return person.ownKey.trim()
  const name = (person.name.split(',')[0] ?? '').trim()
  const words = name.split(/\s+/)
  const start = surnameStart(words)
  const before = words.slice(0, start)
  const surname = words.slice(start).join(' ')
  return before.length === 0 ? surname : `${surname}, ${before.join(' ')}`
}

function surnameStart(words: readonly string[]): number {
  const last = words.length - 1
  for (let at = 1; at <= last; at++) {
    const word = words[at] ?? ''
    if (/-/.test(word) && isParticle(word.slice(word.lastIndexOf('-') + 1))) return at
    if (isParticle(word) && at < last) {
      let next = at
      while (next < last && isParticle(words[next] ?? '')) next++
      return next
    }
    if (isCapitalParticle(word) && at < last) return at
  }
  return Math.max(last, 0)
}

function isParticle(word: string): boolean {
  return word === word.toLowerCase() && PARTICLES.has(bare(word))
}

function isCapitalParticle(word: string): boolean {
  return /^\p{Lu}/u.test(word) && word.length > 1 && PARTICLES.has(bare(word))
}

function bare(word: string): string {
  return word.toLowerCase().replace(new RegExp(APOSTROPHE, 'g'), '')
}

function hasOwnKey(it: Sortable): it is Sortable & { readonly ownKey: string } {
  return typeof it.ownKey === 'string' && it.ownKey.trim() !== ''
}

/** Letters that don't come apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h',
}

/** A sort key with accents, case and punctuation folded away, so that plain comparison by code unit gives the order. */
export function foldSortKey(key: string): string {
  return key
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘`´ʼ"“”„.\u00ad]/g, '')
    .replace(/[ßæœøłđðþıħ]/g, letter => LETTERS[letter] ?? letter)
    .replace(/[\s\u2010-\u2015!#$%&()*+,/:;<=>?@[\\\]^_{|}~·•«»‹›-]+/g, ' ')
    .trim()
}

/**
 * Puts two sort keys in order. No locale and no Intl: those differ between machines and years.
 * Equal keys fall back to the unfolded key, then to the name, so that the order is total for different names.
 */
export function compareSortKeys(a: { readonly key: string; readonly name: string }, b: { readonly key: string; readonly name: string }): number {
  return byCodeUnit(foldSortKey(a.key), foldSortKey(b.key)) || byCodeUnit(a.key, b.key) || byCodeUnit(a.name, b.name)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function compareOrganisations(a: Sortable, b: Sortable): number {
  return compareSortKeys({ key: organisationSortKey(a), name: a.name }, { key: organisationSortKey(b), name: b.name })
}

export function comparePersons(a: Sortable, b: Sortable): number {
  return compareSortKeys({ key: personSortKey(a), name: a.name }, { key: personSortKey(b), name: b.name })
}
