/** The findings about a text as the panel shows and counts them. */
import type { StatementFull } from '@draagvlak/api/statement'
import { findings, type Finding } from '@draagvlak/editor/findings'
import type { Passage } from '@draagvlak/editor/passage'

export function findingsOf({ type, wordBudget }: Pick<StatementFull, 'type' | 'wordBudget'>, passages: readonly Passage[]): Finding[] {
  return passages.length === 0 ? [] : findings(passages, type, wordBudget === null ? {} : { budget: wordBudget })
}
export const countFindings = (statement: Pick<StatementFull, 'type' | 'wordBudget'>, passages: readonly Passage[]): number => findingsOf(statement, passages).length
