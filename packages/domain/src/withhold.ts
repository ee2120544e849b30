/** [P1, M3, S4] Which content of a statement's events a viewer may read; what is withheld leaves its hash, and the chain still checks. */
import { isKeptLate } from './answer.ts'
import type { Viewer } from './board.ts'
import type { Id, Kept, StatementFact, Visibility } from './events.ts'
import type { Statement } from './statement.ts'

/** `statement` is the state now: what was provisional may be read once it counts. */
export function mayReadData(event: Kept<StatementFact>, statement: Statement, viewer: Viewer): boolean {
  if (event.data === null) return false
  if (viewer.organisationId === null && !viewer.secretariat) return FOR_EVERYONE.some(type => type === event.type)
  switch (event.type) {
    case 'answer-given': return mayReadAnswer(statement, event.data.answerId, viewer)
    case 'reservation-worded':
    case 'refusal-explained':
      return mayReadAnswer(statement, event.data.answerId, viewer)
        && (viewer.secretariat || maySee(event.data.visibility) || statement.answers[event.data.answerId]?.organisationId === viewer.organisationId)
    case 'question-asked':
    case 'not-authorised-stated':
    case 'discussion-asked':
    case 'reminder-sent':
    case 'version-read':
    case 'authority-stated': return viewer.secretariat || event.data.organisationId === viewer.organisationId
    default: return true
  }
}

/** Outsiders read what was published and the text it rests on; who answered what on the way is the partners' business. */
const FOR_EVERYONE = [
  'statement-started', 'version-frozen', 'round-closed', 'draft-reopened', 'statement-adopted', 'adoption-withdrawn', 'edition-published', 'publication-withdrawn',
] as const satisfies readonly StatementFact['type'][]

/** Anyone asking for an organisation is a partner here; outsiders were turned away before. */
const maySee = (visibility: Visibility): boolean => visibility !== 'secretariat'

/** Own answers always; of others what counts, and for the secretariat what was entered by telephone or came late. */
function mayReadAnswer(statement: Statement, answerId: Id, { organisationId, secretariat }: Viewer): boolean {
  const answer = statement.answers[answerId]
  if (answer === undefined) return false
  if (answer.organisationId === organisationId) return true
  if (answer.standing === 'provisional') return secretariat && answer.via === 'telephone'
  return secretariat || !isKeptLate(answer)
}
