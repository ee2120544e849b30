/** What is still missing in an answer that is given at the desk. The answer itself is made as on the personal page. */
import { isAnswer, type Draft } from '../sign/draft.ts'
import { m } from '@draagvlak/messages/m'
import { whyNotStated } from './StatementsDialog.tsx'

/** The first thing that is missing, as a sentence. */
export function whyNotAnswer(draft: Draft, today: string): string | null {
  if (draft.choice === null) return m.team_answer_need_choice()
  if (draft.choice === 'discuss-first') return draft.until > today ? null : m.team_answer_need_until()
  if (!isAnswer(draft.choice)) return m.team_answer_need_choice()
  if (draft.choice === 'reserved') {
    const missing = whyNotReserved(draft)
    if (missing) return missing
  }
  return whyNotStated(draft.haveRead, draft.mayAnswer || draft.capacity === 'personal')
}

function whyNotReserved({ kind, body, text, conditions, visibility }: Draft): string | null {
  if (kind === null) return m.team_answer_need_kind()
  if (kind === 'members' && body.trim() === '') return m.team_answer_need_body()
  if (kind === 'substance' && text.trim() === '') return m.team_answer_need_text()
  if (kind === 'no-unless' && conditions.every((one) => one.trim() === '')) return m.team_answer_need_condition()
  return visibility === null ? m.team_answer_need_visibility() : null
}
