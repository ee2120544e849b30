/** [P1, M3, S4] Which content of a statement's events a viewer may read; what is withheld leaves its hash, and the chain still checks. */
import { isKeptLate } from './answer.ts'
import type { Viewer } from './board.ts'
import type { Id, Instant, Kept, StatementFact } from './events.ts'
import { publicEdition, type Statement } from './statement.ts'

/** `statement` is the state now: what was provisional may be read once it counts. */
export function mayReadData(event: Kept<StatementFact>, statement: Statement, viewer: Viewer, now: Instant): boolean {
  if (event.data === null) return false
  if (viewer.organisationId === null && !viewer.secretariat) return isForEveryone(event, statement, now)
  switch (event.type) {
    case 'answer-given': return mayReadAnswer(statement, event.data.answerId, viewer)
    case 'reservation-worded':
    case 'refusal-explained':
      return mayReadAnswer(statement, event.data.answerId, viewer)
        && (viewer.secretariat || event.data.visibility !== 'secretariat' || statement.answers[event.data.answerId]?.organisationId === viewer.organisationId)
    case 'question-asked':
    case 'not-authorised-stated':
    case 'reminder-sent':
    case 'logo-asked':
    case 'version-read':
    case 'authority-stated': return viewer.secretariat || event.data.organisationId === viewer.organisationId
    default: return true
  }
}

/**
 * The persons that an event names, as far as a viewer who may read it may know who they are: those who act for an organisation are known to
 * all partners; which of its colleagues may do what with the text is known to that organisation and the secretariat.
 */
export function personsNamedIn(event: Kept<StatementFact>, { organisationId, secretariat }: Viewer): readonly Id[] {
  if (event.data === null) return []
  switch (event.type) {
    case 'round-opened': return event.data.asked.map(one => one.personId)
    case 'person-asked': return [event.data.personId, event.data.replaces].filter(id => id !== null)
    case 'not-authorised-stated': return [event.data.personId, event.data.named].filter(id => id !== null)
    case 'right-set':
    case 'right-follows-dossier': return secretariat || event.data.organisationId === organisationId ? [event.data.personId] : []
    default: return 'personId' in event.data ? [event.data.personId] : []
  }
}

/** [E1, E2] Outsiders read what was published and the text it rests on; who answered what on the way is the partners' business. */
function isForEveryone(event: Kept<StatementFact>, statement: Statement, now: Instant): boolean {
  if (event.data === null) return false
  const newest = publicEdition(statement, now)?.number ?? 0
  const published = statement.editions.filter(edition => edition.number <= newest)
  switch (event.type) {
    case 'statement-started': return newest > 0
    case 'version-frozen': return published.some(edition => edition.version === event.data?.version)
    case 'edition-published':
    case 'publication-withdrawn': return event.data.number <= newest
    default: return false
  }
}

/** Own answers always; of others what counts, and for the secretariat what was entered by telephone or came late. */
function mayReadAnswer(statement: Statement, answerId: Id, { organisationId, secretariat }: Viewer): boolean {
  const answer = statement.answers[answerId]
  if (answer === undefined) return false
  if (answer.organisationId === organisationId) return true
  if (answer.standing === 'provisional') return secretariat && answer.via === 'telephone'
  return secretariat || !isKeptLate(answer)
}
