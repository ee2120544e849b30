/** The life of a statement around its rounds: start, rename, who takes part, rights, archive, delete, stop, duplicate. */
import { recorded, refuse, type Decision } from './decision.ts'
import { isPartner, type Dossier } from './dossier.ts'
import type { Id, Right, StatementFact } from './events.ts'
import type { Language, StatementType } from './passage.ts'
import { phaseOf, standingEdition, type Statement } from './statement.ts'

export interface StartStatement {
  readonly type: StatementType; readonly language: Language; readonly title: string; readonly slug: string; readonly wordBudget: number | null
  /** Null: every partner of the dossier takes part. */
  readonly participants: readonly Id[] | null
}

export function decideStart(dossier: Dossier, { participants, ...wish }: StartStatement): Decision<StatementFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  if (participants?.some(id => !isPartner(dossier, id))) return refuse('not-a-partner')
  return recorded<StatementFact>(
    { type: 'statement-started', data: { ...wish, dossierId: dossier.id, copiedFrom: null } },
    ...(participants === null ? [] : [{ type: 'participants-set', data: { organisationIds: [...new Set(participants)] } } as const]),
  )
}

/** [S7] A copy takes over the text's type, language and participants; answers and consents never travel. */
export function decideDuplicate(statement: Statement, wish: { title: string; slug: string }): Decision<StatementFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  const { dossierId, type, language, wordBudget, id, participants } = statement
  return recorded<StatementFact>(
    { type: 'statement-started', data: { dossierId, type, language, title: wish.title, slug: wish.slug, wordBudget, copiedFrom: id } },
    ...(participants === 'all' ? [] : [{ type: 'participants-set', data: { organisationIds: participants } } as const]),
  )
}

/** The working title in lists; the signed title is a passage. */
export function decideRename(statement: Statement, wish: { title: string }): Decision<StatementFact> {
  if (wish.title.trim() === '') return refuse('needs-a-name')
  return wish.title === statement.title ? recorded() : recorded({ type: 'statement-renamed', data: wish })
}

export function decideSetWordBudget(statement: Statement, wish: { wordBudget: number | null }): Decision<StatementFact> {
  return wish.wordBudget === statement.wordBudget ? recorded() : recorded({ type: 'word-budget-set', data: wish })
}

const sameChoice = (a: Statement['participants'], b: Statement['participants']): boolean => (a === 'all' || b === 'all' ? a === b : a.length === b.length && a.every(id => b.includes(id)))

/** `all` takes in whoever becomes a partner later; naming all of today does not, and is another choice. Whoever was asked already can't be taken out this way: withdrawing is theirs, ending a partnership the dossier's. */
export function decideSetParticipants(statement: Statement, dossier: Dossier, wish: { organisationIds: readonly Id[] | 'all' }): Decision<StatementFact> {
  const { organisationIds } = wish
  if (organisationIds !== 'all') {
    if (organisationIds.some(id => !isPartner(dossier, id))) return refuse('not-a-partner')
    if (Object.keys(statement.positions).some(id => isPartner(dossier, id) && !organisationIds.includes(id))) return refuse('partners-were-asked')
  }
  const chosen = organisationIds === 'all' ? 'all' : [...new Set(organisationIds)]
  return sameChoice(statement.participants, chosen) ? recorded() : recorded({ type: 'participants-set', data: { organisationIds: chosen } })
}

export function decideSetStatementRight(statement: Statement, dossier: Dossier, wish: { organisationId: Id; personId: Id; right: Right | null }): Decision<StatementFact> {
  if (!isPartner(dossier, wish.organisationId)) return refuse('not-a-partner')
  return statement.rights[wish.organisationId]?.[wish.personId] === wish.right ? recorded() : recorded({ type: 'right-set', data: wish })
}

export function decideArchive(statement: Statement, wish: { archived: boolean }): Decision<StatementFact> {
  if ((statement.archivedAt !== null) === wish.archived) return recorded()
  return recorded({ type: wish.archived ? 'statement-archived' : 'statement-unarchived', data: {} })
}

/** Only while nobody was asked about it. */
export function decideDelete(statement: Statement): Decision<StatementFact> {
  if (statement.deletedAt !== null) return recorded()
  return statement.rounds.length > 0 || Object.keys(statement.positions).length > 0 ? refuse('partners-were-asked') : recorded({ type: 'statement-deleted', data: {} })
}

/** [L1] Final: to go on, duplicate. Once an edition stands there is nothing left to stop. */
export function decideStop(statement: Statement, wish: { reason: string }): Decision<StatementFact> {
  if (statement.stopped !== null) return recorded()
  if (phaseOf(statement) === 'stopped') return refuse('not-at-this-stage')
  if (standingEdition(statement) !== undefined) return refuse('already-published')
  return wish.reason.trim() === '' ? refuse('needs-a-reason') : recorded({ type: 'statement-stopped', data: wish })
}
