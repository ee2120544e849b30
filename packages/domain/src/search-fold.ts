/** How a name is folded for searching: what people type finds what is written, whatever the accents, capitals and signs. */
import { foldSortKey } from './sort-key.ts'

export const searchFold = (name: string): string => foldSortKey(name.replaceAll('&', ' en '))

/** Every word typed stands somewhere in the name, as the beginning of a word. */
export function matchesSearch(name: string, typed: string): boolean {
  const words = searchFold(name).split(' ')
  return searchFold(typed).split(' ').every(word => words.some(one => one.startsWith(word)))
}
