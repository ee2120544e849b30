/** Counts in words, as a sentence at the top of a page has them. */
import type { Board } from '@draagvlak/api/round'
import { m } from '@draagvlak/messages/m'
import { atStart } from '../ui/words.ts'

const WORDS = [
  m.shared_number_0, m.shared_number_1, m.shared_number_2, m.shared_number_3, m.shared_number_4, m.shared_number_5, m.shared_number_6, m.shared_number_7, m.shared_number_8, m.shared_number_9, m.shared_number_10,
  m.shared_number_11, m.shared_number_12, m.shared_number_13, m.shared_number_14, m.shared_number_15, m.shared_number_16, m.shared_number_17, m.shared_number_18, m.shared_number_19, m.shared_number_20,
] as const

/** *elf*; above twenty in figures. */
export const inWords = (count: number): string => WORDS[count]?.() ?? String(count)

/** *Elf van zeventien partners dragen deze tekst*; where all carry, the sentence says so of those who were asked. */
export function carrySentence({ carrying, of }: Pick<Board['whole'], 'carrying' | 'of'>, notAsked = 0): string {
  if (of === 0) return m.team_round_nobody_asked()
  if (carrying === 0) return m.team_round_carried_by_none({ of: inWords(of), count: of })
  if (carrying === of) return notAsked > 0 ? m.team_round_carried_by_all_asked({ of: inWords(of), count: of }) : m.team_round_carried_by_all({ of: inWords(of), count: of })
  return atStart(m.team_round_carried({ count: carrying, carrying: inWords(carrying), of: inWords(of) }))
}
